/**
 * Everything about a score that is a choice and not a fact, so that a run can record it and a
 * supervisor can read it. Points are ten-thousandths of the score.
 */
export interface ScreeningPolicy {
  readonly id: string;
  /** Score from which a result is a match. */
  readonly threshold: number;
  /** Score below which a result is not shown. */
  readonly cutoff: number;
  /** Points of a name of which every word is found, spelled the same. */
  readonly nameFull: number;
  /** Share of its weight that a listed word costs when the query leaves it out. */
  readonly missingShare: number;
  /** Share of its weight that a word of the query costs when the list does not have it. */
  readonly extraShare: number;
  /** Share of its weight that it costs, beside the above, when both sides have another word. */
  readonly clashShare: number;
  /** An initial of each side stands for a word of the other. */
  readonly crossedPoints: number;
  /** Bits of an ordinary full name, of a person and of an organization: more is worth points. */
  readonly usualBits: number;
  readonly usualBitsOrganization: number;
  readonly rarityPoints: number;
  /** Most that a name of frequent words loses when it is not the same. */
  readonly frequentPoints: number;
  /** Most that a name has of whose several words only one is found. */
  readonly oneWordMax: number;
  /** Bits from which one word may stand for an organization of several. */
  readonly oneWordBits: number;
  readonly numberDiffersPoints: number;
  readonly numberMissingPoints: number;
  readonly legalFormDiffersPoints: number;
  readonly legalFormMissingPoints: number;
  /** A person is asked for, and the listed name has the legal form of a company. */
  readonly legalFormOfPersonPoints: number;
  readonly identicalPoints: number;
  readonly acronymPoints: number;
  /** Points that a name has at least which is written as the listed one but for one letter. */
  readonly slipPoints: number;
  readonly weakAliasPoints: number;
  readonly previousNamePoints: number;
  readonly typePoints: number;
  readonly birthDate: Readonly<Record<string, number>>;
  readonly countrySamePoints: number;
  readonly countryOtherPoints: number;
  readonly genderSamePoints: number;
  readonly genderOtherPoints: number;
  readonly addressPoints: number;
  /** Points a result has at least when an identifier is the same, and what it adds above that. */
  readonly identifierFloor: Readonly<Record<'global' | 'national' | 'contact', number>>;
  readonly identifierPoints: Readonly<Record<'global' | 'national' | 'contact', number>>;
  readonly identifierOtherPoints: number;
  readonly identifierUncheckedPoints: number;
}

export const DEFAULT_POLICY: ScreeningPolicy = {
  id: 'interdict.screening/1',
  threshold: 0.7,
  cutoff: 0.5,
  nameFull: 9000,
  missingShare: 0.7,
  extraShare: 1,
  clashShare: 0.6,
  crossedPoints: -2000,
  usualBits: 20,
  usualBitsOrganization: 11,
  rarityPoints: 400,
  frequentPoints: 2000,
  oneWordMax: 6400,
  oneWordBits: 9,
  numberDiffersPoints: -2500,
  numberMissingPoints: -500,
  legalFormDiffersPoints: -400,
  legalFormMissingPoints: -50,
  legalFormOfPersonPoints: -2000,
  identicalPoints: 100,
  acronymPoints: 7200,
  slipPoints: 7800,
  weakAliasPoints: -800,
  previousNamePoints: -100,
  typePoints: -3000,
  birthDate: {
    same: 400,
    'same-month': 200,
    'same-year': 100,
    swapped: 200,
    'one-digit': 0,
    'year-near': -300,
    'other-day': -1000,
    other: -3000,
  },
  countrySamePoints: 150,
  countryOtherPoints: -700,
  genderSamePoints: 50,
  genderOtherPoints: -2000,
  addressPoints: 150,
  identifierFloor: { global: 8500, national: 7500, contact: 5500 },
  identifierPoints: { global: 600, national: 500, contact: 150 },
  identifierOtherPoints: -1500,
  identifierUncheckedPoints: -500,
};

/** Likeness that stands for how two tokens are the same although they are not spelled so. */
export const LIKENESS = {
  /** Below this two tokens are two words; one edit is a slip even in a short word. */
  min: 0.7,
  minOfOneEdit: 0.62,
  /** Short forms and translations of one name. */
  sameName: 0.88,
  /** Words written as one, or one as several. */
  joined: 0.97,
  /** With the article before it, or without. */
  article: 0.95,
  initial: 0.9,
  /** Vowels that an abjad leaves out may have been others. */
  abjadMax: 0.95,
  /** One edit in so short a word that it may be another one. */
  minOfShort: 0.45,
  /** What a weak pair must still be worth. */
  minOfWeak: 0.5,
  /** Taken off a weak pair: a short word, or one near a listed one and a name of its own. */
  weakAlone: 0.12,
  /** The same where two more words of the name are found, so that a slip is likely. */
  weakAmongOthers: 0.06,
  /** Added to a likeness to say that the pair is weak. */
  weakMark: 2,
} as const;
