import { describe, expect, it } from 'vitest';
import { parseDate, parseWhen, type When } from '../../calendar/index.ts';
import type { Profile } from '../../model/index.ts';
import { loadRulebook, openRulebook } from '../../rulebook/index.ts';
import {
  company,
  day,
  duty,
  group,
  openParts,
  prohibition,
  readLaw,
  rule,
} from '../../rulebook/rulebook.fixture.ts';
import type { CompiledRule } from '../compile-rule.ts';
import { compileRulebook } from '../decide.ts';
import {
  bindingOf,
  eventsOf,
  placeProfile,
  standingOf,
  type DayWindow,
  type RuleBinding,
  type RuleEvent,
} from './index.ts';

function when(text: string): When {
  const read = parseWhen(text);
  if (read === undefined) throw new Error(`\`${text}\` is no time`);
  return read;
}

const law = loadRulebook(readLaw());
if (!law.ok) throw new Error('the rulebook does not load');
const compiled = compileRulebook(openRulebook(law.rulebook));
const { directory } = compiled.rulebook;

function ruleOf(id: string): CompiledRule {
  const found = compiled.rules.find(({ rule: one }) => one.id === id);
  if (found === undefined) throw new Error(`there is no rule \`${id}\``);
  return found;
}

function profile(parts: Partial<Profile>): Profile {
  return { schema: 'interdict.profile/1', name: 'A county', ...parts };
}

const COUNTY = profile({ country: 'US', state: 'OH', classes: ['local-government', 'reseller'] });

function binding(id: string, who: Profile): RuleBinding {
  return bindingOf(ruleOf(id), placeProfile(who, directory, when('2026-11-24')));
}

function kinds({ provisions }: RuleBinding): Readonly<Record<string, string>> {
  return Object.fromEntries(provisions.map((one) => [one.id, one.kind]));
}

describe('bindingOf', () => {
  it('binds by what somebody is, and names the fact that would end it', () => {
    const { kind, provisions } = binding(
      'us-ndaa2018-1634',
      profile({ country: 'US', classes: ['dod'] }),
    );

    expect(kind).toBe('binds');
    expect(provisions[0]?.reasons).toMatchObject([{ leaf: { op: 'has', answer: 'yes' } }]);
    expect(provisions[0]?.changes).toMatchObject([
      { leaf: { wanted: ['federal-agency'] }, becomes: 'no' },
    ]);
  });

  it('does not bind a county in Ohio by the law of Texas, and says what would make it so', () => {
    const { kind, provisions } = binding('us-tx-prohibited-tech', COUNTY);
    const local = provisions.find(({ id }) => id === 'p-local');

    expect(kind).toBe('not');
    expect(local?.changes).toMatchObject([{ leaf: { wanted: 'TX' }, becomes: 'yes' }]);
  });

  it('is open where a fact about somebody is not stated', () => {
    const nobody = profile({ country: 'US' });

    expect(binding('us-far-52.204-23', nobody).kind).toBe('open');
    expect(binding('us-far-52.204-23', nobody).provisions[0]?.missing).toEqual(['actor.classes']);
    const unsure = { ...COUNTY, classesUnknown: ['federal-contractor'] } as const;
    expect(binding('us-far-52.204-23', unsure).kind).toBe('open');
  });

  it('tells a bar on others toward somebody from one that somebody must obey', () => {
    expect(kinds(binding('us-icts-kaspersky-2024', COUNTY))).toMatchObject({
      'p1-new-agreement': 'touches',
      'p1-roll-over': 'touches',
      'p2-engage': 'touches',
      'p2-resale': 'binds',
    });
    const abroad = profile({ country: 'DE', classes: ['private-organization'] });
    expect(kinds(binding('us-icts-kaspersky-2024', abroad))).toMatchObject({
      'p1-new-agreement': 'not',
      'p2-engage': 'not',
      'p2-resale': 'by-act',
    });
  });

  it('binds anyone where the law names an act and not who does it', () => {
    expect(binding('us-fcc-test-labs', COUNTY).kind).toBe('anyone');
    expect(binding('us-ear-entity-list-kaspersky-2024', profile({ country: 'DE' })).kind).toBe(
      'anyone',
    );
  });

  it('never says `not` to somebody unknown, unless the law names the company it binds', () => {
    const placed = placeProfile(profile({}), directory, when('2026-11-24'));

    const not = compiled.rules.filter((one) => bindingOf(one, placed).kind === 'not');

    expect(not.map(({ rule: one }) => one.id)).toEqual(['it-deepseek-2025']);
  });
});

describe('standingOf', () => {
  const affiliates = ruleOf('us-ear-affiliates-rule');

  it('gives the state at a time with its ends', () => {
    expect(standingOf(affiliates, when('2026-11-09'))).toMatchObject({
      force: 'ended',
      state: 'suspended',
      since: expect.any(String),
      until: '2026-11-10',
      next: 'effective',
    });
    expect(standingOf(affiliates, when('2026-11-10'))).toMatchObject({
      force: 'in-force',
      state: 'effective',
    });
    expect(standingOf(affiliates, when('2020-01-01')).state).toBeUndefined();
  });

  it('is overdue from the day after the one it was to be confirmed by', () => {
    const overdue = (at: string): readonly boolean[] =>
      standingOf(affiliates, when(at)).confirmations.map(({ isOverdue }) => isOverdue);

    expect(overdue('2026-11-30')).toEqual([false]);
    expect(overdue('2026-11-30T23:59Z')).toEqual([false]);
    expect(overdue('2026-12-01')).toEqual([true]);
  });
});

function window(from: string, to: string): DayWindow {
  const [first, last] = [parseDate(from), parseDate(to)];
  if (first === undefined || last === undefined) throw new Error('no days');
  return { from: first, to: last };
}

function briefs(events: readonly RuleEvent[]): readonly string[] {
  return events.map(({ date, happening, provision }) =>
    [date, happening.kind, provision].filter((part) => part !== undefined).join(' '),
  );
}

const CITE = { source: 'act', pinpoint: 'row', verification: 'verified' } as const;

describe('eventsOf', () => {
  it('has the return of a suspended rule and the day to confirm it by', () => {
    const events = eventsOf(
      ruleOf('us-ear-affiliates-rule'),
      directory,
      window('2026-11-01', '2026-12-31'),
    );

    expect(briefs(events)).toEqual(['2026-11-10 status', '2026-11-30 confirm']);
    expect(events[0]).toMatchObject({
      at: '2026-11-10T05:00:00Z',
      confirmBy: '2026-11-30',
      happening: { state: 'effective', before: 'suspended' },
    });
    expect(events[1]?.at).toBeUndefined();
  });

  it('counts the first and the last day of the window, by the clock of the issuer', () => {
    const kaspersky = ruleOf('us-icts-kaspersky-2024');
    const count = (from: string, to: string): number =>
      eventsOf(kaspersky, directory, window(from, to)).filter(
        ({ provision }) => provision === 'p2-resale',
      ).length;

    expect(count('2024-09-29', '2024-09-29')).toBe(1);
    expect(count('2024-09-28', '2024-09-28')).toBe(0);
    expect(count('2024-09-30', '2024-12-31')).toBe(0);
  });

  it('has phases, exceptions, duties and listings, each with its own id', () => {
    const acme = company('acme', 'Acme, Inc.', {
      listings: [{ list: 'a-list', from: day('2025-03-01'), to: day('2025-06-01'), cite: CITE }],
    });
    const related = { relation: 'self', list: 'a-list' } as const;
    const small = compileRulebook(
      openParts(
        [
          rule({
            prohibitions: [
              prohibition({
                bound: { fact: 'actor.party', op: 'related', value: related },
                span: { from: day('2025-02-01'), to: day('2025-09-01') },
              }),
            ],
            duties: [
              duty({ id: 'd-yearly', yearlyBy: '09-30' }),
              duty({
                id: 'd-fixed',
                startDate: day('2025-04-01'),
                within: { n: 30, unit: 'day' },
                span: { from: day('2025-04-01') },
              }),
            ],
          }),
        ],
        [group('acme', [acme])],
      ),
    );
    const [only] = small.rules;
    if (only === undefined) throw new Error('there is a rule');

    const events = eventsOf(only, small.rulebook.directory, window('2025-01-15', '2025-12-31'));

    expect(briefs(events)).toEqual([
      '2025-02-01 bar-begins p',
      '2025-03-01 listed',
      '2025-04-01 duty-begins d-fixed',
      '2025-05-01 duty-due d-fixed',
      '2025-06-01 delisted',
      '2025-09-01 bar-ends p',
      '2025-09-30 duty-due d-yearly',
    ]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events[1]?.cite.citation).not.toBe('act');
  });

  it('keeps the id of an event whose date a later edition moves', () => {
    function idsWith(from: string): readonly string[] {
      const parts = { prohibitions: [prohibition({ span: { from: day(from) } })] };
      const [only] = compileRulebook(openParts([rule(parts)])).rules;
      if (only === undefined) throw new Error('there is a rule');
      return eventsOf(only, directory, window('2000-01-01', '2060-12-31')).map(({ id }) => id);
    }

    expect(idsWith('2025-02-01').toSorted()).toEqual(idsWith('2031-05-01').toSorted());
  });

  it('gives every event of the whole law an id of its own', () => {
    const ids = compiled.rules.flatMap((one) =>
      eventsOf(one, directory, window('2000-01-01', '2060-12-31')).map(({ id }) => id),
    );

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(150);
  });
});
