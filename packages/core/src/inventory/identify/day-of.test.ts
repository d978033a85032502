import { describe, expect, it } from 'vitest';
import { dayOf } from './day-of.ts';

describe('dayOf', () => {
  it.each([
    ['Sep  3 01:58:55', 'Sep  3'],
    ['Sep 13 01:58:55', 'Sep 13'],
    ['2026-11-01T10:00:00Z', '2026-11-01'],
    ['03/Sep/2024:01:58:55 +0000', '03/Sep/2024'],
    ['1725328735.123', 'day 19969'],
    ['1725408000', 'day 19970'],
    [`${'X'.repeat(10)}.000000`, undefined],
    ['yesterday', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of %s is %s', (time, day) => {
    expect(dayOf(time)).toBe(day);
  });
});
