import { describe, expect, it } from 'vitest';
import { parseWhen, type When } from '../calendar/index.ts';
import type { Decision, RuleId } from '../model/index.ts';
import { day, openParts, prohibition, rule } from '../rulebook/rulebook.fixture.ts';
import { compileRulebook, decide } from './index.ts';

function when(text: string): When {
  const read = parseWhen(text);
  if (read === undefined) throw new Error('no date');
  return read;
}

const EARLY = rule({ id: 'us-early' as RuleId, recordedAt: day('2024-01-01') });
const LATE = rule({
  id: 'us-late' as RuleId,
  recordedAt: day('2025-06-01'),
  prohibitions: [prohibition({ effect: 'advisory-against' })],
});

function ask(at: string, knownAt?: string): Decision {
  return decide(
    compileRulebook(openParts([EARLY, LATE])),
    { transaction: { id: 'order-1', activity: 'sell' } },
    when(at),
    knownAt === undefined ? {} : { knownAt: when(knownAt) },
  );
}

describe('a decision', () => {
  it('carries the id of the question and the date as it was asked', () => {
    expect(ask('2025-01-01')).toMatchObject({ id: 'order-1', asOf: '2025-01-01' });
    expect(ask('2025-01-01T00:00-05:00').asOf).toBe('2025-01-01T00:00-05:00');
  });

  it('has a row for every rule, in the order of the rulebook, and the most severe on top', () => {
    const decision = ask('2025-01-01');

    expect(decision.rows.map(({ rule: id, verdict }) => [id, verdict])).toEqual([
      ['us-early', 'barred'],
      ['us-late', 'advisory-against'],
    ]);
    expect(decision.verdict).toBe('barred');
  });

  it('is the same when asked again, and by a rulebook compiled again', () => {
    expect(JSON.stringify(ask('2025-01-01'))).toBe(JSON.stringify(ask('2025-01-01')));
  });

  it('does not change the question', () => {
    const transaction = Object.freeze({ id: 't', activity: 'sell' as const });
    const compiled = compileRulebook(openParts([EARLY]));

    expect(() =>
      decide(compiled, Object.freeze({ transaction }), when('2025-01-01')),
    ).not.toThrow();
  });
});

describe('what was known at an earlier time', () => {
  it('leaves a rule that was recorded later open, and the others as they are', () => {
    const decision = ask('2025-01-01', '2025-05-31');

    expect(decision.rows.map(({ verdict }) => verdict)).toEqual(['barred', 'undetermined']);
    expect(decision.rows[1]?.because).toContain('2025-06-01');
    expect(decision.rows[1]?.cite).toHaveLength(1);
  });

  it('knows a rule from the day it was recorded', () => {
    expect(ask('2025-01-01', '2025-06-01').rows[1]?.verdict).toBe('advisory-against');
    expect(ask('2025-01-01', '2025-05-31').rows[1]?.verdict).toBe('undetermined');
  });

  it('is everything when no time of knowledge is given', () => {
    expect(ask('2025-01-01')).toEqual(ask('2025-01-01', '2026-01-01'));
  });

  it('does not change with time', () => {
    expect(ask('2024-06-01', '2025-05-31').rows[1]?.next).toBeUndefined();
  });

  it('carries a caution where it leaves a rule open', () => {
    const row = ask('2025-01-01', '2025-05-31').rows[1];

    expect(row?.caution ?? row?.missing.join()).toBeTruthy();
  });
});
