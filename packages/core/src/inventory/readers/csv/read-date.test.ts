import { describe, expect, it } from 'vitest';
import { orderShownBy, readDate } from './read-date.ts';

describe('readDate', () => {
  it.each([
    ['2024-09-29', '2024-09-29'],
    ['2024-9-5', '2024-09-05'],
    ['2024/09/29', '2024-09-29'],
    ['2024-09-29T00:00:00-04:00', '2024-09-29T00:00:00-04:00'],
    ['2024-09-29T10:00Z', '2024-09-29T10:00Z'],
    ['29.09.2024', '2024-09-29'],
    ['29 Sep 2024', '2024-09-29'],
    ['29-Sep-2024', '2024-09-29'],
    ['Sept 29, 2024', '2024-09-29'],
    ['September 29, 2024', '2024-09-29'],
    ['05/05/2024', '2024-05-05'],
    ['2024-02-29', '2024-02-29'],
  ])('reads %s', (text, when) => {
    expect(readDate(text, undefined)).toEqual({ when, isTimeDropped: false });
  });

  it.each([
    '2024-13-45',
    '2023-02-29',
    '09/10/2024',
    '09/29/2024',
    '09.29.2024',
    '29/09/24',
    '45564',
    '20240929',
    'soon',
    'Foo 29, 2024',
    '',
  ])('does not guess at %s', (text) => {
    expect(readDate(text, undefined)).toBeUndefined();
  });

  it('reads strokes in the order the column shows', () => {
    expect(readDate('09/10/2024', 'month-first')?.when).toBe('2024-09-10');
    expect(readDate('09/10/2024', 'day-first')?.when).toBe('2024-10-09');
    expect(readDate('29/10/2024', 'month-first')).toBeUndefined();
  });

  it('leaves out a time of day without a zone, and says so', () => {
    for (const text of ['2024-09-29 10:00', '2024-09-29T10:00:00', '29.09.2024 10:00:00']) {
      expect(readDate(text, undefined)).toEqual({ when: '2024-09-29', isTimeDropped: true });
    }
    expect(readDate('9/29/2024 1:30 PM', 'month-first')?.when).toBe('2024-09-29');
  });
});

describe('orderShownBy', () => {
  it('tells the order when one number can be no month', () => {
    expect(orderShownBy('9/29/2024')).toBe('month-first');
    expect(orderShownBy('29/9/2024 10:00')).toBe('day-first');
    expect(orderShownBy('9/10/2024')).toBeUndefined();
    expect(orderShownBy('13/13/2024')).toBeUndefined();
  });
});
