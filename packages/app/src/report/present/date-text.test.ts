import { describe, expect, it } from 'vitest';
import {
  dateWords,
  distanceWords,
  isOverdue,
  millisecondsOf,
  shortDateWords,
} from './date-text.ts';

describe('dateWords', () => {
  it('writes dates as they are read, and names the zone of an instant', () => {
    expect(dateWords('2024-09-29T04:00:00Z')).toBe('29 September 2024 04:00 UTC');
    expect(dateWords('2024-09-29T04:00:07Z')).toBe('29 September 2024 04:00:07 UTC');
    expect(dateWords('2024-09-29T00:00-04:00')).toBe('29 September 2024 00:00 UTC-04:00');
    expect(dateWords('2024-07-01')).toBe('1 July 2024');
  });

  it('leaves alone what is no date, and makes it safe', () => {
    expect(dateWords('2024-13-01')).toBe('2024-13-01');
    expect(dateWords('soon\u001b[2J')).toBe(String.raw`soon\x1b[2J`);
  });
});

describe('shortDateWords', () => {
  it('leaves out the time of day', () => {
    expect(shortDateWords('2024-09-29T04:00:00Z')).toBe('29 Sep 2024');
    expect(shortDateWords('some other day')).toBe('some other day');
  });
});

describe('distanceWords', () => {
  it('counts days in the calendar', () => {
    expect(distanceWords('2026-11-23T23:00:00Z', '2026-11-24')).toBe('in 1 day');
    expect(distanceWords('2026-11-23', '2026-11-23')).toBe('today');
    expect(distanceWords('2024-02-28', '2024-03-01')).toBe('in 2 days');
    expect(distanceWords('2026-11-23', '2026-11-01')).toBe('22 days ago');
    expect(distanceWords('2026-11-23', 'some day')).toBe('');
  });
});

describe('isOverdue', () => {
  it('begins the day after the due day', () => {
    expect(isOverdue('2026-11-23T23:59:59Z', '2026-11-23')).toBe(false);
    expect(isOverdue('2026-11-24', '2026-11-23')).toBe(true);
  });
});

describe('millisecondsOf', () => {
  it('reads dates, instants and offsets', () => {
    expect(millisecondsOf('1970-01-02')).toBe(86_400_000);
    expect(millisecondsOf('1970-01-01T01:00:00Z')).toBe(3_600_000);
    expect(millisecondsOf('1970-01-01T01:00:00-05:00')).toBe(6 * 3_600_000);
    expect(millisecondsOf('never')).toBeUndefined();
  });
});
