/** What a token is, as far as its form and its neighbors tell. */
export type TokenKind =
  | 'word'
  | 'initial'
  | 'particle'
  | 'title'
  | 'suffix'
  | 'legal-form'
  | 'number';

/** How a name is to be read: legal forms are words in the name of a person. */
export type NameMode = 'person' | 'organization' | 'any';

/** Classes of legal forms: two names may differ in the form of one class and mean one company. */
export type LegalClass =
  | 'limited'
  | 'joint-stock'
  | 'corporation'
  | 'partnership'
  | 'state'
  | 'cooperative'
  | 'foundation'
  | 'sole';

/** Another romanization of the same letters. */
export interface OtherReading {
  readonly text: string;
  readonly isAbjad: boolean;
}

export interface NameToken {
  /** Latin letters and digits in lower case, spelled the one way that both sides are spelled. */
  readonly text: string;
  /** The letters of the name that were read, for explanations. */
  readonly surface: string;
  readonly kind: TokenKind;
  /** Vowels were not written: the token came from an abjad or an abugida. */
  readonly isAbjad: boolean;
  readonly alternatives: readonly OtherReading[];
  readonly legalClass?: LegalClass;
}

export interface NormalName {
  readonly tokens: readonly NameToken[];
  /** The name was longer than `nameLengthMax`; what follows was not read. */
  readonly isCut: boolean;
}
