import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ListEntry } from '@interdict/core';
import { GzipWriter, replaceFile, syncFolder } from './files.ts';
import { makeWorkFolder } from './lock.ts';
import type { StoredVersion } from './manifest.ts';

/** A version while it is read: a folder of its own that becomes the version or goes away. */
export class Staging {
  readonly folder: string;
  readonly #entries: GzipWriter;
  readonly #parts: GzipWriter[] = [];
  #isOpen = true;

  constructor(parent: string) {
    this.folder = makeWorkFolder(parent, '.new');
    mkdirSync(join(this.folder, 'raw'));
    this.#entries = new GzipWriter(join(this.folder, 'entries.ndjson.gz'));
  }

  /** Where the bytes of a part go as they are read. */
  openPart(part: string): (chunk: Uint8Array) => void {
    const writer = new GzipWriter(join(this.folder, 'raw', `${part}.gz`));
    this.#parts.push(writer);
    return (chunk) => writer.write(chunk);
  }

  addEntry(entry: ListEntry): void {
    this.#entries.writeText(`${JSON.stringify(entry)}\n`);
  }

  /** Writes the manifest last: a folder without it is no version. */
  finish(version: StoredVersion): void {
    for (const writer of [this.#entries, ...this.#parts]) writer.close();
    this.#isOpen = false;
    replaceFile(join(this.folder, 'manifest.json'), `${JSON.stringify(version, null, 2)}\n`);
    syncFolder(this.folder);
  }

  discard(): void {
    if (this.#isOpen) for (const writer of [this.#entries, ...this.#parts]) writer.abandon();
    this.#isOpen = false;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
