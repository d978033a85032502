import { describe, expect, it } from 'vitest';
import type { EdgeSource, InstantText } from '../model/index.ts';
import { instantOf, localMs, resolveEdge } from './resolve-edge.ts';
import { day } from './rulebook.fixture.ts';

const NEW_YORK = 'America/New_York';

function clock(local: string, zone: string = NEW_YORK): EdgeSource {
  return { local, zone };
}

describe('resolveEdge', () => {
  it('reads a date as 00:00 in the zone of the rule, known to the day', () => {
    const result = resolveEdge(day('2024-07-20'), NEW_YORK);

    expect(result).toEqual({
      ok: true,
      edge: {
        utc: '2024-07-20T04:00:00Z',
        local: '2024-07-20 00:00',
        zone: NEW_YORK,
        precision: 'day',
      },
    });
  });

  it('reads a clock time in its own zone, known to the minute', () => {
    const result = resolveEdge(clock('2024-07-20 00:00', 'Europe/London'), NEW_YORK);

    expect(result).toMatchObject({
      ok: true,
      edge: { utc: '2024-07-19T23:00:00Z', zone: 'Europe/London', precision: 'minute' },
    });
  });

  it('keeps the words of the instrument, and a stated precision', () => {
    const source: EdgeSource = {
      local: '2024-07-20 00:00',
      zone: NEW_YORK,
      utc: '2024-07-20T04:00:00Z' as InstantText,
      precision: 'day',
      text: '12:00 a.m.',
    };

    const result = resolveEdge(source, undefined);

    expect(result).toMatchObject({ ok: true, edge: { precision: 'day', text: '12:00 a.m.' } });
  });

  it.each<[string, EdgeSource, string | undefined]>([
    ['missing-zone', day('2024-07-20'), undefined],
    ['unknown-zone', day('2024-07-20'), 'America/Nowhere'],
    ['unknown-zone', clock('2024-07-20 00:00', 'America/Nowhere'), NEW_YORK],
    ['bad-date', day('2024-02-30'), NEW_YORK],
    ['bad-date', clock('2024-07-20 24:00'), NEW_YORK],
    ['no-such-time', clock('2024-03-10 02:30'), NEW_YORK],
    [
      'zone-mismatch',
      { local: '2024-07-20 00:00', zone: NEW_YORK, utc: '2024-07-20T05:00:00Z' as InstantText },
      NEW_YORK,
    ],
  ])('answers %s', (code, source, zone) => {
    expect(resolveEdge(source, zone)).toMatchObject({ ok: false, code });
  });

  it('says what the clock time is in UTC when the two do not agree', () => {
    const source = { ...(clock('2024-12-01 00:00') as object), utc: '2024-12-01T04:00:00Z' };

    const result = resolveEdge(source as EdgeSource, undefined);

    expect(result.ok ? '' : result.message).toContain('2024-12-01T05:00:00Z');
  });
});

describe('clock texts', () => {
  it('are read as if they were UTC', () => {
    expect(localMs('1970-01-01 00:01')).toBe(60_000);
    expect(localMs('1970-01-01 00:00:01')).toBe(1000);
    expect(localMs('1970-02-30 00:00')).toBeUndefined();
  });

  it('in UTC give their instant, and no number when they are none', () => {
    expect(instantOf('1970-01-01T00:00:01Z' as InstantText)).toBe(1000);
    expect(instantOf('1970-02-30T00:00:01Z' as InstantText)).toBeNaN();
  });
});
