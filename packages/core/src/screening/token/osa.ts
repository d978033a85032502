import { ALPHABET } from './letters.ts';

/** For each letter, a bit for every place of the pattern where it stands. */
export type Pattern = Int32Array<ArrayBuffer>;

export function patternOf(letters: Uint8Array): Pattern {
  const pattern = new Int32Array(ALPHABET);
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] as number;
    pattern[letter] = (pattern[letter] as number) | (1 << at);
  }
  return pattern;
}

/**
 * Insertions, deletions, substitutions and exchanges of neighbors between two tokens (optimal
 * string alignment), by Hyyrö's bit vectors: one pass over `text` instead of a table, 0.1 µs
 * against 0.6 µs for names. The pattern has 31 letters at most.
 */
export function osaDistance(
  pattern: Pattern,
  patternLength: number,
  text: Uint8Array,
  span: { readonly start: number; readonly end: number },
): number {
  const last = 1 << (patternLength - 1);
  let positive = -1;
  let negative = 0;
  let diagonal = 0;
  let before = 0;
  let distance = patternLength;
  for (let at = span.start; at < span.end; at += 1) {
    const matches = pattern[text[at] as number] as number;
    const exchanged = ((~diagonal & matches) << 1) & before;
    diagonal = (((matches & positive) + positive) ^ positive) | matches | negative | exchanged;
    let horizontalUp = negative | ~(diagonal | positive);
    let horizontalDown = diagonal & positive;
    if ((horizontalUp & last) !== 0) distance += 1;
    if ((horizontalDown & last) !== 0) distance -= 1;
    horizontalUp = (horizontalUp << 1) | 1;
    horizontalDown <<= 1;
    positive = horizontalDown | ~(diagonal | horizontalUp);
    negative = horizontalUp & diagonal;
    before = matches;
  }
  return distance;
}
