import { hostTable } from './find-table.ts';
import type { HostRow } from './cell.ts';
import type { TableUse } from './table-use.ts';

/** A table of another source, whose columns are those of a table of osquery by other names. */
export interface SourceTable {
  readonly use: TableUse;
  /** Column of the table by the folded name of the source. */
  readonly columns: ReadonlyMap<string, string>;
}

/** Case and signs do not tell columns apart: `DisplayName`, `display_name`, `display name`. */
export function foldColumn(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}.]+/gu, '');
}

/** Describes a source table: `DisplayName > name`, several names with `|` between them. */
export function sourceTable(table: string | TableUse, columns: readonly string[]): SourceTable {
  const use = typeof table === 'string' ? hostTable(table) : table;
  const byName = new Map<string, string>();
  for (const text of columns) {
    const [names = '', column = ''] = text.split(' > ');
    for (const name of names.split(' | ')) byName.set(foldColumn(name), column);
  }
  return { use, columns: byName };
}

/** A row of the table, and where in the source its columns stand. */
export interface SourceRow {
  readonly row: HostRow;
  readonly places: ReadonlyMap<string, string>;
}

/** Takes the columns of a table out of cells by their name in the source; the first one counts. */
export function sourceRow(
  { columns }: SourceTable,
  cells: Iterable<readonly [name: string, value: unknown]>,
  placeOf: (name: string) => string,
): SourceRow {
  const row: Record<string, unknown> = {};
  const places = new Map<string, string>();
  for (const [name, value] of cells) {
    const column = columns.get(foldColumn(name));
    if (column === undefined || places.has(column) || isBlank(value)) continue;
    row[column] = value;
    places.set(column, placeOf(name));
  }
  return { row, places };
}

function isBlank(value: unknown): boolean {
  return (
    value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
  );
}
