import type { TUnsafe } from 'typebox';
import { brandedString } from './words.ts';

/** A point in time: milliseconds since 1970-01-01T00:00:00Z, without leap seconds. */
export type Instant = number & { readonly instant: true };

/** A day without a zone: days since 1970-01-01 in the proleptic Gregorian calendar. */
export type CalendarDate = number & { readonly calendarDate: true };

/** An instant as text in UTC, `2024-09-29T04:00:00Z`. */
export type InstantText = string & { readonly instantText: true };

/** A day as text, `2024-09-29`. */
export type DateText = string & { readonly dateText: true };

/** A day or a moment with its offset from UTC, as a person writes it. */
export type WhenText = string & { readonly whenText: true };

export const InstantTextSchema: TUnsafe<InstantText> = brandedString<InstantText>(
  'Instant in UTC, to the second.',
  String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$`,
);

export const DateTextSchema: TUnsafe<DateText> = brandedString<DateText>(
  'Calendar date without a zone.',
  String.raw`^\d{4}-\d{2}-\d{2}$`,
);

export const WhenTextSchema: TUnsafe<WhenText> = brandedString<WhenText>(
  'A date, read as 00:00 local time of the issuer of each rule, or a time with its offset.',
  String.raw`^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$`,
);
