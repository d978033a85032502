/**
 * Ranges drawn two cells wide: East Asian Wide and Fullwidth of UAX #11, Unicode 16. Emoji are
 * added by their own property.
 */
const WIDE_RANGES: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1d300, 0x1d376],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x3fffd],
];

const WIDE_SYMBOL = /^\p{Emoji_Presentation}$/u;
const FLAG_LETTER = /^\p{Regional_Indicator}$/u;
const NO_WIDTH = /^[\p{M}\p{Cf}]$/u;

/** Cells one character takes: 0, 1 or 2. Where terminals differ, the larger number. */
function cellsOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xad ? 0 : 1;
  if (NO_WIDTH.test(character)) return 0;
  if (FLAG_LETTER.test(character)) return 1;
  if (WIDE_RANGES.some(([from, to]) => code >= from && code <= to)) return 2;
  return WIDE_SYMBOL.test(character) ? 2 : 1;
}

/** Cells a text takes in a terminal. */
export function cellWidth(text: string): number {
  let cells = 0;
  for (const character of text) cells += cellsOfCharacter(character);
  return cells;
}

/**
 * Text whose width all terminals agree on: pictures are not joined to one another and not
 * restyled, as some terminals draw them in two cells then and some in six.
 */
export function flatText(text: string): string {
  return text.replace(/\u200d|\p{Variation_Selector}/gu, '');
}

/** Fills a text with spaces up to a width. */
export function padCells(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - cellWidth(text)));
}

/** Characters with the marks that sit on them, which are never cut apart. */
export function clustersOf(text: string): string[] {
  const clusters: string[] = [];
  for (const character of text) {
    const last = clusters.length - 1;
    const base = clusters[last];
    if (base !== undefined && cellsOfCharacter(character) === 0) clusters[last] = base + character;
    else clusters.push(character);
  }
  return clusters;
}

/** Text shortened in the middle, where names differ least, to fit a number of cells. */
export function elideMiddle(text: string, cells: number): string {
  if (cellWidth(text) <= cells) return text;
  const clusters = clustersOf(text);
  const tail = takeCells(clusters.toReversed(), Math.floor((cells - 1) / 2)).toReversed();
  const head = takeCells(clusters, cells - 1 - cellWidth(tail.join('')));
  return `${head.join('')}…${tail.join('')}`;
}

function takeCells(clusters: readonly string[], cells: number): string[] {
  const taken: string[] = [];
  let used = 0;
  for (const cluster of clusters) {
    used += cellWidth(cluster);
    if (used > cells) break;
    taken.push(cluster);
  }
  return taken;
}
