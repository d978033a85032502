import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate, Instant } from '../model/index.ts';
import {
  addDays,
  addMonths,
  dateFromParts,
  dateOfLocal,
  daysInMonth,
  formatDate,
  formatInstant,
  isDateParts,
  localOfDate,
  partsOfDate,
  weekdayOf,
} from './civil.ts';

const DAY_MS = 86_400_000;
const DAYS_IN_4000_YEARS = 1_460_970;

const anyDate = fc
  .integer({ min: -DAYS_IN_4000_YEARS, max: DAYS_IN_4000_YEARS })
  .map((days) => days as CalendarDate);

/** Midnight by the runtime's own calendar, which reads years below 100 as 19xx in Date.UTC. */
function utcOf(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

describe('civil dates', () => {
  it('are parted and put together again over four thousand years each way', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const { year, month, day } = partsOfDate(date);

        expect(dateFromParts(year, month, day)).toBe(date);
      }),
    );
  });

  it('fall on the days the runtime counts them on', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const { year, month, day } = partsOfDate(date);

        expect(utcOf(year, month, day)).toBe(date * DAY_MS);
        expect(weekdayOf(date)).toBe(new Date(date * DAY_MS).getUTCDay());
      }),
    );
  });

  it('are formatted as the runtime formats them, in years of four digits', () => {
    const years = fc.tuple(
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );

    fc.assert(
      fc.property(years, ([year, month, day]) => {
        const text = formatDate(dateFromParts(year, month, day));

        expect(text).toBe(new Date(utcOf(year, month, day)).toISOString().slice(0, 10));
      }),
    );
  });

  it.each([
    [1970, 1, 1, 0],
    [1969, 12, 31, -1],
    [2000, 2, 29, 11_016],
    [2024, 2, 29, 19_782],
    [1600, 3, 1, -135_080],
  ])('counts %i-%i-%i as day %i', (year, month, day, expected) => {
    const date = dateFromParts(year, month, day);

    expect(date).toBe(expected);
  });

  it.each([
    [2023, 2, 28],
    [2024, 2, 29],
    [1900, 2, 28],
    [2000, 2, 29],
    [2024, 4, 30],
    [2024, 12, 31],
  ])('knows that month %i-%i has %i days', (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
  });

  it.each([
    [2024, 2, 29, true],
    [2023, 2, 29, false],
    [1900, 2, 29, false],
    [2024, 4, 31, false],
    [2024, 0, 1, false],
    [2024, 13, 1, false],
    [2024, 1, 0, false],
  ])('says whether %i-%i-%i exists: %s', (year, month, day, exists) => {
    expect(isDateParts(year, month, day)).toBe(exists);
  });
});

describe('adding to a date', () => {
  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-10-31', 4, '2025-02-28'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s plus %i months is %s', (from, months, expected) => {
    const [year = 0, month = 0, date = 0] = from.split('-').map(Number);

    const later = addMonths(dateFromParts(year, month, date), months);

    expect(formatDate(later)).toBe(expected);
  });

  it('never changes the day of the month, but for months that are too short', () => {
    const anyDateOfOurEra = fc
      .integer({ min: -700_000, max: DAYS_IN_4000_YEARS })
      .map((days) => days as CalendarDate);

    fc.assert(
      fc.property(anyDateOfOurEra, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const before = partsOfDate(date);

        const after = partsOfDate(addMonths(date, months));

        const longest = daysInMonth(after.year, after.month);
        expect(after.day).toBe(Math.min(before.day, longest));
        expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + months);
      }),
    );
  });

  // `%` keeps the sign of the month index of a year before 0.
  it('works before year 0 too', () => {
    const date = dateFromParts(-1, 3, 31);

    const earlier = partsOfDate(addMonths(date, -1));

    expect(earlier).toEqual({ year: -1, month: 2, day: 28 });
  });

  it('crosses the end of a month and of a year by days', () => {
    const lastDay = dateFromParts(2024, 12, 31);

    expect(formatDate(addDays(lastDay, 1))).toBe('2025-01-01');
    expect(formatDate(addDays(lastDay, -366))).toBe('2023-12-31');
  });
});

describe('instants and local times', () => {
  it('are written in UTC, cut to the second, before 1970 too', () => {
    expect(formatInstant(0 as Instant)).toBe('1970-01-01T00:00:00Z');
    expect(formatInstant(-1 as Instant)).toBe('1969-12-31T23:59:59Z');
    expect(formatInstant(1_727_582_400_999 as Instant)).toBe('2024-09-29T04:00:00Z');
  });

  it('are written as the runtime writes them', () => {
    const seconds = fc.integer({ min: -60_000_000_000, max: 250_000_000_000 });

    fc.assert(
      fc.property(seconds, (second) => {
        const text = formatInstant((second * 1000) as Instant);

        expect(text).toBe(new Date(second * 1000).toISOString().replace('.000', ''));
      }),
    );
  });

  it('fall on the day whose midnight lies at or before them', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: DAY_MS - 1 }), (date, ms) => {
        const date2 = dateOfLocal(localOfDate(date) + ms);

        expect(date2).toBe(date);
      }),
    );
  });
});
