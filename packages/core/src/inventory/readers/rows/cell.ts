/** A row of a table about a host, by column; values are texts, or numbers and truth values. */
export type HostRow = Readonly<Record<string, unknown>>;

/** The value of a column as text; undefined when the row does not have it or it is blank. */
export function cellOf(row: HostRow, column: string): string | undefined {
  if (!Object.hasOwn(row, column)) return undefined;
  const value = row[column];
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
