import { describe, expect, it } from 'vitest';
import { parseWhen } from '../calendar/index.ts';
import type { Actor, Cond, Decision, Rule, RuleId, VerdictRow } from '../model/index.ts';
import {
  company,
  day,
  duty,
  exception,
  group,
  openParts,
  prohibition,
  rule,
} from '../rulebook/rulebook.fixture.ts';
import { compileRulebook, decide } from './index.ts';

const CITE = { source: 'act', pinpoint: 's.1', verification: 'verified' } as const;
const OWNED: Cond = {
  fact: 'counterparty.party',
  op: 'related',
  value: { relation: 'owned', list: 'a-list', percentMin: 50, ifUnstated: 'no' },
};
const GROUPS = [
  group('named', [
    company('one', 'One Ltd', {
      listings: [{ list: 'a-list', from: day('2024-03-01'), to: day('2026-03-01'), cite: CITE }],
    }),
    company('holding', 'Holding Ltd', {
      ownership: [{ owner: 'One Ltd', percent: 100, to: day('2025-05-01') }],
    }),
  ]),
];

function ask(rules: readonly Partial<Rule>[], at: string, counterparty?: Actor): Decision {
  const parts = rules.map((one, index) => rule({ id: `us-${index}` as RuleId, ...one }));
  const asOf = parseWhen(at);
  if (asOf === undefined) throw new Error('no date');
  return decide(
    compileRulebook(openParts(parts, GROUPS)),
    { transaction: { id: 't', activity: 'sell', ...(counterparty && { counterparty }) } },
    asOf,
  );
}

function rowOf(parts: Partial<Rule>, at: string, counterparty?: Actor): VerdictRow {
  const [row] = ask([parts], at, counterparty).rows;
  if (row === undefined) throw new Error('no row');
  return row;
}

describe('the next change of a row', () => {
  it('is the next phase', () => {
    const row = rowOf({}, '2024-06-30');

    expect(row.next).toEqual({ at: '2024-07-01T04:00:00Z', verdict: 'barred' });
  });

  it('is none after the last', () => {
    expect(rowOf({}, '2024-07-01').next).toBeUndefined();
  });

  it('passes over edges at which nothing changes', () => {
    const prohibitions = [
      prohibition({
        exceptions: [exception({ when: { any: [] }, span: { from: day('2024-05-01') } })],
      }),
    ];

    const row = rowOf({ prohibitions }, '2024-04-01');

    expect(row.next?.at).toBe('2024-07-01T04:00:00Z');
  });

  it('is the end of an exception', () => {
    const span = { from: day('2024-01-01'), to: day('2025-01-01') };
    const prohibitions = [prohibition({ exceptions: [exception({ span })] })];

    const row = rowOf({ prohibitions }, '2024-09-01');

    expect(row.next).toEqual({ at: '2025-01-01T05:00:00Z', verdict: 'barred' });
  });

  it('is the beginning and end of a duty that makes the act reportable', () => {
    const span = { from: day('2024-09-01'), to: day('2024-10-01') };
    const duties = [duty({ requires: 'in-scope', within: { n: 1, unit: 'day' }, span })];
    const prohibitions = [prohibition({ when: { any: [] } })];

    const before = rowOf({ prohibitions, duties }, '2024-08-01');
    const during = rowOf({ prohibitions, duties }, '2024-09-15');

    expect(before.next).toEqual({ at: '2024-09-01T04:00:00Z', verdict: 'report-due' });
    expect(during.next).toEqual({ at: '2024-10-01T04:00:00Z', verdict: 'permitted' });
  });

  it('is the day a share in the counterparty ends', () => {
    const ownership = [{ owner: 'One Ltd', percent: 60, to: day('2025-02-01') }];
    const prohibitions = [prohibition({ target: OWNED })];

    const row = rowOf({ prohibitions }, '2025-01-01', { name: 'x', ownership });

    expect(row).toMatchObject({ verdict: 'barred', next: { verdict: 'out-of-scope' } });
    expect(row.next?.at).toBe('2025-02-01T00:00:00Z');
  });

  it('is the day an owner comes off its list', () => {
    const ownership = [{ owner: 'One Ltd', percent: 60 }];
    const prohibitions = [prohibition({ target: OWNED })];

    const row = rowOf({ prohibitions }, '2025-01-01', { name: 'x', ownership });

    expect(row.next).toEqual({ at: '2026-03-01T05:00:00Z', verdict: 'out-of-scope' });
  });

  it('is the day a share in an owner ends', () => {
    const ownership = [{ owner: 'Holding Ltd', percent: 60 }];
    const prohibitions = [prohibition({ target: OWNED })];

    const row = rowOf({ prohibitions }, '2025-01-01', { name: 'x', ownership });

    expect(row.verdict).toBe('barred');
    expect(row.next?.at).toBe('2025-05-01T00:00:00Z');
  });
});

describe('the previous change of a row', () => {
  it('is the phase that brought the verdict', () => {
    const row = rowOf({}, '2025-01-01');

    expect(row.previous).toEqual({ at: '2024-07-01T04:00:00Z', verdict: 'permitted' });
  });

  it('is the edge itself when it is asked about', () => {
    expect(rowOf({}, '2024-07-01').previous?.at).toBe('2024-07-01T04:00:00Z');
    expect(rowOf({}, '2024-07-01T00:00-04:00').previous?.at).toBe('2024-07-01T04:00:00Z');
  });

  it('is none before the first', () => {
    expect(rowOf({}, '2023-12-31').previous).toBeUndefined();
  });
});

describe('the next change of a decision', () => {
  it('is the first at which the most severe verdict changes', () => {
    const early = {
      prohibitions: [
        prohibition({ effect: 'advisory-against', span: { from: day('2024-06-01') } }),
      ],
    };
    const late = { prohibitions: [prohibition({ span: { from: day('2024-08-01') } })] };

    expect(ask([early, late], '2024-05-01').next).toEqual({
      at: '2024-06-01T04:00:00Z',
      verdict: 'advisory-against',
    });
    expect(ask([early, late], '2024-06-01').next).toEqual({
      at: '2024-08-01T04:00:00Z',
      verdict: 'barred',
    });
  });

  it('passes over changes of rows that a more severe row hides', () => {
    const now = {
      prohibitions: [prohibition({ span: { from: day('2024-01-01'), to: day('2025-01-01') } })],
    };
    const later = {
      prohibitions: [prohibition({ span: { from: day('2024-08-01'), to: day('2026-01-01') } })],
    };

    const decision = ask([now, later], '2024-06-01');

    expect(decision.next).toEqual({ at: '2026-01-01T05:00:00Z', verdict: 'no-longer' });
    expect(decision.rows[1]?.next?.at).toBe('2024-08-01T04:00:00Z');
  });

  it('is none under a bar that stays', () => {
    const stays = { prohibitions: [prohibition({ span: { from: day('2024-01-01') } })] };
    const moves = { prohibitions: [prohibition({ span: { from: day('2024-08-01') } })] };

    expect(ask([stays, moves], '2024-06-01').next).toBeUndefined();
  });
});

describe('a date without an hour', () => {
  const zones = { 'us-new-york': 'America/New_York', 'us-sydney': 'Australia/Sydney' };
  const rules = Object.entries(zones).map(([id, zone]) => rule({ id: id as RuleId, zone }));

  it.each(['2024-06-30', '2024-07-01', '2024-07-02'])(
    '%s is 00:00 of that day at the issuer of each rule, wherever that is',
    (date) => {
      const compiled = compileRulebook(openParts(rules));
      const transaction = { id: 't', activity: 'sell' } as const;
      const verdictsAt = (text: string): readonly string[] => {
        const asOf = parseWhen(text);
        if (asOf === undefined) throw new Error('no date');
        return decide(compiled, { transaction }, asOf).rows.map(({ verdict }) => verdict);
      };

      const [newYork, sydney] = verdictsAt(date);

      expect(newYork).toBe(verdictsAt(`${date}T00:00-04:00`)[0]);
      expect(sydney).toBe(verdictsAt(`${date}T00:00+10:00`)[1]);
    },
  );
});
