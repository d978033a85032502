import type {
  CaseFile,
  CaseId,
  CaseState,
  InstantText,
  JournalHead,
  JournalRecord,
} from '@interdict/core';
import type { Dialect } from './migrations.ts';
import type { TableName } from './tables.ts';

/** Which cases are wanted, as they stand at a time. */
export interface CaseQuery {
  readonly at: InstantText;
  readonly state?: CaseState;
  /** Only those with a report whose day is over. */
  readonly isOverdue?: boolean;
  readonly limit: number;
}

/** An act on a case, as it stands in the journal under its number. */
export interface ActRow {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly capacity: string;
  readonly act: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Rows of a table, and the digest of all of them in order: the same in every database. */
export interface TableDigest {
  readonly table: TableName;
  readonly rows: number;
  readonly digest: string;
}

/**
 * The database, whichever it is. Every failure of it is an `InterdictError` of code
 * `database-failed`; a journal it was not made from is `database-differs`.
 */
export interface Store {
  readonly dialect: Dialect;
  /** The last record of the journal that was taken up. */
  head(): Promise<JournalHead>;
  /**
   * Takes up records of the journal in one transaction; those taken up before are passed over,
   * also when another process took them up meanwhile.
   */
  project(records: readonly JournalRecord[]): Promise<void>;
  readCase(id: CaseId): Promise<CaseFile | undefined>;
  /** Cases as they stand at the time asked for, the most urgent report first. */
  listCases(query: CaseQuery): Promise<readonly CaseFile[]>;
  listActs(id: CaseId): Promise<readonly ActRow[]>;
  tableDigests(): Promise<readonly TableDigest[]>;
  /** Empties every table, as before the first record. */
  empty(): Promise<void>;
  close(): Promise<void>;
}
