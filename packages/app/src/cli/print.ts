import type { Problem } from '@interdict/core';
import {
  htmlPage,
  quietJson,
  sheetHtml,
  sheetMarkdown,
  sheetText,
  type RenderOptions,
  type Sheet,
} from '../report/index.ts';
import type { World } from './streams.ts';

const COLUMNS_DEFAULT = 100;

/** How wide a page may be and whether in color, as the terminal and the environment say. */
export function renderOptions({ stdout, columns, color }: World): RenderOptions {
  return {
    columns: stdout.columns ?? columns ?? COLUMNS_DEFAULT,
    color: color ?? stdout.isTTY === true,
  };
}

/** Ways to set a page. */
type SheetFormat = 'table' | 'markdown' | 'html';

export function isSheetFormat(format: string): format is SheetFormat {
  return format === 'table' || format === 'markdown' || format === 'html';
}

/** Prints a page in one of its formats. */
export function printSheet(sheet: Sheet, format: SheetFormat, world: World): void {
  switch (format) {
    case 'table':
      world.stdout.write(sheetText(sheet, renderOptions(world)));
      return;
    case 'markdown':
      world.stdout.write(sheetMarkdown(sheet));
      return;
    case 'html':
      world.stdout.write(sheetHtml(sheet));
  }
}

/** Prints sheets that come one after the other, as one page. */
interface SheetPrinter {
  readonly print: (sheet: Sheet) => void;
  readonly end: () => void;
}

/** Begins a page of sheets in one of its formats. */
export function sheetPrinter(title: string, format: SheetFormat, world: World): SheetPrinter {
  const { stdout } = world;
  if (format === 'html') {
    const page = htmlPage(title);
    stdout.write(page.open());
    return {
      print: (sheet) => stdout.write(page.add(sheet)),
      end: () => stdout.write(page.close()),
    };
  }
  let isFirst = true;
  function print(sheet: Sheet): void {
    if (!isFirst) stdout.write('\n');
    isFirst = false;
    printSheet(sheet, format, world);
  }
  return { print, end: () => undefined };
}

/** Prints a value as JSON that a terminal does not obey. */
export function printJson(value: unknown, { stdout }: World): void {
  stdout.write(`${quietJson(JSON.stringify(value, undefined, 2))}\n`);
}

/** Prints a value as one line of JSON. */
export function printLine(value: unknown, { stdout }: World): void {
  stdout.write(`${quietJson(JSON.stringify(value))}\n`);
}

/** Says on standard error what could not be read of a file. */
export function printProblems(path: string, problems: readonly Problem[], world: World): void {
  for (const { message, pointer, code } of problems) {
    const place = pointer === undefined ? path : `${path}#${pointer}`;
    world.stderr.write(`interdict: ${place}: ${message} (${code})\n`);
  }
}
