import { isJsonObject, listOf, objectOf, textOf, type JsonObject } from '../../input/json/index.ts';
import type { HostRow } from '../rows/index.ts';

export interface ResultRow {
  readonly columns: HostRow;
  /** Pointer into the file. */
  readonly pointer: string;
}

/** One result of a scheduled query, as a line of the result log. */
export interface QueryResult {
  readonly query: string;
  readonly host?: string;
  /** Time as written, in words or in seconds. */
  readonly time?: string;
  readonly unixTime?: number;
  readonly epoch?: string;
  /** How often the query had run since the epoch began; 0 is a full set of rows. */
  readonly counter?: number;
  /** All rows there are, when the query is a snapshot. */
  readonly snapshot?: readonly ResultRow[];
  readonly removed: readonly ResultRow[];
  readonly added: readonly ResultRow[];
  /** Rows that are no objects. */
  readonly misshapen: number;
}

/** Whether an object is a result of a scheduled query and not a row by itself. */
export function isResult(value: JsonObject): boolean {
  if (typeof value['name'] !== 'string') return false;
  return (
    isJsonObject(value['columns']) ||
    Array.isArray(value['snapshot']) ||
    isJsonObject(value['diffResults'])
  );
}

/** Reads a result; it has been seen to be one. */
export function readResult(value: JsonObject, pointer: string): QueryResult {
  const host = hostOf(value);
  const time = textOf(value['calendarTime']) ?? numberText(value['unixTime']);
  const unixTime = numberOf(value['unixTime']);
  const counter = numberOf(value['counter']);
  const epoch = numberText(value['epoch']);
  return {
    query: String(value['name']),
    ...(host === undefined ? {} : { host }),
    ...(time === undefined ? {} : { time }),
    ...(unixTime === undefined ? {} : { unixTime }),
    ...(counter === undefined ? {} : { counter }),
    ...(epoch === undefined ? {} : { epoch }),
    ...rowsOf(value, pointer),
  };
}

type Rows = Pick<QueryResult, 'snapshot' | 'added' | 'removed' | 'misshapen'>;

function rowsOf(value: JsonObject, pointer: string): Rows {
  const { snapshot, diffResults, columns } = value;
  if (Array.isArray(snapshot)) {
    const { rows, misshapen } = rowsIn(snapshot, `${pointer}/snapshot`);
    return { snapshot: rows, added: [], removed: [], misshapen };
  }
  if (isJsonObject(diffResults)) {
    // An empty side is written as an empty text.
    const added = rowsIn(diffResults['added'], `${pointer}/diffResults/added`);
    const removed = rowsIn(diffResults['removed'], `${pointer}/diffResults/removed`);
    const misshapen = added.misshapen + removed.misshapen;
    return { added: added.rows, removed: removed.rows, misshapen };
  }
  const rows = isJsonObject(columns) ? [{ columns, pointer: `${pointer}/columns` }] : [];
  const isRemoved = value['action'] === 'removed';
  return { added: isRemoved ? [] : rows, removed: isRemoved ? rows : [], misshapen: 0 };
}

interface RowsFound {
  readonly rows: readonly ResultRow[];
  readonly misshapen: number;
}

function rowsIn(value: unknown, pointer: string): RowsFound {
  const rows: ResultRow[] = [];
  const list = listOf(value);
  for (let index = 0; index < list.length; index += 1) {
    const columns = list[index];
    if (isJsonObject(columns)) rows.push({ columns, pointer: `${pointer}/${index}` });
  }
  return { rows, misshapen: list.length - rows.length };
}

/** `hostIdentifier` today, `hostname` in old versions; decorations are what is left. */
function hostOf(value: JsonObject): string | undefined {
  const decorations = objectOf(value['decorations']);
  return (
    textOf(value['hostIdentifier']) ??
    textOf(value['hostname']) ??
    textOf(decorations?.['hostname']) ??
    textOf(decorations?.['host_uuid'])
  );
}

/** A number, which osquery writes as text unless `numerics` is on. */
function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
}

function numberText(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : textOf(value);
}
