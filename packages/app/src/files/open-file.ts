import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '@interdict/core';
import { APP_LIMITS } from '../limits.ts';

/** A file as a source of bytes that also tells its digest once it has been read. */
export interface OpenedFile extends ByteSource {
  /** SHA-256 of all bytes, in hex; undefined until the file was read to its end. */
  digest(): string | undefined;
  /** Bytes read so far. */
  bytesRead(): number;
  close(): void;
}

/** Bytes that are in memory already, as an opened file. */
export function openBytes(bytes: Uint8Array): OpenedFile {
  let isRead = false;
  return {
    *chunks() {
      for (let at = 0; at < bytes.length; at += APP_LIMITS.chunkBytes) {
        yield bytes.subarray(at, at + APP_LIMITS.chunkBytes);
      }
      isRead = true;
    },
    digest: () => (isRead ? createHash('sha256').update(bytes).digest('hex') : undefined),
    bytesRead: () => (isRead ? bytes.length : 0),
    close: () => undefined,
  };
}

/** Opens a file, or standard input for `-`. Throws what the system throws. */
export function openFile(path: string): OpenedFile {
  const descriptor = path === '-' ? 0 : openSync(path, 'r');
  const hash = createHash('sha256');
  let digest: string | undefined;
  let total = 0;
  function* chunks(): Generator<Uint8Array> {
    for (;;) {
      // Readers may keep a chunk, so each has a buffer of its own.
      const buffer = new Uint8Array(APP_LIMITS.chunkBytes);
      const count = readSync(descriptor, buffer, 0, buffer.length, null);
      if (count === 0) break;
      const chunk = buffer.subarray(0, count);
      hash.update(chunk);
      total += count;
      yield chunk;
    }
    digest = hash.digest('hex');
  }
  function readAt(offset: number, length: number): Uint8Array {
    const buffer = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const count = readSync(descriptor, buffer, filled, length - filled, offset + filled);
      if (count === 0) break;
      filled += count;
    }
    return buffer.subarray(0, filled);
  }
  return {
    chunks,
    // A pipe has no places.
    ...(path === '-' ? {} : { readAt }),
    digest: () => digest,
    bytesRead: () => total,
    close: () => {
      if (descriptor !== 0) closeSync(descriptor);
    },
  };
}
