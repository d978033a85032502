import { proseText } from '../text/index.ts';
import { stopAfter, type Sheet, type SheetBlock, type SheetPoint } from './sheet.ts';

/** Characters that Markdown would read as its own anywhere in a line (CommonMark 2.4). */
const SPECIAL = /[\\`*_{}[\]<>#|~!]/gu;
/** What would make a paragraph a list or a heading where it stands first. */
const LEADING = /^(\s*)([-+=]|\d+[.)])/u;

function escaped(text: string): string {
  return proseText(text)
    .replace(SPECIAL, (character) => `\\${character}`)
    .replace(LEADING, (_, space: string, mark: string) =>
      /^\d/u.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
    );
}

function pointLines(point: SheetPoint, indent: string): readonly string[] {
  const { lead, text, points = [] } = point;
  const shown = lead === undefined ? '' : `**${escaped(lead)}**${stopAfter(point)} `;
  return [
    `${indent}- ${shown}${escaped(text)}`.trimEnd(),
    ...points.flatMap((one) => pointLines(one, `${indent}  `)),
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function blockLines(block: SheetBlock, level: number): readonly string[] {
  switch (block.kind) {
    case 'prose':
      return ['', escaped(block.text)];
    case 'pairs':
      return [
        '',
        ...block.pairs.map(({ label, text }) => `- **${escaped(label)}:** ${escaped(text)}`),
      ];
    case 'points':
      return ['', ...block.points.flatMap((point) => pointLines(point, ''))];
    case 'table':
      return [
        '',
        row(block.columns.map(({ title }) => escaped(title))),
        row(block.columns.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map(({ text }) => escaped(text)))),
      ];
    case 'part':
      return [
        '',
        `${'#'.repeat(level)} ${escaped(block.title)}`,
        ...block.blocks.flatMap((one) => blockLines(one, level + 1)),
      ];
  }
}

/** A page as Markdown. */
export function sheetMarkdown(sheet: Sheet): string {
  const lines = [
    `# ${escaped(sheet.title)}`,
    ...sheet.blocks.flatMap((block) => blockLines(block, 2)),
    ...sheet.sections.flatMap(({ title, blocks }) => [
      '',
      `## ${escaped(title)}`,
      ...blocks.flatMap((block) => blockLines(block, 3)),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
