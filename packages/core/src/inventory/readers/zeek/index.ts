import { LIMITS } from '../../../limits.ts';
import {
  isProblem,
  lostProblem,
  makeHead,
  noteProblem,
  peekSource,
  type ReadProblem,
} from '../../input/index.ts';
import {
  isJsonObject,
  outlineOf,
  readJsonValues,
  type JsonObject,
} from '../../input/json/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import {
  FOREIGN,
  lineReader,
  NOTHING,
  rowRecord,
  type LineParser,
  type LineReading,
  type LineRow,
} from '../rows/index.ts';
import { WEB_SERVER, ZEEK_LOGS, type ZeekLog } from './tables.ts';

/** Logs of Zeek: tables with `#fields`, and JSON with an object on each line. */
export const zeek: Reader = {
  format: 'zeek',
  title: 'log of Zeek',
  recognize: (head) => (head.isBinary ? 0 : Math.max(recognizeTable(head), recognizeJson(head))),
  read,
};

function recognizeTable({ text }: FileHead): number {
  return /^#(?:separator|fields)[ \t]/m.test(text) && /^#path[ \t]/m.test(text) ? 1 : 0;
}

function recognizeJson(head: FileHead): number {
  const { root, members } = outlineOf(head);
  if (root === 'none' || !members.has('ts')) return 0;
  const isKnown = ZEEK_LOGS.some(({ marks }) => marks.every((mark) => members.has(mark)));
  return members.has('_path') || members.has('id.orig_h') || isKnown ? 0.9 : 0;
}

const table = lineReader({
  format: 'zeek',
  title: 'log of Zeek',
  recognize: recognizeTable,
  begin: () => new TableParser(),
});

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const peeked = peekSource(source, LIMITS.sniffBytes);
  const { text } = makeHead(peeked.head, peeked.isWhole);
  if (/^\s*[{[]/.test(text)) yield* readJsonLog(peeked, context);
  else yield* table.read(peeked, context);
}

/** Rows of logs that are not read, by path. */
class UnreadLogs {
  readonly #counts = new Map<string, number>();

  add(path: string): void {
    this.#counts.set(path, (this.#counts.get(path) ?? 0) + 1);
  }

  *problems(): Generator<ReadProblem> {
    for (const [path, count] of this.#counts) {
      const message = `${count} rows of the log \`${path}\` hold nothing that is read`;
      yield noteProblem('table-not-mapped', message);
    }
  }
}

/** A web server names itself in the column of names. */
function withServer(row: Record<string, unknown>): Record<string, unknown> {
  return row['software_type'] === WEB_SERVER ? { ...row, http_server: row['name'] } : row;
}

function rowsOf(log: ZeekLog, cells: Readonly<Record<string, unknown>>): readonly LineRow[] {
  const row = log.path === 'software' ? withServer(cells) : cells;
  const time = timeOf(row['ts']);
  return log.uses.map(({ use, hosts }) => ({
    kind: 'row',
    row,
    use,
    time,
    host: hosts.map((field) => textOf(row[field])).find((one) => one !== undefined),
  }));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function timeOf(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : textOf(value);
}

/** Cells that say that there is nothing, unless the head of the log names others. */
const UNSET = '-';
const EMPTY = '(empty)';

interface NamedColumn {
  readonly index: number;
  readonly field: string;
}

/** A log as a table. Its columns move with versions and scripts, so that `#fields` is law. */
class TableParser implements LineParser {
  #separator = '\t';
  #unset = UNSET;
  #empty = EMPTY;
  #path = '';
  #width = 0;
  #log: ZeekLog | undefined;
  #columns: readonly NamedColumn[] = [];
  readonly #unread = new UnreadLogs();

  take(line: string): LineReading {
    if (line.startsWith('#')) {
      this.#takeHead(line);
      return NOTHING;
    }
    if (line === '') return NOTHING;
    const cells = line.split(this.#separator);
    if (cells.length !== this.#width) return FOREIGN;
    if (this.#log === undefined) {
      this.#unread.add(this.#path);
      return NOTHING;
    }
    const row: Record<string, unknown> = {};
    for (const { index, field } of this.#columns) {
      const cell = cells[index];
      if (cell !== this.#unset && cell !== this.#empty) row[field] = cell;
    }
    const rows = rowsOf(this.#log, row);
    const [only] = rows;
    return rows.length === 1 && only !== undefined ? only : { kind: 'rows', rows };
  }

  #takeHead(line: string): void {
    if (line.startsWith('#separator ')) {
      // `\x09`, or the character itself.
      const text = line.slice('#separator '.length);
      const code = /^\\x([0-9a-f]{2})$/i.exec(text)?.[1];
      this.#separator = code === undefined ? text : String.fromCharCode(Number.parseInt(code, 16));
      return;
    }
    const [name, ...values] = line.split(this.#separator);
    const [value = ''] = values;
    if (name === '#unset_field') this.#unset = value;
    else if (name === '#empty_field') this.#empty = value;
    else if (name === '#path') this.#begin(value);
    else if (name === '#fields') this.#takeFields(values);
  }

  #begin(path: string): void {
    this.#path = path;
    this.#log = ZEEK_LOGS.find((one) => one.path === path);
  }

  #takeFields(fields: readonly string[]): void {
    this.#width = fields.length;
    const used = new Set(['ts', 'software_type']);
    for (const { columns, hosts } of this.#log?.uses ?? []) {
      for (const column of [...columns.values(), ...hosts]) used.add(column);
    }
    this.#columns = fields
      .map((field, index) => ({ field, index }))
      .filter(({ field }) => used.has(field));
  }

  problems(): Iterable<ReadProblem> {
    return this.#unread.problems();
  }
}

function* readJsonLog(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const maker = new RecordMaker(context);
  const unread = new UnreadLogs();
  for (const item of readJsonValues(source)) {
    if (isProblem(item)) {
      yield item;
      continue;
    }
    const { value, pointer } = item;
    if (!isJsonObject(value)) {
      yield lostProblem('row-shape', 'a row is no JSON object', pointer);
      continue;
    }
    const log = logOf(value);
    if (log === undefined) {
      unread.add(textOf(value['_path']) ?? 'without a path');
      continue;
    }
    for (const { row, use, host, time } of rowsOf(log, value)) {
      const record = rowRecord(row, use, { pointer, host, time }, maker);
      if (record !== undefined) yield record;
    }
  }
  yield* unread.problems();
  yield* maker.cutProblems();
}

function logOf(value: JsonObject): ZeekLog | undefined {
  const path = value['_path'];
  if (typeof path === 'string') return ZEEK_LOGS.find((one) => one.path === path);
  return ZEEK_LOGS.find(({ marks }) => marks.every((mark) => Object.hasOwn(value, mark)));
}
