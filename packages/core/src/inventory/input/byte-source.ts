import { assert } from '../../model/index.ts';
import type { ByteSource } from '../reader.ts';
import { lostProblem, type ReadProblem, type ReportProblem } from './problem.ts';

/** The first bytes of a source, and the whole of it to be read from the start. */
export interface PeekedSource extends ByteSource {
  readonly head: Uint8Array;
  /** True when the head is everything. */
  readonly isWhole: boolean;
  /** Ends a source that is not read to its end, so that what feeds it can let go. */
  close(): void;
}

/** Bytes in memory as a source, for tests and for members of archives. */
export function sourceOf(bytes: Uint8Array, chunkBytes: number = bytes.length): ByteSource {
  return {
    *chunks() {
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        yield bytes.subarray(at, at + chunkBytes);
      }
    },
  };
}

/** One array of the given ones; no copy when there is only one. */
export function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return first;
  let size = 0;
  for (const chunk of chunks) size += chunk.length;
  const joined = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** Reads the first `bytesMax` bytes of a source without taking them away from who reads it. */
export function peekSource(source: ByteSource, bytesMax: number): PeekedSource {
  const iterator = source.chunks()[Symbol.iterator]();
  const ahead: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  // One byte more than asked for tells whether the head is everything.
  while (size <= bytesMax && !isWhole) {
    const next = iterator.next();
    if (next.done === true) {
      isWhole = true;
    } else if (next.value.length > 0) {
      ahead.push(next.value);
      size += next.value.length;
    }
  }
  let isStarted = false;
  return {
    head: joinChunks(ahead).subarray(0, bytesMax),
    isWhole: isWhole && size <= bytesMax,
    *chunks() {
      assert(!isStarted, 'a byte source is read once');
      isStarted = true;
      try {
        for (let chunk = ahead.shift(); chunk !== undefined; chunk = ahead.shift()) yield chunk;
        for (let next = iterator.next(); next.done !== true; next = iterator.next()) {
          yield next.value;
        }
      } finally {
        iterator.return?.();
      }
    },
    close() {
      iterator.return?.();
    },
    ...placesOf(source),
  };
}

/** Reading at a place, for a source around one that can. */
function placesOf(source: ByteSource): Pick<ByteSource, 'readAt'> {
  return source.readAt === undefined ? {} : { readAt: source.readAt };
}

/**
 * A source that ends with a problem where the given one throws. What throws is the disk or the
 * network below; what was read until then still counts.
 */
export function guardSource(source: ByteSource, report: ReportProblem): ByteSource {
  return {
    *chunks() {
      const iterator = source.chunks()[Symbol.iterator]();
      try {
        for (;;) {
          const next = nextOrProblem(iterator, report);
          if (next === undefined) return;
          yield next;
        }
      } finally {
        iterator.return?.();
      }
    },
    ...guardedPlaces(source, report),
  };
}

function guardedPlaces(source: ByteSource, report: ReportProblem): Pick<ByteSource, 'readAt'> {
  const { readAt } = source;
  if (readAt === undefined) return {};
  return {
    readAt(offset, length) {
      try {
        return readAt(offset, length);
      } catch (error) {
        report(sourceFailed(error));
        return new Uint8Array(0);
      }
    },
  };
}

function sourceFailed(error: unknown): ReadProblem {
  const reason = error instanceof Error ? error.message : String(error);
  return lostProblem('source-failed', `the file could not be read to its end: ${reason}`);
}

function nextOrProblem(
  iterator: Iterator<Uint8Array>,
  report: ReportProblem,
): Uint8Array | undefined {
  try {
    const next = iterator.next();
    return next.done === true ? undefined : next.value;
  } catch (error) {
    report(sourceFailed(error));
    return undefined;
  }
}
