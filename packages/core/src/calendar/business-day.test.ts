import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../model/index.ts';
import { addBusinessDays, isUsFederalBusinessDay, usFederalHolidays } from './business-day.ts';
import { dateFromParts, formatDate, weekdayOf } from './civil.ts';
import { parseDate } from './when.ts';

function date(text: string): CalendarDate {
  return parseDate(text) ?? (Number.NaN as CalendarDate);
}

/** As the Office of Personnel Management published them. */
const KNOWN = {
  2020:
    '2020-01-01 2020-01-20 2020-02-17 2020-05-25 2020-07-03 2020-09-07 2020-10-12 ' +
    '2020-11-11 2020-11-26 2020-12-25 2021-01-01',
  2021:
    '2021-01-01 2021-01-18 2021-02-15 2021-05-31 2021-06-18 2021-07-05 2021-09-06 ' +
    '2021-10-11 2021-11-11 2021-11-25 2021-12-24 2021-12-31',
  2022:
    '2021-12-31 2022-01-17 2022-02-21 2022-05-30 2022-06-20 2022-07-04 2022-09-05 ' +
    '2022-10-10 2022-11-11 2022-11-24 2022-12-26 2023-01-02',
  2024:
    '2024-01-01 2024-01-15 2024-02-19 2024-05-27 2024-06-19 2024-07-04 2024-09-02 ' +
    '2024-10-14 2024-11-11 2024-11-28 2024-12-25 2025-01-01',
  2026:
    '2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 ' +
    '2026-10-12 2026-11-11 2026-11-26 2026-12-25 2027-01-01',
};

describe('US federal holidays', () => {
  it.each(Object.entries(KNOWN))('are observed in %s as published', (year, expected) => {
    const days = usFederalHolidays(Number(year)).map(formatDate);

    expect([...days].toSorted()).toEqual(expected.split(' '));
  });

  it('know Juneteenth from 2021, and not before', () => {
    expect(isUsFederalBusinessDay(date('2020-06-19'))).toBe(true);
    expect(isUsFederalBusinessDay(date('2021-06-18'))).toBe(false);
    expect(isUsFederalBusinessDay(date('2023-06-19'))).toBe(false);
  });

  it('take New Year’s Day of the next year on 31 December when it falls on a Saturday', () => {
    expect(isUsFederalBusinessDay(date('2021-12-31'))).toBe(false);
    expect(isUsFederalBusinessDay(date('2010-12-31'))).toBe(false);
    expect(isUsFederalBusinessDay(date('2024-12-31'))).toBe(true);
  });

  it('move a Sunday to the Monday', () => {
    expect(isUsFederalBusinessDay(date('2023-01-02'))).toBe(false);
    expect(isUsFederalBusinessDay(date('2021-07-05'))).toBe(false);
    expect(isUsFederalBusinessDay(date('2022-12-26'))).toBe(false);
  });

  it('never fall on a weekend once observed', () => {
    for (let year = 1990; year <= 2100; year += 1) {
      const weekdays = usFederalHolidays(year).map(weekdayOf);

      expect(weekdays.filter((weekday) => weekday === 0 || weekday === 6)).toEqual([]);
    }
  });
});

describe('business days', () => {
  it.each([
    ['2024-03-01', 3, '2024-03-06'],
    ['2024-03-01', 1, '2024-03-04'],
    ['2022-03-01', 1, '2022-03-02'],
    ['2024-07-01', 10, '2024-07-16'],
    ['2024-07-03', 1, '2024-07-05'],
    ['2021-12-30', 1, '2022-01-03'],
    ['2024-03-02', 1, '2024-03-04'],
    ['2024-12-24', 1, '2024-12-26'],
    ['2024-05-24', 1, '2024-05-28'],
    ['2024-03-01', 0, '2024-03-01'],
  ])('%s plus %i is %s', (from, n, expected) => {
    expect(formatDate(addBusinessDays(date(from), n))).toBe(expected);
  });

  it('end on a business day, with as many business days after the start as asked for', () => {
    const start = fc.integer({ min: 0, max: 36_500 }).map((days) => days as CalendarDate);

    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 40 }), (from, n) => {
        const end = addBusinessDays(from, n);

        let counted = 0;
        for (let one = from + 1; one <= end; one += 1) {
          if (isUsFederalBusinessDay(one as CalendarDate)) counted += 1;
        }
        expect(isUsFederalBusinessDay(end)).toBe(true);
        expect(counted).toBe(n);
      }),
    );
  });

  it('leave out Saturdays and Sundays', () => {
    expect(isUsFederalBusinessDay(dateFromParts(2024, 3, 2))).toBe(false);
    expect(isUsFederalBusinessDay(dateFromParts(2024, 3, 3))).toBe(false);
    expect(isUsFederalBusinessDay(dateFromParts(2024, 3, 4))).toBe(true);
  });
});
