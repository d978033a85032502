import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseWhen, type When } from '@interdict/core';
import {
  importList,
  LIST_SOURCES,
  ListStore,
  openListFiles,
  recognizeFiles,
  type ListSource,
} from '../lists/index.ts';

/** Only lists of one's own, so that nothing official is expected and missing. */
export const OWN_ONLY: readonly ListSource[] = LIST_SOURCES.filter(({ list }) => list === 'own');

/** A store in a folder of its own, with lists made for a test. Nobody in them exists. */
export interface MadeStore {
  readonly root: string;
  readonly store: ListStore;
  /** Folder of the index. */
  readonly folder: string;
  /** Imports a CSV as a version of a list, published on a day. */
  add(list: string, published: string, csv: string): void;
  write(name: string, text: string): string;
  remove(): void;
}

export function makeStore(): MadeStore {
  const root = mkdtempSync(path.join(tmpdir(), 'interdict-screen-'));
  const store = new ListStore(path.join(root, 'lists'));
  function write(name: string, text: string): string {
    const file = path.join(root, name);
    writeFileSync(file, text);
    return file;
  }
  function add(list: string, published: string, csv: string): void {
    const files = openListFiles([write('made.csv', csv)]);
    try {
      for (const found of recognizeFiles(LIST_SOURCES, list, files)) {
        const accept = new Set(['shrunk'] as const);
        const settings = { now: `${published}T00:00:00Z`, accept, origin: 'import', published };
        const outcome = importList(store, found, settings);
        if (outcome.kind !== 'stored') throw new Error(JSON.stringify(outcome));
      }
    } finally {
      for (const file of files) file.close();
    }
  }
  return {
    root,
    store,
    folder: path.join(root, 'screening'),
    add,
    write,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export function when(text: string): When {
  const parsed = parseWhen(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}
