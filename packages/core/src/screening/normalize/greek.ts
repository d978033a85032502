import { toAscii } from './to-ascii.ts';

const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/^μπ/u, 'b'],
  [/^ντ/u, 'd'],
  [/^γκ/u, 'g'],
  [/γγ/gu, 'ng'],
  [/γχ/gu, 'nch'],
  [/ου/gu, 'u'],
  [/([αε])υ(?=[αεηιουωβγδζλμνρ])/gu, '$1v'],
  [/([αε])υ/gu, '$1f'],
  [/χ/gu, 'ch'],
  [/υ/gu, 'y'],
];

/** Reads a word in Greek letters, digraphs first. */
export function readGreek(word: string): string {
  let text = word.normalize('NFD').replaceAll(/\p{M}/gu, '');
  for (const [pattern, latin] of PAIRS) text = text.replaceAll(new RegExp(pattern, 'gu'), latin);
  return toAscii(text);
}
