import {
  closeSync,
  fdatasync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  write,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** A segment open for writing at its end. */
export interface OpenSegment {
  /** Bytes that are on the disk. */
  readonly length: number;
  write(bytes: Uint8Array): void;
  sync(): void;
  writeAndSync(bytes: Uint8Array): Promise<void>;
  /** Cuts off what was written and not synchronized. */
  takeBack(): void;
  close(): void;
}

/** What the journal needs of a disk; tests put one in its place that fails. */
export interface JournalDisk {
  create(path: string): OpenSegment;
  /** Opens a segment and cuts it to a length. */
  reopen(path: string, length: number): OpenSegment;
}

const writeLater = promisify(write);
const syncLater = promisify(fdatasync);

function segmentOn(file: number, start: number): OpenSegment {
  let durable = start;
  let written = start;
  return {
    get length() {
      return durable;
    },
    write(bytes) {
      for (let at = 0; at < bytes.length;) {
        const count = writeSync(file, bytes, at, bytes.length - at, written);
        at += count;
        written += count;
      }
    },
    sync() {
      fdatasyncSync(file);
      durable = written;
    },
    async writeAndSync(bytes) {
      for (let at = 0; at < bytes.length;) {
        const { bytesWritten } = await writeLater(file, bytes, at, bytes.length - at, written);
        at += bytesWritten;
        written += bytesWritten;
      }
      await syncLater(file);
      durable = written;
    },
    takeBack() {
      ftruncateSync(file, durable);
      written = durable;
    },
    close() {
      closeSync(file);
    },
  };
}

/** A new file is found again after a loss of power only once its folder is on the disk too. */
function syncFolder(path: string): void {
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

export const DISK: JournalDisk = {
  create(path) {
    const file = openSync(path, 'wx', 0o600);
    syncFolder(path);
    return segmentOn(file, 0);
  },
  reopen(path, length) {
    const file = openSync(path, 'r+');
    ftruncateSync(file, length);
    fdatasyncSync(file);
    return segmentOn(file, length);
  },
};
