/**
 * Every limit of the core, by name. Input comes from outside and is bounded before it is used;
 * reaching a limit is reported as a problem and never read as "nothing there".
 */
export const LIMITS = {
  /** Bytes of one decoded input file held in memory for formats that are read whole. */
  documentBytesMax: 512 * 1024 * 1024,
  /** Bytes a compressed input may grow to. */
  expandedBytesMax: 2 * 1024 * 1024 * 1024,
  /** Growth over the compressed size, above `expandedFreeBytes`, that is taken for a bomb. */
  expansionRatioMax: 200,
  /** Expansion below this many bytes is never taken for a bomb. */
  expandedFreeBytes: 64 * 1024 * 1024,
  /** Bytes of a zip archive, which is held in memory while its members are read. */
  archiveBytesMax: 512 * 1024 * 1024,
  /** Members of one archive. */
  membersMax: 100_000,
  /** Archives, envelopes and compression inside each other. */
  containersNestedMax: 6,
  /** UTF-16 code units of one line that is an envelope around a document. */
  envelopeLengthMax: 256 * 1024 * 1024,
  /** Bytes of a program held in memory where it cannot be read at places, and of one piece. */
  programBytesMax: 256 * 1024 * 1024,
  programPieceMax: 16 * 1024 * 1024,
  /** Signatures of one program, and how deep they lie in each other. */
  signaturesMax: 16,
  signatureDepthMax: 4,
  /** Values of one JSON document, which take more memory than its bytes, and keys of one object. */
  jsonValuesMax: 10_000_000,
  jsonKeysMax: 1_000_000,
  /** Nesting of JSON, conditions and components. */
  depthMax: 1_000,
  /** Nesting of YAML, whose parser calls itself for each level. */
  yamlDepthMax: 100,
  /** UTF-16 code units of one string value that is kept. */
  textLengthMax: 1_048_576,
  /** UTF-16 code units of one line of a line format. */
  lineLengthMax: 8 * 1024 * 1024,
  /** Errors of one value against its schema that are looked at. */
  schemaErrorsMax: 64,
  /** Problems kept per file; the rest is counted. */
  problemsMax: 100,
  /** Bytes looked at to recognize a format. */
  sniffBytes: 65_536,
  /** Names of parties whose look-up is remembered, and how long they may be. */
  namesRememberedMax: 20_000,
  nameRememberedLengthMax: 200,
  /** Rows of a log of changes held at one time to find out which of them are still there. */
  rowsHeldMax: 1_000_000,
  /** Rows of a table looked at to learn how it writes its dates. */
  rowsAheadMax: 1_000,
  /** Points in time for which it is remembered who holds for the parties of a relation. */
  holdersRememberedMax: 1_000,
  /** Parties and groups for which it is remembered which rules name them. */
  concernsRememberedMax: 10_000,
  /** Ways in which a kind of rules does not reach an act, and assumptions, that are remembered. */
  waysRememberedMax: 1_000,
  assumptionsRememberedMax: 1_000,
  /** Values kept of one record. */
  fieldsMax: 100_000,
  /** Columns of one row of a table. */
  columnsMax: 1_000,
  screening: {
    /** UTF-16 code units and words of one name that are read; a longer name is said to be cut. */
    nameLengthMax: 512,
    nameTokensMax: 24,
    /** Names and values of one property of a party that are compared. */
    valuesMax: 64,
    /** Names of the list that are aligned for one name of the query. */
    alignmentsMax: 512,
    /** Words whose spelling, and words whose like are remembered. */
    wordsRememberedMax: 50_000,
    tokensRememberedMax: 20_000,
  },
  /** UTF-16 code units of one text in a case; and entries of its lists. */
  caseTextLengthMax: 10_000,
  caseScopeMax: 1_000,
} as const;

export type Limits = typeof LIMITS;
