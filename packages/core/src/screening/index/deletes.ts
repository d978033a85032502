import { HASH_SEED, finishHash, hashByte } from '../token/hash.ts';

/** Letters at the start of a token of which deletions are taken. */
const PREFIX = 8;

/**
 * Hashes of what is left of the first letters of a token when up to `edits` of them are deleted
 * (symmetric deletion, FastSS and SymSpell): two tokens within `edits` of each other have one in
 * common. Hashes are continued from the letters before the deletion, no string is made.
 *
 * @returns how many hashes stand in `out`, which has room for 37
 */
export function deleteHashes(
  letters: Uint8Array,
  span: { readonly start: number; readonly end: number },
  edits: number,
  out: Uint32Array,
): number {
  const end = Math.min(span.end, span.start + PREFIX);
  let count = 0;
  out[count] = hashWithout(letters, span.start, end, -1, -1);
  count += 1;
  if (edits === 0) return count;
  for (let first = span.start; first < end; first += 1) {
    out[count] = hashWithout(letters, span.start, end, first, -1);
    count += 1;
    if (edits === 1) continue;
    for (let second = first + 1; second < end; second += 1) {
      out[count] = hashWithout(letters, span.start, end, first, second);
      count += 1;
    }
  }
  return count;
}

// oxlint-disable-next-line max-params -- called 37 times a token; an object costs a fifth of it
function hashWithout(
  letters: Uint8Array,
  start: number,
  end: number,
  first: number,
  second: number,
): number {
  let hash = HASH_SEED;
  for (let at = start; at < end; at += 1) {
    if (at !== first && at !== second) hash = hashByte(hash, letters[at] as number);
  }
  return finishHash(hash);
}

export const DELETE_HASHES_MAX = 1 + PREFIX + (PREFIX * (PREFIX - 1)) / 2;
