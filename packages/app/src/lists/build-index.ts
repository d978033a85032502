import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSnapshot, type ListVersion } from '@interdict/core';
import { InterdictError } from '../problems.ts';
import { listsInTime } from './entries-in-time.ts';
import { replaceFile, type ListStore } from './store/index.ts';

/** An index of the stored lists, and what it is made of. */
export interface BuiltIndex {
  /** SHA-256 of the file in hex; its name as well. */
  readonly digest: string;
  readonly bytes: number;
  readonly versions: readonly ListVersion[];
}

/**
 * Builds the screening index of all stored lists, with the days between which each name held, and
 * makes it the current one. Its file has its digest for a name and is never changed.
 * @throws InterdictError `list-unknown` when there are no lists.
 */
export function buildIndex(store: ListStore, folder: string): BuiltIndex {
  const { entries, versions } = listsInTime(store, store.lists());
  if (versions.length === 0) {
    const message = 'there are no lists to build an index of: run `lists update` or `lists import`';
    throw new InterdictError('list-unknown', message);
  }
  const bytes = buildSnapshot({ entries, lists: versions });
  const digest = createHash('sha256').update(bytes).digest('hex');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${digest}.snapshot`);
  if (!existsSync(path)) replaceFile(path, bytes);
  const current = {
    digest,
    lists: versions.map(({ list, digest: one }) => ({ list, digest: one })),
  };
  replaceFile(join(folder, 'current.json'), `${JSON.stringify(current, null, 2)}\n`);
  return { digest, bytes: bytes.length, versions };
}
