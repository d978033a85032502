import { LIMITS } from '../../../limits.ts';
import { lostProblem, noteProblem, type ReadProblem } from '../../input/index.ts';
import type { QueryResult, ResultRow } from './result.ts';
import type { HostRow, TableUse } from '../rows/index.ts';

/** A row that is there at the end of a log. */
export interface PresentRow {
  readonly columns: HostRow;
  readonly pointer: string;
  readonly use: TableUse;
  readonly host: string | undefined;
  readonly time: string | undefined;
}

/** The last word on one row: that it was added, or removed. */
interface RowState {
  readonly row: PresentRow | undefined;
  readonly counter: number | undefined;
}

/** What the results of one query on one host, in one epoch, have added up to. */
interface EpochState {
  readonly pointer: string;
  readonly rows: Map<string, RowState>;
  /** Smallest counter; undefined when results carry none. */
  firstCounter: number | undefined;
  lastTime: number;
  /** Rows that were removed and never added: they were there before the log begins. */
  unseen: number;
}

interface SnapshotState {
  rows: readonly PresentRow[];
  time: number;
}

interface QueryState {
  readonly query: string;
  readonly host: string | undefined;
  readonly epochs: Map<string, EpochState>;
  snapshot: SnapshotState | undefined;
}

/** A row of a table that is read. */
export interface MappedRow extends ResultRow {
  readonly use: TableUse;
}

/** The rows of a result that are of tables that are read. */
export interface MappedRows {
  readonly snapshot?: readonly MappedRow[];
  readonly removed: readonly MappedRow[];
  readonly added: readonly MappedRow[];
}

/**
 * Rebuilds what is there from a log of changes: for each host, query and epoch the rows that
 * were added and not removed since, in the order of the counters, whatever the order of lines.
 * A new epoch begins with a full set of rows, so that only the latest one counts; of snapshots
 * the latest one does.
 */
export class Replay {
  readonly #queries = new Map<string, QueryState>();
  readonly #heldMax: number;
  #held = 0;
  #notHeld = 0;

  constructor(heldMax: number = LIMITS.rowsHeldMax) {
    this.#heldMax = heldMax;
  }

  /** `pointer` of the result in the file. */
  add(result: QueryResult, rows: MappedRows, pointer: string): void {
    const { snapshot, added, removed } = rows;
    if (snapshot !== undefined) this.#addSnapshot(this.#stateOf(result), result, snapshot);
    // Of tables that hold nothing that is read, no row is missed.
    if (added.length + removed.length === 0) return;
    const epoch = epochOf(this.#stateOf(result), result, pointer);
    for (const row of removed) this.#change(epoch, row, { result, isAdded: false });
    for (const row of added) this.#change(epoch, row, { result, isAdded: true });
  }

  *rows(): Generator<PresentRow> {
    for (const { epochs, snapshot } of this.#queries.values()) {
      if (snapshot !== undefined) yield* snapshot.rows;
      const epoch = latest(epochs);
      if (epoch === undefined) continue;
      for (const { row } of epoch.rows.values()) if (row !== undefined) yield row;
    }
  }

  *problems(): Generator<ReadProblem> {
    let uncounted = 0;
    for (const { query, host, epochs } of this.#queries.values()) {
      const epoch = latest(epochs);
      if (epoch === undefined) continue;
      if (epoch.firstCounter === undefined) uncounted += 1;
      const isCut = (epoch.firstCounter ?? 0) > 0 || epoch.unseen > 0;
      if (!isCut) continue;
      const where = host === undefined ? '' : ` on ${host}`;
      const message =
        `the log of \`${query}\`${where} begins at counter ${epoch.firstCounter ?? 'unknown'}; ` +
        `rows logged before it are missing: give the log from counter 0, or a snapshot`;
      yield lostProblem('history-missing', message, epoch.pointer);
    }
    if (uncounted > 0) {
      const message = `${uncounted} queries carry no counter, so earlier rows may be missing`;
      yield noteProblem('history-missing', message);
    }
    if (this.#notHeld > 0) {
      const message = `${this.#notHeld} rows beyond ${this.#heldMax} were left out; split the log`;
      yield lostProblem('state-limit', message);
    }
  }

  #stateOf({ query, host }: QueryResult): QueryState {
    const key = `${host ?? ''}\0${query}`;
    const known = this.#queries.get(key);
    if (known !== undefined) return known;
    const made: QueryState = { query, host, epochs: new Map(), snapshot: undefined };
    this.#queries.set(key, made);
    return made;
  }

  #addSnapshot(state: QueryState, result: QueryResult, rows: readonly MappedRow[]): void {
    const time = result.unixTime ?? 0;
    const before = state.snapshot;
    if (before !== undefined && before.time > time) return;
    this.#held -= before?.rows.length ?? 0;
    const kept: PresentRow[] = [];
    for (const row of rows) if (this.#hold()) kept.push(presentRow(row, result));
    state.snapshot = { rows: kept, time };
  }

  #change(epoch: EpochState, row: MappedRow, { result, isAdded }: Change): void {
    const key = rowKey(row.columns);
    const before = epoch.rows.get(key);
    if (before === undefined) {
      if (!this.#hold()) return;
      if (!isAdded) epoch.unseen += 1;
    } else if (isLater(before, result)) {
      // The removal stood before its row in the file: that is no sign of a missing beginning.
      if (isAdded && before.row === undefined) epoch.unseen -= 1;
      return;
    }
    const present = isAdded ? presentRow(row, result) : undefined;
    epoch.rows.set(key, { row: present, counter: result.counter });
  }

  /** Whether one more row may be held. */
  #hold(): boolean {
    if (this.#held === this.#heldMax) {
      this.#notHeld += 1;
      return false;
    }
    this.#held += 1;
    return true;
  }
}

interface Change {
  readonly result: QueryResult;
  readonly isAdded: boolean;
}

function presentRow({ columns, pointer, use }: MappedRow, result: QueryResult): PresentRow {
  return { columns, pointer, use, host: result.host, time: result.time };
}

function epochOf(state: QueryState, result: QueryResult, pointer: string): EpochState {
  const { counter, unixTime = 0, epoch: name = '' } = result;
  let epoch = state.epochs.get(name);
  if (epoch === undefined) {
    epoch = { pointer, rows: new Map(), firstCounter: counter, lastTime: unixTime, unseen: 0 };
    state.epochs.set(name, epoch);
  }
  if (counter !== undefined && counter < (epoch.firstCounter ?? Infinity)) {
    epoch.firstCounter = counter;
  }
  epoch.lastTime = Math.max(epoch.lastTime, unixTime);
  return epoch;
}

/** Whether what is known of a row comes later than a result; without counters the file decides. */
function isLater(before: RowState, { counter }: QueryResult): boolean {
  return before.counter !== undefined && counter !== undefined && before.counter > counter;
}

/** The epoch with the latest result; of equals the one that began last. */
function latest(epochs: ReadonlyMap<string, EpochState>): EpochState | undefined {
  let found: EpochState | undefined;
  for (const epoch of epochs.values()) {
    if (found === undefined || epoch.lastTime >= found.lastTime) found = epoch;
  }
  return found;
}

/** Rows are the same when all their columns are, in whatever order. */
function rowKey(columns: HostRow): string {
  const names = Object.keys(columns);
  // osquery writes columns in order, and sorting costs more than looking.
  if (names.some((name, index) => index > 0 && name < (names[index - 1] ?? ''))) names.sort();
  let key = '';
  for (const name of names) key += `${name}\0${JSON.stringify(columns[name])}\0`;
  return key;
}
