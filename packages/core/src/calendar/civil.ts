import type { CalendarDate, DateText, Instant, InstantText } from '../model/index.ts';

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a proleptic Gregorian date; months count from 1. */
export function dateFromParts(year: number, month: number, day: number): CalendarDate {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) as CalendarDate;
}

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Year, month and day of a calendar date. */
export function partsOfDate(date: CalendarDate): DateParts {
  const shifted = date + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day };
}

/** Weekday of a date, 0 Sunday to 6 Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return (((date + 4) % 7) + 7) % 7;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return (date + days) as CalendarDate;
}

/** The same day `months` later, or the last day of that month when it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOfDate(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return dateFromParts(
    targetYear,
    targetMonth,
    Math.min(day, daysInMonth(targetYear, targetMonth)),
  );
}

export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? dateFromParts(year + 1, 1, 1) : dateFromParts(year, month + 1, 1);
  return next - dateFromParts(year, month, 1);
}

/** Whether year, month and day name a day that exists. */
export function isDateParts(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

export function formatDate(date: CalendarDate): DateText {
  const { year, month, day } = partsOfDate(date);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as DateText;
}

/** An instant as UTC text, cut to whole seconds. */
export function formatInstant(instant: Instant): InstantText {
  const days = Math.floor(instant / DAY_MS) as CalendarDate;
  const seconds = Math.floor((instant - days * DAY_MS) / 1000);
  const hh = pad(Math.floor(seconds / 3600), 2);
  const mm = pad(Math.floor(seconds / 60) % 60, 2);
  return `${formatDate(days)}T${hh}:${mm}:${pad(seconds % 60, 2)}Z` as InstantText;
}

/** The day on which a local time (milliseconds as if in UTC) falls. */
export function dateOfLocal(localMs: number): CalendarDate {
  return Math.floor(localMs / DAY_MS) as CalendarDate;
}

/** Midnight at the start of a day, as local milliseconds. */
export function localOfDate(date: CalendarDate): number {
  return date * DAY_MS;
}
