import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant } from './civil.ts';
import { parseWhen } from './when.ts';
import { instantInZone, isZone } from './zone.ts';

function local(text: string): number {
  return parseWhen(`${text}Z`)?.local ?? Number.NaN;
}

function inZone(text: string, zone: string): string | undefined {
  const instant = instantInZone(local(text), zone);
  return instant === undefined ? undefined : formatInstant(instant);
}

describe('instantInZone', () => {
  it.each([
    ['2024-07-20T00:00', 'America/New_York', '2024-07-20T04:00:00Z'],
    ['2024-09-29T00:00', 'America/New_York', '2024-09-29T04:00:00Z'],
    ['2026-11-10T00:00', 'America/New_York', '2026-11-10T05:00:00Z'],
    ['2017-09-13T00:00', 'America/New_York', '2017-09-13T04:00:00Z'],
    ['2025-02-21T00:00', 'Australia/Sydney', '2025-02-20T13:00:00Z'],
    ['2022-03-15T00:00', 'Europe/Berlin', '2022-03-14T23:00:00Z'],
    ['2024-06-01T00:00', 'Asia/Kathmandu', '2024-05-31T18:15:00Z'],
    ['2024-01-01T00:00', 'UTC', '2024-01-01T00:00:00Z'],
  ])('reads %s in %s as %s', (text, zone, utc) => {
    expect(inZone(text, zone)).toBe(utc);
  });

  it.each([
    ['2024-03-10T02:00', 'America/New_York'],
    ['2024-03-10T02:30', 'America/New_York'],
    ['2024-03-10T02:59:59', 'America/New_York'],
    ['2024-03-31T01:00', 'Europe/London'],
    ['2024-03-31T01:59:59', 'Europe/London'],
    ['2011-12-30T12:00', 'Pacific/Apia'],
  ])('finds no instant for %s in %s, which the clocks skip', (text, zone) => {
    expect(inZone(text, zone)).toBeUndefined();
  });

  it.each([
    ['2024-03-10T01:59:59', 'America/New_York', '2024-03-10T06:59:59Z'],
    ['2024-03-10T03:00', 'America/New_York', '2024-03-10T07:00:00Z'],
    ['2024-03-31T00:59:59', 'Europe/London', '2024-03-31T00:59:59Z'],
    ['2024-03-31T02:00', 'Europe/London', '2024-03-31T01:00:00Z'],
  ])('reads %s in %s beside the gap as %s', (text, zone, utc) => {
    expect(inZone(text, zone)).toBe(utc);
  });

  it.each([
    ['2024-11-03T01:00', 'America/New_York', '2024-11-03T05:00:00Z'],
    ['2024-11-03T01:30', 'America/New_York', '2024-11-03T05:30:00Z'],
    ['2024-10-27T01:00', 'Europe/London', '2024-10-27T00:00:00Z'],
    ['2024-10-27T01:59:59', 'Europe/London', '2024-10-27T00:59:59Z'],
  ])('takes the first of the two times that %s occurs in %s', (text, zone, utc) => {
    expect(inZone(text, zone)).toBe(utc);
  });

  it('turns every local hour it accepts back into the same clock time', () => {
    const zones = fc.constantFrom('America/New_York', 'Europe/London', 'Australia/Lord_Howe');
    const hours = fc.integer({ min: 438_000, max: 526_000 });

    fc.assert(
      fc.property(zones, hours, (zone, hour) => {
        const clock = hour * 3_600_000;
        const instant = instantInZone(clock, zone);
        if (instant === undefined) return;

        const format = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'medium',
        });

        expect(format.format(instant)).toBe(
          new Date(clock).toISOString().slice(0, 19).replace('T', ' '),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('finds no instant in a zone it does not know', () => {
    expect(inZone('2024-01-01T00:00', 'America/Nowhere')).toBeUndefined();
    expect(isZone('America/Nowhere')).toBe(false);
    expect(isZone('America/New_York')).toBe(true);
  });
});
