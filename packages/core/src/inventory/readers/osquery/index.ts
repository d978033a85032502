import { isProblem, lostProblem, noteProblem, type ReadProblem } from '../../input/index.ts';
import {
  isJsonObject,
  outlineOf,
  readJsonValues,
  type JsonObject,
  type JsonOutline,
} from '../../input/json/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import {
  findTable,
  rowRecord,
  type HostRow,
  type RowOrigin,
  type TableUse,
} from '../rows/index.ts';
import { Replay, type MappedRow } from './replay.ts';
import { isResult, readResult, type QueryResult, type ResultRow } from './result.ts';

/** Result logs of osqueryd, and what `osqueryi --json` prints. */
export const osquery: Reader = {
  format: 'osquery',
  title: 'osquery results',
  recognize,
  read,
};

function recognize(head: FileHead): number {
  const outline = outlineOf(head);
  if (outline.root === 'none') return 0;
  if (looksLikeResult(outline)) return 0.95;
  // Rows without anything around them tell their table by their columns.
  const row = Object.fromEntries(outline.members);
  return outline.root === 'array' && findTable(undefined, row) !== undefined ? 0.6 : 0;
}

function looksLikeResult({ members, elementKeys }: JsonOutline): boolean {
  if (members.get('name') === undefined) return false;
  if (members.has('diffResults') || elementKeys.has('snapshot')) return true;
  return members.has('columns') && members.has('action') && !elementKeys.has('columns');
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const reading = new LogReading(context);
  for (const item of readJsonValues(source)) {
    if (isProblem(item)) yield item;
    else if (isJsonObject(item.value)) yield* reading.take(item.value, item.pointer);
    else yield lostProblem('row-shape', 'a result is no JSON object', item.pointer);
  }
  yield* reading.rest();
}

/** Status logs, which osqueryd writes beside the results. */
function isStatus(value: JsonObject): boolean {
  return 'severity' in value && 'message' in value && 'filename' in value;
}

/** A log on its way to records. */
class LogReading {
  readonly #maker: RecordMaker;
  readonly #replay = new Replay();
  /** Rows of queries that hold nothing that is read, by query. */
  readonly #unmapped = new Map<string, number>();

  constructor(context: ReadContext) {
    this.#maker = new RecordMaker(context);
  }

  *take(value: JsonObject, pointer: string): Generator<ReadItem> {
    if (isResult(value)) {
      yield* this.#takeResult(readResult(value, pointer), pointer);
      return;
    }
    const use = findTable(undefined, value);
    if (use !== undefined) {
      yield* this.#record(value, use, { pointer });
    } else if (isStatus(value)) {
      this.#count('status log', 1);
    } else if (typeof value['name'] === 'string' && 'action' in value) {
      yield lostProblem('row-shape', `the result of \`${value['name']}\` has no rows`, pointer);
    } else {
      this.#count('rows without a query name', 1);
    }
  }

  *rest(): Generator<ReadItem> {
    for (const row of this.#replay.rows()) yield* this.#record(row.columns, row.use, row);
    yield* this.#replay.problems();
    for (const [query, count] of this.#unmapped) {
      const message = `${count} rows of \`${query}\` were looked at and hold nothing that is read`;
      yield noteProblem('table-not-mapped', message);
    }
    yield* this.#maker.cutProblems();
  }

  *#takeResult(result: QueryResult, pointer: string): Generator<ReadItem> {
    if (result.misshapen > 0) yield misshapenRows(result, pointer);
    const { query, snapshot } = result;
    const added = this.#mapped(query, snapshot ?? result.added);
    const removed = this.#mapped(query, result.removed);
    // What was seen on the network was seen, whether or not it is still there.
    for (const row of added) if (isObserved(row)) yield* this.#observe(row, result);
    const present = added.filter((row) => !isObserved(row));
    const gone = removed.filter((row) => !isObserved(row));
    const rows =
      snapshot === undefined
        ? { added: present, removed: gone }
        : { snapshot: present, added: [], removed: [] };
    this.#replay.add(result, rows, pointer);
  }

  /** The rows of tables that are read; the others are counted. */
  #mapped(query: string, rows: readonly ResultRow[]): readonly MappedRow[] {
    const mapped: MappedRow[] = [];
    for (const { columns, pointer } of rows) {
      const use = findTable(query, columns);
      if (use === undefined) this.#count(query, 1);
      else mapped.push({ columns, pointer, use });
    }
    return mapped;
  }

  *#observe({ columns, use, pointer }: MappedRow, result: QueryResult): Generator<ReadItem> {
    yield* this.#record(columns, use, { pointer, host: result.host, time: result.time });
  }

  *#record(row: HostRow, use: TableUse, origin: RowOrigin): Generator<ReadItem> {
    const record = rowRecord(row, use, origin, this.#maker);
    if (record !== undefined) yield record;
  }

  #count(query: string, rows: number): void {
    this.#unmapped.set(query, (this.#unmapped.get(query) ?? 0) + rows);
  }
}

function isObserved({ use }: MappedRow): boolean {
  return use.observes !== undefined;
}

function misshapenRows({ query, misshapen }: QueryResult, pointer: string): ReadProblem {
  const message = `${misshapen} rows of \`${query}\` are no JSON objects`;
  return lostProblem('row-shape', message, pointer);
}
