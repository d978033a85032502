import { isProblem, lostProblem, readWholeLines } from '../../input/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import { cellsOf, columnsOfRule, isCutValue, type CellColumn } from '../text/index.ts';
import { programOf, programRecord, PROPERTIES } from './program.ts';

/** Tables of software as Format-Table prints them. */
export const powershellTable: Reader = {
  format: 'powershell-table',
  title: 'table of software as PowerShell prints it',
  recognize,
  read,
};

const RULE = /^\s*-{2,}(?:\s+-+)+\s*$/;
/** Lines above the heading: empty ones, a prompt, a title. */
const LINES_LOOKED_AT = 30;

function recognize(head: FileHead): number {
  if (head.isBinary) return 0;
  const lines = head.text.split(/\r?\n/, LINES_LOOKED_AT);
  const at = lines.findIndex((line, index) => index > 0 && RULE.test(line));
  if (at === -1) return 0;
  const columns = columnsOfRule(lines[at - 1] ?? '', lines[at] ?? '');
  return isSoftware(columns) ? 0.85 : 0;
}

function isSoftware(columns: readonly CellColumn[]): boolean {
  const found = new Set(columns.map(({ heading }) => PROPERTIES.get(heading.toLowerCase())));
  return found.has('name') && (found.has('version') || found.has('publisher'));
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const maker = new RecordMaker(context);
  let columns: readonly CellColumn[] = [];
  let before = '';
  for (const item of readWholeLines(source)) {
    if (isProblem(item)) {
      yield item;
      continue;
    }
    const { text, number } = item;
    const pointer = `line:${number}`;
    if (RULE.test(text)) {
      // Another command may print another table behind the first.
      columns = columnsOfRule(before, text);
      if (!isSoftware(columns)) {
        yield lostProblem('row-shape', `the table of line ${number} is not read`, pointer);
        columns = [];
      }
      continue;
    }
    before = text;
    if (columns.length === 0 || text.trim() === '') continue;
    const values = cellsOf(text, columns);
    const named = columns.map(({ heading }, index) => [heading, values[index] ?? ''] as const);
    const program = programOf(pointer, named);
    const record = programRecord(program, maker);
    yield record ?? lostProblem('row-shape', `line ${number} is no row of the table`, pointer);
    if (isCutValue(program.values.get('name') ?? '')) {
      const message =
        `the name on line ${number} was cut to the width of its column; ` +
        'pipe into Export-Csv instead';
      yield lostProblem('name-cut', message, pointer);
    }
  }
  yield* maker.cutProblems();
}
