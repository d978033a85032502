// long lines: a table of words

import { toAscii } from '../normalize/to-ascii.ts';

/** Words of nearly every address. */
const COMMON = new Set(
  'street str st road rd avenue ave lane building bldg floor fl room rm suite office unit no block of the ul ulitsa dom d p o box po city district province region'.split(
    ' ',
  ),
);

export function addressWords(address: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [piece] of address.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const word = toAscii(piece);
    if (word !== '' && !COMMON.has(word)) words.add(word);
  }
  return words;
}

/** Share of the smaller address that stands in the other; one word alone is no address. */
export function sharedShare(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const size = Math.min(left.size, right.size);
  if (size < 2) return 0;
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  return shared / size;
}
