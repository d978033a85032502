import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { checkpointMessage, type Checkpoint, type JournalHead } from '@interdict/core';
import { readEd25519Key } from '../ed25519-key.ts';

/** Signs the head of a journal. */
export interface Signer {
  readonly publicKey: string;
  sign(head: JournalHead): string;
}

/** A signer from an Ed25519 private key in PEM. */
export function createSigner(pem: string): Signer {
  const key = readEd25519Key(pem, createPrivateKey, 'the private key');
  return {
    publicKey: publicPem(createPublicKey(key)),
    sign: (head) => sign(null, Buffer.from(checkpointMessage(head)), key).toString('base64'),
  };
}

/** A public key in the one form in which it is kept and compared. */
function publicPem(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' }).toString();
}

/** Whether a checkpoint carries a signature of its own key over what it covers. */
export function isSigned({ covers, publicKey, signature }: Checkpoint): boolean {
  try {
    const message = Buffer.from(checkpointMessage(covers));
    return verify(null, message, createPublicKey(publicKey), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
