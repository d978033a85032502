import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarText, type CalendarEntry } from './calendar-text.ts';

const ENTRY: CalendarEntry = {
  uid: 'us-rule/effective/status@rules.interdict',
  start: '2026-11-10T05:00:00Z',
  summary: 'A rule becomes effective',
  description: 'First line\nSecond line',
  categories: ['Interdict', 'status'],
};

const OPTIONS = { name: 'Rules', stamp: '2026-11-24T00:00:00Z' };

/** Content lines with their folds undone (RFC 5545 3.1). */
function unfolded(text: string): readonly string[] {
  return text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
}

/** A text value with its escapes undone (RFC 5545 3.3.11). */
function unescaped(text: string): string {
  return text.replaceAll(/\\([\\;,nN])/gu, (_, mark: string) => (/n/iu.test(mark) ? '\n' : mark));
}

function valueOf(text: string, property: string): string {
  const line = unfolded(text).find((one) => one.startsWith(`${property}:`));
  return unescaped(line?.slice(property.length + 1) ?? '');
}

describe('calendarText', () => {
  it('is one calendar with the properties that RFC 5545 requires, in lines ended by CRLF', () => {
    const text = calendarText([ENTRY], OPTIONS);

    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(unfolded(text)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Interdict//rules timeline//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:Rules',
      'X-WR-CALNAME:Rules',
      'BEGIN:VEVENT',
      'UID:us-rule/effective/status@rules.interdict',
      'DTSTAMP:20261124T000000Z',
      'DTSTART:20261110T050000Z',
      'SUMMARY:A rule becomes effective',
      String.raw`DESCRIPTION:First line\nSecond line`,
      'CATEGORIES:Interdict,status',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('gives a day as a date, which is the same day wherever it is read', () => {
    const text = calendarText([{ ...ENTRY, start: '2026-11-30' }], OPTIONS);

    expect(unfolded(text)).toContain('DTSTART;VALUE=DATE:20261130');
  });

  it('escapes backslash, semicolon, comma and line break', () => {
    const summary = 'a\\b;c,d\r\ne';
    const text = calendarText([{ ...ENTRY, summary }], OPTIONS);

    expect(unfolded(text)).toContain(String.raw`SUMMARY:a\\b\;c\,d\ne`);
  });

  it('folds every line to 75 octets and loses nothing, in any script', () => {
    const word = fc.constantFrom('a', ' ', ',', '\\', 'é', '安', '😀', '\n');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (parts) => {
        const summary = parts.join('');

        const text = calendarText([{ ...ENTRY, summary }], OPTIONS);

        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          // A character is never cut: every line is whole text.
          expect(line).not.toContain('\ufffd');
        }
        expect(valueOf(text, 'SUMMARY')).toBe(summary);
      }),
    );
  });

  it('lets no line of an entry be smuggled in', () => {
    const text = calendarText([{ ...ENTRY, summary: 'x\r\nATTACH:file:///etc' }], OPTIONS);

    expect(unfolded(text).some((line) => line.startsWith('ATTACH'))).toBe(false);
  });
});
