import type { Word } from './word.ts';

/** What a record of the journal is about, version 1. */
export const JOURNAL_KINDS = {
  answer: { meaning: 'An answer was given: a check, a decision or a screening.' },
  rulebook: { meaning: 'Another edition of the rulebook, or an overlay, came into use.' },
  list: { meaning: 'A version of an official list was taken up or refused.' },
  case: { meaning: 'Somebody acted on a case.' },
  configuration: { meaning: 'A setting, user or key was changed.' },
  checkpoint: { meaning: 'The journal up to the record before was signed.' },
  recovery: { meaning: 'An unfinished record was found at the end, and set aside.' },
} as const satisfies Readonly<Record<string, Word>>;

export type JournalKind = keyof typeof JOURNAL_KINDS;
