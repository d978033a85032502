import type { Word } from './word.ts';

/** What an act on a case is held to, version 1; a refused act names its guard. */
export const CASE_GUARDS = {
  state: { meaning: 'The act belongs to the state the case is in.' },
  time: { meaning: 'No act is dated before the one it follows.' },
  'scope-and-evidence': {
    meaning:
      'Nothing is evaluated, and so nothing cleared, without a list of what was looked at and ' +
      'an edition of evidence.',
  },
  'no-gaps': { meaning: 'Nothing is cleared or closed while evidence could not be looked at.' },
  evaluation: { meaning: 'What is decided rests on an evaluation of the facts in the file.' },
  'verdict-frees': { meaning: 'Only a verdict that leaves the act free lets a case be cleared.' },
  'reports-sent': { meaning: 'No case is cleared or closed while a report is owed.' },
  'license-or-waiver': {
    meaning: 'An exception names the license or waiver it rests on by its id.',
  },
  expiry: { meaning: 'An exception ends at an instant that is still to come.' },
  'second-person': { meaning: 'Who asked for an exception does not answer for it.' },
  'new-evidence': { meaning: 'A case is closed by evidence gathered after the finding.' },
  'report-owed': { meaning: 'Only a report that is owed and not sent can be sent.' },
} as const satisfies Readonly<Record<string, Word>>;

export type CaseGuard = keyof typeof CASE_GUARDS;

/** Why a finding is not right, version 1. */
export const DISMISSAL_REASONS = {
  'other-party': { meaning: 'It is about another party that only bears a like name.' },
  'other-product': { meaning: 'It is another product than the one identified.' },
  'not-present': { meaning: 'What the sign pointed to is not there.' },
  'not-bound': { meaning: 'The rule does not bind this organization.' },
  duplicate: { meaning: 'Another case is about the same thing.' },
} as const satisfies Readonly<Record<string, Word>>;

export type DismissalReason = keyof typeof DISMISSAL_REASONS;

/** Why a case is taken up again, version 1. */
export const REOPENING_CAUSES = {
  rule: { meaning: 'A rule changed, or its next change came.' },
  list: { meaning: 'An official list changed.' },
  fact: { meaning: 'A fact that was stated changed.' },
  evidence: { meaning: 'New evidence shows something else.' },
  expiry: { meaning: 'The exception it rested on expired.' },
} as const satisfies Readonly<Record<string, Word>>;

export type ReopeningCause = keyof typeof REOPENING_CAUSES;
