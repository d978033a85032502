/**
 * The sections of a snapshot: flat arrays, so that loading is one read and threads share one copy.
 * `…Start` arrays have one element more than what they divide: part i of the next array is from
 * element i to element i + 1. Ids are places in these arrays; text is an id of `string…`, 0 empty.
 */
export const SECTIONS = {
  tokenStart: 'u32',
  tokenLetters: 'u8',
  /** Names that have the token. */
  tokenNames: 'u32',
  tokenWeight: 'f32',
  tokenBits: 'f32',
  tokenFlags: 'u8',
  /** Open addressing by the hash of the letters; id + 1, 0 free. */
  tokenPlace: 'u32',
  /** Tokens by the hash of what is left of their first letters when up to two are deleted. */
  deleteStart: 'u32',
  deleteTokens: 'u32',
  /** Tokens by the hash of their consonants. */
  skeletonStart: 'u32',
  skeletonTokens: 'u32',
  postingStart: 'u32',
  postingNames: 'u32',
  nameStart: 'u32',
  nameTokens: 'u32',
  /** Kind of the token at its place, and above it the legal class. */
  nameKinds: 'u8',
  nameWeight: 'f32',
  nameMode: 'u8',
  /** Names by whole-name keys: without spaces, initials, skeleton. */
  doorStart: 'u32',
  doorNames: 'u32',
  /** Rows by the halves of the letters of their name. */
  slipStart: 'u32',
  slipKeys: 'u32',
  slipRows: 'u32',
  /** Who has a name: entity, statement, role, and the days it is listed so. */
  rowStart: 'u32',
  rowEntity: 'u32',
  rowStatement: 'u32',
  rowRole: 'u8',
  rowFrom: 'i32',
  rowTo: 'i32',
  entityId: 'u32',
  entityCaption: 'u32',
  entitySchema: 'u8',
  entityList: 'u8',
  entityFrom: 'i32',
  entityTo: 'i32',
  /** Programs and references of the entity, as JSON. */
  entityMore: 'u32',
  entityNameStart: 'u32',
  entityNames: 'u32',
  factStart: 'u32',
  factKind: 'u8',
  factValue: 'i32',
  factStatement: 'u32',
  identifierStart: 'u32',
  identifierEntity: 'u32',
  identifierStatement: 'u32',
  statementStart: 'u32',
  statementProperty: 'u32',
  statementValue: 'u32',
  statementOriginal: 'u32',
  statementField: 'u32',
  statementPointer: 'u32',
  statementLang: 'u32',
  statementDetail: 'u32',
  statementFrom: 'i32',
  statementTo: 'i32',
  stringStart: 'u32',
  stringBytes: 'u8',
} as const satisfies Record<string, 'u8' | 'u32' | 'i32' | 'f32'>;

export type SectionName = keyof typeof SECTIONS;

interface ArrayOf {
  readonly u8: Uint8Array;
  readonly u32: Uint32Array;
  readonly i32: Int32Array;
  readonly f32: Float32Array;
}

export type Tables = { readonly [Name in SectionName]: ArrayOf[(typeof SECTIONS)[Name]] };

export const TOKEN_ABJAD = 1;
/** Somebody else's name or word: a token near it is not a mistyped one. */
export const TOKEN_KNOWN = 2;
/** A word of what companies do, or where: `northern` is never `southern` mistyped. */
export const TOKEN_GENERIC = 4;

/** First day and day after the last of what has no such day. */
export const EVER_FROM = -0x8000_0000;
export const EVER_TO = 0x7fff_ffff;
