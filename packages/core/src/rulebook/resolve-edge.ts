import { formatInstant, instantInZone, isZone, parseWhen } from '../calendar/index.ts';
import type { Edge, EdgeSource, Instant, InstantText } from '../model/index.ts';
import type { RulebookProblemCode } from './problem.ts';

export type EdgeResult =
  | { readonly ok: true; readonly edge: Edge }
  | { readonly ok: false; readonly code: RulebookProblemCode; readonly message: string };

function fail(code: RulebookProblemCode, message: string): EdgeResult {
  return { ok: false, code, message };
}

/** Local clock text `2024-07-20 00:00` as milliseconds, as if it were UTC. */
export function localMs(local: string): number | undefined {
  return parseWhen(`${local.replace(' ', 'T')}Z`)?.local;
}

/**
 * Gives a dated edge both readings. A date alone is 00:00 in the zone of the rule; a clock
 * time needs its own zone; `utc`, when given, must agree.
 */
export function resolveEdge(source: EdgeSource, ruleZone: string | undefined): EdgeResult {
  const isDate = typeof source === 'string';
  const zone = isDate ? ruleZone : source.zone;
  if (zone === undefined) {
    return fail('missing-zone', 'the date has no zone: give the rule a `zone`');
  }
  if (!isZone(zone)) return fail('unknown-zone', `\`${zone}\` is not an IANA time zone`);
  const local = isDate ? `${source} 00:00` : source.local;
  const clock = localMs(local);
  if (clock === undefined) return fail('bad-date', `\`${local}\` is not a date that exists`);
  const instant = instantInZone(clock, zone);
  if (instant === undefined) {
    return fail('no-such-time', `\`${local}\` does not occur in ${zone}`);
  }
  const utc = formatInstant(instant);
  if (!isDate && source.utc !== undefined && source.utc !== utc) {
    return fail('zone-mismatch', `\`${local}\` in ${zone} is ${utc}, not \`${source.utc}\``);
  }
  const precision = isDate ? 'day' : (source.precision ?? 'minute');
  const text = isDate ? undefined : source.text;
  return {
    ok: true,
    edge: { utc, local, zone, precision, ...(text === undefined ? {} : { text }) },
  };
}

/** The instant of UTC text that a schema has already checked. */
export function instantOf(utc: InstantText): Instant {
  const when = parseWhen(utc);
  return (when?.utc ?? Number.NaN) as Instant;
}
