import type { JournalRecord } from '@interdict/core';
import { messageOf } from '../files/index.ts';
import { followJournal, type JournalVerdict } from '../journal/index.ts';
import { APP_LIMITS } from '../limits.ts';
import { InterdictError } from '../problems.ts';
import { openPostgresStore, openSqliteStore, type Store } from '../store/index.ts';

/** Where cases are kept: their journal, and the database made from it. */
export interface CasePlace {
  readonly journal: string;
  /** URL of a PostgreSQL database; without it SQLite is used. */
  readonly databaseUrl?: string;
  /** Folder of the SQLite database; without it, the folder of the journal. */
  readonly dataDir?: string;
}

/** Refuses a journal that is damaged: what comes after the damage would be left out unseen. */
function refuseDamage({ damage }: JournalVerdict): void {
  if (damage === undefined) return;
  const { path, line, message } = damage;
  throw new InterdictError('journal-damaged', `${path}:${line}: ${message}`);
}

/**
 * Puts the records of a journal into a store, batch by batch, and gives the last of the journal.
 * All of it is verified; what was taken up before is not written, so that readers wait for nobody.
 */
export async function projectJournal(store: Store, folder: string): Promise<JournalVerdict> {
  const known = await store.head();
  let records: Generator<JournalRecord, JournalVerdict>;
  let batch: JournalRecord[] = [];
  try {
    records = followJournal(folder);
    for (;;) {
      const next = records.next();
      if (next.done === true) {
        refuseDamage(next.value);
        if (batch.length > 0) await store.project(batch);
        return next.value;
      }
      const { seq, digest } = next.value;
      if (seq < known.seq || digest === known.digest) continue;
      batch.push(next.value);
      if (batch.length < APP_LIMITS.projectionBatchMax) continue;
      await store.project(batch);
      batch = [];
    }
  } catch (cause) {
    if (cause instanceof InterdictError) throw cause;
    const message = `cannot read the journal: ${messageOf(cause)}`;
    throw new InterdictError('path-missing', message, { cause });
  }
}

/** Opens the database of a place as it is, whatever the journal says. */
export function openPlace({ journal, databaseUrl, dataDir }: CasePlace): Promise<Store> {
  return databaseUrl === undefined
    ? openSqliteStore(dataDir ?? journal)
    : openPostgresStore(databaseUrl);
}

/** Opens the database of a place with everything that stands in its journal. */
export async function openCaseDesk(place: CasePlace): Promise<Store> {
  const store = await openPlace(place);
  try {
    const { head } = await projectJournal(store, place.journal);
    const { seq } = await store.head();
    if (seq <= head.seq) return store;
    const message =
      `the database has taken up ${seq} records, and the journal holds ${head.seq}: it belongs ` +
      'to another journal, or the journal was cut; see `interdict audit verify`';
    throw new InterdictError('database-differs', message);
  } catch (error) {
    await store.close();
    throw error;
  }
}
