import { LIMITS } from '../../../limits.ts';
import { isProblem, lostProblem, type Decoded, type ReadProblem } from '../../input/index.ts';

export interface Row {
  readonly kind: 'row';
  /** Line the row begins on, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface RowLimits {
  readonly rowLengthMax: number;
  readonly columnsMax: number;
}

const DEFAULT_LIMITS: RowLimits = {
  rowLengthMax: LIMITS.lineLengthMax,
  columnsMax: LIMITS.columnsMax,
};

/**
 * Splits text into rows of cells (RFC 4180), as it comes in.
 *
 * Own code, since neither library does: csv-parse wants the whole text, gives up at the first
 * bad quotation mark and is slower than the goal; udSV silently joins short rows with the next
 * line. A quotation mark inside an unquoted cell is taken as it stands (`24" screen`). A row
 * whose quotation marks do not fit is lost as far as its line goes, and reading goes on behind it.
 */
export function* splitRows(
  pieces: Iterable<Decoded>,
  delimiter: string,
  limits: RowLimits = DEFAULT_LIMITS,
): Generator<Row | ReadProblem> {
  const splitter = new RowSplitter(delimiter, limits);
  for (const piece of pieces) {
    if (isProblem(piece)) {
      yield piece;
      continue;
    }
    splitter.add(piece);
    for (let row = splitter.next(false); row !== undefined; row = splitter.next(false)) yield row;
  }
  for (let row = splitter.next(true); row !== undefined; row = splitter.next(true)) yield row;
}

class RowSplitter {
  readonly #delimiter: string;
  readonly #limits: RowLimits;
  #text = '';
  #at = 0;
  #line = 1;
  /** Inside a line that is too long and was given up. */
  #isSkipping = false;

  constructor(delimiter: string, limits: RowLimits) {
    this.#delimiter = delimiter;
    this.#limits = limits;
  }

  add(piece: string): void {
    this.#text = this.#text.slice(this.#at) + piece;
    this.#at = 0;
  }

  /** The next row; undefined when it has not come to its end. */
  next(isLast: boolean): Row | ReadProblem | undefined {
    if (this.#isSkipping && !this.#skipLine(isLast)) return undefined;
    if (this.#at === this.#text.length) return undefined;
    const end = this.#endOfLine(this.#at);
    if (end === -1 && !isLast) return this.#tooLong();
    const lineEnd = end === -1 ? this.#text.length : end;
    const quote = this.#text.indexOf('"', this.#at);
    if (quote === -1 || quote >= lineEnd) return this.#plainRow(lineEnd);
    return this.#quotedRow(isLast);
  }

  #endOfLine(from: number): number {
    return this.#text.indexOf('\n', from);
  }

  #plainRow(lineEnd: number): Row | ReadProblem {
    const cells = withoutReturn(this.#text.slice(this.#at, lineEnd)).split(this.#delimiter);
    return this.#finish(cells, lineEnd, 1);
  }

  #quotedRow(isLast: boolean): Row | ReadProblem | undefined {
    const text = this.#text;
    const cells: string[] = [];
    let lines = 1;
    let at = this.#at;
    for (;;) {
      const cell = text.charAt(at) === '"' ? this.#quotedCell(at) : this.#plainCell(at);
      if (cell === undefined) return this.#unclosed(isLast);
      cells.push(cell.value);
      lines += cell.breaks;
      at = cell.end;
      if (text.startsWith(this.#delimiter, at)) {
        at += 1;
        continue;
      }
      if (at === text.length && !isLast) return this.#tooLong();
      const isReturn =
        text.charAt(at) === '\r' && (at + 1 === text.length || text[at + 1] === '\n');
      const end = isReturn ? at + 1 : at;
      if (end === text.length && !isLast) return this.#tooLong();
      if (end === text.length || text.charAt(end) === '\n') return this.#finish(cells, end, lines);
      return this.#fault(`text follows the closing quotation mark of cell ${cells.length}`);
    }
  }

  /** A cell in quotation marks; undefined when they are not closed. */
  #quotedCell(from: number): Cell | undefined {
    const text = this.#text;
    let value = '';
    let start = from + 1;
    for (;;) {
      const quote = text.indexOf('"', start);
      if (quote === -1) return undefined;
      value += text.slice(start, quote);
      if (text.charAt(quote + 1) !== '"') {
        return { value, end: quote + 1, breaks: value.split('\n').length - 1 };
      }
      value += '"';
      start = quote + 2;
    }
  }

  #plainCell(from: number): Cell {
    const lineEnd = this.#endOfLine(from);
    const limit = lineEnd === -1 ? this.#text.length : lineEnd;
    const delimiter = this.#text.indexOf(this.#delimiter, from);
    if (delimiter !== -1 && delimiter < limit) {
      return { value: this.#text.slice(from, delimiter), end: delimiter, breaks: 0 };
    }
    return { value: withoutReturn(this.#text.slice(from, limit)), end: limit, breaks: 0 };
  }

  #finish(cells: readonly string[], end: number, lines: number): Row | ReadProblem {
    const line = this.#line;
    this.#line += lines;
    this.#at = Math.min(end + 1, this.#text.length);
    if (cells.length > this.#limits.columnsMax) {
      const message = `the row of line ${line} has more than ${this.#limits.columnsMax} columns`;
      return lostProblem('column-limit', message, `line:${line}`);
    }
    return { kind: 'row', line, cells };
  }

  #unclosed(isLast: boolean): ReadProblem | undefined {
    if (!isLast && this.#text.length - this.#at <= this.#limits.rowLengthMax) return undefined;
    return this.#fault('a quotation mark is not closed');
  }

  /** Gives up the line a row begins on. */
  #fault(message: string): ReadProblem {
    const line = this.#line;
    this.#isSkipping = true;
    return lostProblem('quoting', `${message}; line ${line} was left out`, `line:${line}`);
  }

  /** Gives up a row that is longer than the limit; undefined while it is not. */
  #tooLong(): ReadProblem | undefined {
    if (this.#text.length - this.#at <= this.#limits.rowLengthMax) return undefined;
    const { rowLengthMax } = this.#limits;
    const line = this.#line;
    this.#isSkipping = true;
    const message = `line ${line} is longer than ${rowLengthMax} characters and was left out`;
    return lostProblem('line-limit', message, `line:${line}`);
  }

  /** Whether the line that was given up has come to its end. */
  #skipLine(isLast: boolean): boolean {
    const end = this.#endOfLine(this.#at);
    if (end === -1) {
      this.#at = this.#text.length;
      this.#isSkipping = !isLast;
      return false;
    }
    this.#at = end + 1;
    this.#line += 1;
    this.#isSkipping = false;
    return true;
  }
}

interface Cell {
  readonly value: string;
  /** Index behind the cell. */
  readonly end: number;
  readonly breaks: number;
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
