import type { KeyObject } from 'node:crypto';
import { InterdictError } from './problems.ts';

/**
 * Reads an ed25519 key from PEM with `createPrivateKey` or `createPublicKey`. Messages never hold
 * any of the text, which may be a private key.
 * @throws InterdictError `key-invalid`.
 */
export function readEd25519Key(
  pem: string,
  read: (pem: string) => KeyObject,
  what: string,
): KeyObject {
  let key: KeyObject;
  try {
    key = read(pem);
  } catch {
    throw new InterdictError('key-invalid', `${what} is no key in PEM form`);
  }
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new InterdictError('key-invalid', `${what} is no ed25519 key`);
}
