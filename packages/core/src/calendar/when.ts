import type { CalendarDate, DateText, Instant } from '../model/index.ts';
import { dateFromParts, dateOfLocal, isDateParts, localOfDate } from './civil.ts';

/**
 * A day or moment a question is asked for.
 * With `isDate` the clock time is open: it stands for 00:00 local time of whoever issued the
 * rule it is compared with, and `utc` is 00:00 UTC of that day, for ordering only.
 */
export interface When {
  readonly text: string;
  readonly isDate: boolean;
  readonly utc: Instant;
  /** Local clock time as written, in milliseconds as if it were UTC. */
  readonly local: number;
}

const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Reads `2024-09-28` or `2024-09-29T00:00-04:00`.
 * Returns undefined for anything else, a time without an offset included: it would be a guess.
 */
export function parseWhen(text: string): When | undefined {
  const match = PATTERN.exec(text.trim());
  if (match === null) return undefined;
  const [, y, mo, d, h, mi, s, fraction, offset] = match;
  const [year, month, day] = [Number(y), Number(mo), Number(d)];
  if (!isDateParts(year, month, day)) return undefined;
  const midnight = localOfDate(dateFromParts(year, month, day));
  if (offset === undefined) {
    return { text: match[0], isDate: true, utc: midnight as Instant, local: midnight };
  }
  const [hour, minute, second] = [Number(h), Number(mi), Number(s ?? '0')];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const millis = Number((fraction ?? '0').padEnd(3, '0'));
  const local = midnight + ((hour * 60 + minute) * 60 + second) * 1000 + millis;
  const offsetMinutes = readOffset(offset);
  if (offsetMinutes === undefined) return undefined;
  return { text: match[0], isDate: false, utc: (local - offsetMinutes * 60_000) as Instant, local };
}

function readOffset(offset: string): number | undefined {
  if (offset === 'Z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(4, 6));
  if (hours > 14 || minutes > 59) return undefined;
  const total = hours * 60 + minutes;
  return offset.startsWith('-') ? -total : total;
}

/** The calendar day of a date or moment, where it was written. */
export function dateOfWhen(when: When): CalendarDate {
  return dateOfLocal(when.local);
}

/** Reads a calendar date; undefined when it is none. */
export function parseDate(text: string): CalendarDate | undefined {
  const when = parseWhen(text);
  return when === undefined || !when.isDate ? undefined : dateOfWhen(when);
}

export function isDateText(text: string): text is DateText {
  return parseDate(text) !== undefined;
}
