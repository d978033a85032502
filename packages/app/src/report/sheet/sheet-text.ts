import type { RenderOptions } from '../format.ts';
import { cell, grid } from '../table/grid.ts';
import { bullet, heading, indented, openPage, paragraph, type Page } from '../table/page.ts';
import { cellWidth, flatText, padCells, proseText, wrapText } from '../text/index.ts';
import { REPORT_LIMITS } from '../report-limits.ts';
import {
  stopAfter,
  type Sheet,
  type SheetBlock,
  type SheetPair,
  type SheetPoint,
} from './sheet.ts';

/** Labels wider than this part of the page would leave no room for what they label. */
const LABEL_SHARE = 0.3;
const STEP = 2;

function width(page: Page, indent: number): number {
  return Math.max(10, Math.min(page.columns, REPORT_LIMITS.proseColumnsMax + indent) - indent);
}

function pairLines(page: Page, indent: number, pairs: readonly SheetPair[]): readonly string[] {
  const most = Math.floor(page.columns * LABEL_SHARE);
  const cells = Math.min(most, Math.max(...pairs.map(({ label }) => cellWidth(label))));
  const hang = indent + cells + STEP;
  return pairs.flatMap(({ label, text, tone }) => {
    const labels = wrapText(proseText(label), cells);
    const lines = wrapText(flatText(proseText(text)), width(page, hang));
    return Array.from({ length: Math.max(labels.length, lines.length) }, (_, at) => {
      const shown = lines[at] ?? '';
      const lead = page.paint(padCells(labels[at] ?? '', cells), 'faint');
      const inked = tone === undefined ? shown : page.paint(shown, tone);
      return indented(indent, `${lead}${' '.repeat(STEP)}${inked}`);
    });
  });
}

/** The lead of a point with its stop: a colon before what it leads. */
function leadWith(point: SheetPoint): string {
  const { lead } = point;
  if (lead === undefined) return '';
  return `${proseText(lead)}${stopAfter(point)}`;
}

function pointLines(page: Page, indent: number, point: SheetPoint): readonly string[] {
  const { tone, text, points = [] } = point;
  const lead = leadWith(point);
  const lines = bullet(page, indent, { mark: '-' }, `${lead} ${proseText(text)}`.trim());
  const painted = lines.map((line, at) =>
    at === 0 && lead !== '' ? line.replace(lead, () => page.paint(lead, tone ?? 'strong')) : line,
  );
  return [...painted, ...points.flatMap((one) => pointLines(page, indent + STEP, one))];
}

function blockLines(page: Page, indent: number, block: SheetBlock): readonly string[] {
  switch (block.kind) {
    case 'prose': {
      const lines = paragraph(page, indent, proseText(block.text));
      const { tone } = block;
      return tone === undefined ? lines : lines.map((line) => page.paint(line, tone));
    }
    case 'pairs':
      return block.pairs.length === 0 ? [] : pairLines(page, indent, block.pairs);
    case 'points':
      return block.points.flatMap((point) => pointLines(page, indent, point));
    case 'table': {
      const rows = block.rows.map((row) =>
        row.map(({ text, tone }) => cell(proseText(text), tone)),
      );
      const columns = block.columns.map((one) => ({ ...one, title: proseText(one.title) }));
      return grid(page, indent, columns, rows);
    }
    case 'part':
      return [
        '',
        ...paragraph(page, indent, proseText(block.title)).map((line) =>
          page.paint(line, 'strong'),
        ),
        ...block.blocks.flatMap((one) => blockLines(page, indent + STEP, one)),
      ];
  }
}

/** A page as lines for a terminal of a width. */
export function sheetText(sheet: Sheet, { columns, color }: RenderOptions): string {
  const page = openPage(columns, color);
  const lines = [
    ...paragraph(page, 0, proseText(sheet.title)).map((line) => page.paint(line, 'strong')),
    ...sheet.blocks.flatMap((block) => blockLines(page, 0, block)),
    ...sheet.sections.flatMap(({ title, blocks }) => [
      ...heading(page, proseText(title)),
      ...blocks.flatMap((block) => blockLines(page, 0, block)),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
