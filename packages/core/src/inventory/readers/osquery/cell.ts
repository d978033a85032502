/** A row as osquery gives it; values are texts, or numbers with `numerics`. */
export type OsqueryRow = Readonly<Record<string, unknown>>;

/** The value of a column as text; undefined when the row does not have it or it is blank. */
export function cellOf(row: OsqueryRow, column: string): string | undefined {
  if (!Object.hasOwn(row, column)) return undefined;
  const value = row[column];
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
