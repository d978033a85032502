import { addLabelledFact, findLabel, type EntryMaker } from '../field/index.ts';

/** One identifier: what it is, its value, and the country behind it. */
export interface CslId {
  readonly label: string;
  readonly value: string;
  readonly country?: string;
  readonly dates: readonly string[];
}

/**
 * The items of the `ids` column. The list has written them in two orders: `CN, 9111…, Unified
 * Social Credit Code (USCC)` until 2022 and `Unified Social Credit Code (USCC), 9111…, CN` since.
 * A value may hold commas, so the label is found from both ends. An item without a known label at
 * either end belongs to the value of the one beside it, or is a note.
 */
export function parseIds(text: string): readonly CslId[] {
  return text
    .split('; ')
    .filter((one) => one.trim() !== '')
    .map((one) => parseId(one.split(', ').map((part) => part.trim())));
}

function parseId(parts: readonly string[]): CslId {
  const [first = '', ...rest] = parts;
  if (rest.length > 0 && findLabel(first) !== undefined) {
    const dates = datesAtEnd(rest);
    const { value, country } = atEnd(rest.slice(0, rest.length - dates.length));
    return { label: first, value, ...country, dates };
  }
  const dates = datesAtEnd(parts);
  const bare = parts.slice(0, parts.length - dates.length);
  const label = bare.at(-1) ?? '';
  if (bare.length > 1 && findLabel(label) !== undefined) {
    const [country, ...numbers] = bare.slice(0, -1);
    const isCountry = numbers.length > 0 && isCode(country);
    const value = (isCountry ? numbers : bare.slice(0, -1)).join(', ');
    return { label, value, ...(isCountry ? { country } : {}), dates };
  }
  return { label: '', value: parts.join(', '), dates: [] };
}

function atEnd(parts: readonly string[]): {
  readonly value: string;
  readonly country: { readonly country?: string };
} {
  const last = parts.at(-1);
  if (parts.length < 2 || !isCode(last)) return { value: parts.join(', '), country: {} };
  return { value: parts.slice(0, -1).join(', '), country: { country: last } };
}

function isCode(text: string | undefined): text is string {
  return text !== undefined && /^[A-Z]{2}$/.test(text);
}

/** Dates of issue and expiry stand last. */
function datesAtEnd(parts: readonly string[]): readonly string[] {
  let count = 0;
  while (count < parts.length - 2 && isDate(parts.at(-1 - count) ?? '')) count += 1;
  return count === 0 ? [] : parts.slice(-count);
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** Adds the identifiers; dates that stand among them become the dates they are. */
export function addIds(maker: EntryMaker, text: string, pointer: string): void {
  for (const { label, value, country, dates } of parseIds(text)) {
    const [issued, expires] = dates;
    if (label === '') maker.add('notes', value, { field: 'ids', pointer });
    else {
      addLabelledFact(maker, {
        label,
        value,
        ...(country === undefined ? {} : { country }),
        ...(issued === undefined ? {} : { issued }),
        ...(expires === undefined ? {} : { expires }),
        field: 'ids',
        pointer,
      });
    }
  }
}
