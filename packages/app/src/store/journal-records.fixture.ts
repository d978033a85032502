/** Journals of cases for tests of the store. Findings, rules and people are invented. */
import {
  caseIdOf,
  caseOfRecord,
  chainEntry,
  JOURNAL_START,
  type CaseAct,
  type CaseId,
  type DateText,
  type Finding,
  type InstantText,
  type JournalHead,
  type JournalRecord,
  type RuleId,
  type Verdict,
  type VerdictRow,
} from '@interdict/core';

const CITE = { citation: 'Act 1', pinpoint: 's.1', verification: 'verified' } as const;
const RULE = 'us-made-rule' as RuleId;
export const AT = '2026-11-24T10:00:00Z' as InstantText;

/** Names that a locale, a driver or an encoding may put in another order or refuse. */
const NAMES: readonly string[] = [
  'Agent',
  'agent',
  'Ägent',
  '代理',
  '😀 agent',
  'nul\0byte',
  'half \ud83d pair',
  'quote \' and " and \\',
  'x'.repeat(5_000),
];

function rowOf(verdict: Verdict, due?: string): VerdictRow {
  const duty = { duty: 'report', action: 'report', to: 'officer', missing: [], because: 'x' };
  const duties = due === undefined ? [] : [{ ...duty, due: due as DateText, cite: [CITE] }];
  return {
    rule: RULE,
    activity: 'use',
    verdict,
    because: 'x',
    missing: [],
    duties,
    cite: [CITE],
  };
}

export function findingOf(number: number, verdict: Verdict = 'barred'): Finding {
  const name = NAMES[number % NAMES.length] ?? '';
  return {
    id: `finding-${number}`,
    subject: {
      kind: 'component',
      name,
      host: `h${number}`,
      source: { file: 'a.json', pointer: '/0' },
    },
    verdicts: [rowOf(verdict)],
    verdict,
  };
}

/** The case of a finding, up to the review of it; every third owes a report. */
export function actsOn(number: number): readonly CaseAct[] {
  const evidence = { digest: 'a'.repeat(64), asOf: '2026-11-20', gaps: [] };
  const day = String(1 + (number % 28)).padStart(2, '0');
  const rows = [rowOf('barred', number % 3 === 0 ? `2026-11-${day}` : undefined)];
  const rulebook = { edition: 'made', digest: 'e'.repeat(64) };
  const evaluation = {
    evidence: evidence.digest,
    asOf: '2026-11-20',
    rulebook,
    verdict: 'barred',
    rows,
  } as const;
  return [
    { act: 'open', finding: findingOf(number), report: 'd'.repeat(64) },
    { act: 'gather-facts', scope: ['a.json'], evidence },
    { act: 'evaluate', evaluation },
    { act: 'flag' },
    { act: 'comment', text: NAMES[number % NAMES.length] ?? 'x' },
    { act: 'assign', to: NAMES[(number + 3) % NAMES.length] ?? 'x' },
  ];
}

export function idOf(number: number): CaseId {
  return caseIdOf(findingOf(number));
}

/** Records of acts, after a head. */
export function recordsOf(
  acts: readonly (readonly [CaseId, CaseAct])[],
  after: JournalHead = JOURNAL_START,
  by = 'ann',
): readonly JournalRecord[] {
  let head = after;
  return acts.map(([id, act]) => {
    const { record } = chainEntry(head, { at: AT, kind: 'case', by, body: caseOfRecord(id, act) });
    head = record;
    return record;
  });
}

/** A journal of so many cases. */
export function journalOf(cases: number): readonly JournalRecord[] {
  const numbers = Array.from({ length: cases }, (_, number) => number);
  return recordsOf(
    numbers.flatMap((number) => actsOn(number).map((act) => [idOf(number), act] as const)),
  );
}
