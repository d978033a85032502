import type { Instant } from '../model/index.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  try {
    // The locale is fixed so that the answer does not hang on the machine.
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, made);
    return made;
  } catch {
    return undefined;
  }
}

/** Local clock time of an instant in a zone, in milliseconds as if it were UTC. */
function localAt(formatter: Intl.DateTimeFormat, instant: number): number {
  const parts: Record<string, number> = {};
  for (const part of formatter.formatToParts(instant)) parts[part.type] = Number(part.value);
  return Date.UTC(
    parts['year'] ?? 0,
    (parts['month'] ?? 1) - 1,
    parts['day'] ?? 1,
    parts['hour'] ?? 0,
    parts['minute'] ?? 0,
    parts['second'] ?? 0,
  );
}

/**
 * Instant of a local clock time in an IANA zone.
 * Undefined when the zone is not known or the clock time does not exist there (a spring gap).
 * A time that occurs twice is read as the first of the two.
 */
export function instantInZone(local: number, zone: string): Instant | undefined {
  const formatter = formatterOf(zone);
  if (formatter === undefined) return undefined;
  const candidates: number[] = [];
  for (const probe of [local - 86_400_000, local, local + 86_400_000]) {
    const offset = localAt(formatter, probe) - probe;
    const candidate = local - offset;
    if (localAt(formatter, candidate) === local) candidates.push(candidate);
  }
  return candidates.length === 0 ? undefined : (Math.min(...candidates) as Instant);
}

/** Whether the zone is one this runtime knows. */
export function isZone(zone: string): boolean {
  return formatterOf(zone) !== undefined;
}
