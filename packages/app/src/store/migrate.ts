import type { Kysely } from 'kysely';
import { InterdictError } from '../problems.ts';
import { migrationsFor, type Dialect, type KyselyModule } from './migrations.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the tables up to date.
 * @throws InterdictError `database-failed` when a later version of the program made the tables
 */
export async function migrateToLatest(
  db: Kysely<Tables>,
  kysely: KyselyModule,
  dialect: Dialect,
): Promise<void> {
  const migrations = migrationsFor(dialect, kysely);
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
  const { error } = await new kysely.Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    const message = `the database was made by another version of the program: ${error.message}`;
    throw new InterdictError('database-failed', message, { cause: error });
  }
  throw error instanceof Error ? error : new Error('a migration failed', { cause: error });
}
