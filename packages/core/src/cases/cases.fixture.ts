/** What tests of cases are made of. The finding, its rules and its people are invented. */
import { chainEntry, JOURNAL_START } from '../journal/index.ts';
import type {
  CaseAct,
  DateText,
  DutyRow,
  Evaluation,
  EvidenceEdition,
  Finding,
  InstantText,
  JournalRecord,
  RuleId,
  Verdict,
  VerdictRow,
} from '../model/index.ts';
import { caseIdOf, caseOfRecord, proposeAct, type CaseFile, type Refusal } from './index.ts';

const CITE = { citation: 'Act 1', pinpoint: 's.1', verification: 'verified' } as const;
const RULE = 'us-made-rule' as RuleId;

export function instant(text: string): InstantText {
  return text as InstantText;
}

export function reportDuty(due: string | undefined, to = 'contracting officer'): DutyRow {
  const row = { duty: 'report', action: 'report', to, missing: [], because: 'x', cite: [CITE] };
  return due === undefined ? row : { ...row, due: due as DateText };
}

export function rowOf(verdict: Verdict, parts: Partial<VerdictRow> = {}): VerdictRow {
  const base = { rule: RULE, activity: 'use', verdict, because: 'x', missing: [], duties: [] };
  return { ...base, activity: 'use', cite: [CITE], ...parts };
}

export const FINDING: Finding = {
  id: 'f1',
  subject: { kind: 'component', name: 'Made Agent', source: { file: 'a.json', pointer: '/0' } },
  verdicts: [rowOf('undetermined')],
  verdict: 'undetermined',
};
export const ID = caseIdOf(FINDING);

export function evidenceOf(letter: string, gaps: readonly string[] = []): EvidenceEdition {
  return { digest: letter.repeat(64), asOf: '2026-11-20', gaps };
}

export function evaluationOf(
  verdict: Verdict,
  parts: Partial<Evaluation> = {},
  rows: readonly VerdictRow[] = [rowOf(verdict)],
): Evaluation {
  const rulebook = { edition: 'made', digest: 'e'.repeat(64) };
  const evidence = 'a'.repeat(64);
  return { evidence, asOf: '2026-11-20', rulebook, verdict, rows, ...parts };
}

export const OPEN: CaseAct = { act: 'open', finding: FINDING, report: 'd'.repeat(64) };
export const GATHER: CaseAct = {
  act: 'gather-facts',
  scope: ['a.json'],
  evidence: evidenceOf('a'),
};
export const WAIVER = { kind: 'waiver', id: 'W-1' } as const;
export const REPORT = { rule: RULE, duty: 'report', to: 'contracting officer' };

export function evaluate(verdict: Verdict, parts: Partial<Evaluation> = {}): CaseAct {
  return { act: 'evaluate', evaluation: evaluationOf(verdict, parts) };
}

/** From a flagged finding to the request for an exception. */
export const TO_ACCEPTED: readonly CaseAct[] = [
  OPEN,
  GATHER,
  evaluate('barred'),
  { act: 'flag' },
  { act: 'review' },
  { act: 'accept', reason: 'it runs there' },
];

/** An act, by whom and when where that matters. */
export interface Step {
  readonly act: CaseAct;
  readonly by?: string;
  readonly at?: InstantText;
}

export interface Played {
  readonly file: CaseFile | undefined;
  readonly refusals: readonly Refusal[];
  /** The journal of the acts that were done. */
  readonly records: readonly JournalRecord[];
  /** The case after each act that was done. */
  readonly files: readonly CaseFile[];
}

/** Plays acts one after the other, and writes those that are done into a journal. */
export function play(steps: readonly (Step | CaseAct)[]): Played {
  let file: CaseFile | undefined;
  let head = JOURNAL_START;
  const refusals: Refusal[] = [];
  const records: JournalRecord[] = [];
  const files: CaseFile[] = [];
  for (const step of steps) {
    const {
      act,
      by = 'ann',
      at = instant('2026-11-24T10:00:00Z'),
    }: Step = 'act' in step && typeof step.act === 'string' ? { act: step } : step;
    const proposal = proposeAct(file, act, { id: ID, by, at, seq: head.seq + 1 });
    if (!proposal.ok) {
      refusals.push(proposal.refusal);
      continue;
    }
    file = proposal.file;
    files.push(file);
    const { record } = chainEntry(head, { at, kind: 'case', by, body: caseOfRecord(ID, act) });
    head = record;
    records.push(record);
  }
  return { file, refusals, records, files };
}
