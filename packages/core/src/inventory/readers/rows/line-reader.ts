import { isProblem, lostProblem, readLines, type ReadProblem } from '../../input/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import type { HostRow } from './cell.ts';
import { rowRecord } from './row-record.ts';
import type { TableUse } from './table-use.ts';

/** A row that a text shows. */
export interface LineRow {
  readonly kind: 'row';
  readonly row: HostRow;
  readonly use: TableUse;
  readonly host?: string | undefined;
  readonly time?: string | undefined;
  readonly places?: ReadonlyMap<string, string> | undefined;
  /** Line the row began on, when that is not the one it was told on. */
  readonly line?: number;
}

/** What one line of a text says. */
export type LineReading =
  | LineRow
  /** Several rows on one line. */
  | { readonly kind: 'rows'; readonly rows: readonly LineRow[] }
  /** The line belongs to the format and shows nothing that is read. */
  | { readonly kind: 'nothing' }
  /** The line is not of the format. */
  | { readonly kind: 'foreign' };

export const NOTHING: LineReading = { kind: 'nothing' };
export const FOREIGN: LineReading = { kind: 'foreign' };

/** Takes the lines of one text, in order. */
export interface LineParser {
  take(line: string, number: number): LineReading;
  /** What the end of the text completes. */
  end?(): Iterable<LineRow>;
  /** What is wrong with the text as a whole, asked after its end. */
  problems?(): Iterable<ReadProblem>;
}

/** A format that has its rows on lines. */
export interface LineFormat {
  readonly format: string;
  readonly title: string;
  recognize(head: FileHead): number;
  begin(): LineParser;
}

/**
 * The reader of a format of lines. Lines that are not of the format are counted, and what they
 * may have held is lost; a last line without a line break may be cut, and is said to be.
 */
export function lineReader(format: LineFormat): Reader {
  return {
    format: format.format,
    title: format.title,
    recognize: (head) => (head.isBinary ? 0 : format.recognize(head)),
    read: (source, context) => readRows(format, source, context),
  };
}

function* readRows(
  format: LineFormat,
  source: ByteSource,
  context: ReadContext,
): Generator<ReadItem> {
  const maker = new RecordMaker(context);
  const parser = format.begin();
  const foreign = new ForeignLines(format.title);
  for (const line of readLines(source)) {
    if (isProblem(line)) {
      yield line;
      continue;
    }
    const reading = parser.take(line.text, line.number);
    if (reading.kind === 'row') {
      const item = recordOf(reading, line.number, maker);
      if (item !== undefined) yield item;
    } else if (reading.kind === 'rows') {
      yield* recordsOf(reading.rows, line.number, maker);
    } else if (reading.kind === 'foreign' && line.text.trim() !== '') {
      foreign.add(line.number);
    }
    if (!line.isEnded && line.text.trim() !== '') yield cutLine(line.number);
  }
  if (parser.end !== undefined) yield* recordsOf(parser.end(), 0, maker);
  if (parser.problems !== undefined) yield* parser.problems();
  yield* foreign.problems();
  yield* maker.cutProblems();
}

function* recordsOf(
  rows: Iterable<LineRow>,
  number: number,
  maker: RecordMaker,
): Generator<ReadItem> {
  for (const row of rows) {
    const item = recordOf(row, number, maker);
    if (item !== undefined) yield item;
  }
}

function recordOf(read: LineRow, number: number, maker: RecordMaker): ReadItem | undefined {
  const { row, use, host, time, places } = read;
  const pointer = `line:${read.line ?? number}`;
  return rowRecord(row, use, { pointer, host, time, places }, maker);
}

function cutLine(number: number): ReadItem {
  const message = `line ${number} is the last one and has no line break: it may be cut`;
  return lostProblem('truncated', message, `line:${number}`);
}

/** Lines that are not of the format: where the first one is, and how many there are. */
class ForeignLines {
  readonly #title: string;
  #count = 0;
  #first = 0;

  constructor(title: string) {
    this.#title = title;
  }

  add(number: number): void {
    if (this.#count === 0) this.#first = number;
    this.#count += 1;
  }

  *problems(): Generator<ReadItem> {
    if (this.#count === 0) return;
    const rest = this.#count === 1 ? '' : ` and ${this.#count - 1} more`;
    const message = `line ${this.#first}${rest}: not of a ${this.#title}; what stood there is lost`;
    yield lostProblem('row-shape', message, `line:${this.#first}`);
  }
}
