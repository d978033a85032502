import type { CalendarDate } from '../model/index.ts';
import { addDays, dateFromParts, daysInMonth, partsOfDate, weekdayOf } from './civil.ts';

const SATURDAY = 6;
const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;

function nthWeekday(year: number, month: number, weekday: number, n: number): CalendarDate {
  const first = dateFromParts(year, month, 1);
  const shift = (weekday - weekdayOf(first) + 7) % 7;
  return addDays(first, shift + (n - 1) * 7);
}

function lastWeekday(year: number, month: number, weekday: number): CalendarDate {
  const last = dateFromParts(year, month, daysInMonth(year, month));
  return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
}

/** 5 U.S.C. 6103(b) and E.O. 11582: Saturday is observed on Friday, Sunday on Monday. */
function observed(date: CalendarDate): CalendarDate {
  const weekday = weekdayOf(date);
  if (weekday === SATURDAY) return addDays(date, -1);
  return weekday === SUNDAY ? addDays(date, 1) : date;
}

/**
 * Days on which the holidays of a year are observed by US federal offices (5 U.S.C. 6103(a)).
 * New Year's Day of the next year is included, since it can be observed on 31 December.
 */
export function usFederalHolidays(year: number): readonly CalendarDate[] {
  const days = [
    dateFromParts(year, 1, 1),
    nthWeekday(year, 1, MONDAY, 3),
    nthWeekday(year, 2, MONDAY, 3),
    lastWeekday(year, 5, MONDAY),
    dateFromParts(year, 7, 4),
    nthWeekday(year, 9, MONDAY, 1),
    nthWeekday(year, 10, MONDAY, 2),
    dateFromParts(year, 11, 11),
    nthWeekday(year, 11, THURSDAY, 4),
    dateFromParts(year, 12, 25),
    dateFromParts(year + 1, 1, 1),
  ];
  // Juneteenth: Pub. L. 117-17 of 17 June 2021.
  if (year >= 2021) days.push(dateFromParts(year, 6, 19));
  return days.map(observed);
}

export function isUsFederalBusinessDay(date: CalendarDate): boolean {
  const weekday = weekdayOf(date);
  if (weekday === SATURDAY || weekday === SUNDAY) return false;
  return !usFederalHolidays(partsOfDate(date).year).includes(date);
}

/** The n-th US federal business day after a date; day 1 is the next business day. */
export function addBusinessDays(date: CalendarDate, n: number): CalendarDate {
  let day = date;
  let left = n;
  while (left > 0) {
    day = addDays(day, 1);
    if (isUsFederalBusinessDay(day)) left -= 1;
  }
  return day;
}
