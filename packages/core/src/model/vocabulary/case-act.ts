import type { CaseState } from './case-state.ts';
import type { Word } from './word.ts';

/** In which capacity somebody acts on a case; the four are kept apart on record, version 1. */
export const CAPACITIES = {
  observe: { meaning: 'Brings in evidence: what was seen, where and when.' },
  'state-facts': { meaning: 'States facts that no inventory shows.' },
  decide: { meaning: 'Decides what the evidence and the facts amount to.' },
  approve: { meaning: 'Answers for an exception from what was decided.' },
} as const satisfies Readonly<Record<string, Word>>;

export type Capacity = keyof typeof CAPACITIES;

export interface CaseActWord extends Word {
  /** In which capacity it is done. */
  readonly capacity: Capacity;
  /** States in which it can be done; none for the act that opens a case. */
  readonly from: readonly CaseState[];
  /** State it leads to; absent when the state stays. */
  readonly to?: CaseState;
}

const UNSETTLED = ['open', 'facts-gathered', 'evaluated', 'reopened'] as const;
const EVALUATED = ['evaluated'] as const;
const WORKED_ON = ['flagged', 'under-review', 'accepted-finding', 'remediating'] as const;
const AFTER_REVIEW = ['exception-requested', 'approved', 'rejected'] as const;
const SETTLED = ['cleared', 'closed', 'dismissed'] as const;
const ANY = [...UNSETTLED, ...WORKED_ON, ...AFTER_REVIEW, ...SETTLED] as const;

/** Acts on a case, version 1. */
export const CASE_ACTS = {
  open: {
    capacity: 'observe',
    from: [],
    to: 'open',
    meaning: 'Open a case for a finding.',
  },
  'gather-facts': {
    capacity: 'state-facts',
    from: UNSETTLED,
    to: 'facts-gathered',
    meaning: 'Put on file what was looked at, in what evidence, and with what gaps.',
  },
  evaluate: {
    capacity: 'decide',
    from: ['facts-gathered', 'evaluated', 'reopened'],
    to: 'evaluated',
    meaning: 'Put on file what the rules say of the facts.',
  },
  clear: {
    capacity: 'decide',
    from: EVALUATED,
    to: 'cleared',
    meaning: 'Say that nothing is barred by what was evaluated.',
  },
  flag: {
    capacity: 'decide',
    from: EVALUATED,
    to: 'flagged',
    meaning: 'Say that somebody has to look at it.',
  },
  review: {
    capacity: 'decide',
    from: ['flagged'],
    to: 'under-review',
    meaning: 'Take it up for review.',
  },
  accept: {
    capacity: 'decide',
    from: ['under-review'],
    to: 'accepted-finding',
    meaning: 'Say that the finding is right.',
  },
  dismiss: {
    capacity: 'decide',
    from: ['under-review'],
    to: 'dismissed',
    meaning: 'Say that the finding is not right, and why.',
  },
  remediate: {
    capacity: 'decide',
    from: ['accepted-finding', 'rejected', 'approved'],
    to: 'remediating',
    meaning: 'Begin to remove or end what was found.',
  },
  close: {
    capacity: 'decide',
    from: ['remediating'],
    to: 'closed',
    meaning: 'Say that it is gone, by new evidence.',
  },
  'request-exception': {
    capacity: 'decide',
    from: ['accepted-finding', 'remediating', 'rejected'],
    to: 'exception-requested',
    meaning: 'Ask to keep it under a license or waiver.',
  },
  approve: {
    capacity: 'approve',
    from: ['exception-requested'],
    to: 'approved',
    meaning: 'Let it stay under a license or waiver until that expires.',
  },
  reject: {
    capacity: 'approve',
    from: ['exception-requested'],
    to: 'rejected',
    meaning: 'Say that it may not stay.',
  },
  reopen: {
    capacity: 'decide',
    from: [...WORKED_ON, ...AFTER_REVIEW, ...SETTLED],
    to: 'reopened',
    meaning: 'Take it up again, since a rule, a list, a fact or the evidence changed.',
  },
  'owe-report': {
    capacity: 'decide',
    from: ANY,
    meaning: 'Put on file a report that is owed, with the day it was identified.',
  },
  report: {
    capacity: 'observe',
    from: ANY,
    meaning: 'Put on file that a report was sent, with the digest of what was sent.',
  },
  attach: {
    capacity: 'observe',
    from: ANY,
    meaning: 'Put a document on file by its digest.',
  },
  comment: { capacity: 'state-facts', from: ANY, meaning: 'Put a remark on file.' },
  assign: { capacity: 'decide', from: ANY, meaning: 'Say who works on it.' },
} as const satisfies Readonly<Record<string, CaseActWord>>;

export type CaseActName = keyof typeof CASE_ACTS;
