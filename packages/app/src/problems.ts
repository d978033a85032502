import type { Problem } from '@interdict/core';

/** Codes of failures at the edge of the program, with what each one means. */
export const APP_PROBLEMS = {
  usage: 'something was asked for that there is not, or in a way that does not fit together',
  'path-missing': 'a path does not exist or may not be read',
  'profile-invalid': 'the profile is not valid',
  'rulebook-invalid': 'the rulebook is not valid',
  'cases-invalid': 'cases to compare editions by could not be read',
  'edition-missing': 'the rulebook or catalog of this build is missing',
  'output-failed': 'the output could not be written',
  'journal-failed': 'the journal could not be opened or written',
  'journal-locked': 'another process is writing the journal',
  'journal-damaged': 'the journal is not what was written',
  'database-failed': 'the database could not be opened, read or written',
  'database-differs': 'the database is not the projection of this journal',
  'act-refused': 'an act on a case was refused',
  'report-invalid': 'a file is not a report of the program',
  'key-invalid': 'a key cannot be used',
  'list-unknown': 'there is no list of this id, or the file is in no format of a list',
  'store-damaged': 'the folder of the lists is damaged',
  'store-locked': 'another process is changing the list',
  'store-failed': 'the folder of the lists could not be written',
  'rule-unknown': 'the rulebook has no such rule',
  'keys-invalid': 'the file of keys is not valid',
  'listen-failed': 'the server cannot listen where it was told to',
  'request-invalid': 'the request is not one the server understands',
  'input-unreadable': 'nothing in the body could be read as what it has to be',
  'digest-mismatch': 'the body is not the one whose digest was stated',
  'route-unknown': 'there is nothing at this path',
  'method-not-allowed': 'the path does not know this method',
  'body-too-large': 'the body is larger than the server takes',
  'media-type-unsupported': 'the server does not read bodies of this type or encoding',
  'key-missing': 'a key is needed, and none that is known and in force was given',
  'access-denied': 'the request may not do this',
  'too-many-requests': 'more requests came than are answered in a minute',
  overloaded: 'the server is working on as much as it holds in memory',
  defect: 'a defect of the program',
} as const;

export type AppProblemCode = keyof typeof APP_PROBLEMS;

interface ErrorOptions {
  readonly cause?: unknown;
  /** Each thing that is wrong, with its place, where there can be several. */
  readonly problems?: readonly Problem[];
}

/** A failure the caller can do something about. Anything else that is thrown is a defect. */
export class InterdictError extends Error {
  override readonly name = 'InterdictError';
  readonly code: AppProblemCode;

  readonly problems: readonly Problem[];

  constructor(code: AppProblemCode, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.problems = options.problems ?? [];
  }
}
