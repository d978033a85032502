import { LEGAL_FORMS, ABBREVIATIONS } from './words.ts';
import { spellOneWay } from './spelling.ts';

/** What is left of a word when one letter is deleted, and the words it may have been. */
export type Corrections = ReadonlyMap<string, readonly string[]>;

/** Shorter words are one slip away from too many others. */
const LETTERS_MIN = 5;

/**
 * Words of legal forms and of what companies do: a slip in `Limited` must not make a rare word of
 * it, which would tell two names apart.
 */
export function buildCorrections(): Corrections {
  const words = new Set<string>();
  for (const forms of Object.values(LEGAL_FORMS)) {
    for (const word of forms.split(/[ ,]/)) words.add(spellOneWay(word));
  }
  for (const [short, long] of ABBREVIATIONS) words.add(spellOneWay(short)).add(spellOneWay(long));
  const corrections = new Map<string, string[]>();
  for (const word of words) {
    // A short word is nothing that a slip becomes, and no slip itself.
    const lefts = word.length < LETTERS_MIN ? [word] : [word, ...deletesOf(word)];
    for (const left of lefts) {
      corrections.set(left, [...(corrections.get(left) ?? []), word]);
    }
  }
  return corrections;
}

/**
 * Words that have no weight, of which a slip or a lost space makes something that the list does not
 * have: titles, particles and legal forms.
 */
export function buildWeightless(words: Iterable<string>): Corrections {
  const corrections = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < WEIGHTLESS_LETTERS_MIN) continue;
    for (const left of [word, ...deletesOf(word)]) {
      corrections.set(left, [...(corrections.get(left) ?? []), word]);
    }
  }
  return corrections;
}

const WEIGHTLESS_LETTERS_MIN = 3;

/** Whether a word is one slip away from a weightless one, or made of two of them. */
export function isWeightless(weightless: Corrections, word: string): boolean {
  const isOne = [word, ...deletesOf(word)].some((left) =>
    weightless.get(left)?.some((right) => isOneSlip(word, right)),
  );
  if (isOne) return true;
  for (let cut = WEIGHTLESS_LETTERS_MIN; cut <= word.length - WEIGHTLESS_LETTERS_MIN; cut += 1) {
    const [left, right] = [word.slice(0, cut), word.slice(cut)];
    if (weightless.get(left)?.includes(left) && weightless.get(right)?.includes(right)) return true;
  }
  return false;
}

function deletesOf(word: string): readonly string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** The word that this is with one slip, if there is one. */
export function correct(corrections: Corrections, word: string): string {
  if (word.length < LETTERS_MIN - 1 || corrections.get(word)?.includes(word) === true) return word;
  for (const left of [word, ...deletesOf(word)]) {
    for (const right of corrections.get(left) ?? []) {
      if (right.length >= LETTERS_MIN && isOneSlip(word, right)) return right;
    }
  }
  return word;
}

/** One letter more, less, other, or two neighbors exchanged. */
export function isOneSlip(left: string, right: string): boolean {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  let end = 0;
  const most = Math.min(left.length, right.length) - start;
  while (end < most && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const a = left.slice(start, left.length - end);
  const b = right.slice(start, right.length - end);
  if (a.length <= 1 && b.length <= 1) return true;
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
}
