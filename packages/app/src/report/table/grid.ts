import { cellWidth, flatText, padCells, wrapText } from '../text/index.ts';
import { indented, type Ink, type Page } from './page.ts';

export interface Column {
  readonly title: string;
  /** Cells below which it is not squeezed. */
  readonly cellsMin: number;
  /** Part of the spare width it gets, against the other columns. */
  readonly weight: number;
}

/** Text of a cell; each paragraph starts a line. */
export interface Cell {
  readonly paragraphs: readonly string[];
  readonly ink?: Ink;
}

const GAP = 2;

export function cell(text: string, ink?: Ink): Cell {
  return ink === undefined ? { paragraphs: [text] } : { paragraphs: [text], ink };
}

/** Columns with the cells each of them gets. */
interface Layout {
  readonly indent: number;
  readonly widths: readonly number[];
}

/** Rows one below the other, where the page is too narrow for the columns. */
function stack(
  page: Page,
  indent: number,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): string[] {
  return rows.flatMap((row) =>
    row.flatMap(({ paragraphs, ink }, at) => {
      const lines = paragraphs.flatMap((text) =>
        wrapText(
          flatText(at === 0 || columns[at]?.title === '' ? text : `${columns[at]?.title}: ${text}`),
          page.columns - indent - 4,
        ),
      );
      const shown = ink === undefined ? lines : lines.map((line) => page.paint(line, ink));
      return shown.map((line, index) => indented(indent + (at === 0 && index === 0 ? 0 : 2), line));
    }),
  );
}

/**
 * Rows under their titles, in as many cells as they need and the page has. Columns without
 * titles have no line of titles.
 */
export function grid(
  page: Page,
  indent: number,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): string[] {
  if (rows.length === 0) return [];
  const least = sum(columns.map(({ cellsMin }) => cellsMin)) + GAP * (columns.length - 1);
  if (indent + least > page.columns) return stack(page, indent, columns, rows);
  const layout = { indent, widths: columnWidths(columns, rows, page.columns - indent) };
  const titles = columns.map(({ title }) => cell(title, 'faint'));
  const hasTitles = columns.some(({ title }) => title !== '');
  return [...(hasTitles ? [titles] : []), ...rows].flatMap((row) => gridRow(page, layout, row));
}

/** Natural widths where they fit; else the spare width is shared out by weight. */
function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  cells: number,
): number[] {
  const natural = columns.map(({ title, cellsMin }, at) =>
    rows
      .flatMap((row) => row[at]?.paragraphs ?? [])
      .reduce((most, text) => Math.max(most, widthOf(text)), Math.max(cellsMin, cellWidth(title))),
  );
  const room = cells - GAP * (columns.length - 1);
  const widths = columns.map(({ cellsMin }) => cellsMin);
  let spare = room - sum(widths);
  while (spare > 0) {
    const open = columns.map(({ weight }, at) =>
      (widths[at] ?? 0) < (natural[at] ?? 0) ? weight : 0,
    );
    const total = sum(open);
    if (total === 0) break;
    const given = open.map((weight, at) =>
      Math.min(
        Math.ceil((spare * weight) / total),
        Math.max(0, (natural[at] ?? 0) - (widths[at] ?? 0)),
      ),
    );
    for (let at = 0; at < given.length && spare > 0; at += 1) {
      const more = Math.min(spare, given[at] ?? 0);
      widths[at] = (widths[at] ?? 0) + more;
      spare -= more;
    }
  }
  return widths;
}

function widthOf(text: string): number {
  return cellWidth(flatText(text));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function gridRow(page: Page, { indent, widths }: Layout, row: readonly Cell[]): string[] {
  const wrapped = row.map(({ paragraphs }, at) =>
    paragraphs.flatMap((text) => wrapText(flatText(text), widths[at] ?? 2)),
  );
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const cells = row.map(({ ink }, column) => {
      const isLast = column === row.length - 1;
      const text = wrapped[column]?.[at] ?? '';
      const padding = isLast ? '' : padCells('', (widths[column] ?? 0) + GAP - cellWidth(text));
      return (ink === undefined ? text : page.paint(text, ink)) + padding;
    });
    return indented(indent, cells.join(''));
  });
}
