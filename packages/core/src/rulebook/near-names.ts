import type { Party, PartyId } from '../model/index.ts';
import { isHan, skeletonWords } from './name-skeleton.ts';

interface Written {
  readonly words: ReadonlySet<string>;
  readonly id: PartyId;
  /** A short name of a human being, which others bear too. */
  readonly isWeak: boolean;
  /** First letters of all names of a human being, patronymic included; none of a company. */
  readonly initials: ReadonlySet<string>;
}

/** Names of fewer words say too little to be looked for inside longer names. */
const WORDS_MIN = 2;

const PATRONYMIC = /(?:vich|vna)$/;

/**
 * Whether the words of a name are all among those asked about. A short name and a patronymic or
 * initial of somebody else are another person.
 */
function isWithin(written: Written, words: ReadonlySet<string>): boolean {
  for (const word of written.words) if (!words.has(word)) return false;
  if (!written.isWeak) return true;
  for (const word of words) {
    if (written.words.has(word)) continue;
    if (PATRONYMIC.test(word)) return false;
    if (word.length === 1 && written.initials.size > 0 && !written.initials.has(word)) return false;
  }
  return true;
}

interface Bearer {
  readonly party: Party;
  readonly isWeak: boolean;
  readonly initials: ReadonlySet<string>;
}

const NO_LETTERS: ReadonlySet<string> = new Set();

function initialLetters({ name, aliases = [] }: Party): ReadonlySet<string> {
  const words = [name, ...aliases].flatMap((one) => skeletonWords(one.toLowerCase()));
  return new Set(words.map((word) => word.charAt(0)));
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
    const initials = party.schema === 'Person' ? initialLetters(party) : NO_LETTERS;
    for (const name of isTelling ? names : []) this.#addName(name, { party, isWeak, initials });
    if (party.schema === 'Person') {
      for (const short of names.flatMap(initialsOf)) {
        this.#addName(short, { party, isWeak: true, initials });
      }
    }
    if (!isWeak && party.country === 'CN') this.#chinese.push(party.id);
  }

  #addName(folded: string, { party, isWeak, initials }: Bearer): void {
    const words = new Set(skeletonWords(folded));
    if (words.size < WORDS_MIN) return;
    const written: Written = { words, id: party.id, isWeak, initials };
    // The longest word is the rarest, and the only one that has to be looked up.
    const [key = ''] = [...words].sort((a, b) => b.length - a.length);
    this.#byWord.set(key, [...(this.#byWord.get(key) ?? []), written]);
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
