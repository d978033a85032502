import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore, type Store, type TableDigest } from '../store/index.ts';
import { openPlace, projectJournal, type CasePlace } from './case-desk.ts';

/** A table as it was found, and as the journal makes it. */
interface RebuiltTable {
  readonly table: string;
  readonly rows: number;
  readonly digest: string;
  readonly found: { readonly rows: number; readonly digest: string };
  readonly isSame: boolean;
}

export interface Rebuilt {
  /** Records of the journal. */
  readonly records: number;
  /** Records the database had taken up. */
  readonly found: number;
  /** Whether the database was what the journal makes of as many records. */
  readonly isSame: boolean;
  readonly tables: readonly RebuiltTable[];
}

async function digestsOfJournal(
  folder: string,
): Promise<{ readonly records: number; readonly digests: readonly TableDigest[] }> {
  const scratch = mkdtempSync(join(tmpdir(), 'interdict-rebuild-'));
  let store: Store | undefined;
  try {
    store = await openSqliteStore(scratch);
    const { head } = await projectJournal(store, folder);
    return { records: head.seq, digests: await store.tableDigests() };
  } finally {
    await store?.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Makes the database again from the journal, after comparing it with one that is made from the
 * journal alone. Rows have the same digest in every database, so the one compared with is
 * SQLite, whichever is in use.
 */
export async function rebuildStore(place: CasePlace): Promise<Rebuilt> {
  const { records, digests } = await digestsOfJournal(place.journal);
  const store = await openPlace(place);
  try {
    const before = await store.tableDigests();
    const { seq } = await store.head();
    const tables = digests.map(({ table, rows, digest }): RebuiltTable => {
      const found = before.find((one) => one.table === table) ?? { rows: 0, digest: '' };
      const { rows: foundRows, digest: foundDigest } = found;
      const isSame = foundDigest === digest;
      return { table, rows, digest, found: { rows: foundRows, digest: foundDigest }, isSame };
    });
    const isSame = tables.every((one) => one.isSame);
    if (!isSame) {
      await store.empty();
      await projectJournal(store, place.journal);
    }
    return { records, found: seq, isSame, tables };
  } finally {
    await store.close();
  }
}
