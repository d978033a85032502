import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import {
  canonicalJson,
  caseAsOf,
  readCaseAct,
  takeRecord,
  JOURNAL_START,
  type CaseFile,
  type CaseId,
  type JournalHead,
  type JournalRecord,
} from '@interdict/core';
import { messageOf } from '../files/index.ts';
import { APP_LIMITS } from '../limits.ts';
import { InterdictError } from '../problems.ts';
import type { Dialect } from './migrations.ts';
import { rowOfAct, rowsOfCase } from './rows.ts';
import type { ActRow, CaseQuery, Store, TableDigest } from './store.ts';
import { TABLE_KEYS, TABLE_NAMES, type TableName, type Tables } from './tables.ts';

type Db = Kysely<Tables>;
type Trx = Transaction<Tables>;

/** A failure of the database as one of ours; what we threw ourselves goes on as it is. */
export function storeFailure(cause: unknown): InterdictError {
  if (cause instanceof InterdictError) return cause;
  return new InterdictError('database-failed', `the database failed: ${messageOf(cause)}`, {
    cause,
  });
}

function differs(message: string): InterdictError {
  const advice = 'run `interdict rebuild` to make the database from this journal again';
  return new InterdictError('database-differs', `${message}; ${advice}`);
}

/**
 * The head of what was taken up. Written before it is read, so that the transaction waits here
 * for any other that takes up records, and sees what that one did.
 */
async function lockHead(trx: Trx): Promise<JournalHead> {
  return trx
    .updateTable('projection')
    .set({ id: 1 })
    .where('id', '=', 1)
    .returning(['seq', 'digest'])
    .executeTakeFirstOrThrow();
}

/** Cases that records change, each read once and written once. */
class Projection {
  readonly #trx: Trx;
  readonly #files = new Map<CaseId, CaseFile>();
  #head: JournalHead;

  constructor(trx: Trx, head: JournalHead) {
    this.#trx = trx;
    this.#head = head;
  }

  async take(records: readonly JournalRecord[]): Promise<void> {
    const acts: JournalRecord[] = [];
    for (const record of records) {
      const { seq, digest, prev } = record;
      if (seq === this.#head.seq && digest !== this.#head.digest) {
        throw differs(`record ${seq} of the journal is not the one the database was made from`);
      }
      if (seq <= this.#head.seq) continue;
      if (seq !== this.#head.seq + 1 || prev !== this.#head.digest) {
        throw differs(`record ${seq} does not follow record ${this.#head.seq} of the database`);
      }
      if (record.kind === 'case') {
        await this.#apply(record);
        acts.push(record);
      }
      this.#head = { seq, digest };
    }
    await this.#write(acts);
  }

  async #apply(record: JournalRecord): Promise<void> {
    const read = readCaseAct(record.body);
    const before = read.ok
      ? (this.#files.get(read.id) ?? (await readCase(this.#trx, read.id)))
      : undefined;
    const taken = takeRecord(before, record);
    if (!taken.ok) {
      const { message } = taken.refusal;
      const text = `record ${record.seq} of the journal is an act that is refused: ${message}`;
      throw new InterdictError('journal-damaged', text);
    }
    this.#files.set(taken.file.id, taken.file);
  }

  async #write(acts: readonly JournalRecord[]): Promise<void> {
    const trx = this.#trx;
    for (const file of this.#files.values()) await writeCase(trx, file);
    for (const part of partsOf(acts.map(rowOfAct))) {
      await trx.insertInto('case_act').values(part).execute();
    }
    await trx.updateTable('projection').set(this.#head).where('id', '=', 1).execute();
  }
}

/** Rows in parts that one statement can take. */
function partsOf<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const parts: (readonly Row[])[] = [];
  for (let at = 0; at < rows.length; at += APP_LIMITS.statementRowsMax) {
    parts.push(rows.slice(at, at + APP_LIMITS.statementRowsMax));
  }
  return parts;
}

async function writeCase(trx: Trx, file: CaseFile): Promise<void> {
  const { file: row, finding, verdicts, reports } = rowsOfCase(file);
  const { id, ...rest } = row;
  await trx
    .insertInto('case_file')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
    .execute();
  await trx.deleteFrom('owed_report').where('case_id', '=', id).execute();
  await trx.deleteFrom('verdict_row').where('case_id', '=', id).execute();
  await trx.deleteFrom('finding').where('case_id', '=', id).execute();
  await trx.insertInto('finding').values(finding).execute();
  for (const part of partsOf(verdicts)) await trx.insertInto('verdict_row').values(part).execute();
  for (const part of partsOf(reports)) await trx.insertInto('owed_report').values(part).execute();
}

async function readCase(db: Db | Trx, id: CaseId): Promise<CaseFile | undefined> {
  const row = await db
    .selectFrom('case_file')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.body) as CaseFile);
}

async function listCases(db: Db, query: CaseQuery): Promise<readonly CaseFile[]> {
  const { at, state, isOverdue, limit } = query;
  let wanted = db.selectFrom('case_file').select('body');
  if (state === 'reopened') {
    wanted = wanted.where((where) =>
      where.or([where('state', '=', state), where('lapses', '<=', at)]),
    );
  } else if (state !== undefined) {
    wanted = wanted
      .where('state', '=', state)
      .where((where) => where.or([where('lapses', 'is', null), where('lapses', '>', at)]));
  }
  if (isOverdue === true) wanted = wanted.where('due', '<', at.slice(0, 10));
  const rows = await wanted
    // The one order of nulls that needs no word of a dialect.
    .orderBy((order) => order.fn.coalesce('due', order.val('9999')))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ body }) => caseAsOf(JSON.parse(body) as CaseFile, at));
}

async function listActs(db: Db, id: CaseId): Promise<readonly ActRow[]> {
  const rows = await db
    .selectFrom('case_act')
    .selectAll()
    .where('case_id', '=', id)
    .orderBy('seq')
    .execute();
  return rows.map(({ seq, at, actor, capacity, act, body }) => {
    return { seq, at, by: actor, capacity, act, body: JSON.parse(body) as ActRow['body'] };
  });
}

/** Rows of a table in the order of its key, part by part. */
async function* rowsInOrder(db: Db | Trx, table: TableName): AsyncGenerator {
  const limit = APP_LIMITS.statementRowsMax;
  const keys: readonly string[] = TABLE_KEYS[table];
  for (let offset = 0; ; offset += limit) {
    let page = db.selectFrom(table).selectAll().limit(limit).offset(offset);
    for (const key of keys) page = page.orderBy(db.dynamic.ref(key));
    const rows = await page.execute();
    yield* rows;
    if (rows.length < limit) return;
  }
}

async function digestOfTable(db: Db | Trx, table: TableName): Promise<TableDigest> {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const row of rowsInOrder(db, table)) {
    hash.update(`${canonicalJson(row)}\n`);
    rows += 1;
  }
  return { table, rows, digest: hash.digest('hex') };
}

async function emptyTables(trx: Trx): Promise<void> {
  await lockHead(trx);
  for (const table of TABLE_NAMES) {
    if (table !== 'projection') await trx.deleteFrom(table).execute();
  }
  await trx.updateTable('projection').set(JOURNAL_START).execute();
}

/** A store over a database whose tables are there. */
export function kyselyStore(db: Db, dialect: Dialect): Store {
  async function guarded<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (cause) {
      throw storeFailure(cause);
    }
  }
  function inTransaction<T>(act: (trx: Trx) => Promise<T>): Promise<T> {
    return guarded(() => db.transaction().execute(act));
  }
  return {
    dialect,
    head: () =>
      guarded(() =>
        db.selectFrom('projection').select(['seq', 'digest']).executeTakeFirstOrThrow(),
      ),
    project: (records) =>
      inTransaction(async (trx) => new Projection(trx, await lockHead(trx)).take(records)),
    readCase: (id) => guarded(() => readCase(db, id)),
    listCases: (query) => guarded(() => listCases(db, query)),
    listActs: (id) => guarded(() => listActs(db, id)),
    tableDigests: () =>
      inTransaction(async (trx) => {
        // Nobody writes while the rows are read, so that all tables are of one moment.
        await lockHead(trx);
        const digests: TableDigest[] = [];
        for (const table of TABLE_NAMES) digests.push(await digestOfTable(trx, table));
        return digests;
      }),
    empty: () => inTransaction(emptyTables),
    close: () => guarded(() => db.destroy()),
  };
}
