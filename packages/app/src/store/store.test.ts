import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { InstantText, JournalRecord } from '@interdict/core';
import { describeUnless } from '../../../../test/shared-data.ts';
import { openPostgresStore, openSqliteStore, type Store } from './index.ts';
import { actsOn, AT, findingOf, idOf, journalOf, recordsOf } from './journal-records.fixture.ts';
import { startPostgres } from './postgres.fixture.ts';

const postgres = await startPostgres();
const scratch = mkdtempSync(join(tmpdir(), 'interdict-store-'));

afterAll(async () => {
  if ('server' in postgres) await postgres.server.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** A database that does not exist yet, to be opened as often as a test likes. */
type NewDatabase = () => Promise<() => Promise<Store>>;

let folders = 0;

async function newSqlite(): Promise<() => Promise<Store>> {
  folders += 1;
  const folder = join(scratch, `data-${folders}`);
  return () => openSqliteStore(folder);
}

async function newPostgres(): Promise<() => Promise<Store>> {
  if (!('server' in postgres)) throw new Error(postgres.reason);
  const url = await postgres.server.newDatabase();
  return () => openPostgresStore(url);
}

const RECORDS = journalOf(40);
const LATER = '2026-12-31T00:00:00Z' as InstantText;

/** Digests of a journal by what it is projected into. */
async function digestsIn(open: () => Promise<Store>, records: readonly JournalRecord[]) {
  const store = await open();
  await store.project(records);
  const digests = await store.tableDigests();
  await store.close();
  return digests;
}

function defineContract(newDatabase: NewDatabase): void {
  it('is empty when it is made, and made once', async () => {
    const open = await newDatabase();
    const first = await open();
    await first.close();
    const store = await open();

    expect((await store.head()).seq).toBe(0);
    expect(await store.listCases({ at: AT, limit: 10 })).toEqual([]);
    await store.close();
  });

  it('takes up records, and still has them when it is opened again', async () => {
    const open = await newDatabase();
    await digestsIn(open, RECORDS);
    const store = await open();

    const { seq, digest } = await store.head();
    const file = await store.readCase(idOf(7));
    const acts = await store.listActs(idOf(7));

    expect({ seq, digest }).toEqual({
      seq: RECORDS.length,
      digest: RECORDS.at(-1)?.digest,
    });
    expect(file).toMatchObject({ state: 'flagged', finding: findingOf(7), acts: 6 });
    expect(acts.map(({ act, capacity, by }) => [act, capacity, by])).toEqual(
      actsOn(7).map(({ act }) => [act, expect.any(String), 'ann']),
    );
    await store.close();
  });

  it('has the same rows whether records came at once, one by one, or twice', async () => {
    const whole = await digestsIn(await newDatabase(), RECORDS);
    const open = await newDatabase();
    const store = await open();
    for (const record of RECORDS) await store.project([record]);
    await store.project(RECORDS.slice(3));
    const pieces = await store.tableDigests();
    await store.close();

    expect(pieces).toEqual(whole);
    expect(whole.map(({ table, rows }) => [table, rows])).toEqual([
      ['owed_report', 14],
      ['verdict_row', 40],
      ['finding', 40],
      ['case_act', 240],
      ['case_file', 40],
      ['projection', 1],
    ]);
  });

  it('takes up nothing of a batch in which one record does not follow', async () => {
    const open = await newDatabase();
    const store = await open();
    await store.project(RECORDS.slice(0, 10));

    const gap = store.project([...RECORDS.slice(10, 20), ...RECORDS.slice(21, 30)]);

    await expect(gap).rejects.toMatchObject({ code: 'database-differs' });
    expect((await store.head()).seq).toBe(10);
    expect(await store.listActs(idOf(2))).toEqual([]);
    await store.close();
  });

  it('takes up no record of another journal', async () => {
    const other = recordsOf(
      actsOn(1).map((act) => [idOf(1), act] as const),
      undefined,
      'eve',
    );
    const open = await newDatabase();
    const store = await open();
    await store.project(RECORDS.slice(0, 3));

    await expect(store.project(other)).rejects.toMatchObject({ code: 'database-differs' });
    await store.close();
  });

  it('takes up no act that a guard refuses, though its record is well made', async () => {
    const forged = recordsOf([
      ...actsOn(1).map((act) => [idOf(1), act] as const),
      [idOf(1), { act: 'clear', reason: 'because I say so' }] as const,
    ]);
    const open = await newDatabase();
    const store = await open();

    await expect(store.project(forged)).rejects.toMatchObject({ code: 'journal-damaged' });
    await store.close();
  });

  it('lists cases by state and by reports whose day is over, the most urgent first', async () => {
    const open = await newDatabase();
    const store = await open();
    await store.project(RECORDS);

    const overdue = await store.listCases({ at: AT, isOverdue: true, limit: 100 });
    const flagged = await store.listCases({ at: AT, state: 'flagged', limit: 100 });
    const few = await store.listCases({ at: AT, limit: 5 });
    const dues = overdue.map(({ reports }) => reports[0]?.due ?? '');

    expect(dues).toEqual(dues.toSorted());
    expect(dues.at(-1)).toSatisfy((due: string) => due < '2026-11-24');
    expect(overdue).toHaveLength(12);
    expect(flagged).toHaveLength(40);
    expect(few.map(({ id }) => id)).toEqual(flagged.slice(0, 5).map(({ id }) => id));
    expect(await store.listCases({ at: AT, state: 'approved', limit: 5 })).toEqual([]);
    await store.close();
  });

  it('lists a case whose exception has expired as reopened, as of then', async () => {
    const toApproval = [
      ['review'],
      ['accept', { reason: 'x' }],
      ['request-exception', { reason: 'x' }],
    ].map(([act, more]) => [idOf(1), { act, ...(more as object) }] as const);
    const instrument = { kind: 'license', id: 'L-1' } as const;
    const expires = '2026-12-01T00:00:00Z' as InstantText;
    const opened = recordsOf([
      ...actsOn(1).map((act) => [idOf(1), act] as const),
      ...(toApproval as Parameters<typeof recordsOf>[0]),
    ]);
    const approval = { act: 'approve', reason: 'x', instrument, expires } as const;
    const approved = recordsOf([[idOf(1), approval]], opened.at(-1), 'bob');
    const open = await newDatabase();
    const store = await open();
    await store.project([...opened, ...approved]);

    const now = await store.listCases({ at: AT, state: 'approved', limit: 5 });
    const later = await store.listCases({ at: LATER, state: 'approved', limit: 5 });
    const reopened = await store.listCases({ at: LATER, state: 'reopened', limit: 5 });

    expect(now).toHaveLength(1);
    expect(later).toEqual([]);
    expect(reopened).toMatchObject([{ state: 'reopened', reopened: { cause: 'expiry' } }]);
    await store.close();
  });

  it('is empty again once it was emptied, and can be made anew', async () => {
    const open = await newDatabase();
    const before = await digestsIn(open, RECORDS);
    const store = await open();
    await store.empty();

    expect((await store.tableDigests()).map(({ rows }) => rows)).toEqual([0, 0, 0, 0, 0, 1]);
    await store.project(RECORDS);
    expect(await store.tableDigests()).toEqual(before);
    await store.close();
  });
}

describe('a store in SQLite', () => {
  defineContract(newSqlite);

  it('cannot be where a file stands, and says so', async () => {
    const path = new URL(import.meta.url).pathname;

    await expect(openSqliteStore(path)).rejects.toMatchObject({ code: 'database-failed' });
  });
});

const reason = 'reason' in postgres ? postgres.reason : undefined;

describeUnless(reason, 'a store in PostgreSQL', () => {
  defineContract(newPostgres);

  it('has the very rows that SQLite has', async () => {
    const inSqlite = await digestsIn(await newSqlite(), RECORDS);

    expect(await digestsIn(await newPostgres(), RECORDS)).toEqual(inSqlite);
  });

  it('takes up each record once when two take them up at the same time', async () => {
    const open = await newPostgres();
    const [one, other] = await Promise.all([open(), open()]);
    const batches = Array.from({ length: 24 }, (_, at) => RECORDS.slice(at * 10, at * 10 + 10));
    async function takeUp(store: Store): Promise<void> {
      for (const batch of batches) await store.project(batch);
    }
    await Promise.all([takeUp(one), takeUp(other)]);

    expect(await one.tableDigests()).toEqual(await digestsIn(await newPostgres(), RECORDS));
    await Promise.all([one.close(), other.close()]);
  });

  it('says that no server answers, without the password', async () => {
    const refused = openPostgresStore('postgresql://ann:secret-word@127.0.0.1:1/none');

    await expect(refused).rejects.toMatchObject({ code: 'database-failed' });
    await expect(refused).rejects.not.toThrow(/secret-word/);
  });
});
