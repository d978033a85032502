import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_LIMITS } from '../limits.ts';
import { openFile } from './index.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-open-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

/** Bytes that differ from chunk to chunk. */
function bytesOf(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 16)) & 255);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('openFile', () => {
  it.each([0, 1, APP_LIMITS.chunkBytes, APP_LIMITS.chunkBytes + 1, APP_LIMITS.chunkBytes * 2 + 7])(
    'hands out %d bytes in chunks that keep their content, with the digest of all',
    (length) => {
      const bytes = bytesOf(length);
      const file = openFile(write(`bytes-${length}`, bytes));

      // Kept until the end, as readers do: a chunk must not be overwritten by the next.
      const chunks = [...file.chunks()];
      file.close();

      expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
      expect(chunks.every((chunk) => chunk.length > 0)).toBe(true);
      expect(chunks.every((chunk) => chunk.length <= APP_LIMITS.chunkBytes)).toBe(true);
      expect(file.bytesRead()).toBe(length);
      expect(file.digest()).toBe(sha256(bytes));
    },
  );

  it('gives bytes at places, fewer where the file ends, without losing its own place', () => {
    const bytes = bytesOf(APP_LIMITS.chunkBytes + 9);
    const file = openFile(write('places', bytes));
    const chunks = file.chunks();
    const first = chunks[Symbol.iterator]().next();

    expect(file.readAt?.(5, 4)).toEqual(bytes.subarray(5, 9));
    expect(file.readAt?.(bytes.length - 2, 10)).toEqual(bytes.subarray(bytes.length - 2));
    expect(file.readAt?.(bytes.length + 5, 10)).toHaveLength(0);
    expect(Buffer.compare(first.value ?? bytes, bytes.subarray(0, APP_LIMITS.chunkBytes))).toBe(0);
    file.close();
  });

  it('has no places where it is standard input, which may be a pipe', () => {
    expect(openFile('-').readAt).toBeUndefined();
  });

  it('has no digest before the end, so that a part is never taken for the whole', () => {
    const file = openFile(write('long', bytesOf(APP_LIMITS.chunkBytes + 1)));

    const before = file.digest();
    for (const _ of file.chunks()) break;

    expect(before).toBeUndefined();
    expect(file.digest()).toBeUndefined();
    expect(file.bytesRead()).toBe(APP_LIMITS.chunkBytes);
    file.close();
  });

  it('throws what the system throws when there is no file', () => {
    expect(() => openFile(path.join(folder, 'missing'))).toThrow(/ENOENT/);
  });

  it('throws what the system throws when a folder is read', () => {
    const opened = openFile(folder);

    expect(() => [...opened.chunks()]).toThrow(/EISDIR/);
    opened.close();
  });

  it('does not close standard input, which others may still read', () => {
    const opened = openFile('-');

    expect(() => {
      opened.close();
      opened.close();
    }).not.toThrow();
    expect(opened.bytesRead()).toBe(0);
  });
});
