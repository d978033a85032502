import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { signedText, type EditionFault, type PackedEdition } from '@interdict/core';
import { readEd25519Key } from '../ed25519-key.ts';

/** A key pair as PEM texts. */
export interface KeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
  readonly fingerprint: string;
}

function derOf(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' });
}

/** SHA-256 of a public key in hex: what two people read to each other. */
function fingerprintOf(key: KeyObject): string {
  return createHash('sha256').update(derOf(key)).digest('hex');
}

/** Makes an ed25519 key pair. */
export function makeKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: fingerprintOf(publicKey),
  };
}

/**
 * Signs a packed edition.
 * @throws InterdictError `key-invalid`.
 */
export function signEdition(packed: PackedEdition, privatePem: string): PackedEdition {
  const key = readEd25519Key(privatePem, createPrivateKey, 'the private key');
  const value = sign(null, Buffer.from(signedText(packed)), key).toString('base64');
  const publicKey = derOf(createPublicKey(key)).toString('base64');
  return { ...packed, signature: { algorithm: 'ed25519', key: publicKey, value } };
}

function keyInFile(base64: string): KeyObject | undefined {
  try {
    const der = Buffer.from(base64, 'base64');
    const key = createPublicKey({ key: der, type: 'spki', format: 'der' });
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Who signed a packed edition, and what is wrong with the signature. */
export interface SignatureCheck {
  /** Fingerprint of the key in the file; undefined when there is none that can be read. */
  readonly signer: string | undefined;
  /** The signature was made with the key that was given. */
  readonly isVouched: boolean;
  readonly faults: readonly EditionFault[];
}

/**
 * Checks the signature of a packed edition, with the public key of whom one trusts when given.
 * @throws InterdictError `key-invalid` when that is no key.
 */
export function checkSignature(packed: PackedEdition, trustedPem?: string): SignatureCheck {
  const trusted =
    trustedPem === undefined
      ? undefined
      : readEd25519Key(trustedPem, createPublicKey, 'the public key');
  const { signature } = packed;
  if (signature === null) {
    const message = 'it is not signed: nobody vouches for it';
    const faults = trusted === undefined ? [] : [{ code: 'unsigned' as const, message }];
    return { signer: undefined, isVouched: false, faults };
  }
  const own = keyInFile(signature.key);
  if (own === undefined) {
    const message = 'the key in its signature is no ed25519 key';
    return { signer: undefined, isVouched: false, faults: [{ code: 'bad-signature', message }] };
  }
  const signer = fingerprintOf(own);
  const faults: EditionFault[] = [];
  const bytes = Buffer.from(signedText(packed));
  if (!verify(null, bytes, own, Buffer.from(signature.value, 'base64'))) {
    const message =
      'the signature does not fit: edition, date or digest were changed after signing, or the ' +
      'signature is damaged';
    faults.push({ code: 'bad-signature', message });
  }
  if (trusted !== undefined && fingerprintOf(trusted) !== signer) {
    const message = `it is signed with the key ${signer}, not with ${fingerprintOf(trusted)}`;
    faults.push({ code: 'wrong-key', message });
  }
  return { signer, isVouched: trusted !== undefined && faults.length === 0, faults };
}
