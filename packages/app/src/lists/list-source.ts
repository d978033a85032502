import type { ByteSource, FileHead, ListEntry, ListStatement } from '@interdict/core';
import type { ListProblem } from './problems.ts';

/** One file of a list: plain bytes after unpacking, and its start for recognizing it. */
export interface ListFile {
  readonly name: string;
  readonly head: FileHead;
  /** The bytes, once. Damage below (gzip, zip) is reported and ends them. */
  readonly source: ByteSource;
}

/** The files of a list by the part each one is; a list of one file has the part `list`. */
export type ListParts = ReadonlyMap<string, ListFile>;

/** What a format yields while it reads. */
export type ListItem =
  | { readonly kind: 'entry'; readonly entry: ListEntry; readonly group?: string }
  /** The publisher's own date of the file, `YYYY-MM-DD` or an instant. */
  | { readonly kind: 'published'; readonly date: string }
  /** Entries the publisher says the file has. */
  | { readonly kind: 'stated-count'; readonly count: number }
  /** Only deltas: an entry of which only what changed is stated. */
  | {
      readonly kind: 'changed';
      readonly entry: ListEntry;
      readonly dropped: readonly ListStatement[];
    }
  /** Only deltas: an entry that is gone. */
  | { readonly kind: 'removed'; readonly id: string }
  | ListProblem;

export interface ListPart {
  readonly name: string;
  /** Without an optional part the reader still knows whether something is missing. */
  readonly isRequired: boolean;
}

/** One format a list is published in. Reading is a pure function of the bytes. */
export interface ListFormat {
  /** Stable id: `ofac-sdn-xml`. */
  readonly format: string;
  readonly title: string;
  readonly parts: readonly ListPart[];
  /** A delta changes the version in use instead of replacing it. */
  readonly isDelta?: true;
  /** Only deltas: statements of an entry that stay when the delta states it whole again. */
  readonly stays?: (statement: ListStatement) => boolean;
  /** The part a file is, by content alone; undefined when it is not of this format. */
  recognize(head: FileHead): string | undefined;
  /** The id of the list a file of the format is, where the file itself says so. */
  listOf?(head: FileHead): string | undefined;
  read(parts: ListParts, list: string): Iterable<ListItem>;
}

/** Where one file of a list is fetched. */
export interface FetchFile {
  readonly url: string;
  /** Day the text is of, where the publisher serves past days. */
  readonly published?: string;
  /** SHA-1 or SHA-256 of the plain bytes in hex, where the publisher names it. */
  readonly checksum?: string;
}

/** What a plan may ask for before it knows the addresses. */
export interface FetchContext {
  /** Id of the list; of a family, with the name behind the dot. */
  readonly list: string;
  /** Gets a small text, such as the index of a publisher. */
  readonly getText: (url: string) => Promise<string>;
}

/** How the current version of a list is fetched. */
export interface FetchPlan {
  /** Bytes of the largest file that is accepted. */
  readonly bytesMax: number;
  /** Some publishers answer only what looks like a browser. */
  readonly userAgent?: string;
  /** Addresses of all files of the list; undefined when the publisher does not name them. */
  locate(context: FetchContext): Promise<readonly FetchFile[] | undefined>;
}

/** An official list: who publishes it, in which formats, where, and how often. */
export interface ListSource {
  /** Id of the list; of a family (`isFamily`), the part of the id before the dot. */
  readonly list: string;
  readonly isFamily?: true;
  readonly title: string;
  readonly publisher: string;
  readonly formats: readonly ListFormat[];
  readonly fetch?: FetchPlan;
  /**
   * Entries the list has had at the least for years: what a first version is measured by, since
   * there is none before it.
   */
  readonly entriesMin?: number;
  /** Days after which a version that was not confirmed again is stale; Infinity for never. */
  readonly staleAfterDays: number;
  /** Whether an answer without the list is incomplete unless told otherwise. */
  readonly isExpected: boolean;
  /** What to know before using it, such as its license. */
  readonly note?: string;
}

/** The one part of a format that is a single file. */
export const SINGLE_PART: readonly ListPart[] = [{ name: 'list', isRequired: true }];
