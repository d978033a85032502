import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { APP_LIMITS } from '../limits.ts';
import { kyselyStore, storeFailure } from './kysely-store.ts';
import { migrateToLatest } from './migrate.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** The file of the database in a data directory. */
export function databasePath(folder: string): string {
  return join(folder, 'interdict.sqlite');
}

/**
 * Opens, or makes, the SQLite database of a data directory.
 * @throws InterdictError `database-failed`
 */
export async function openSqliteStore(folder: string): Promise<Store> {
  const kysely = await import('kysely');
  const { default: Database } = await import('libsql');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Made here, since SQLite would let everyone on the machine read a file that it makes.
    closeSync(openSync(databasePath(folder), 'a', 0o600));
    const database = new Database(databasePath(folder));
    // Waiting comes first: already to change the mode of the file takes its lock.
    database.exec(`pragma busy_timeout = ${APP_LIMITS.databaseWaitMs}`);
    database.exec('pragma journal_mode = wal');
    // FULL: an answer that was given is on the disk, also after a loss of power.
    database.exec('pragma synchronous = full');
    const db = new kysely.Kysely<Tables>({ dialect: new kysely.SqliteDialect({ database }) });
    try {
      // One transaction, begun as a writer: of two processes that make the tables, one waits.
      await db.connection().execute(async (connection) => {
        await kysely.sql`begin immediate`.execute(connection);
        try {
          await migrateToLatest(connection, kysely, 'sqlite');
          await kysely.sql`commit`.execute(connection);
        } catch (cause) {
          await kysely.sql`rollback`.execute(connection);
          throw cause;
        }
      });
    } catch (cause) {
      await db.destroy();
      throw cause;
    }
    return kyselyStore(db, 'sqlite');
  } catch (cause) {
    throw storeFailure(cause);
  }
}
