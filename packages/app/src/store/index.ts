/**
 * The database: tables made from the journal, so that cases can be looked for.
 *
 * Main entries: `openSqliteStore` (a file in a data directory, no server) and
 * `openPostgresStore`; both give a `Store`. The only folder that holds SQL, in the subset both
 * databases share: text for JSON, text for instants. The journal is the truth: a store takes its
 * records in order, never changes a row for another reason, and can be emptied and made again.
 * The drivers are loaded when a store is opened, so that other commands do not wait for them.
 */
export { openPostgresStore } from './open-postgres.ts';
export { databasePath, openSqliteStore } from './open-sqlite.ts';
export type { ActRow, CaseQuery, Store, TableDigest } from './store.ts';
