import type { Party, PartyId } from '../model/index.ts';
import { isHan, skeletonWords } from './name-skeleton.ts';

interface Written {
  readonly words: ReadonlySet<string>;
  readonly id: PartyId;
  /** A short name of a human being, which others bear too. */
  readonly isWeak: boolean;
}

/** Names of fewer words say too little to be looked for inside longer names. */
const WORDS_MIN = 2;

const PATRONYMIC = /(?:vich|vna)$/;

/**
 * Whether the words of a name are all among those asked about. A short name and a patronymic of
 * somebody else are another person.
 */
function isWithin(written: Written, words: ReadonlySet<string>): boolean {
  for (const word of written.words) if (!words.has(word)) return false;
  if (!written.isWeak) return true;
  for (const word of words) if (!written.words.has(word) && PATRONYMIC.test(word)) return false;
  return true;
}

/** "Igor Gennadyevich Chekunov" as "ig chekunov" and "i g chekunov"; nothing for other names. */
function initialsOf(folded: string): readonly string[] {
  const [given, patronymic, surname, ...more] = folded.split(' ');
  if (given === undefined || patronymic === undefined || surname === undefined) return [];
  if (more.length > 0 || !PATRONYMIC.test(patronymic)) return [];
  const [first, second] = [given.charAt(0), patronymic.charAt(0)];
  const joined = `${first}${second} ${surname}`;
  // Two equal initials apart are one word in a set, and one letter stands in front of anything.
  return first === second ? [joined] : [joined, `${first} ${second} ${surname}`];
}

/**
 * Finds parties whose name is written otherwise: transliterated, in another order, with more
 * words around it, or in Chinese characters, which the rulebook does not hold. What it finds is
 * a reason to ask who is meant, never an answer.
 */
export class NearNames {
  readonly #byWord = new Map<string, Written[]>();
  readonly #chinese: PartyId[] = [];

  add(party: Party, names: readonly string[], isWeak: boolean): void {
    // A name that stands for a whole group is in the names of all its companies.
    const isTelling = party.standsFor === undefined;
    for (const name of isTelling ? names : []) this.#addName(name, party.id, isWeak);
    if (party.schema === 'Person') {
      for (const name of names)
        for (const short of initialsOf(name)) this.#addName(short, party.id, true);
    }
    if (!isWeak && party.country === 'CN') this.#chinese.push(party.id);
  }

  #addName(folded: string, id: PartyId, isWeak: boolean): void {
    const words = new Set(skeletonWords(folded));
    if (words.size < WORDS_MIN) return;
    // The longest word is the rarest, and the only one that has to be looked up.
    const [key = ''] = [...words].sort((a, b) => b.length - a.length);
    this.#byWord.set(key, [...(this.#byWord.get(key) ?? []), { words, id, isWeak }]);
  }

  /** Ids of the parties that a folded name may mean. */
  find(folded: string): readonly PartyId[] {
    if (isHan(folded)) return this.#chinese;
    const words = new Set(skeletonWords(folded));
    const found = new Set<PartyId>();
    for (const word of words) {
      for (const written of this.#byWord.get(word) ?? []) {
        if (isWithin(written, words)) found.add(written.id);
      }
    }
    return [...found];
  }
}
