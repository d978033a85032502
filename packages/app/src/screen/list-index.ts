import { createHash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSnapshot,
  digestOf,
  NORMALIZER_VERSION,
  openSnapshot,
  type ListEntry,
  type ListVersion,
  type Snapshot,
} from '@interdict/core';
import { messageOf } from '../files/index.ts';
import { APP_LIMITS } from '../limits.ts';
import { listsInTime, replaceFile, type ListStore } from '../lists/index.ts';
import { InterdictError } from '../problems.ts';

/** A list of the store that could not be read. */
interface UnreadableList {
  readonly id: string;
  readonly message: string;
}

/** The index of all lists in a store, ready to be screened against. */
export interface ListIndex {
  readonly snapshot: Snapshot;
  readonly bytes: number;
  readonly unreadable: readonly UnreadableList[];
  /** Whether it was built just now, and not found beside the lists. */
  readonly isNew: boolean;
  /** Why a new one could not be kept; it is then built again the next time. */
  readonly notKept?: string;
}

/** Where lists and their index are. */
export interface IndexPlace {
  readonly store: ListStore;
  /** Folder of the index; made when it is not there. */
  readonly folder: string;
  readonly onProgress?: (text: string) => void;
}

/** What the index in use was made of. */
interface Pointer {
  readonly basis: string;
  readonly digest: string;
}

const POINTER = 'current.json';
const ENDING = '.snapshot';
/** Entries between two lines of progress. */
const PROGRESS_STEP = 1_000;

/**
 * The index of the lists as they stand in the store. One that was made of other versions, by
 * another normalizer, or is damaged, is built again and never used.
 */
export function openListIndex(place: IndexPlace): ListIndex {
  return readKept(place) ?? buildListIndex(place);
}

/** Builds the index anew, whatever is kept. */
export function buildListIndex(place: IndexPlace): ListIndex {
  const basis = basisOf(place.store);
  const { bytes, unreadable } = buildBytes(place);
  const opened = openBytes(bytes);
  if (!opened.ok) throw new Error(`a new index cannot be opened: ${opened.problem.message}`);
  const { snapshot } = opened;
  const index = { snapshot, bytes: bytes.length, unreadable, isNew: true };
  if (unreadable.length > 0) return { ...index, notKept: 'a list could not be read' };
  try {
    keep(place.folder, bytes, { basis, digest: snapshot.digest });
    return index;
  } catch (cause) {
    if (!(cause instanceof Error) || !('syscall' in cause)) throw cause;
    return { ...index, notKept: messageOf(cause) };
  }
}

/** Digest of everything an index depends on: each version of each list, and how names are read. */
function basisOf(store: ListStore): string {
  const lists = store.lists().map((list) => ({
    list,
    versions: store.versions(list).map(({ digest }) => digest),
  }));
  return digestOf({ normalizer: NORMALIZER_VERSION, lists });
}

function readKept({ store, folder }: IndexPlace): ListIndex | undefined {
  try {
    const text = readFileSync(join(folder, POINTER), 'utf8');
    const { basis, digest } = JSON.parse(text) as Partial<Pointer>;
    if (basis !== basisOf(store) || !/^[0-9a-f]{64}$/.test(digest ?? '')) return undefined;
    const bytes = readWhole(join(folder, `${digest ?? ''}${ENDING}`));
    const opened = openBytes(bytes);
    if (!opened.ok || opened.snapshot.digest !== digest) return undefined;
    return { snapshot: opened.snapshot, bytes: bytes.length, unreadable: [], isNew: false };
  } catch (cause) {
    if (cause instanceof InterdictError) throw cause;
    // Whatever is wrong with it, it can be built again from the lists.
    return undefined;
  }
}

function openBytes(bytes: Uint8Array): ReturnType<typeof openSnapshot> {
  // The machine's own digest is some ten times as fast as the one of the core.
  const sha256 = (part: Uint8Array): Uint8Array => createHash('sha256').update(part).digest();
  return openSnapshot(bytes, { sha256 });
}

/** Reads a file into memory that starts where numbers of four bytes may start. */
function readWhole(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(fstatSync(file).size);
    let at = 0;
    while (at < bytes.length) {
      const count = readSync(file, bytes, at, bytes.length - at, at);
      if (count === 0) break;
      at += count;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** Puts an index in use and removes the others. */
function keep(folder: string, bytes: Uint8Array, pointer: Pointer): void {
  mkdirSync(folder, { recursive: true });
  const name = `${pointer.digest}${ENDING}`;
  replaceFile(join(folder, name), bytes);
  replaceFile(join(folder, POINTER), `${JSON.stringify(pointer)}\n`);
  for (const other of readdirSync(folder)) {
    if (other.endsWith(ENDING) && other !== name) rmSync(join(folder, other), { force: true });
  }
}

/** Builds of all lists that can be read; one that cannot is left out and named. */
function buildBytes(place: IndexPlace): {
  readonly bytes: Uint8Array;
  readonly unreadable: readonly UnreadableList[];
} {
  const unreadable: UnreadableList[] = [];
  const { store } = place;
  const all = store.lists();
  if (all.length > APP_LIMITS.listsIndexedMax) {
    const message = `more than ${APP_LIMITS.listsIndexedMax} lists are in the store`;
    throw new InterdictError('usage', `${message}: remove the folders of those not in use`);
  }
  for (;;) {
    const lists = all.filter((list) => !unreadable.some(({ id }) => id === list));
    const { versions } = listsInTime(store, lists);
    let reading = lists[0];
    let isDone = false;
    function* watched(): Generator<ListEntry> {
      let count = 0;
      for (const list of lists) {
        reading = list;
        for (const entry of listsInTime(store, [list]).entries) {
          count += 1;
          if (count % PROGRESS_STEP === 0) {
            place.onProgress?.(`building the index: ${String(count)} entries, ${list}`);
          }
          yield entry;
        }
      }
      isDone = true;
      place.onProgress?.(`building the index: ${String(count)} entries, ordering names`);
    }
    try {
      return {
        bytes: buildSnapshot({ entries: watched(), lists: versions.map(plain) }),
        unreadable,
      };
    } catch (cause) {
      if (isDone || reading === undefined) throw cause;
      unreadable.push({ id: reading, message: messageOf(cause) });
    }
  }
}

/** A version as an answer names it, without how it came to the store. */
function plain(version: ListVersion): ListVersion {
  const { list, title, publisher, published, fetched, digest, entries, names } = version;
  const dated = published === undefined ? {} : { published };
  return { list, title, publisher, ...dated, fetched, digest, entries, names };
}
