import { type Tone } from '../present/index.ts';
import { cellWidth, elideMiddle, flatText, padCells, wrapText } from '../text/index.ts';
import { REPORT_LIMITS } from '../report-limits.ts';

export type Ink = Tone | 'strong' | 'faint';

/** The terminal as the renderer sees it: so many cells, with or without color. */
export interface Page {
  readonly columns: number;
  readonly paint: (text: string, ink: Ink) => string;
}

/** SGR codes of ECMA-48; colors of the sixteen that every terminal theme keeps readable. */
const SGR: Readonly<Record<Ink, string>> = {
  bar: '1;31',
  warn: '1;33',
  ask: '1;35',
  free: '32',
  mute: '2',
  strong: '1',
  faint: '2',
};

export function openPage(columns: number, color: boolean): Page {
  const width = Math.max(REPORT_LIMITS.columnsMin, Math.floor(columns));
  return {
    columns: width,
    paint: (text, ink) => (color && text !== '' ? `\u001b[${SGR[ink]}m${text}\u001b[0m` : text),
  };
}

/** Title of a section with a rule to the edge. */
export function heading(page: Page, text: string): string[] {
  const lines = wrapText(flatText(text).toUpperCase(), page.columns);
  const last = cellWidth(lines.at(-1) ?? '');
  const rule = '─'.repeat(Math.max(0, page.columns - last - 1));
  const titles = lines.map((line) => page.paint(line, 'strong'));
  return [
    '',
    ...titles.slice(0, -1),
    `${titles.at(-1) ?? ''} ${page.paint(rule, 'faint')}`.trimEnd(),
  ];
}

/** Width of prose at an indent: not wider than can be read well. */
function proseCells(page: Page, indent: number): number {
  return Math.min(page.columns, REPORT_LIMITS.proseColumnsMax + indent) - indent;
}

export function paragraph(page: Page, indent: number, text: string): string[] {
  return wrapText(flatText(text), proseCells(page, indent)).map((line) => indented(indent, line));
}

export function indented(indent: number, line: string): string {
  return `${' '.repeat(indent)}${line}`.trimEnd();
}

export interface Labelled {
  readonly label: string;
  readonly text: string;
  readonly ink?: Ink;
}

const LABEL_CELLS = 9;

/** Lines of `Label    text`, the text hanging under itself. */
export function labelled(page: Page, indent: number, items: readonly Labelled[]): string[] {
  const hang = indent + LABEL_CELLS + 1;
  return items
    .filter(({ text }) => text !== '')
    .flatMap(({ label, text, ink }) =>
      wrapText(flatText(text), proseCells(page, hang)).map((line, at) => {
        const lead = page.paint(padCells(at === 0 ? label : '', LABEL_CELLS), 'faint');
        return indented(indent, `${lead} ${ink === undefined ? line : page.paint(line, ink)}`);
      }),
    );
}

/** A mark and a text that hangs beside it. */
export function bullet(
  page: Page,
  indent: number,
  { mark, ink }: { readonly mark: string; readonly ink?: Ink },
  text: string,
): string[] {
  const hang = indent + cellWidth(mark) + 1;
  const shown = ink === undefined ? mark : page.paint(mark, ink);
  return wrapText(flatText(text), proseCells(page, hang)).map((line, at) =>
    indented(indent, `${at === 0 ? shown : ' '.repeat(cellWidth(mark))} ${line}`),
  );
}

/** A name from the input, short enough for a table. */
export function shortName(text: string): string {
  return elideMiddle(flatText(text), REPORT_LIMITS.nameCellsMax);
}

/** As many names as fit, then how many more: `a, b, c … and 11 more`. */
export function foldNames(names: readonly string[], cells: number): string {
  const shown: string[] = [];
  let used = 0;
  for (const name of names) {
    const short = elideMiddle(flatText(name), Math.max(12, cells));
    used += cellWidth(short) + 2;
    if (shown.length > 0 && used > cells) break;
    shown.push(short);
  }
  const rest = names.length - shown.length;
  return rest === 0 ? shown.join(', ') : `${shown.join(', ')} … and ${rest} more`;
}
