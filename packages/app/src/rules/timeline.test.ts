import { fileURLToPath } from 'node:url';
import { parseWhen, type Profile, type When } from '@interdict/core';
import { describe, expect, it } from 'vitest';
import { loadEdition } from '../edition/index.ts';
import { sheetText } from '../report/index.ts';
import {
  timelineCalendar,
  timelineJson,
  timelineOf,
  timelineSheet,
  type Timeline,
  type TimelineOptions,
} from './index.ts';

const DATA = fileURLToPath(new URL('../../dist/data', import.meta.url));
const edition = loadEdition(DATA);

function when(text: string): When {
  const read = parseWhen(text);
  if (read === undefined) throw new Error(`\`${text}\` is no time`);
  return read;
}

const COUNTY: Profile = {
  schema: 'interdict.profile/1',
  name: 'A county',
  country: 'US',
  state: 'OH',
  classes: ['local-government', 'reseller'],
};

function timeline(asOf: string, options: Partial<TimelineOptions> = {}): Timeline {
  return timelineOf(edition, { asOf: when(asOf), ...options });
}

function events({ entries }: Timeline): readonly string[] {
  return entries.map(({ event }) => `${event.date} ${event.rule} ${event.happening.kind}`);
}

describe('timelineOf', () => {
  it('looks ninety days ahead of the day of the answer', () => {
    expect(events(timeline('2026-08-12'))).toContain('2026-11-10 us-ear-affiliates-rule status');
    expect(events(timeline('2026-08-11'))).not.toContain(
      '2026-11-10 us-ear-affiliates-rule status',
    );
  });

  it('is in the order of the days', () => {
    const dates = timeline('2024-06-01', { to: when('2027-12-31') }).entries.map(
      ({ event }) => event.date,
    );

    expect(dates).toEqual(dates.toSorted());
    expect(dates.length).toBeGreaterThan(40);
  });

  it('shows an organization what binds or touches it, and counts the rest', () => {
    const span = { from: when('2024-09-01'), to: when('2024-11-30') };
    const ours = timeline('2024-09-01', { ...span, profile: COUNTY });
    const all = timeline('2024-09-01', { ...span, profile: COUNTY, isAll: true });

    const updates = ours.entries.find(({ event }) => event.provision === 'p2-engage');
    expect(updates).toMatchObject({ binds: 'touches', event: { date: '2024-09-29' } });
    expect(ours.entries.length + ours.leftOut).toBe(all.entries.length);
    expect(all.leftOut).toBe(0);
    expect(ours.entries.every(({ binds }) => binds !== 'not')).toBe(true);
  });

  it('keeps what is overdue in sight, outside of the days asked for', () => {
    const late = timeline('2026-12-02', { from: when('2027-06-01') });

    expect(late.late).toMatchObject([
      { rule: 'us-ear-affiliates-rule', confirmBy: '2026-11-30', isOverdue: true },
    ]);
    expect(timeline('2026-11-30').late).toEqual([]);
  });
});

describe('the timeline for reading', () => {
  it('gives day, distance, change, rule and citation', () => {
    const asOf = when('2026-11-01');
    const sheet = timelineSheet(timeline('2026-11-01'), { edition, asOf });

    const text = sheetText(sheet, { columns: 160, color: false });

    expect(text).toContain('1 November 2026 to 30 January 2027');
    expect(text).toMatch(
      /10 November 2026, in 9 days .*The rule becomes effective, before: suspen/u,
    );
    expect(text).toContain('90 FR 50857 [unsettled]');
  });

  it('says that nothing has a date rather than nothing', () => {
    const asOf = when('2150-01-01');

    const text = sheetText(timelineSheet(timeline('2150-01-01'), { edition, asOf }), {
      columns: 80,
      color: false,
    });

    expect(text).toContain('Nothing that the rulebook has a date for.');
    expect(text).toContain('Days that hang on a deal');
  });
});

describe('the timeline for programs', () => {
  it('is a calendar that is the same to the byte for the same question', () => {
    const make = () => timelineCalendar(timeline('2026-12-02'), when('2026-12-02'));

    expect(make()).toBe(make());
    expect(make()).toContain('DTSTAMP:20261202T000000Z');
    expect(make()).toContain('UID:us-ear-affiliates-rule/overdue/2026-11-30@rules.interdict');
  });

  it('gives every entry of the calendar a UID of its own, whenever it is asked for', () => {
    const span = { from: when('2020-01-01'), to: when('2040-01-01') };
    const uidsAt = (asOf: string): readonly string[] => {
      const text = timelineCalendar(timeline(asOf, span), when(asOf)).replaceAll('\r\n ', '');
      return [...text.matchAll(/^UID:(.+)\r$/gmu)].map(([, uid]) => uid ?? '');
    };

    expect(new Set(uidsAt('2025-01-01')).size).toBe(uidsAt('2025-01-01').length);
    expect(uidsAt('2025-01-01')).toEqual(uidsAt('2026-11-01'));
  });

  it('puts a day in for what the law dates by day, an instant for what it dates by hour', () => {
    const span = { from: when('2024-07-20'), to: when('2024-09-29') };
    const text = timelineCalendar(timeline('2024-07-01', span), when('2024-07-01'));

    expect(text).toContain('DTSTART:20240929T040000Z');
    expect(text).toContain('DTSTART;VALUE=DATE:20240720');
  });

  it('is JSON with the days, the edition and every event in words', () => {
    const asOf = when('2026-11-01');
    const value = timelineJson(timeline('2026-11-01', { profile: COUNTY }), edition, asOf);

    expect(value).toMatchObject({
      schema: 'interdict.timeline/1',
      from: '2026-11-01',
      to: '2027-01-30',
      overdue: [],
    });
    const { events: all } = JSON.parse(JSON.stringify(value)) as { events: { words: string }[] };
    expect(all.every(({ words }) => words !== '')).toBe(true);
  });
});
