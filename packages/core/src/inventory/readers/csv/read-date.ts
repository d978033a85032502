import { formatDate, dateFromParts, isDateParts, parseWhen } from '../../../calendar/index.ts';
import type { WhenText } from '../../../model/index.ts';

/** Whether dates with strokes put the month or the day first. */
export type DateOrder = 'month-first' | 'day-first';

export interface DateReading {
  readonly when: WhenText;
  /** True when a time of day was left out because it names no zone. */
  readonly isTimeDropped: boolean;
}

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
/** 29.09.2024: with dots the day stands first wherever this is written. */
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const STROKES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const DAY_NAME_YEAR = /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ ,-]+(\d{4})$/;
const NAME_DAY_YEAR = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/;
/** A time of day behind a date, without a zone. */
const TIME = /^(.*?)[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?$/;

const MONTHS =
  'january february march april may june july august september october november december';
const MONTH_NAMES = MONTHS.split(' ');

/**
 * Reads a date of a table. Undefined for what is no date, does not exist, or could be two dates:
 * 09/10/2024 is read only when the column has shown which number is the month.
 */
export function readDate(text: string, order: DateOrder | undefined): DateReading | undefined {
  const trimmed = text.trim();
  const when = parseWhen(trimmed);
  if (when !== undefined) return { when: when.text as WhenText, isTimeDropped: false };
  const day = TIME.exec(trimmed)?.[1];
  const date = readDay(day ?? trimmed, order);
  return date === undefined ? undefined : { when: date, isTimeDropped: day !== undefined };
}

function readDay(text: string, order: DateOrder | undefined): WhenText | undefined {
  const iso = ISO.exec(text);
  if (iso !== null) return dateText(iso[1], iso[2], iso[3]);
  const dotted = DOTTED.exec(text);
  if (dotted !== null) return dateText(dotted[3], dotted[2], dotted[1]);
  const strokes = STROKES.exec(text);
  if (strokes !== null) return strokedDate(strokes, order);
  const dayFirst = DAY_NAME_YEAR.exec(text);
  if (dayFirst !== null) return dateText(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const nameFirst = NAME_DAY_YEAR.exec(text);
  if (nameFirst !== null) return dateText(nameFirst[3], monthOf(nameFirst[1]), nameFirst[2]);
  return undefined;
}

function strokedDate(parts: RegExpExecArray, order: DateOrder | undefined): WhenText | undefined {
  const [, a, b, year] = parts;
  if (order === 'month-first') return dateText(year, a, b);
  if (order === 'day-first') return dateText(year, b, a);
  return Number(a) === Number(b) ? dateText(year, a, b) : undefined;
}

/** What one date says about the order of its column. */
export function orderShownBy(text: string): DateOrder | undefined {
  const trimmed = text.trim();
  const [, a, b] = STROKES.exec(TIME.exec(trimmed)?.[1] ?? trimmed) ?? [];
  if (Number(a) > 12 && Number(b) <= 12) return 'day-first';
  return Number(b) > 12 && Number(a) <= 12 ? 'month-first' : undefined;
}

function monthOf(name: string | undefined): string | undefined {
  const key = name?.toLowerCase() ?? '';
  const index = MONTH_NAMES.findIndex(
    (month) => month === key || month.slice(0, 3) === key || (key === 'sept' && month[0] === 's'),
  );
  return index === -1 ? undefined : String(index + 1);
}

function dateText(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): WhenText | undefined {
  const parts = [Number(year), Number(month), Number(day)] as const;
  if (!isDateParts(...parts)) return undefined;
  return formatDate(dateFromParts(...parts)) as string as WhenText;
}
