import type * as kyselyModule from 'kysely';
import type { Kysely, Migration, RawBuilder } from 'kysely';
import { JOURNAL_START } from '@interdict/core';

/** What of kysely is needed here, loaded by whoever opens a store. */
export type KyselyModule = typeof kyselyModule;

export type Dialect = 'sqlite' | 'postgresql';

/** Migrations in their order. They are only ever added to: what was released is never edited. */
export function migrationsFor(
  dialect: Dialect,
  { sql }: KyselyModule,
): Readonly<Record<string, Migration>> {
  // Rows are put in order by their bytes in both databases, whatever the locale of the server.
  const text: RawBuilder<unknown> = dialect === 'sqlite' ? sql`text` : sql`text collate "C"`;
  return { '0001-cases': { up: (db: Kysely<unknown>) => makeCases(db, text) } };
}

async function makeCases(db: Kysely<unknown>, text: RawBuilder<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('projection')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('digest', text, (column) => column.notNull())
    .execute();
  await schema
    .createTable('case_file')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('verdict', text, (column) => column.notNull())
    .addColumn('opened', text, (column) => column.notNull())
    .addColumn('changed', text, (column) => column.notNull())
    .addColumn('assigned', text)
    .addColumn('lapses', text)
    .addColumn('due', text)
    .addColumn('body', text, (column) => column.notNull())
    .execute();
  await schema.createIndex('case_file_state').on('case_file').column('state').execute();
  await schema.createIndex('case_file_due').on('case_file').column('due').execute();
  await schema
    .createTable('case_act')
    .addColumn('seq', 'bigint', (column) => column.primaryKey())
    .addColumn('case_id', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('actor', text, (column) => column.notNull())
    .addColumn('capacity', text, (column) => column.notNull())
    .addColumn('act', text, (column) => column.notNull())
    .addColumn('body', text, (column) => column.notNull())
    .execute();
  await schema.createIndex('case_act_case').on('case_act').columns(['case_id', 'seq']).execute();
  await makeParts(db, text);
  const start = { id: 1, ...JOURNAL_START };
  const typed = db as Kysely<{ projection: typeof start }>;
  await typed.insertInto('projection').values(start).execute();
}

async function makeParts({ schema }: Kysely<unknown>, text: RawBuilder<unknown>): Promise<void> {
  await schema
    .createTable('finding')
    .addColumn('case_id', text, (column) => column.primaryKey())
    .addColumn('finding', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('version', text)
    .addColumn('host', text)
    .addColumn('party', text)
    .addColumn('product', text)
    .addColumn('level', text)
    .execute();
  await schema
    .createTable('verdict_row')
    .addColumn('case_id', text, (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('rule', text, (column) => column.notNull())
    .addColumn('provision', text)
    .addColumn('activity', text, (column) => column.notNull())
    .addColumn('verdict', text, (column) => column.notNull())
    .addColumn('next', text)
    .addPrimaryKeyConstraint('verdict_row_key', ['case_id', 'place'])
    .execute();
  await schema
    .createTable('owed_report')
    .addColumn('case_id', text, (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('rule', text, (column) => column.notNull())
    .addColumn('duty', text, (column) => column.notNull())
    .addColumn('recipient', text, (column) => column.notNull())
    .addColumn('due', text)
    .addColumn('sent', text)
    .addColumn('document', text)
    .addPrimaryKeyConstraint('owed_report_key', ['case_id', 'place'])
    .execute();
}
