import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { LIMITS } from '@interdict/core';

/** Bytes gathered before they are compressed as one member. */
const MEMBER_BYTES = 1_048_576;

const LINE_FEED = 0x0a;

/** Writes a gzip file member by member, so that no more than one is in memory. */
export class GzipWriter {
  readonly #file: number;
  #pending: Uint8Array[] = [];
  #size = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'wx');
  }

  write(chunk: Uint8Array): void {
    this.#pending.push(chunk);
    this.#size += chunk.length;
    if (this.#size >= MEMBER_BYTES) this.#flush();
  }

  writeText(text: string): void {
    this.write(Buffer.from(text));
  }

  /** Ends the file and waits until it is on the disk. */
  close(): void {
    this.#flush();
    fsyncSync(this.#file);
    closeSync(this.#file);
  }

  /** Lets go of a file that will be thrown away. */
  abandon(): void {
    closeSync(this.#file);
  }

  #flush(): void {
    if (this.#size === 0) return;
    writeWhole(this.#file, gzipSync(Buffer.concat(this.#pending)));
    this.#pending = [];
    this.#size = 0;
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

/** The lines of a gzip file written by `GzipWriter`. */
export function* readGzipLines(path: string): Generator<string> {
  const bytes = gunzipSync(readFileSync(path), { maxOutputLength: LIMITS.expandedBytesMax });
  let start = 0;
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
}

/** Puts a file in place of another one, so that a reader sees the old or the new one whole. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w');
  try {
    writeWhole(file, typeof content === 'string' ? Buffer.from(content) : content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

/** A rename is lasting only when the folder is on the disk too. Not every system can say so. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
