import { type Classifier, createClassifier } from './normalize/classify.ts';
import { FREQUENT, NAME_GROUPS } from './normalize/people.ts';
import { spellOneWay } from './normalize/spelling.ts';
import { GENERIC } from './normalize/words.ts';
import { type CostTables, createCostTables } from './token/similarity.ts';

/** The tables that reading and weighing names need, in the spelling of tokens. Built once. */
export interface Vocabulary {
  readonly classifier: Classifier;
  readonly costs: CostTables;
  readonly frequent: ReadonlySet<string>;
  readonly generic: ReadonlySet<string>;
  /** For a name, the other names that are the same one: short forms, translations, spellings. */
  readonly sameNames: ReadonlyMap<string, readonly string[]>;
}

export function createVocabulary(): Vocabulary {
  return {
    classifier: createClassifier(),
    costs: createCostTables(),
    frequent: spelled(FREQUENT),
    generic: spelled(GENERIC),
    sameNames: buildSameNames(),
  };
}

function spelled(words: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...words].map(spellOneWay));
}

function buildSameNames(): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, Set<string>>();
  for (const group of NAME_GROUPS) {
    const words = group.map(spellOneWay);
    for (const word of words) {
      const others = names.get(word) ?? new Set();
      for (const other of words) if (other !== word) others.add(other);
      names.set(word, others);
    }
  }
  return new Map([...names].map(([word, others]) => [word, [...others].sort()]));
}

/** What a token tells, in bits: the logarithm of how many names there are for one that has it. */
export interface Information {
  readonly bits: number;
  readonly weight: number;
}

/**
 * Names that are in no list yet count as well: a list of ten entries does not make a word rare or
 * frequent. The figure is of the order of the official lists together.
 */
const NAMES_BEHIND = 50_000;
const BITS_FULL = 14;
const BITS_FREQUENT = 7;
const BITS_GENERIC = 4;
const BITS_SHORT = [0, 1, 6, 8, 11];
export const WEIGHT_MIN = 0.55;
const WEIGHT_SPREAD = 0.95;
/** Bits that a weight above the least one stands for. */
export const BITS_PER_WEIGHT: number = BITS_FULL / WEIGHT_SPREAD;
const WEIGHT_INITIAL = 0.5;
const WEIGHT_NUMBER = 0.9;
/** A patronymic is left out as often as it is written. */
const BITS_PATRONYMIC = 4;
const PATRONYMIC = /(ovich|evich|ovych|ovic|ovna|evna|ivna|iivna|oglu|oghlu|ogli|kyzy|qizi|kizi)$/;

/**
 * @param names names of the list that have the token
 * @param total names of the list
 */
export function informationOf(
  vocabulary: Vocabulary,
  token: string,
  names: number,
  total: number,
): Information {
  if (token.length === 1 && token > '9') return { bits: 1, weight: WEIGHT_INITIAL };
  if (/^\d/.test(token)) return { bits: 4, weight: WEIGHT_NUMBER };
  let bits = Math.log2((total + NAMES_BEHIND) / (names + 1));
  bits = Math.min(bits, BITS_FULL, BITS_SHORT[token.length] ?? BITS_FULL);
  if (vocabulary.frequent.has(token)) bits = Math.min(bits, BITS_FREQUENT);
  if (vocabulary.generic.has(token)) bits = Math.min(bits, BITS_GENERIC);
  if (PATRONYMIC.test(token)) bits = Math.min(bits, BITS_PATRONYMIC);
  bits = Math.max(bits, 1);
  // INVARIANT: bits never exceed what the weight stands for, since bounds are taken from weights.
  return { bits, weight: WEIGHT_MIN + bits / BITS_PER_WEIGHT };
}
