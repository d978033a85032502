import { describe, expect, it } from 'vitest';
import { parseListDate } from './partial-date.ts';

describe('parseListDate', () => {
  it.each([
    ['1951-12-15', '1951-12-15'],
    ['1951-12', '1951-12'],
    ['1951', '1951'],
    ['15 Dec 1951', '1951-12-15'],
    ['Dec 1951', '1951-12'],
    ['December 1951', '1951-12'],
    ['2026-02-27T00:00:09.554Z', '2026-02-27'],
    ['15/12/1951', '1951-12-15'],
    ['00/00/1951', '1951'],
    ['00/12/1951', '1951-12'],
    ['dd/mm/1951', '1951'],
    ['dd/12/1951', '1951-12'],
    ['December 15, 1951', '1951-12-15'],
    [' 1951. ', '1951'],
  ])('reads %s as %s', (text, value) => {
    expect(parseListDate(text)).toEqual({ values: [value] });
  });

  it('reads the month first where the publisher writes it so', () => {
    expect(parseListDate('06/19/2003', 'month-first')).toEqual({ values: ['2003-06-19'] });
    expect(parseListDate('06/19/2003', 'day-first')).toBeUndefined();
  });

  it('keeps that a date is about right', () => {
    expect(parseListDate('circa 1960')).toEqual({ values: ['1960'], detail: 'circa' });
    expect(parseListDate('Approximately 1962')).toEqual({ values: ['1962'], detail: 'circa' });
  });

  it('gives each year of a short range, so that any of them can be met', () => {
    const years = ['1960', '1961', '1962', '1963'];

    expect(parseListDate('1960 to 1963')).toEqual({ values: years, detail: '1960/1963' });
    expect(parseListDate('between 1960 and 1963')?.values).toEqual(years);
    expect(parseListDate('1960-1963')?.values).toEqual(years);
  });

  it('gives the ends of a range of days', () => {
    expect(parseListDate('01 Jan 1960 to 31 Mar 1961')).toEqual({
      values: ['1960-01-01', '1961-03-31'],
      detail: '1960-01-01/1961-03-31',
    });
  });

  it.each(['', 'unknown', '31 Feb 1951', '13/13/1951', '1951-13', 'mid-seventies', '1963 to 1960'])(
    'takes `%s` for no date',
    (text) => {
      expect(parseListDate(text)).toBeUndefined();
    },
  );
});
