import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CASE_ACTS,
  CASE_STATES,
  wordsOf,
  type CaseAct,
  type CaseGuard,
  type CaseState,
  type DateText,
} from '../model/index.ts';
import {
  evaluate,
  evaluationOf,
  evidenceOf,
  FINDING,
  GATHER,
  ID,
  instant,
  OPEN,
  play,
  REPORT,
  reportDuty,
  rowOf,
  TO_ACCEPTED,
  WAIVER,
  type Step,
} from './cases.fixture.ts';
import {
  caseAsOf,
  caseOfRecord,
  isOverdue,
  lapseOf,
  owedReports,
  readCaseAct,
  takeRecord,
  type CaseFile,
} from './index.ts';

const CLEAR: CaseAct = { act: 'clear', reason: 'nothing is barred' };
const ASK: CaseAct = {
  act: 'request-exception',
  reason: 'needed until it is replaced',
  instrument: WAIVER,
  expires: instant('2027-01-01T00:00:00Z'),
};
const REMEDIATE: CaseAct = { act: 'remediate', plan: 'taken off by Friday' };
const APPROVE: CaseAct = { act: 'approve', reason: 'there is no other' };
const BOB_APPROVES: Step = { act: APPROVE, by: 'bob' };

describe('a case', () => {
  it.each<[CaseState, readonly (CaseAct | Step)[]]>([
    ['open', [OPEN]],
    ['facts-gathered', [OPEN, GATHER]],
    ['evaluated', [OPEN, GATHER, evaluate('permitted')]],
    ['cleared', [OPEN, GATHER, evaluate('permitted'), CLEAR]],
    ['flagged', TO_ACCEPTED.slice(0, 4)],
    ['under-review', TO_ACCEPTED.slice(0, 5)],
    ['accepted-finding', TO_ACCEPTED],
    [
      'dismissed',
      [...TO_ACCEPTED.slice(0, 5), { act: 'dismiss', because: 'other-party', reason: 'no kin' }],
    ],
    ['remediating', [...TO_ACCEPTED, REMEDIATE]],
    [
      'closed',
      [...TO_ACCEPTED, REMEDIATE, { act: 'close', reason: 'gone', evidence: evidenceOf('b') }],
    ],
    ['exception-requested', [...TO_ACCEPTED, ASK]],
    ['approved', [...TO_ACCEPTED, ASK, BOB_APPROVES]],
    ['rejected', [...TO_ACCEPTED, ASK, { act: { act: 'reject', reason: 'no' }, by: 'bob' }]],
    ['reopened', [...TO_ACCEPTED, { act: 'reopen', cause: 'list', reason: 'a new entry' }]],
  ])('comes to be %s', (state, steps) => {
    const { file, refusals } = play(steps);

    expect(refusals).toEqual([]);
    expect(file?.state).toBe(state);
  });

  it('says of every act in a state it does not belong to which states it belongs to', () => {
    const { refusals } = play([OPEN, CLEAR]);

    expect(refusals[0]).toMatchObject({ code: 'act-refused', guard: 'state' });
    expect(refusals[0]?.message).toContain('`clear` is not done to a case that is `open`');
    expect(refusals[0]?.missing).toEqual(['one of the states evaluated']);
  });

  it('names each act and state in the table of acts once it can be reached', () => {
    const reached = new Set(
      Object.values(CASE_ACTS).flatMap((act) => ('to' in act ? [act.to] : [])),
    );

    expect([...reached].sort()).toEqual(wordsOf(CASE_STATES).sort());
  });

  it('is not opened twice, and not worked on before it is opened', () => {
    expect(play([OPEN, OPEN]).refusals[0]?.code).toBe('case-exists');
    expect(play([GATHER]).refusals[0]?.code).toBe('case-unknown');
  });

  it('takes no act dated before the last one', () => {
    const late = instant('2026-11-23T00:00:00Z');

    const { refusals } = play([OPEN, { act: GATHER, at: late }]);

    expect(refusals[0]?.guard).toBe('time');
  });
});

describe('a guard', () => {
  const next = { at: instant('2026-12-01T00:00:00Z'), verdict: 'barred' } as const;
  it.each<[CaseGuard, string, readonly (CaseAct | Step)[], readonly string[]]>([
    [
      'verdict-frees',
      'clears nothing the rules leave open',
      [OPEN, GATHER, evaluate('undetermined'), CLEAR],
      [],
    ],
    [
      'verdict-frees',
      'clears nothing that is not yet barred, until nobody knows when',
      [OPEN, GATHER, evaluate('not-yet'), CLEAR],
      [],
    ],
    [
      'scope-and-evidence',
      'evaluates no facts without a scope',
      [OPEN, { ...GATHER, scope: [] } as CaseAct, evaluate('permitted')],
      ['the list of what was looked at'],
    ],
    [
      'scope-and-evidence',
      'evaluates no facts without evidence',
      [OPEN, { act: 'gather-facts', scope: ['a.json'] }, evaluate('permitted')],
      ['the edition of the evidence'],
    ],
    [
      'evaluation',
      'takes no evaluation of other evidence',
      [OPEN, GATHER, evaluate('permitted', { evidence: 'b'.repeat(64) })],
      [`an evaluation of the evidence ${'a'.repeat(64)}`],
    ],
    [
      'evaluation',
      'clears nothing on an answer that has changed since',
      [
        OPEN,
        GATHER,
        evaluate('not-yet', { next }),
        { act: CLEAR, at: instant('2026-12-01T00:00:00Z') },
      ],
      ['an evaluation as of 2026-12-01T00:00:00Z'],
    ],
    [
      'no-gaps',
      'clears nothing while a file could not be read',
      [
        OPEN,
        { act: 'gather-facts', scope: ['a.json'], evidence: evidenceOf('a', ['b.zip: locked']) },
        evaluate('permitted'),
        CLEAR,
      ],
      ['b.zip: locked'],
    ],
    [
      'reports-sent',
      'clears nothing while a report is owed',
      [
        OPEN,
        GATHER,
        {
          act: 'evaluate',
          evaluation: evaluationOf('permitted', {}, [
            rowOf('permitted', { duties: [reportDuty('2026-11-25')] }),
          ]),
        },
        CLEAR,
      ],
      ['report of us-made-rule to contracting officer, due 2026-11-25'],
    ],
    [
      'license-or-waiver',
      'approves nothing that rests on no license or waiver',
      [
        ...TO_ACCEPTED,
        { act: 'request-exception', reason: 'x', expires: instant('2027-01-01T00:00:00Z') },
        BOB_APPROVES,
      ],
      ['the id of the license or waiver'],
    ],
    [
      'expiry',
      'approves nothing without an end',
      [...TO_ACCEPTED, { act: 'request-exception', reason: 'x', instrument: WAIVER }, BOB_APPROVES],
      ['an instant of expiry after now'],
    ],
    [
      'expiry',
      'approves nothing that has ended already',
      [...TO_ACCEPTED, ASK, { act: APPROVE, by: 'bob', at: instant('2027-01-01T00:00:00Z') }],
      ['an instant of expiry after now'],
    ],
    [
      'second-person',
      'lets nobody approve what he asked for, however he writes his name',
      [...TO_ACCEPTED, ASK, { act: APPROVE, by: ' ANN ' }],
      ['the answer of another person'],
    ],
    [
      'second-person',
      'lets nobody reject what he asked for',
      [...TO_ACCEPTED, ASK, { act: 'reject', reason: 'x' }],
      ['the answer of another person'],
    ],
    [
      'new-evidence',
      'closes nothing on the evidence it was found in',
      [...TO_ACCEPTED, REMEDIATE, { act: 'close', reason: 'gone', evidence: evidenceOf('a') }],
      ['evidence gathered after the remediation'],
    ],
    [
      'report-owed',
      'takes no report that is not owed',
      [OPEN, { act: 'report', ...REPORT, document: 'c'.repeat(64) }],
      [],
    ],
  ])('%s %s', (guard, _, steps, missing) => {
    const { refusals } = play(steps);

    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatchObject({ code: 'act-refused', guard, missing });
  });

  it('takes no evaluation that is milder than its rows', () => {
    const milder = evaluationOf('permitted', {}, [rowOf('permitted'), rowOf('barred')]);

    const { refusals } = play([OPEN, GATHER, { act: 'evaluate', evaluation: milder }]);

    expect(refusals[0]?.code).toBe('act-invalid');
  });
});

describe('what a case rests on', () => {
  it('reopens it at the instant an exception expires, and not before', () => {
    const { file } = play([...TO_ACCEPTED, ASK, BOB_APPROVES]);

    const before = caseAsOf(file as CaseFile, instant('2026-12-31T23:59:59Z'));
    const then = caseAsOf(file as CaseFile, instant('2027-01-01T00:00:00Z'));

    expect(before.state).toBe('approved');
    expect(then).toMatchObject({
      state: 'reopened',
      reopened: { cause: 'expiry', at: '2027-01-01T00:00:00Z' },
    });
    expect(then.exception).toBeUndefined();
  });

  it('reopens a cleared case at the next change of any row', () => {
    const next = { at: instant('2027-03-01T00:00:00Z'), verdict: 'barred' } as const;
    const rows = [rowOf('permitted'), rowOf('not-yet', { next })];
    const evaluation = evaluationOf('not-yet', {}, rows);

    const { file } = play([OPEN, GATHER, { act: 'evaluate', evaluation }, CLEAR]);

    expect(lapseOf(file as CaseFile)).toEqual({ at: next.at, cause: 'rule' });
    expect(caseAsOf(file as CaseFile, next.at).state).toBe('reopened');
  });

  it('keeps the facts when the law changed, and asks for new ones when they did', () => {
    const cleared = [OPEN, GATHER, evaluate('permitted'), CLEAR];
    const byLaw = play([...cleared, { act: 'reopen', cause: 'rule', reason: 'amended' }]);
    const byFact = play([...cleared, { act: 'reopen', cause: 'fact', reason: 'sold' }]);

    expect(byLaw.file).toMatchObject({ scope: ['a.json'], evidence: evidenceOf('a') });
    expect(byFact.file).toMatchObject({ scope: [] });
    expect(byFact.file?.evidence).toBeUndefined();
    expect(byLaw.file?.evaluation).toBeUndefined();
  });
});

describe('a report that is owed', () => {
  const owing = (due: string | undefined): CaseAct => ({
    act: 'evaluate',
    evaluation: evaluationOf('barred', {}, [rowOf('barred', { duties: [reportDuty(due)] })]),
  });

  it('has its day from the row of the duty, and a later evaluation does not move it back', () => {
    const { file } = play([OPEN, GATHER, owing('2026-11-25'), owing('2026-12-02')]);

    const owed = owedReports(file as CaseFile);
    expect(owed).toMatchObject([{ duty: 'report', due: '2026-11-25', isStated: false }]);
    expect(owed.map((one) => isOverdue(one, instant('2026-11-25T23:00:00Z')))).toEqual([false]);
    expect(owed.map((one) => isOverdue(one, instant('2026-11-26T00:00:00Z')))).toEqual([true]);
  });

  it('that somebody states has its day from the calendar of business days', () => {
    // Thanksgiving, 26 November 2026, is no business day; day 1 is the next business day.
    const owe: CaseAct = {
      act: 'owe-report',
      ...REPORT,
      identified: '2026-11-24' as DateText,
      within: { n: 3, unit: 'business-day' },
    };

    const { file } = play([OPEN, owe, GATHER, evaluate('permitted')]);

    expect(owedReports(file as CaseFile)).toMatchObject([{ due: '2026-11-30', isStated: true }]);
  });

  it('goes when the facts are put right, and is on file once it was sent', () => {
    const sent: CaseAct = { act: 'report', ...REPORT, document: 'c'.repeat(64) };
    const corrected = play([OPEN, GATHER, owing('2026-11-25'), evaluate('permitted')]);
    const reported = play([OPEN, GATHER, owing(undefined), sent, evaluate('permitted'), CLEAR]);

    expect(corrected.file?.reports).toEqual([]);
    expect(reported.refusals).toEqual([]);
    expect(reported.file?.reports).toMatchObject([
      { sent: { by: 'ann', document: 'c'.repeat(64) } },
    ]);
  });
});

describe('the record of an act', () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['an act nobody knows', { ...caseOfRecord(ID, CLEAR), act: 'forget' }],
    ['an act named like a part of every object', { ...caseOfRecord(ID, CLEAR), act: 'toString' }],
    ['a field too many', { ...caseOfRecord(ID, CLEAR), approved: true }],
    ['a reason of spaces', caseOfRecord(ID, { act: 'clear', reason: '  ' })],
    ['another capacity', { ...caseOfRecord(ID, CLEAR), capacity: 'approve' }],
    [
      'the id of another finding',
      caseOfRecord(ID, { ...OPEN, finding: { ...FINDING, id: 'f2' } } as CaseAct),
    ],
  ])('is refused with %s', (_, body) => {
    expect(readCaseAct(body)).toMatchObject({ ok: false, refusal: { code: 'act-invalid' } });
  });

  it('carries one of the four capacities', () => {
    const { records } = play([...TO_ACCEPTED, ASK, BOB_APPROVES]);

    expect(records.map(({ body }) => body['capacity'])).toEqual([
      'observe',
      'state-facts',
      ...Array.from({ length: 5 }, () => 'decide'),
      'approve',
    ]);
  });
});

const next = { at: instant('2026-11-24T10:00:30Z'), verdict: 'barred' } as const;
const anyAct: fc.Arbitrary<CaseAct> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<CaseAct>(OPEN, { act: 'flag' }, { act: 'review' }) },
  fc.record({
    act: fc.constant('gather-facts' as const),
    scope: fc.subarray(['a.json', 'b.json']),
    evidence: fc.constantFrom(evidenceOf('a'), evidenceOf('b'), evidenceOf('a', ['b.zip'])),
  }),
  fc.constantFrom<CaseAct>({ act: 'gather-facts', scope: ['a.json'] }),
  fc
    .tuple(
      fc.constantFrom('permitted', 'not-yet', 'undetermined', 'barred'),
      fc.constantFrom({}, { next }, { evidence: 'b'.repeat(64) }),
    )
    .map(([verdict, parts]): CaseAct => evaluate(verdict, parts)),
  fc.constant<CaseAct>({
    act: 'evaluate',
    evaluation: evaluationOf('permitted', {}, [
      rowOf('permitted', { duties: [reportDuty('2026-11-25')] }),
    ]),
  }),
  { weight: 2, arbitrary: fc.constant(CLEAR) },
  fc.constantFrom<CaseAct>(
    { act: 'accept', reason: 'x' },
    { act: 'dismiss', because: 'duplicate', reason: 'x' },
    REMEDIATE,
    { act: 'close', reason: 'x', evidence: evidenceOf('b') },
    { act: 'reject', reason: 'x' },
    { act: 'reopen', cause: 'rule', reason: 'x' },
    { act: 'reopen', cause: 'evidence', reason: 'x' },
    { act: 'report', ...REPORT, document: 'c'.repeat(64) },
    { act: 'comment', text: 'x' },
    { act: 'assign', to: 'cal' },
  ),
  fc.constantFrom<CaseAct>(ASK, { act: 'request-exception', reason: 'x' }),
  {
    weight: 2,
    arbitrary: fc.constantFrom<CaseAct>(APPROVE, {
      ...APPROVE,
      instrument: WAIVER,
      expires: instant('2026-11-24T10:00:40Z'),
    } as CaseAct),
  },
);

/** Acts mostly in an order that leads somewhere, since chance alone seldom gets to an approval. */
const anySteps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.constantFrom<readonly CaseAct[]>(
      [],
      [OPEN, GATHER],
      [OPEN, GATHER, evaluate('permitted')],
      TO_ACCEPTED,
      [...TO_ACCEPTED, REMEDIATE],
      [...TO_ACCEPTED, ASK],
    ),
    fc.array(fc.tuple(anyAct, fc.constantFrom('ann', 'bob', 'ANN'), fc.nat(3)), { maxLength: 25 }),
  )
  .map(([led, more]) => {
    let second = 0;
    const acts = [...led.map((act) => [act, 'ann', 0] as const), ...more];
    return acts.map(([act, by, later]) => {
      second += later;
      return { act, by, at: instant(`2026-11-24T10:00:${String(second % 60).padStart(2, '0')}Z`) };
    });
  });

describe('any sequence of acts', () => {
  it('gives the same case again when its records are replayed', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { file, records } = play(steps);
        let replayed: CaseFile | undefined;
        for (const record of records) {
          const taken = takeRecord(replayed, JSON.parse(JSON.stringify(record)));
          expect(taken.ok).toBe(true);
          if (taken.ok) replayed = taken.file;
        }
        expect(replayed).toEqual(file);
      }),
      { numRuns: 300 },
    );
  });

  it('clears and approves nothing without what the guards ask for', () => {
    const seen = new Set<CaseState>();
    fc.assert(
      fc.property(anySteps, (steps) => {
        for (const file of play(steps).files) {
          seen.add(file.state);
          if (file.state === 'cleared') {
            expect(file.scope).not.toEqual([]);
            expect(file.evidence?.gaps).toEqual([]);
            expect(file.evaluation?.evidence).toBe(file.evidence?.digest);
            expect(['permitted', 'not-yet']).toContain(file.evaluation?.verdict);
            expect(lapseOf(file)?.at ?? '9').toSatisfy((at: string) => at > file.changed);
          }
          if (file.state === 'approved') {
            const { exception } = file;
            expect(exception?.instrument.id).not.toBe('');
            expect(exception?.approvedBy.toLowerCase()).not.toBe(
              exception?.requestedBy.toLowerCase(),
            );
            expect(exception?.expires).toSatisfy((expires: string) => expires > file.changed);
            const ended = caseAsOf(file, exception?.expires ?? file.changed);
            expect(ended.state).toBe('reopened');
          }
          if (file.state === 'closed') expect(owedReports(file)).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
    // A property that never saw these states would say nothing about them.
    expect([...seen]).toEqual(expect.arrayContaining(['cleared', 'approved', 'closed']));
  });
});
