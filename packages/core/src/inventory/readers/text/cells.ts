/** A column of a table, in cells of a terminal. */
export interface CellColumn {
  readonly heading: string;
  readonly at: number;
  /** Cell behind it; the last column has no end. */
  readonly end: number;
}

/** Blocks of characters that fill two cells (Unicode Standard Annex 11, W and F). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

/** Marks that are drawn onto the character before them. */
const MARK = /^\p{Mn}$/u;
// oxlint-disable-next-line no-control-regex -- ASCII is what needs no look at each character
const ASCII = /^[\u0000-\u007f]*$/;

function cellsOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (MARK.test(character)) return 0;
  return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

/** The values of a row, without the space around them. */
export function cellsOf(line: string, columns: readonly CellColumn[]): readonly string[] {
  if (ASCII.test(line)) return columns.map(({ at, end }) => line.slice(at, end).trim());
  const values = columns.map(() => '');
  let cell = 0;
  let column = 0;
  for (const character of line) {
    while (column + 1 < columns.length && cell >= (columns[column]?.end ?? 0)) column += 1;
    values[column] += character;
    cell += cellsOfCharacter(character);
  }
  return values.map((value) => value.trim());
}

/** Width of a text in cells. */
function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let cells = 0;
  for (const character of text) cells += cellsOfCharacter(character);
  return cells;
}

/** The columns whose headings are single words, each where its word begins. */
export function columnsOfHeading(heading: string): readonly CellColumn[] {
  const starts = Array.from(heading.matchAll(/\S+/g), (found) => ({
    heading: found[0],
    at: widthOf(heading.slice(0, found.index)),
  }));
  return withEnds(starts);
}

/** The columns a rule draws below its headings: `----   -------`. */
export function columnsOfRule(heading: string, rule: string): readonly CellColumn[] {
  const columns = withEnds(
    Array.from(rule.matchAll(/-+/g), ({ index }) => ({ heading: '', at: index })),
  );
  const headings = cellsOf(heading, columns);
  return columns.map((column, index) => ({ ...column, heading: headings[index] ?? '' }));
}

function withEnds(starts: readonly Omit<CellColumn, 'end'>[]): readonly CellColumn[] {
  return starts.map((start, index) => ({ ...start, end: starts[index + 1]?.at ?? Infinity }));
}

/** Whether a value was cut to the width of its column. */
export function isCutValue(value: string): boolean {
  return value.endsWith('…') || value.endsWith('...');
}
