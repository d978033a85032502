import { hashText } from '../token/hash.ts';

/** What a key of a whole name is made from; the salt keeps keys of two kinds apart. */
const JOINED = 1;
const ACRONYM = 2;
const SKELETON = 3;
const ACRONYM_WORDS_MIN = 3;

/** The name without spaces, as it stands and with its last word first. */
export function joinedKeys(words: readonly string[]): readonly number[] {
  const whole = hashText(words.join(''), JOINED);
  if (words.length < 2) return [whole];
  return [whole, hashText((words.at(-1) ?? '') + words.slice(0, -1).join(''), JOINED)];
}

/** First letters of an organization's words, as its short name is made. */
export function acronymOf(words: readonly string[]): string | undefined {
  if (words.length < ACRONYM_WORDS_MIN) return undefined;
  return words.map((word) => word.charAt(0)).join('');
}

export function acronymKey(acronym: string): number {
  return hashText(acronym, ACRONYM);
}

/** From the consonants of all words, in no order: one key for every way of writing the vowels. */
export function skeletonKey(skeletons: readonly string[]): number {
  return hashText([...skeletons].sort().join(' '), SKELETON);
}
