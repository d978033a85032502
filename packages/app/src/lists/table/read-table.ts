import type { ListFile } from '../list-source.ts';
import { lost, type ListProblem } from '../problems.ts';
import { readRows, type RowsOptions } from './read-rows.ts';

/** A row of a table with a header: cells by the name of their column. */
export interface TableRow {
  readonly kind: 'table-row';
  readonly line: number;
  /** Names of the columns, in order. */
  readonly columns: readonly string[];
  /** The cell of a column, trimmed; empty where the table has no such column. */
  readonly get: (column: string) => string;
  /** The cells of all columns of one name that are not empty. */
  readonly all: (column: string) => readonly string[];
}

export interface TableOptions extends RowsOptions {
  /** Columns without which the file is not the format. */
  readonly required: readonly string[];
  /** How a header is compared: by default as written, without spaces around it. */
  readonly columnKey?: (header: string) => string;
  /** Rows before the header, such as a line with the date. */
  readonly isPreamble?: (cells: readonly string[]) => boolean;
  readonly onPreamble?: (cells: readonly string[]) => void;
}

/** The rows of a file that names its columns. A header that comes again is skipped. */
export function* readTable(
  file: ListFile,
  options: TableOptions,
): Generator<TableRow | ListProblem> {
  const { columnKey = trimmed, isPreamble, onPreamble } = options;
  let header: readonly string[] | undefined;
  let columns: Columns = { names: [], indexes: new Map() };
  for (const row of readRows(file, options)) {
    if (row.kind === 'problem') {
      yield row;
    } else if (header === undefined) {
      if (isPreamble?.(row.cells) === true) {
        onPreamble?.(row.cells);
        continue;
      }
      header = row.cells;
      columns = columnsOf(row.cells.map(columnKey));
      const { indexes } = columns;
      const missing = options.required.filter((column) => !indexes.has(column));
      if (missing.length > 0) {
        yield headerProblem(file, row.line, missing);
        return;
      }
    } else if (row.cells.length !== header.length) {
      yield rowProblem(file, row.line, row.cells.length, header.length);
    } else if (!isSame(row.cells, header)) {
      yield tableRow(row.line, row.cells, columns);
    }
  }
}

interface Columns {
  readonly names: readonly string[];
  readonly indexes: ReadonlyMap<string, readonly number[]>;
}

/** Where each column stands; several may have one name. */
function columnsOf(names: readonly string[]): Columns {
  const indexes = new Map<string, readonly number[]>();
  for (const [index, name] of names.entries()) {
    indexes.set(name, [...(indexes.get(name) ?? []), index]);
  }
  return { names: [...indexes.keys()], indexes };
}

function trimmed(text: string): string {
  return text.trim();
}

function isSame(cells: readonly string[], header: readonly string[]): boolean {
  return cells.every((cell, index) => cell === header[index]);
}

function tableRow(line: number, cells: readonly string[], { names, indexes }: Columns): TableRow {
  const all = (column: string): readonly string[] =>
    (indexes.get(column) ?? [])
      .map((index) => cells[index]?.trim() ?? '')
      .filter((text) => text !== '');
  const get = (column: string): string => all(column)[0] ?? '';
  return { kind: 'table-row', line, columns: names, get, all };
}

function headerProblem(file: ListFile, line: number, missing: readonly string[]): ListProblem {
  const message = `the header has no column ${missing.map((name) => `\`${name}\``).join(', ')}`;
  return lost('list-syntax', message, { file: file.name, pointer: `line:${line}` });
}

/** A row with the wrong number of cells: something was cut, or quoted wrongly. */
export function rowProblem(
  file: ListFile,
  line: number,
  cells: number,
  wanted: number,
): ListProblem {
  const message = `the row has ${cells} columns and not ${wanted}`;
  return lost('list-row', message, { file: file.name, pointer: `line:${line}` });
}
