import { createHash, timingSafeEqual } from 'node:crypto';
import Type from 'typebox';
import { checkSchema, InstantTextSchema, wordsOf, type InstantText } from '@interdict/core';
import { ROLES, type Role } from './role.ts';

/** Bytes of chance in a key: nobody guesses them, so a plain digest of them keeps them. */
const SECRET_BYTES = 32;

/** Bytes of the part of a key that names it, in logs and in the file of keys. */
const ID_BYTES = 4;

/** What a key begins with, so that scanners for leaked secrets can tell one. */
const PREFIX = 'interdict';

const FORM = /^interdict_([0-9a-f]{8})_([A-Za-z0-9_-]{43})$/;

const KeyEntrySchema = Type.Object(
  {
    id: Type.String({ pattern: '^[0-9a-f]{8}$' }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    role: Type.Unsafe<Role>({ type: 'string', enum: wordsOf(ROLES) }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    created: InstantTextSchema,
    expires: Type.Optional(InstantTextSchema),
  },
  { additionalProperties: false },
);
/** A key as it is kept: everything but the key itself. */
export interface KeyEntry {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Digest of the secret part, in hex. */
  readonly sha256: string;
  readonly created: InstantText;
  readonly expires?: InstantText;
}

/** A value as a key, or what is wrong with it. */
export function readKeyEntry(value: unknown): KeyEntry | { readonly problem: string } {
  const [problem] = checkSchema(KeyEntrySchema, value);
  return problem === undefined ? (value as KeyEntry) : { problem: problem.message };
}

interface NewKey {
  readonly name: string;
  readonly role: Role;
  readonly created: InstantText;
  readonly expires?: InstantText;
}

function digestOf(secret: Uint8Array): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Makes a key from bytes of chance. Its text is shown once; what is kept is the entry. */
export function createKey(
  wanted: NewKey,
  randomBytes: (count: number) => Uint8Array,
): { readonly text: string; readonly entry: KeyEntry } {
  const id = Buffer.from(randomBytes(ID_BYTES)).toString('hex');
  const secret = Buffer.from(randomBytes(SECRET_BYTES));
  const entry = { id, ...wanted, sha256: digestOf(secret).toString('hex') };
  return { text: `${PREFIX}_${id}_${secret.toString('base64url')}`, entry };
}

/** Whose key was presented, or why it counts for nothing. */
export type PresentedKey =
  | { readonly kind: 'known'; readonly entry: KeyEntry }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'expired'; readonly entry: KeyEntry };

/** Compared with where no key has the id, so that the time taken does not tell. */
const NOBODY = Buffer.alloc(32);

/** Tells whose key a text is; digests are compared in constant time. */
export function findKey(
  entries: readonly KeyEntry[],
  text: string,
  now: InstantText,
): PresentedKey {
  const [, id, secret = ''] = FORM.exec(text) ?? [];
  const entry = entries.find((one) => one.id === id);
  const kept = entry === undefined ? NOBODY : Buffer.from(entry.sha256, 'hex');
  const isSame = timingSafeEqual(digestOf(Buffer.from(secret, 'base64url')), kept);
  if (entry === undefined || !isSame) return { kind: 'unknown' };
  // Both are texts of one form in UTC, which sort as the instants do.
  const isExpired = entry.expires !== undefined && entry.expires <= now;
  return isExpired ? { kind: 'expired', entry } : { kind: 'known', entry };
}
