import { cellWidth, clustersOf } from './cell-width.ts';

/** After these a long word may be broken before it is broken anywhere. */
const SOFT_BREAK = /(?<=[/\\,;:|@!_.=-])/u;

/** Breaks a text into lines of at most `cells` cells: at spaces, else where a word bends. */
export function wrapText(text: string, cells: number): string[] {
  const width = Math.max(2, cells);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((one) => one !== '')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (cellWidth(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = cellWidth(word) <= width ? [word] : breakWord(word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

function breakWord(word: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of word.split(SOFT_BREAK).flatMap((one) => splitHard(one, width))) {
    if (cellWidth(line) + cellWidth(part) > width) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  lines.push(line);
  return lines;
}

function splitHard(part: string, width: number): string[] {
  if (cellWidth(part) <= width) return [part];
  const lines: string[] = [];
  let line = '';
  for (const cluster of clustersOf(part)) {
    if (cellWidth(line) + cellWidth(cluster) > width) {
      lines.push(line);
      line = '';
    }
    line += cluster;
  }
  lines.push(line);
  return lines;
}
