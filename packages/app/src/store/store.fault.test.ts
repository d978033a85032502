import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { describeUnless } from '../../../../test/shared-data.ts';
import { openPostgresStore, openSqliteStore, type Store } from './index.ts';
import { journalOf } from './journal-records.fixture.ts';
import { startPostgres } from './postgres.fixture.ts';

const BUILT = fileURLToPath(new URL('../../dist/store/index.js', import.meta.url));
const CASES = 60;
const RECORDS = journalOf(CASES);
const ROUNDS = 6;

/** Takes up the records it is sent, few at a time, and tells each batch once it was taken up. */
const TAKE_UP = `
  const { openSqliteStore, openPostgresStore } = await import(process.argv[1]);
  const place = process.argv[2];
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  const records = JSON.parse(text);
  const isUrl = place.startsWith('postgresql:');
  const store = await (isUrl ? openPostgresStore(place) : openSqliteStore(place));
  for (let at = (await store.head()).seq; at < records.length; at = (await store.head()).seq) {
    await store.project(records.slice(at, at + 5));
    process.stdout.write(Math.min(at + 5, records.length) + '\\n');
  }
  await store.close();
`;

const scratch = mkdtempSync(join(tmpdir(), 'interdict-store-fault-'));
const postgres = await startPostgres();

afterAll(async () => {
  if ('server' in postgres) await postgres.server.stop();
  rmSync(scratch, { recursive: true, force: true });
});

interface Taken {
  /** Records it said were taken up. */
  readonly acknowledged: number;
  readonly errors: string;
  readonly status: number | null;
}

function takeUp(
  place: string,
  onBatch: (child: ChildProcess, seq: number) => void,
): Promise<Taken> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', TAKE_UP, BUILT, place]);
  let acknowledged = 0;
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  child.stdout.on('data', (chunk: Buffer) => {
    acknowledged = Number(chunk.toString().trim().split('\n').at(-1));
    onBatch(child, acknowledged);
  });
  child.stdin.end(JSON.stringify(RECORDS));
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ acknowledged, errors, status }));
  });
}

let places = 0;

async function newPlace(kind: 'sqlite' | 'postgresql'): Promise<string> {
  places += 1;
  if (kind === 'sqlite') return join(scratch, String(places));
  if (!('server' in postgres)) throw new Error(postgres.reason);
  return postgres.server.newDatabase();
}

function open(place: string): Promise<Store> {
  return place.startsWith('postgresql:') ? openPostgresStore(place) : openSqliteStore(place);
}

async function expectWhole(place: string): Promise<void> {
  const fresh = await openSqliteStore(join(scratch, `fresh-${places}`));
  await fresh.project(RECORDS);
  const store = await open(place);
  await store.project(RECORDS);
  expect(await store.tableDigests()).toEqual(await fresh.tableDigests());
  await Promise.all([store.close(), fresh.close()]);
}

function defineFaults(kind: 'sqlite' | 'postgresql'): void {
  it('keeps what it acknowledged when its process is killed in a write', async () => {
    const place = await newPlace(kind);
    let acknowledged = 0;
    for (let round = 1; round <= ROUNDS; round += 1) {
      const until = acknowledged + 5 * round;
      const taken = await takeUp(place, (child, seq) => {
        if (seq >= until) child.kill('SIGKILL');
      });
      acknowledged = Math.max(acknowledged, taken.acknowledged);

      const store = await open(place);
      const { seq, digest } = await store.head();
      await store.close();
      expect(taken.errors).toBe('');
      expect(seq).toBeGreaterThanOrEqual(acknowledged);
      expect(digest).toBe(RECORDS[seq - 1]?.digest);
    }
    await expectWhole(place);
  });

  it('is made and filled by two processes at once as by one', async () => {
    const place = await newPlace(kind);

    const both = await Promise.all([takeUp(place, () => {}), takeUp(place, () => {})]);

    expect(both.map(({ errors, status }) => ({ errors, status }))).toEqual([
      { errors: '', status: 0 },
      { errors: '', status: 0 },
    ]);
    await expectWhole(place);
  });
}

describe('a store in SQLite', () => defineFaults('sqlite'));

const reason = 'reason' in postgres ? postgres.reason : undefined;

describeUnless(reason, 'a store in PostgreSQL', () => {
  defineFaults('postgresql');

  it('goes on after the server was ended in the middle and came back', async () => {
    if (!('server' in postgres)) throw new Error(postgres.reason);
    const place = await newPlace('postgresql');
    const store = await open(place);
    await store.project(RECORDS.slice(0, 100));
    await postgres.server.crash();

    await store
      .project(RECORDS.slice(100, 200))
      .catch(() => store.project(RECORDS.slice(100, 200)));

    expect((await store.head()).seq).toBe(200);
    await store.close();
    await expectWhole(place);
  });
});
