import { LIMITS } from '../../limits.ts';
import { hashText } from '../token/hash.ts';

/** Shorter names are one letter away from too many others; one letter may have been lost. */
export const SLIP_LETTERS_MIN = 8;
/** Most names; they are read in a fraction of the time. */
const ASCII_ONLY = /^[\u0020-\u007e]*$/;
const START = 4;
const END = 5;

/**
 * The letters and digits of a name as it is written, whatever its words are read as later:
 * `LAST, First` is turned round. Empty when there are too few, though one may be lost.
 */
export function writtenLetters(text: string): string {
  const name = text.slice(0, LIMITS.screening.nameLengthMax);
  const comma = name.indexOf(',');
  const turned = comma === -1 ? name : `${name.slice(comma + 1)} ${name.slice(0, comma)}`;
  const letters = ASCII_ONLY.test(turned)
    ? turned.toLowerCase().replaceAll(/[^a-z0-9]+/g, '')
    : turned
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return letters.length < SLIP_LETTERS_MIN - 1 ? '' : letters;
}

/**
 * Keys of a name of which one letter may be wrong: of two names one slip apart, the first halves or
 * the second halves are the same, unless the slip exchanges the two letters in the middle.
 */
export function halfKeys(letters: string): readonly number[] {
  if (letters === '') return [];
  const middle = letters.length >> 1;
  const length = String(letters.length);
  return [
    hashText(letters.slice(0, middle) + length, START),
    hashText(letters.slice(middle) + length, END),
  ];
}

/** Keys of all names that are one slip away: one letter more, fewer, other, or two exchanged. */
export function halfKeysAround(letters: string): readonly number[] {
  if (letters === '') return [];
  const keys: number[] = [];
  for (let length = letters.length - 1; length <= letters.length + 1; length += 1) {
    const middle = length >> 1;
    keys.push(hashText(letters.slice(0, middle) + String(length), START));
    keys.push(hashText(letters.slice(middle - length) + String(length), END));
  }
  const middle = letters.length >> 1;
  const exchanged =
    letters.slice(0, middle - 1) + letters.charAt(middle) + letters.charAt(middle - 1);
  keys.push(hashText(exchanged.slice(0, middle) + String(letters.length), START));
  return keys;
}
