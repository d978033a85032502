import { createHash } from 'node:crypto';
import {
  gunzipSource,
  isGzip,
  LIMITS,
  makeHead,
  peekSource,
  type ByteSource,
} from '@interdict/core';
import { openFile } from '../files/index.ts';
import type { ListFile } from './list-source.ts';
import { lost, type ListProblem } from './problems.ts';
import { archiveOf, unpackSource } from './unpack-source.ts';

/** What takes the plain bytes of a file as they are read. */
type ByteSink = (chunk: Uint8Array) => void;

/** A file of a list on disk, open for one reading. */
export interface OpenedListFile {
  readonly file: ListFile;
  /** SHA-256 of the plain bytes in hex; undefined until they were read to their end. */
  digest(): string | undefined;
  bytesRead(): number;
  /** Faults of the packing, which the format does not see. */
  damage(): readonly ListProblem[];
  /** Hands every byte on while the format reads. */
  copyTo(sink: ByteSink): void;
  close(): void;
}

/**
 * Opens a file of a list and undoes gzip or zip. Throws what the system throws when there is no
 * such file.
 */
export function openListFile(path: string, name: string = path): OpenedListFile {
  const opened = openFile(path);
  const damage: ListProblem[] = [];
  const hash = createHash('sha256');
  let digest: string | undefined;
  let size = 0;
  let sink: ByteSink | undefined;
  const peeked = peekSource(unpacked(opened, name, damage), LIMITS.sniffBytes);
  const source: ByteSource = {
    *chunks() {
      for (const chunk of peeked.chunks()) {
        hash.update(chunk);
        size += chunk.length;
        sink?.(chunk);
        yield chunk;
      }
      digest = hash.digest('hex');
    },
  };
  return {
    file: { name, head: makeHead(peeked.head, peeked.isWhole), source },
    digest: () => digest,
    bytesRead: () => size,
    damage: () => damage,
    copyTo(to) {
      sink = to;
    },
    close: () => opened.close(),
  };
}

/** Bytes by which a packed file is known. */
const MAGIC_BYTES = 64;

function unpacked(opened: ByteSource, name: string, damage: ListProblem[]): ByteSource {
  const peeked = peekSource(opened, MAGIC_BYTES);
  if (isGzip(peeked.head)) {
    return gunzipSource(peeked, ({ problem }) => {
      const { message, pointer } = problem;
      const place = pointer === undefined ? { file: name } : { file: name, pointer };
      damage.push(lost('list-unreadable', message, place));
    });
  }
  const archive = archiveOf(makeHead(peeked.head, peeked.isWhole));
  if (archive === undefined) return peeked;
  return unpackSource(archive, peeked, (message) => {
    damage.push(lost('list-unreadable', message, { file: name }));
  });
}
