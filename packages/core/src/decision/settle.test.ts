import { describe, expect, it } from 'vitest';
import { parseWhen } from '../calendar/index.ts';
import type { Cond, Rule, StatedFacts, Verdict, VerdictRow } from '../model/index.ts';
import { day, exception, openParts, prohibition, rule } from '../rulebook/rulebook.fixture.ts';
import { compileRulebook, decide } from './index.ts';

const CITE = { source: 'act', pinpoint: 's.1', verification: 'verified' } as const;
const SURE: Cond = { fact: 'facts.branded', op: 'eq', value: true };
const OPEN: Cond = { fact: 'facts.usNexus', op: 'eq', value: true };
const NEVER: Cond = { any: [] };
const FACTS: StatedFacts = { branded: true };

function ask(parts: Partial<Rule>, at = '2025-01-01', facts: StatedFacts = FACTS): VerdictRow {
  const asOf = parseWhen(at);
  if (asOf === undefined) throw new Error('no date');
  const { rows } = decide(
    compileRulebook(openParts([rule(parts)])),
    { transaction: { id: 't', activity: 'sell', facts } },
    asOf,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no row');
  return row;
}

function exceptions(...parts: readonly Parameters<typeof exception>[0][]): Partial<Rule> {
  const all = parts.map((one, index) => exception({ id: `x${index}`, ...one }));
  return { prohibitions: [prohibition({ exceptions: all })] };
}

describe('the conditions of a prohibition', () => {
  it.each<[string, Parameters<typeof prohibition>[0], Verdict]>([
    ['it binds nobody here', { bound: NEVER }, 'out-of-scope'],
    ['it does not reach so far', { reach: NEVER }, 'out-of-scope'],
    ['it is about something else', { target: NEVER }, 'out-of-scope'],
    ['what it hangs on is not so', { when: NEVER }, 'permitted'],
    ['everything holds', { reach: SURE, target: SURE, when: SURE }, 'barred'],
    ['whom it binds is open', { bound: OPEN }, 'undetermined'],
    ['what it reaches is open', { reach: OPEN }, 'undetermined'],
    ['what it is about is open', { target: OPEN }, 'undetermined'],
    ['what it hangs on is open', { when: OPEN }, 'undetermined'],
    ['one is open and another false', { bound: OPEN, target: NEVER }, 'out-of-scope'],
    ['the effect is a license', { effect: 'barred-unless-licensed' }, 'barred-unless-licensed'],
    ['the effect is not settled', { effect: 'undetermined' }, 'undetermined'],
  ])('decide when %s', (_, parts, verdict) => {
    expect(ask({ prohibitions: [prohibition(parts)] }).verdict).toBe(verdict);
  });

  it('name every open fact once', () => {
    const row = ask({ prohibitions: [prohibition({ bound: OPEN, target: OPEN, when: OPEN })] });

    expect(row.missing).toEqual(['facts.usNexus']);
    expect(row.because).toContain('Does it happen in the United States');
  });

  it('of the most severe prohibition decide, the first of equals', () => {
    const row = ask({
      prohibitions: [
        prohibition({ id: 'licensed', effect: 'barred-unless-licensed' }),
        prohibition({ id: 'first' }),
        prohibition({ id: 'second' }),
      ],
    });

    expect(row.prohibition).toBe('first');
  });

  it('of a bar outrank an open question of another prohibition', () => {
    const row = ask({
      prohibitions: [prohibition({ id: 'open', when: OPEN }), prohibition({ id: 'sure' })],
    });

    expect(row).toMatchObject({ verdict: 'barred', prohibition: 'sure', missing: [] });
  });

  it('do not matter for an activity the rule is not about', () => {
    const row = ask({ prohibitions: [prohibition({ activities: ['use'] })] });

    expect(row.verdict).toBe('out-of-scope');
    expect(row.cite).toHaveLength(1);
  });
});

describe('exceptions', () => {
  it.each<[string, Partial<Rule>, Verdict, string]>([
    ['one that fires', exceptions({ when: SURE }), 'permitted', 'x0'],
    ['one that does not', exceptions({ when: NEVER }), 'barred', 'p'],
    ['one of which it is open', exceptions({ when: OPEN }), 'undetermined', 'p'],
    [
      'the higher rank of two',
      exceptions({ rank: 1 }, { rank: 2, effect: 'advisory-against' }),
      'advisory-against',
      'x1',
    ],
    [
      'the lower rank when the higher does not fire',
      exceptions({ rank: 1 }, { rank: 2, when: NEVER }),
      'permitted',
      'x0',
    ],
    [
      'a higher rank that is open',
      exceptions({ rank: 1 }, { rank: 2, when: OPEN, effect: 'advisory-against' }),
      'undetermined',
      'p',
    ],
    [
      'a lower rank that is open',
      exceptions({ rank: 2 }, { rank: 1, when: OPEN }),
      'permitted',
      'x0',
    ],
    [
      'an open one with the effect of the bar',
      exceptions({ when: OPEN, effect: 'barred' }),
      'barred',
      'p',
    ],
  ])('decide by %s', (_, parts, verdict, provision) => {
    const row = ask(parts);

    expect(row.verdict).toBe(verdict);
    expect(row.prohibition).toBe(provision);
  });

  it('name what they hang on, and cite themselves and the bar', () => {
    const row = ask(exceptions({ when: OPEN, cite: { ...CITE, pinpoint: 's.9' } }));

    expect(row.missing).toEqual(['facts.usNexus']);
    expect(row.cite.map(({ pinpoint }) => pinpoint)).toEqual(['s.9', 's.1']);
  });

  it('carry their condition and the caution of their own citation', () => {
    const row = ask(
      exceptions({
        effect: 'permitted-with-condition',
        condition: 'keep the papers',
        cite: { ...CITE, verification: 'recorded' },
      }),
    );

    expect(row.condition).toBe('keep the papers');
    expect(row.caution).toContain('not yet checked');
  });

  it('count only within their own span', () => {
    const span = { from: day('2024-09-01'), to: day('2024-10-01') };

    const verdicts = ['2024-08-31', '2024-09-01', '2024-09-30', '2024-10-01'].map(
      (at) => ask(exceptions({ span }), at).verdict,
    );

    expect(verdicts).toEqual(['barred', 'permitted', 'permitted', 'barred']);
  });

  it('free an act of which it is open whether the bar applies at all', () => {
    const row = ask({ prohibitions: [prohibition({ when: OPEN, exceptions: [exception()] })] });

    expect(row.verdict).toBe('permitted');
    expect(row.missing).toEqual([]);
  });

  // Both ways of the open exception lead to what the lower one says.
  it('of one effect need not be told apart', () => {
    const row = ask(exceptions({ rank: 1 }, { rank: 2, when: OPEN }));

    expect(row.verdict).toBe('permitted');
  });
});

describe('the timeline', () => {
  function state(name: Rule['timeline'][number]['state'], from: string, to?: string) {
    const span = to === undefined ? { from: day(from) } : { from: day(from), to: day(to) };
    return { state: name, ...span, cite: CITE };
  }
  const timeline = [
    state('proposed', '2023-01-01', '2023-06-01'),
    state('enacted', '2023-06-01', '2024-01-01'),
    state('effective', '2024-01-01', '2025-01-01'),
    state('suspended', '2025-01-01', '2026-01-01'),
    state('effective', '2026-01-01', '2027-01-01'),
    state('rescinded', '2027-01-01'),
  ];
  const prohibitions = [prohibition({ span: { from: day('2023-01-01') } })];

  it.each<[string, Verdict]>([
    ['2022-12-31', 'not-yet'],
    ['2023-05-31', 'not-yet'],
    ['2023-12-31', 'not-yet'],
    ['2024-01-01', 'barred'],
    ['2024-12-31', 'barred'],
    ['2025-01-01', 'no-longer'],
    ['2025-12-31', 'no-longer'],
    ['2026-01-01', 'barred'],
    ['2027-01-01', 'no-longer'],
  ])('says on %s: %s', (at, verdict) => {
    expect(ask({ timeline, prohibitions }, at).verdict).toBe(verdict);
  });

  it('that has run out leaves nothing in force', () => {
    const over = [state('effective', '2024-01-01', '2025-01-01')];

    expect(ask({ timeline: over, prohibitions }, '2024-12-31').verdict).toBe('barred');
    expect(ask({ timeline: over, prohibitions }, '2025-01-01').verdict).toBe('no-longer');
  });

  it('does not matter for what the rule does not reach', () => {
    const out = [prohibition({ target: NEVER })];

    for (const at of ['2022-01-01', '2024-06-01', '2025-06-01', '2028-01-01']) {
      expect(ask({ timeline, prohibitions: out }, at).verdict).toBe('out-of-scope');
    }
  });

  it('leaves a residue while a rule is suspended', () => {
    const residual = { verdict: 'permitted-with-condition', condition: 'ask first' } as const;
    const spans = [
      state('effective', '2024-01-01', '2025-01-01'),
      { ...state('suspended', '2025-01-01'), residual },
    ];

    const row = ask({ timeline: spans, prohibitions }, '2025-06-01');

    expect(row).toMatchObject({ verdict: 'permitted-with-condition', condition: 'ask first' });
  });

  // With the facts known the answer is the residue; unknown must not be milder.
  it('leaves the residue, or the question, while facts are open', () => {
    const residual = { verdict: 'permitted-with-condition', condition: 'ask first' } as const;
    const spans = [{ ...state('suspended', '2024-01-01'), residual }];

    const row = ask({ timeline: spans, prohibitions: [prohibition({ when: OPEN })] });

    expect(['permitted-with-condition', 'undetermined']).toContain(row.verdict);
  });

  it('warns in a state that came by itself, and before a rule was public', () => {
    const scheduled = { confirmBy: day('2024-02-01'), note: 'look it up' };
    const publicFrom = day('2024-03-01');
    const spans = [{ ...state('effective', '2024-01-01'), scheduled, publicFrom }];
    const provisions = [prohibition({ span: { from: day('2024-01-01') } })];

    const secret = ask({ timeline: spans, prohibitions: provisions }, '2024-02-29');
    const open = ask({ timeline: spans, prohibitions: provisions }, '2024-03-01');

    expect(secret.caution).toContain('look it up');
    expect(secret.caution).toContain('first public on 2024-03-01');
    expect(open.caution).not.toContain('first public');
  });

  it('bars while enforcement is paused, and says that it is', () => {
    const paused = [state('enforcement-paused', '2024-01-01')];

    const row = ask({ timeline: paused });

    expect(row.verdict).toBe('barred');
    expect(row.caution).toContain('will not enforce');
  });
});

describe('phases', () => {
  const prohibitions = [
    prohibition({ id: 'first', activities: ['sell'], span: { from: day('2024-06-01') } }),
    prohibition({
      id: 'second',
      activities: ['sell'],
      span: { from: day('2024-09-01'), to: day('2024-12-01') },
      effect: 'barred',
      bound: SURE,
    }),
  ];

  it('leave free what they do not bar yet, from the day the rule is in force', () => {
    const later = [prohibition({ span: { from: day('2024-09-01') } })];

    const verdicts = ['2023-12-31', '2024-01-01', '2024-08-31', '2024-09-01'].map(
      (at) => ask({ prohibitions: later }, at).verdict,
    );

    expect(verdicts).toEqual(['not-yet', 'permitted', 'permitted', 'barred']);
  });

  it('end at their end', () => {
    const [, only = prohibition()] = prohibitions;

    const verdicts = ['2024-11-30', '2024-12-01'].map(
      (at) => ask({ prohibitions: [only] }, at).verdict,
    );

    expect(verdicts).toEqual(['barred', 'no-longer']);
  });

  it('known to the day warn on their first day', () => {
    const byDay = [prohibition({ span: { from: day('2024-09-01') } })];
    const zone = 'America/New_York';
    const byHour = [prohibition({ span: { from: { local: '2024-09-01 00:00', zone } } })];

    expect(ask({ prohibitions: byDay }, '2024-09-01').caution).toContain('very day');
    expect(ask({ prohibitions: byDay }, '2024-09-02').caution).toBeUndefined();
    expect(ask({ prohibitions: byHour }, '2024-09-01').caution).toBeUndefined();
  });

  // The first day is that of the issuer, not of the clock the question is written in.
  it('known to the day warn through the first day of the issuer', () => {
    const byDay = [prohibition({ span: { from: day('2024-09-01') } })];

    const evening = ask({ prohibitions: byDay }, '2024-09-02T01:00Z');

    expect(evening.caution).toContain('very day');
  });
});

describe('freedoms', () => {
  const freedoms = [
    {
      id: 'f',
      activities: ['sell'],
      when: SURE,
      because: 'free',
      advice: 'move away',
      cite: CITE,
    },
  ] as const;
  const prohibitions = [prohibition({ activities: ['use'] })];

  it('permit what the rule speaks about, with the advice that goes with it', () => {
    const row = ask({ freedoms, prohibitions });

    expect(row).toMatchObject({ verdict: 'permitted', prohibition: 'f', advice: 'move away' });
  });

  it('say nothing where it is open whether they apply', () => {
    const row = ask({ freedoms, prohibitions }, '2025-01-01', {});

    expect(row.verdict).toBe('out-of-scope');
  });

  it('yield to a bar', () => {
    expect(ask({ freedoms, prohibitions: [prohibition()] }).verdict).toBe('barred');
  });

  // A rule of 2024 permits nothing in 2017.
  it('begin with the rule, and announce no bar before it', () => {
    expect(ask({ freedoms, prohibitions }, '2017-12-01').verdict).toBe('out-of-scope');
  });

  // defect 65: the row of 2017 still carries the advice of 2024, and names the freedom.
  it('give no advice before the rule is there', () => {
    const row = ask({ freedoms, prohibitions }, '2017-12-01');

    expect(row.advice).toBeUndefined();
    expect(row.prohibition).toBeUndefined();
  });
});
