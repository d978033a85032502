import type { InventoryRecord, Problem } from '../model/index.ts';

/** Bytes of one file after decompression, in order, read once. */
export interface ByteSource {
  chunks(): Iterable<Uint8Array>;
  /**
   * Bytes from an offset, fewer where the file ends; for formats of which a few places tell
   * enough. Absent where only reading in order is possible, as in compressed files.
   */
  readonly readAt?: (offset: number, length: number) => Uint8Array;
}

/** What a reader yields: records, and problems as they are met. */
export type ReadItem =
  | { readonly kind: 'record'; readonly record: InventoryRecord }
  /** `lost` is true when something in the file could not be read, so coverage is incomplete. */
  | { readonly kind: 'problem'; readonly problem: Problem; readonly lost: boolean };

export interface ReadContext {
  /** Name of the file as it appears in source pointers. */
  readonly file: string;
  /** Host the file is about, when the caller knows it (for example from a folder name). */
  readonly host?: string;
  /** Host a path is about, asked for members of archives, whose paths the caller cannot see. */
  readonly hostOf?: (path: string) => string | undefined;
}

/** The start of a file, for recognizing it: text with the BOM gone, never more than a limit. */
export interface FileHead {
  readonly bytes: Uint8Array;
  /** The bytes as text, decoded by BOM or as UTF-8; damaged characters become U+FFFD. */
  readonly text: string;
  readonly isBinary: boolean;
  /** True when the head is the whole file. */
  readonly isWhole: boolean;
}

/** One input format. Registered in a list; formats are recognized by content alone. */
export interface Reader {
  /** Stable id, shown in coverage: `cyclonedx-json`. */
  readonly format: string;
  readonly title: string;
  /** How sure the reader is that the file is its format: 0 no, 1 yes; the highest wins. */
  recognize(head: FileHead): number;
  read(source: ByteSource, context: ReadContext): Iterable<ReadItem>;
}
