/** What a cell holds: a value, nothing, or something that cannot be read as what it should be. */
export type CellReading<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unreadable' };

/** Words that say that nobody knows, which is as good as an empty cell. */
const UNKNOWN: ReadonlySet<string> = new Set(['', '-', '?', 'n/a', 'unknown', 'unbekannt']);
const TRUE: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1', 'ja', 'wahr', 'oui', 'sí']);
const FALSE: ReadonlySet<string> = new Set(['false', 'no', 'n', '0', 'nein', 'falsch', 'non']);

const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

function isUnknown(text: string): boolean {
  return UNKNOWN.has(text.trim().toLowerCase());
}

export function readBoolean(text: string): CellReading<boolean> {
  if (isUnknown(text)) return { kind: 'unknown' };
  const word = text.trim().toLowerCase();
  if (TRUE.has(word)) return { kind: 'value', value: true };
  return FALSE.has(word) ? { kind: 'value', value: false } : { kind: 'unreadable' };
}

/** A number; `1.234` and `1,234` could be two, so that groups of three digits are not read. */
export function readNumber(text: string): CellReading<number> {
  if (isUnknown(text)) return { kind: 'unknown' };
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed) || /[.,]\d{3}$/.test(trimmed)) return { kind: 'unreadable' };
  return { kind: 'value', value: Number(trimmed.replace(',', '.')) };
}

const PERCENT = /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/;

/** A share from 0 to 100, with or without a percent sign. */
export function readPercent(text: string): CellReading<number> {
  if (isUnknown(text)) return { kind: 'unknown' };
  const digits = PERCENT.exec(text.trim())?.[1];
  const value = Number(digits?.replace(',', '.'));
  return value <= 100 ? { kind: 'value', value } : { kind: 'unreadable' };
}

/** A text, trimmed; undefined when the cell says nothing. */
export function readText(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' || isUnknown(trimmed) ? undefined : trimmed;
}
