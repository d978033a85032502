import type { Coverage, InventoryRecord } from '../../model/index.ts';
import type { ByteSource, ReadContext, Reader } from '../reader.ts';
import { readInput } from './read-input.ts';

/** Everything that reading a file gives. */
export interface FileRead {
  readonly format: string | null;
  readonly records: readonly InventoryRecord[];
  readonly coverage: Coverage;
  readonly codes: readonly string[];
  /** What became of the files inside an archive. */
  readonly members: readonly Coverage[];
}

/** Text as UTF-8; bytes as they are. */
export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** A source that gives the bytes in pieces of a size, and counts how far it was read. */
export function pieces(
  content: string | Uint8Array,
  size: number,
): ByteSource & { readonly given: () => number } {
  const bytes = bytesOf(content);
  let given = 0;
  return {
    given: () => given,
    *chunks() {
      for (let at = 0; at < bytes.length; at += size) {
        const chunk = bytes.subarray(at, at + size);
        given += chunk.length;
        yield chunk;
      }
    },
  };
}

/** Reads a whole file with a list of readers. */
export function readFile(
  readers: readonly Reader[],
  content: string | Uint8Array | ByteSource,
  context: Partial<ReadContext> = {},
): FileRead {
  const isContent = typeof content === 'string' || content instanceof Uint8Array;
  const source = isContent ? pieces(content, 65_536) : content;
  const reading = readInput(readers, source, { file: 'file', ...context });
  const records = [...reading.records()];
  const coverage = reading.coverage();
  const codes = coverage.problems.map(({ code }) => code);
  return { format: reading.format, records, coverage, codes, members: reading.members() };
}
