import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { checkpointMessage, type Checkpoint, type JournalHead } from '@interdict/core';
import { messageOf } from '../files/index.ts';
import { InterdictError } from '../problems.ts';

/** Signs the head of a journal. */
export interface Signer {
  readonly publicKey: string;
  sign(head: JournalHead): string;
}

/** A signer from an Ed25519 private key in PEM. */
export function createSigner(pem: string): Signer {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    throw new InterdictError('key-invalid', `this is no private key: ${messageOf(cause)}`, {
      cause,
    });
  }
  if (key.asymmetricKeyType !== 'ed25519') {
    const message = `the key is of type ${key.asymmetricKeyType ?? 'unknown'}, not ed25519`;
    throw new InterdictError('key-invalid', message);
  }
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
