import { visibleText } from '../text/index.ts';
import { countOf } from './words.ts';

const DAY_MS = 86_400_000;
const DATE_START = /^(\d{4})-(\d{2})-(\d{2})/u;
const WHEN = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/u;

const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function dayWords(date: string): string | undefined {
  const month = MONTHS[Number(date.slice(5, 7)) - 1];
  return month && `${Number(date.slice(8, 10))} ${month} ${date.slice(0, 4)}`;
}

/** `29 September 2024`, with ` 04:00 UTC` for an instant; anything else stays as it is. */
export function dateWords(at: string): string {
  const [, date = '', time, seconds = '', zone = ''] = WHEN.exec(at) ?? [];
  const day = dayWords(date);
  if (day === undefined) return visibleText(at);
  if (time === undefined) return day;
  const second = seconds === ':00' ? '' : seconds;
  return `${day} ${time}${second} ${zone === 'Z' ? 'UTC' : `UTC${zone}`}`;
}

/** `29 Sep 2024`, for where there is little room; the time of day is left out. */
export function shortDateWords(at: string): string {
  const [day, month, year] = dayWords(at.slice(0, 10))?.split(' ') ?? [];
  if (day === undefined || month === undefined) return visibleText(at);
  return `${day} ${month.slice(0, 3)} ${year}`;
}

/** Milliseconds since 1970 of a date or instant as text; undefined for anything else. */
export function millisecondsOf(at: string): number | undefined {
  const day = dayNumber(at);
  if (day === undefined) return undefined;
  const time = /T(\d{2}):(\d{2})/u.exec(at);
  const offset = /([+-])(\d{2}):(\d{2})$/u.exec(at);
  const minutes = time === null ? 0 : minutesOf(time[1], time[2]);
  const east = time === null || offset === null ? 0 : minutesOf(offset[2], offset[3]);
  return day * DAY_MS + (minutes - (offset?.[1] === '-' ? -east : east)) * 60_000;
}

function minutesOf(hours: string | undefined, minutes: string | undefined): number {
  return Number(hours) * 60 + Number(minutes);
}

function dayNumber(at: string): number | undefined {
  const parts = DATE_START.exec(at);
  if (parts === null) return undefined;
  return Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / DAY_MS;
}

/** `in 8 days`, `today`, `12 days ago`; empty when a date cannot be read. */
export function distanceWords(asOf: string, at: string): string {
  const from = dayNumber(asOf);
  const to = dayNumber(at);
  if (from === undefined || to === undefined) return '';
  const days = to - from;
  if (days === 0) return 'today';
  const count = countOf(Math.abs(days), 'day', 'days');
  return days > 0 ? `in ${count}` : `${count} ago`;
}

/** Whether a due day has passed; the due day itself has not. */
export function isOverdue(asOf: string, due: string): boolean {
  return due.slice(0, 10) < asOf.slice(0, 10);
}
