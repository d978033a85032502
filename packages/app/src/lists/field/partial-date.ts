import { addDays, formatDate, isDateParts, parseDate } from '@interdict/core';

/** A date as lists write it, in the partial form FollowTheMoney uses. */
export interface ListDate {
  /** `1951-12-15`, `1951-12` or `1951`; several for a range of years or alternatives. */
  readonly values: readonly string[];
  /** `circa`, or the range as ISO 8601 writes it: `1960/1963`. */
  readonly detail?: string;
}

/** Which of two leading numbers is the month. */
export type DateOrder = 'day-first' | 'month-first';

/** No date is longer; what is cannot cost time. */
const TEXT_LENGTH_MAX = 64;

/** A range this long is given year by year, so that each of them can be compared. */
const RANGE_YEARS_MAX = 20;

const MONTHS: readonly string[] = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

/**
 * Reads a date in any of the ways official lists write one; undefined for what is none.
 * Unknown days and months (`00/00/1975`, `dd/mm/1975`) give the year alone.
 */
export function parseListDate(text: string, order: DateOrder = 'day-first'): ListDate | undefined {
  if (text.length > TEXT_LENGTH_MAX) return undefined;
  const words = text.trim().replace(/[.,]$/, '').trim();
  const circa = /^(?:circa|c\.|ca\.?|approximately|approx\.?|about)\s+(.+)$/i.exec(words);
  if (circa?.[1] !== undefined) {
    const date = parseListDate(circa[1], order);
    if (date === undefined) return undefined;
    return { values: date.values, detail: date.detail ? `circa ${date.detail}` : 'circa' };
  }
  const single = parsePartialDate(words, order);
  if (single !== undefined) return { values: [single] };
  return parseRange(words, order);
}

/** `1960 to 1963`, `between 1960 and 1963`, `1960-1963`: two dates and what stands between. */
const RANGE =
  /^(?:between |from )?(.+?)(?: to | and |\s*[-–/]\s*)(?:circa )?([^-–/]*\d{4}|\d{4}-\d\d-\d\d)$/i;

function parseRange(text: string, order: DateOrder): ListDate | undefined {
  const [, first, last] = RANGE.exec(text) ?? [];
  const from = parsePartialDate(first ?? '', order);
  const to = parsePartialDate(last ?? '', order);
  if (from === undefined || to === undefined || from > to) return undefined;
  return rangeOf(from, to);
}

/** Both ends of a range, or each year of it. */
export function rangeOf(from: string, to: string): ListDate {
  if (from === to) return { values: [from] };
  const detail = `${from}/${to}`;
  const years = Number(to) - Number(from);
  if (!(years <= RANGE_YEARS_MAX)) return { values: [from, to], detail };
  const values = Array.from({ length: years + 1 }, (_, index) => String(Number(from) + index));
  return { values, detail };
}

/** One date, whole or partial; undefined for what is none. */
export function parsePartialDate(text: string, order: DateOrder): string | undefined {
  const words = text.trim();
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?$/.exec(words);
  if (iso !== null) return partial(iso[1], iso[2], iso[3]);
  const slashed = /^([\da-z]{1,2})[/.-]([\da-z]{1,2})[/.-](\d{4})$/i.exec(words);
  if (slashed !== null) return slashedDate(slashed, order);
  const named = /^(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+)?([a-z]{3,9})\.?[\s,-]+(\d{4})$/i.exec(words);
  if (named !== null) return partial(named[3], monthNumber(named[2]), named[1]);
  const american = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(words);
  if (american !== null) return partial(american[3], monthNumber(american[1]), american[2]);
  return undefined;
}

function slashedDate(parts: readonly string[], order: DateOrder): string | undefined {
  const [, first = '', second = '', year = ''] = parts;
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  if (![day, month].every((part) => /^\d+$/.test(part) || isPlaceholder(part))) return undefined;
  const isMonthKnown = isKnown(month);
  // A day without its month says nothing that could be compared.
  return partial(year, isMonthKnown ? month : undefined, isMonthKnown ? day : undefined);
}

function isPlaceholder(part: string): boolean {
  return /^(dd?|mm?|xx?)$/i.test(part);
}

function isKnown(part: string | undefined): part is string {
  return part !== undefined && part !== '' && !/^0+$/.test(part) && !isPlaceholder(part);
}

function monthNumber(word = ''): string {
  const lower = word.toLowerCase();
  const index = MONTHS.findIndex((month) => lower.startsWith(month));
  return index === -1 ? 'none' : String(index + 1);
}

function partial(year = '', month?: string, day?: string): string | undefined {
  if (Number(year) < 1000) return undefined;
  if (!isKnown(month)) return month === undefined || /^0+$/.test(month) ? year : undefined;
  const two = month.padStart(2, '0');
  if (!isDateParts(Number(year), Number(month), 1)) return undefined;
  if (!isKnown(day)) return `${year}-${two}`;
  if (!isDateParts(Number(year), Number(month), Number(day))) return undefined;
  return `${year}-${two}-${day.padStart(2, '0')}`;
}

/**
 * The end of an interval whose last day a publisher names: the day after it. A partial date gives
 * none, since an entry must not be taken for gone too early.
 */
export function lastDayTo(day: string | undefined): string | undefined {
  const date = day === undefined ? undefined : parseDate(day);
  return date === undefined ? undefined : formatDate(addDays(date, 1));
}
