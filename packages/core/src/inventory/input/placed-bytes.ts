import { LIMITS } from '../../limits.ts';
import type { ByteSource } from '../reader.ts';
import { joinChunks } from './byte-source.ts';

/** Bytes of a file by their place. */
export interface PlacedBytes {
  /** Bytes from an offset; undefined when they do not all lie in the file, or are too many. */
  at(offset: number, length: number): Uint8Array | undefined;
}

/**
 * The bytes of a source by place. One that can be read at places is; any other is read in order
 * and held, up to a limit behind which nothing is there.
 */
export function placedBytes(
  source: ByteSource,
  heldMax: number = LIMITS.programBytesMax,
): PlacedBytes {
  const { readAt } = source;
  const read = readAt ?? heldBytes(source, heldMax);
  return {
    at(offset, length) {
      const isSane = offset >= 0 && length >= 0 && length <= LIMITS.programPieceMax;
      if (!isSane || !Number.isSafeInteger(offset + length)) return undefined;
      const bytes = read(offset, length);
      return bytes.length === length ? bytes : undefined;
    },
  };
}

function heldBytes(
  source: ByteSource,
  heldMax: number,
): (offset: number, length: number) => Uint8Array {
  let held: Uint8Array | undefined;
  return (offset, length) => {
    held ??= collect(source, heldMax);
    return held.subarray(offset, offset + length);
  };
}

function collect(source: ByteSource, heldMax: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (const chunk of source.chunks()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= heldMax) break;
  }
  return joinChunks(chunks).subarray(0, heldMax);
}
