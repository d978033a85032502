import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, formatInstant } from './civil.ts';
import { dateOfWhen, isDateText, parseDate, parseWhen } from './when.ts';

describe('parseWhen', () => {
  it.each([
    ['2024-09-29', true, '2024-09-29T00:00:00Z'],
    ['2024-02-29', true, '2024-02-29T00:00:00Z'],
    ['2000-02-29', true, '2000-02-29T00:00:00Z'],
    ['0000-01-01', true, '0000-01-01T00:00:00Z'],
    ['2024-09-29T00:00Z', false, '2024-09-29T00:00:00Z'],
    ['2024-09-29T00:00-04:00', false, '2024-09-29T04:00:00Z'],
    ['2024-09-28T23:59:59-04:00', false, '2024-09-29T03:59:59Z'],
    ['2024-09-29T01:30+05:45', false, '2024-09-28T19:45:00Z'],
    ['2024-09-29T10:00:00.5+14:00', false, '2024-09-28T20:00:00Z'],
    ['2024-01-01T00:00-00:00', false, '2024-01-01T00:00:00Z'],
    ['9999-12-31T23:59:59.999Z', false, '9999-12-31T23:59:59Z'],
  ])('reads %s', (text, isDate, utc) => {
    const when = parseWhen(text);

    expect(when?.isDate).toBe(isDate);
    expect(when && formatInstant(when.utc)).toBe(utc);
    expect(when?.text).toBe(text);
  });

  it.each([
    ['a time without an offset', '2024-09-29T00:00'],
    ['a time without an offset, with seconds', '2024-09-29T00:00:00'],
    ['a leap day of a common year', '2023-02-29'],
    ['a leap day of a century', '1900-02-29'],
    ['a day no month has', '2024-04-31'],
    ['day zero', '2024-01-00'],
    ['month 13', '2024-13-01'],
    ['hour 24', '2024-09-29T24:00Z'],
    ['minute 60', '2024-09-29T23:60Z'],
    ['a leap second', '2016-12-31T23:59:60Z'],
    ['an offset no place has', '2024-09-29T00:00+15:00'],
    ['an offset with minute 60', '2024-09-29T00:00+05:60'],
    ['an offset without minutes', '2024-09-29T00:00-04'],
    ['a small z', '2024-09-29T00:00z'],
    ['a space instead of T', '2024-09-29 00:00Z'],
    ['an hour alone', '2024-09-29T00Z'],
    ['four digits of a second', '2024-09-29T00:00:00.0000Z'],
    ['one digit for month and day', '2024-9-1'],
    ['no hyphens', '20240929'],
    ['another order', '29-09-2024'],
    ['slashes', '2024/09/29'],
    ['words', 'today'],
    ['a date and something', '2024-09-29 or so'],
    ['digits of another script', '２０２４-09-29'],
    ['a date on the second line', 'x\n2024-09-29'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(parseWhen(text)).toBeUndefined();
  });

  it('reads back what an instant is written as', () => {
    const seconds = fc.integer({ min: -62_000_000_000, max: 250_000_000_000 });

    fc.assert(
      fc.property(seconds, (second) => {
        const text = new Date(second * 1000).toISOString().replace('.000', '');

        const when = parseWhen(text);

        expect(when?.utc).toBe(second * 1000);
        expect(when?.local).toBe(second * 1000);
      }),
    );
  });

  it('takes an offset off the local time', () => {
    const offsets = fc.tuple(
      fc.constantFrom('+', '-'),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 59 }),
    );

    fc.assert(
      fc.property(offsets, ([sign, hours, minutes]) => {
        const pad = (value: number): string => String(value).padStart(2, '0');
        const offset = `${sign}${pad(hours)}:${pad(minutes)}`;

        const when = parseWhen(`2024-09-29T12:00:00${offset}`);

        const shift = (hours * 60 + minutes) * (sign === '+' ? 1 : -1);
        expect(when?.local).toBe(Date.UTC(2024, 8, 29, 12));
        expect(when?.utc).toBe(Date.UTC(2024, 8, 29, 12) - shift * 60_000);
      }),
    );
  });

  it('is never more than a day away from the local time it was given', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const when = parseWhen(text);

        expect(Math.abs((when?.utc ?? 0) - (when?.local ?? 0))).toBeLessThan(86_400_000);
      }),
    );
  });
});

describe('calendar dates', () => {
  it('are the day where the moment was written', () => {
    const late = parseWhen('2024-07-19T23:30-04:00');

    expect(late && formatDate(dateOfWhen(late))).toBe('2024-07-19');
  });

  it('are read from a date and not from a moment', () => {
    expect(parseDate('2024-07-19')).toBe(19_923);
    expect(parseDate('2024-07-19T00:00Z')).toBeUndefined();
    expect(parseDate('2024-07-32')).toBeUndefined();
    expect(isDateText('2024-07-19')).toBe(true);
    expect(isDateText('2024-07-19T00:00Z')).toBe(false);
  });
});
