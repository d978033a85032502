import type { Kysely } from 'kysely';
import { APP_LIMITS } from '../limits.ts';
import { InterdictError } from '../problems.ts';
import { kyselyStore, storeFailure } from './kysely-store.ts';
import { migrateToLatest } from './migrate.ts';
import type { KyselyModule } from './migrations.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** First version whose behavior the tests have seen, as `server_version_num` writes it. */
const VERSION_MIN = 150_000;

/** The driver gives `bigint` as text, since it can be larger than a number is exact. */
function parseBigint(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new InterdictError('database-failed', `the database holds ${text}, which is too large`);
}

async function refuseOldServer(db: Kysely<Tables>, { sql }: KyselyModule): Promise<void> {
  const { rows } = await sql<{
    readonly server_version_num: string;
  }>`show server_version_num`.execute(db);
  const version = Number(rows[0]?.server_version_num);
  if (version >= VERSION_MIN) return;
  const message = `PostgreSQL 15 or newer is needed, and this is ${Math.floor(version / 10_000)}`;
  throw new InterdictError('database-failed', message);
}

/**
 * Opens a PostgreSQL database by its URL, and makes the tables where they are not there.
 * @throws InterdictError `database-failed`; no message holds the password of the URL
 */
export async function openPostgresStore(url: string): Promise<Store> {
  const kysely = await import('kysely');
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: APP_LIMITS.connectionsMax,
    connectionTimeoutMillis: APP_LIMITS.databaseWaitMs,
    types: {
      getTypeParser: (oid, format) =>
        oid === pg.types.builtins.INT8 && format !== 'binary'
          ? parseBigint
          : pg.types.getTypeParser(oid, format),
    },
  });
  // A connection that breaks while it is idle is replaced; one in use fails its own query.
  pool.on('error', () => undefined);
  const db = new kysely.Kysely<Tables>({ dialect: new kysely.PostgresDialect({ pool }) });
  try {
    await refuseOldServer(db, kysely);
    await migrateToLatest(db, kysely, 'postgresql');
    return kyselyStore(db, 'postgresql');
  } catch (cause) {
    await db.destroy();
    throw storeFailure(cause);
  }
}
