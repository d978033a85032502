import type { ListVersion } from '@interdict/core';

/** One file of a version as it was published. */
export interface StoredPart {
  readonly part: string;
  /** Name of the file as given. */
  readonly name: string;
  /** SHA-256 of the plain bytes in hex. */
  readonly digest: string;
  readonly bytes: number;
}

/** A version of a list in the store. */
export interface StoredVersion extends ListVersion {
  readonly format: string;
  readonly parts: readonly StoredPart[];
  readonly groups: Readonly<Record<string, number>>;
  /** Where it came from: an address, or `import`. */
  readonly origin: string;
  /** What was accepted although it is in doubt, such as a list that shrank. */
  readonly accepted?: readonly string[];
  /** For a delta, the version it was laid upon. */
  readonly base?: string;
}

/** What was last tried for a list, whether it worked or not. */
export interface ListState {
  /** When the publisher was last found to have nothing newer than the current version. */
  readonly confirmed?: string;
  readonly failure?: { readonly at: string; readonly code: string; readonly message: string };
  /** Validators of HTTP by address. */
  readonly validators?: Readonly<
    Record<string, { readonly etag?: string; readonly lastModified?: string }>
  >;
}

/** When a version is of: the publisher's date, or else the moment it was taken. */
export function dateOf({ published, fetched }: Pick<ListVersion, 'published' | 'fetched'>): string {
  return published ?? fetched;
}

/** The day a version is of. */
export function dayOf(version: Pick<ListVersion, 'published' | 'fetched'>): string {
  return dateOf(version).slice(0, 10);
}

/** Order of versions in time, then by digest so that it is the same everywhere. */
export function compareVersions(a: StoredVersion, b: StoredVersion): number {
  const first = `${dateOf(a)} ${a.fetched} ${a.digest}`;
  const second = `${dateOf(b)} ${b.fetched} ${b.digest}`;
  return first < second ? -1 : first > second ? 1 : 0;
}
