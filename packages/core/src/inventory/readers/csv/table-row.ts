import { lostProblem, type ReadProblem } from '../../input/index.ts';
import { readText } from './read-cell.ts';
import type { HeaderColumn, TableHeader } from './find-header.ts';
import type { Row } from './split-rows.ts';

/** A row with its cells by the name of their columns. */
export class TableRow {
  readonly line: number;
  readonly #cells: readonly string[];
  readonly #columns: ReadonlyMap<string, HeaderColumn>;

  constructor(row: Row, columns: ReadonlyMap<string, HeaderColumn>) {
    this.line = row.line;
    this.#cells = row.cells;
    this.#columns = columns;
  }

  get pointer(): string {
    return `line:${this.line}`;
  }

  /** The cell as it stands; empty when there is no such column. */
  cell(column: string): string {
    const found = this.#columns.get(column);
    return found === undefined ? '' : (this.#cells[found.index] ?? '');
  }

  /** The cell as a text; undefined when it says nothing. */
  text(column: string): string | undefined {
    return readText(this.cell(column));
  }

  /** Says that a cell cannot be read as what its column holds. */
  unreadable(column: string, needed: string): ReadProblem {
    const found = this.#columns.get(column);
    const value = this.cell(column).trim();
    const message =
      `\`${value}\` in column \`${found?.heading ?? column}\` of line ${this.line} ` +
      `is no ${needed}`;
    return lostProblem('value', message, `${this.pointer}:${(found?.index ?? 0) + 1}`);
  }
}

export function columnsByName(header: TableHeader): ReadonlyMap<string, HeaderColumn> {
  return new Map(header.columns.map((column) => [column.column, column]));
}

/** What is wrong with the number of cells in a row. */
export interface RowCheck {
  readonly problem?: ReadProblem;
  /** False for a row without values, and for one whose cells may stand in other columns. */
  readonly isRead: boolean;
}

const GOOD: RowCheck = { isRead: true };

/** Compares a row with its header; a comma too many moves everything behind it. */
export function checkRow({ cells, line }: Row, { width }: TableHeader): RowCheck {
  if (cells.every((cell) => cell.trim() === '')) return { isRead: false };
  if (cells.length === width) return GOOD;
  const pointer = `line:${line}`;
  if (cells.length < width) {
    const message = `line ${line} has ${cells.length} cells and should have ${width}`;
    return { problem: lostProblem('row-shape', message, pointer), isRead: true };
  }
  if (cells.slice(width).every((cell) => cell.trim() === '')) return GOOD;
  const message =
    `line ${line} has ${cells.length} cells and should have ${width}, so that it is not ` +
    `known which column they belong to; it was left out`;
  return { problem: lostProblem('row-shape', message, pointer), isRead: false };
}
