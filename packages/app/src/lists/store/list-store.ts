import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ListEntry } from '@interdict/core';
import { InterdictError } from '../../problems.ts';
import { readGzipLines, replaceFile, syncFolder, GzipWriter } from './files.ts';
import { makeWorkFolder, withLock } from './lock.ts';
import { compareVersions, dayOf, type ListState, type StoredVersion } from './manifest.ts';
import { mergeHistory } from './merge-history.ts';
import { Staging } from './staging.ts';

const HISTORY = 'history.ndjson.gz';

/** The version of a list that holds, and how far that is known. */
export interface VersionAt {
  readonly version: StoredVersion;
  /** Day of the next version; undefined for the newest one. */
  readonly until: string | undefined;
}

/**
 * The official lists on disk: every version kept under its digest, one of them current, and the
 * history of all statements.
 *
 * `<folder>/<list>/versions/<digest>/` holds the files as published, the entries read from them
 * and a manifest. A version appears whole or not at all, and is never changed.
 */
export class ListStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A folder for files of a list on their way in; whoever asks for it removes it. */
  makeDownloadFolder(list: string): string {
    return makeWorkFolder(this.#path(list), '.download');
  }

  /** Ids of the lists with at least one version, by name. */
  lists(): readonly string[] {
    if (!existsSync(this.#folder)) return [];
    const names = readdirSync(this.#folder, { withFileTypes: true });
    return names
      .filter((one) => one.isDirectory() && this.versions(one.name).length > 0)
      .map(({ name }) => name)
      .toSorted();
  }

  /** Versions of a list, oldest first. */
  versions(list: string): readonly StoredVersion[] {
    const folder = this.#path(list, 'versions');
    if (!existsSync(folder)) return [];
    const digests = readdirSync(folder).filter((name) => /^[0-9a-f]{64}$/.test(name));
    return digests.map((digest) => this.#manifest(list, digest)).toSorted(compareVersions);
  }

  /** The version in use; undefined when there is none. */
  current(list: string): StoredVersion | undefined {
    const pointer = this.#read(this.#path(list, 'current.json'));
    const { digest } = (pointer ?? {}) as { readonly digest?: string };
    return digest === undefined ? undefined : this.#manifest(list, digest);
  }

  /** The list as it stood on a day; undefined when no version that old is kept. */
  versionAt(list: string, day: string): VersionAt | undefined {
    const versions = this.versions(list);
    const index = versions.findLastIndex((version) => dayOf(version) <= day);
    const version = versions[index];
    if (version === undefined) return undefined;
    const next = versions[index + 1];
    return { version, until: next === undefined ? undefined : dayOf(next) };
  }

  /** Entries of a version, in the order of the list. */
  *entries(list: string, digest: string): Generator<ListEntry> {
    const path = this.#path(list, 'versions', digest, 'entries.ndjson.gz');
    for (const line of readGzipLines(path)) yield JSON.parse(line) as ListEntry;
  }

  /** Every entry and statement the list ever had, with the days it had them. */
  *history(list: string): Generator<ListEntry> {
    const path = this.#path(list, HISTORY);
    if (!existsSync(path)) return;
    const lines = readGzipLines(path);
    // The first line names the versions it is made of.
    lines.next();
    for (const line of lines) yield JSON.parse(line) as ListEntry;
  }

  state(list: string): ListState {
    return this.#read(this.#path(list, 'state.json')) ?? {};
  }

  writeState(list: string, state: ListState): void {
    mkdirSync(this.#path(list), { recursive: true });
    replaceFile(this.#path(list, 'state.json'), `${JSON.stringify(state, null, 2)}\n`);
  }

  /** A place for a version that is being read. */
  stage(list: string): Staging {
    return new Staging(this.#path(list, 'versions'));
  }

  /**
   * Takes a staged version in, makes the newest version the current one, and brings the history
   * up to date. The same bytes a second time change nothing.
   */
  commit(staging: Staging, version: StoredVersion): void {
    const { list, digest } = version;
    withLock(this.#path(list, 'lock'), () => {
      staging.finish(version);
      const target = this.#path(list, 'versions', digest);
      if (existsSync(target)) staging.discard();
      else renameSync(staging.folder, target);
      syncFolder(this.#path(list, 'versions'));
      this.#settle(list);
    });
  }

  /** Finishes what a process left that died between a version and the pointer to it. */
  settle(list: string): void {
    if (this.#isSettled(list)) return;
    withLock(this.#path(list, 'lock'), () => this.#settle(list));
  }

  #isSettled(list: string): boolean {
    const digests = this.versions(list).map(({ digest }) => digest);
    const isLaid = this.#historyVersions(list).join() === digests.join();
    return isLaid && this.current(list)?.digest === digests.at(-1);
  }

  #settle(list: string): void {
    const versions = this.versions(list);
    this.#updateHistory(list, versions);
    const pointer = JSON.stringify({ digest: versions.at(-1)?.digest });
    replaceFile(this.#path(list, 'current.json'), `${pointer}\n`);
  }

  /**
   * Lays the versions upon the history that it does not have. When one of them is older than
   * what it has, or a process died on the way, it is laid anew from all of them.
   */
  #updateHistory(list: string, versions: readonly StoredVersion[]): void {
    const known = this.#historyVersions(list);
    const isPrefix = known.every((digest, index) => versions[index]?.digest === digest);
    if (!isPrefix) rmSync(this.#path(list, HISTORY), { force: true });
    for (let index = isPrefix ? known.length : 0; index < versions.length; index += 1) {
      const version = versions[index];
      if (version === undefined) break;
      const entries = this.entries(list, version.digest);
      const dated = { day: dayOf(version), entries, isFirst: index === 0 };
      const merged = mergeHistory(this.history(list), dated);
      this.#writeHistory(list, versions.slice(0, index + 1), merged);
    }
  }

  #historyVersions(list: string): readonly string[] {
    const path = this.#path(list, HISTORY);
    if (!existsSync(path)) return [];
    const first = readGzipLines(path).next();
    if (first.done === true) return [];
    return (JSON.parse(first.value) as { readonly versions: readonly string[] }).versions;
  }

  #writeHistory(
    list: string,
    versions: readonly StoredVersion[],
    entries: Iterable<ListEntry>,
  ): void {
    const temporary = this.#path(list, `${HISTORY}.new`);
    rmSync(temporary, { force: true });
    const writer = new GzipWriter(temporary);
    writer.writeText(`${JSON.stringify({ versions: versions.map(({ digest }) => digest) })}\n`);
    for (const entry of entries) writer.writeText(`${JSON.stringify(entry)}\n`);
    writer.close();
    renameSync(temporary, this.#path(list, HISTORY));
  }

  #manifest(list: string, digest: string): StoredVersion {
    const path = this.#path(list, 'versions', digest, 'manifest.json');
    const manifest = this.#read(path);
    if (manifest !== undefined) return manifest as StoredVersion;
    throw new InterdictError('store-damaged', `\`${path}\` is missing: import the list again`);
  }

  #read(path: string): unknown {
    if (!existsSync(path)) return undefined;
    try {
      return JSON.parse(readFileSync(path, 'utf8'));
    } catch (cause) {
      const message = `\`${path}\` is damaged: remove the folder of the list and import it again`;
      throw new InterdictError('store-damaged', message, { cause });
    }
  }

  #path(...names: readonly string[]): string {
    return join(this.#folder, ...names);
  }
}
