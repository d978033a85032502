import type { Tables } from '../snapshot/tables.ts';
import { hashLetters } from '../token/hash.ts';
import { lettersOf } from '../token/letters.ts';

/** The token of the list that has these letters, or -1. */
export function findToken(tables: Tables, letters: Uint8Array, start: number, end: number): number {
  const mask = tables.tokenPlace.length - 1;
  let place = hashLetters(letters, start, end) & mask;
  for (;;) {
    const id = (tables.tokenPlace[place] as number) - 1;
    if (id === -1 || id >= tables.tokenWeight.length) return -1;
    if (hasLetters(tables, id, letters, start, end)) return id;
    place = (place + 1) & mask;
  }
}

export function findText(tables: Tables, text: string): number {
  return findToken(tables, lettersOf(text), 0, text.length);
}

// oxlint-disable-next-line max-params -- see findToken
function hasLetters(
  { tokenStart, tokenLetters }: Tables,
  id: number,
  letters: Uint8Array,
  start: number,
  end: number,
): boolean {
  const first = tokenStart[id] as number;
  if ((tokenStart[id + 1] as number) - first !== end - start) return false;
  for (let at = 0; at < end - start; at += 1) {
    if (tokenLetters[first + at] !== letters[start + at]) return false;
  }
  return true;
}
