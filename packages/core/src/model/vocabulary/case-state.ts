import type { Word } from './word.ts';

/** States of a case, version 1, in the order in which a case goes through them. */
export const CASE_STATES = {
  open: { meaning: 'Opened for a finding; nothing has been gathered yet.' },
  'facts-gathered': {
    meaning: 'The facts stand in the file: what was looked at, in what evidence.',
  },
  evaluated: {
    meaning: 'The rules were asked about these facts, and their answer is in the file.',
  },
  cleared: { meaning: 'Nothing is barred by what was evaluated, until the answer changes.' },
  flagged: { meaning: 'Somebody has to look at it.' },
  'under-review': { meaning: 'Somebody is looking at it.' },
  'accepted-finding': { meaning: 'The finding is right, and something has to be done.' },
  remediating: { meaning: 'What was found is being removed or ended.' },
  closed: { meaning: 'New evidence shows that what was found is gone.' },
  'exception-requested': { meaning: 'Somebody asked to keep it, and nobody has decided yet.' },
  approved: { meaning: 'It may stay under a license or waiver until that expires.' },
  rejected: { meaning: 'It may not stay.' },
  dismissed: { meaning: 'The finding is not right, for a reason that is on record.' },
  reopened: { meaning: 'What it rested on changed or expired, so it has to be evaluated again.' },
} as const satisfies Readonly<Record<string, Word>>;

export type CaseState = keyof typeof CASE_STATES;
