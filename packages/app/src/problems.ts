/** Codes of failures at the edge of the program, with what each one means. */
export const APP_PROBLEMS = {
  usage: 'the command was called wrongly',
  'path-missing': 'a path does not exist or may not be read',
  'profile-invalid': 'the profile is not valid',
  'rulebook-invalid': 'the rulebook is not valid',
  'cases-invalid': 'cases to compare editions by could not be read',
  'edition-missing': 'the rulebook or catalog of this build is missing',
  'output-failed': 'the output could not be written',
  'journal-failed': 'the journal could not be opened or written',
  'journal-locked': 'another process is writing the journal',
  'journal-damaged': 'the journal is not what was written',
  'key-invalid': 'a key cannot be used',
  'list-unknown': 'there is no list of this id, or the file is in no format of a list',
  'store-damaged': 'the folder of the lists is damaged',
  'store-locked': 'another process is changing the list',
  'store-failed': 'the folder of the lists could not be written',
} as const;

export type AppProblemCode = keyof typeof APP_PROBLEMS;

/** A failure the caller can do something about. Anything else that is thrown is a defect. */
export class InterdictError extends Error {
  override readonly name = 'InterdictError';
  readonly code: AppProblemCode;

  constructor(code: AppProblemCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
