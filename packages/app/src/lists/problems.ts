import type { Problem } from '@interdict/core';

/** Codes of everything that can be said of a list file, with what each one means. */
export const LIST_PROBLEMS = {
  'list-unreadable': 'the bytes of the file could not be read or unpacked',
  'list-truncated': 'the file breaks off before its end',
  'list-syntax': 'the text is not in the format from here on',
  'list-markup': 'the file holds a document type or an entity of its own, which are refused',
  'list-limit': 'something in the file is larger than is allowed',
  'list-row': 'a row does not have the columns of its format',
  'list-orphan': 'a row is about an entry that the main part does not have',
  'list-part-missing': 'a part of the list is missing',
  'list-empty': 'the file names nobody',
  'list-count': 'the file does not hold as many entries as it says',
  'list-repeated': 'several entries have one id',
  'list-no-name': 'an entry has no name',
  'list-shrank': 'the list is much shorter than the one before',
  'list-undated': 'nobody says how old the list is',
  'list-older': 'the list is older than the one in use',
  'list-format': 'the file is in no format of the list',
  'list-fetch': 'the list could not be fetched',
  'list-checksum': 'the bytes are not those the publisher names',
  'list-partial-change': 'only what changed of an entry is known, and the rest of it stays',
  'list-delta-base': 'the delta does not fit the version in use',
} as const;

export type ListProblemCode = keyof typeof LIST_PROBLEMS;

/**
 * Something said of a list file. With `isLost` something of the list is missing or in doubt, so
 * the version is refused; without it everything was kept.
 */
export interface ListProblem {
  readonly kind: 'problem';
  readonly code: ListProblemCode;
  readonly message: string;
  /** Name of the file as given. */
  readonly file?: string;
  /** `line:N`, `line:N:COLUMN` or another place in the file. */
  readonly pointer?: string;
  readonly isLost: boolean;
}

/** A place in a list file. */
export interface ListPlace {
  readonly file?: string;
  readonly pointer?: string;
}

/** Something of the list is missing or in doubt. */
export function lost(code: ListProblemCode, message: string, place: ListPlace = {}): ListProblem {
  return { kind: 'problem', code, message, ...place, isLost: true };
}

/** Worth knowing; nothing of the list is missing. */
export function noted(code: ListProblemCode, message: string, place: ListPlace = {}): ListProblem {
  return { kind: 'problem', code, message, ...place, isLost: false };
}

/** What the readers of the core say, where it is more than a fault of syntax. */
const CORE_CODES: Readonly<Partial<Record<string, ListProblemCode>>> = {
  'gzip-damaged': 'list-unreadable',
  'source-failed': 'list-unreadable',
  truncated: 'list-truncated',
  'xml-doctype': 'list-markup',
};

/** A problem met by the readers of the core, as one of a list. */
export function fromProblem(problem: Problem, file: string, isLost: boolean): ListProblem {
  const { code, message, pointer } = problem;
  const place = pointer === undefined ? { file } : { file, pointer };
  const own = CORE_CODES[code] ?? (code.endsWith('-limit') ? 'list-limit' : 'list-syntax');
  return { kind: 'problem', code: own, message, ...place, isLost };
}

/** `file, line 3, column 4: message`, for people. */
export function problemText({ file, pointer, message }: ListProblem): string {
  const at = pointer
    ?.replace(/^line:(\d+):(\d+)$/, 'line $1, column $2')
    .replace(/^line:/, 'line ');
  const where = [file, at].filter((one) => one !== undefined).join(', ');
  return where === '' ? message : `${where}: ${message}`;
}
