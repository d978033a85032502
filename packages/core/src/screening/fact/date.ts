/** A day as one number, `yyyymmdd`; a month or a day that is not known is 00. */
export type DayNumber = number;

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T|$)/;

/** Reads `1951`, `1951-12` or `1951-12-15`, as FollowTheMoney writes dates. */
export function readDay(value: string): DayNumber | undefined {
  const match = DAY.exec(value.trim());
  if (match === null) return undefined;
  const [, year = '0', month = '00', day = '00'] = match;
  if (Number(month) > 12 || Number(day) > 31) return undefined;
  return Number(year) * 10_000 + Number(month) * 100 + Number(day);
}

/** Days since 1970 of a date without a zone; both sides of an interval are compared as these. */
export function dayCount(value: string): number | undefined {
  const day = readDay(value);
  if (day === undefined) return undefined;
  const month = Math.max(1, Math.floor(day / 100) % 100);
  return Date.UTC(Math.floor(day / 10_000), month - 1, Math.max(1, day % 100)) / 86_400_000;
}

export type DateRelation =
  | 'same'
  | 'same-month'
  | 'same-year'
  | 'swapped'
  | 'one-digit'
  | 'year-near'
  | 'other-day'
  | 'other';

/** How two dates of birth stand to each other, as far as both are known. */
export function relateDays(left: DayNumber, right: DayNumber): DateRelation {
  const years = Math.abs(yearOf(left) - yearOf(right));
  if (years > 1) return isOneDigit(left, right) ? 'one-digit' : 'other';
  if (years === 1) return isOneDigit(left, right) ? 'one-digit' : 'year-near';
  const leftMonth = monthOf(left);
  const rightMonth = monthOf(right);
  if (leftMonth === 0 || rightMonth === 0) return 'same-year';
  const leftDay = left % 100;
  const rightDay = right % 100;
  if (leftMonth === rightMonth) {
    if (leftDay === 0 || rightDay === 0) return 'same-month';
    if (leftDay === rightDay) return 'same';
  }
  if (leftMonth === rightDay && leftDay === rightMonth) return 'swapped';
  return isOneDigit(left, right) ? 'one-digit' : 'other-day';
}

function yearOf(day: DayNumber): number {
  return Math.floor(day / 10_000);
}

function monthOf(day: DayNumber): number {
  return Math.floor(day / 100) % 100;
}

/** Whole dates that differ in one digit: a mistyped one more often than another person's. */
function isOneDigit(left: DayNumber, right: DayNumber): boolean {
  if (left % 100 === 0 || right % 100 === 0) return false;
  const a = String(left);
  const b = String(right);
  let differences = 0;
  for (let at = 0; at < 8; at += 1) if (a[at] !== b[at]) differences += 1;
  return differences === 1;
}
