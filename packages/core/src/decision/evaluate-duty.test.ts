import { describe, expect, it } from 'vitest';
import { parseWhen } from '../calendar/index.ts';
import type { Cond, Duty, DutyRow, StatedFacts, VerdictRow, Within } from '../model/index.ts';
import { day, duty, openParts, prohibition, rule } from '../rulebook/rulebook.fixture.ts';
import { compileRulebook, decide } from './index.ts';

const OPEN: Cond = { fact: 'facts.usNexus', op: 'eq', value: true };
const NEVER: Cond = { any: [] };
const BUSINESS = { unit: 'business-day', calendar: 'us-federal' } as const;

interface Question {
  readonly at?: string;
  readonly facts?: StatedFacts;
  readonly when?: Cond;
}

function ask(parts: Partial<Duty>, { at = '2024-09-02', facts = {}, when }: Question): VerdictRow {
  const provision = prohibition(when === undefined ? {} : { when });
  const parted = rule({ prohibitions: [provision], duties: [duty(parts)] });
  const asOf = parseWhen(at);
  if (asOf === undefined) throw new Error('no date');
  const { rows } = decide(
    compileRulebook(openParts([parted])),
    { transaction: { id: 't', activity: 'sell', facts } },
    asOf,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no row');
  return row;
}

function dutyOf(parts: Partial<Duty>, question: Question = {}): DutyRow | undefined {
  return ask(parts, question).duties[0];
}

const BY_VERSION: Partial<Duty> = {
  byClauseVersion: {
    '2018-07': { n: 1, ...BUSINESS },
    '2021-11': { n: 1, ...BUSINESS },
    '2023-12': { n: 3, ...BUSINESS },
  },
  startsOn: 'discoveredAt',
};

describe('the day on which a duty is due', () => {
  it.each<[Within, string, string]>([
    [{ n: 3, ...BUSINESS }, '2024-03-01', '2024-03-06'],
    [{ n: 10, ...BUSINESS }, '2024-07-01', '2024-07-16'],
    [{ n: 1, ...BUSINESS }, '2021-12-30', '2022-01-03'],
    [{ n: 1, ...BUSINESS }, '2024-03-02', '2024-03-04'],
    [{ n: 30, unit: 'day' }, '2017-09-13', '2017-10-13'],
    [{ n: 1, unit: 'month' }, '2024-01-31', '2024-02-29'],
    [{ n: 72, unit: 'hour' }, '2024-03-01', '2024-03-04'],
    [{ n: 25, unit: 'hour' }, '2024-03-01', '2024-03-03'],
  ])('within %j of %s is %s', (within, discoveredAt, due) => {
    const row = dutyOf({ within, startsOn: 'discoveredAt' }, { facts: { discoveredAt } });

    expect(row?.due).toBe(due);
  });

  it.each([
    ['2024-07-01', '2024-09-30'],
    ['2024-09-30', '2024-09-30'],
    ['2024-10-01', '2025-09-30'],
  ])('that comes every year follows %s on %s', (at, due) => {
    const row = dutyOf({ yearlyBy: '09-30' }, { at });

    expect(row?.due).toBe(due);
  });

  it('runs from the day asked about when the duty names no other start', () => {
    expect(dutyOf({ within: { n: 1, unit: 'day' } }, { at: '2024-09-05' })?.due).toBe('2024-09-06');
  });

  it('is left out when the duty has no period', () => {
    const row = dutyOf({});

    expect(row?.due).toBeUndefined();
    expect(row?.missing).toEqual([]);
  });

  it.each([
    ['2018-07', '2024-03-04'],
    ['2020-01', '2024-03-04'],
    ['2021-11', '2024-03-04'],
    ['2023-11', '2024-03-04'],
    ['2023-12', '2024-03-06'],
    ['2023-12-04', '2024-03-06'],
  ])('under a clause of %s is %s', (clauseVersion, due) => {
    const row = dutyOf(BY_VERSION, { facts: { clauseVersion, discoveredAt: '2024-03-01' } });

    expect(row?.due).toBe(due);
    expect(row?.missing).toEqual([]);
  });

  it.each<[string, StatedFacts]>([
    ['is not known', {}],
    ['is older than any', { clauseVersion: '2015-01' }],
    ['is a number', { clauseVersion: 2021 }],
  ])('is the earliest of all when the version of the clause %s, and says so', (_, stated) => {
    const facts = { ...stated, discoveredAt: '2024-03-01' };

    const row = dutyOf(BY_VERSION, { facts });

    expect(row?.due).toBe('2024-03-04');
    expect(row?.missing).toEqual(['facts.clauseVersion']);
    expect(row?.because).toContain('shortest');
  });

  // Headings sort after every version; taken as text they would give the longest period.
  it.each(['NOV 2021', 'Nov 2021', 'Jul 2018', '11/2021', 'v2'])(
    'is the earliest of all when the version is given as %s',
    (clauseVersion) => {
      const facts = { clauseVersion, discoveredAt: '2024-03-01' };

      const row = dutyOf(BY_VERSION, { facts });

      expect(row?.due).toBe('2024-03-04');
    },
  );

  // A start that cannot be read must not silently be the day asked about.
  it.each<[string, StatedFacts]>([
    ['is given in another form', { discoveredAt: '03/01/2024' }],
    ['is given in words', { discoveredAt: '1 March 2024' }],
  ])('names the start that %s', (_, facts) => {
    const within: Within = { n: 3, ...BUSINESS };

    const row = dutyOf({ within, startsOn: 'discoveredAt' }, { facts });

    expect(row?.missing).toEqual(['facts.discoveredAt']);
  });
});

describe('whether a duty is owed', () => {
  const within: Within = { n: 1, unit: 'day' };

  it('hangs on a bar when it requires one', () => {
    expect(dutyOf({ within })).toBeDefined();
    expect(dutyOf({ within }, { when: NEVER })).toBeUndefined();
    expect(dutyOf({ within }, { at: '2024-06-01' })).toBeUndefined();
  });

  it('is shown without a day while it is open whether there is a bar', () => {
    const row = dutyOf({ within }, { when: OPEN });

    expect(row).toMatchObject({ duty: 'd', missing: ['facts.usNexus'] });
    expect(row?.due).toBeUndefined();
  });

  it('hangs on the reach of the rule otherwise, and makes a free act `report-due`', () => {
    const row = ask({ within, requires: 'in-scope' }, { when: NEVER });

    expect(row.verdict).toBe('report-due');
    expect(row.duties).toHaveLength(1);
  });

  it('is open with its trigger: it is shown without a day and changes no verdict', () => {
    const row = ask({ within, requires: 'in-scope', when: OPEN }, { when: NEVER });

    expect(row.verdict).toBe('permitted');
    expect(row.duties[0]).toMatchObject({ missing: ['facts.usNexus'] });
    expect(row.duties[0]?.due).toBeUndefined();
  });

  // Left out, the duty would make the answer say that nothing is owed.
  it('is shown open while it is open whether the rule reaches the act', () => {
    const provision = prohibition({ bound: OPEN });
    const parted = rule({
      prohibitions: [provision],
      duties: [duty({ within, requires: 'in-scope' })],
    });
    const asOf = parseWhen('2024-06-01');
    if (asOf === undefined) throw new Error('no date');

    const { rows } = decide(
      compileRulebook(openParts([parted])),
      { transaction: { id: 't', activity: 'sell' } },
      asOf,
    );

    expect(rows[0]?.verdict === 'undetermined' || rows[0]?.duties.length === 1).toBe(true);
  });

  it('is not when its trigger is not there', () => {
    expect(dutyOf({ within, when: NEVER })).toBeUndefined();
  });

  it('hangs on its own span', () => {
    const span = { from: day('2024-09-02'), to: day('2024-09-04') };

    const owed = ['2024-09-01', '2024-09-02', '2024-09-03', '2024-09-04'].map(
      (at) => dutyOf({ within, span }, { at }) !== undefined,
    );

    expect(owed).toEqual([false, true, true, false]);
  });

  it('hangs on the activity', () => {
    expect(dutyOf({ within, activities: ['use'] })).toBeUndefined();
    expect(dutyOf({ within, activities: ['use', 'sell'] })).toBeDefined();
  });

  it('does not make a bar milder', () => {
    expect(ask({ within }, {}).verdict).toBe('barred');
  });
});

describe('a duty in a row', () => {
  it('says to whom, what, why and where it is written', () => {
    const within: Within = { n: 1, unit: 'day' };

    const row = dutyOf({ within, action: 'retain', recipient: 'the archive', because: 'so it is' });

    expect(row).toMatchObject({
      duty: 'd',
      action: 'retain',
      to: 'the archive',
      because: 'so it is',
    });
    expect(row?.cite).toEqual([{ citation: 'Act 1', pinpoint: 's.1', verification: 'verified' }]);
  });
});
