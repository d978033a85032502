import { createHash } from 'node:crypto';
import type { ListEntry } from '@interdict/core';
import { messageOf } from '../files/index.ts';
import { InterdictError } from '../problems.ts';
import { applyDelta } from './apply-delta.ts';
import { shortProblems, shrinkProblems } from './guard.ts';
import type { ListFormat, ListSource } from './list-source.ts';
import type { OpenedListFile } from './open-list-file.ts';
import { lost, noted, type ListProblem, type ListProblemCode } from './problems.ts';
import { countNames, readList, type ListReading, type ListSummary } from './read-list.ts';
import {
  dateOf,
  type ListStore,
  type Staging,
  type StoredPart,
  type StoredVersion,
} from './store/index.ts';

/** What may be put to use although it is in doubt. */
export type Acceptance = 'shrunk' | 'partial';

export interface ImportOptions {
  /** Present time, as an instant in UTC. */
  readonly now: string;
  readonly accept: ReadonlySet<Acceptance>;
  /** Publisher's date, for formats that do not hold one. */
  readonly published?: string;
  /** Address the files came from, or `import`. */
  readonly origin: string;
}

/** The files of one list, recognized. */
export interface ListFiles {
  readonly source: ListSource;
  /** Id of the list; for a family with the name behind the dot. */
  readonly list: string;
  readonly format: ListFormat;
  readonly parts: ReadonlyMap<string, OpenedListFile>;
}

/** What became of a list that was to be taken in. */
export type ImportOutcome = {
  readonly list: string;
  readonly problems: readonly ListProblem[];
} & (
  | { readonly kind: 'stored'; readonly version: StoredVersion; readonly isCurrent: boolean }
  | { readonly kind: 'unchanged'; readonly version: StoredVersion }
  /** The old version stays in use. */
  | { readonly kind: 'refused'; readonly kept: StoredVersion | undefined }
);

/** Codes that say that something is missing rather than wrong. */
const PARTIAL_CODES: readonly ListProblemCode[] = [
  'list-part-missing',
  'list-orphan',
  'list-count',
];

/**
 * Reads the files of a list and puts the version in use, or says what is against it and keeps the
 * old one.
 * @throws InterdictError `store-failed` when the disk refuses.
 */
export function importList(
  store: ListStore,
  files: ListFiles,
  options: ImportOptions,
): ImportOutcome {
  const staging = onDisk(() => store.stage(files.list));
  let isDone = false;
  try {
    const reading = onDisk(() => stageList(store, staging, files));
    const outcome = onDisk(() => settle(store, staging, { files, reading, options }));
    isDone = outcome.kind === 'stored';
    return outcome;
  } finally {
    if (!isDone) staging.discard();
  }
}

/** What was read, with the files it was read from. */
interface StagedList {
  readonly summary: ListSummary;
  readonly parts: readonly StoredPart[];
  readonly damage: readonly ListProblem[];
  /** Version a delta was laid upon. */
  readonly base: StoredVersion | undefined;
}

function stageList(
  store: ListStore,
  staging: Staging,
  { format, parts, list }: ListFiles,
): StagedList {
  for (const [part, opened] of parts) opened.copyTo(staging.openPart(part));
  const inputs = new Map([...parts].map(([part, { file }]) => [part, file] as const));
  const reading: ListReading = readList(format, inputs, list);
  const merged = format.isDelta === true ? mergeDelta(store, list, { format, reading }) : undefined;
  for (const entry of merged?.entries ?? reading.entries()) staging.addEntry(entry);
  const stored: StoredPart[] = [];
  const damage: ListProblem[] = [];
  for (const [part, opened] of parts) {
    damage.push(...opened.damage());
    const digest = opened.digest();
    const { name } = opened.file;
    if (digest !== undefined) stored.push({ part, name, digest, bytes: opened.bytesRead() });
    else if (!reading.summary().isLost && damage.length === 0) {
      damage.push(lost('list-unreadable', 'was not read to its end', { file: name }));
    }
  }
  const { base, counts, problems = [] } = merged ?? {};
  const summary = { ...reading.summary(), ...counts?.() };
  return { summary, parts: stored, damage: [...damage, ...problems], base };
}

/** A delta on its way into a version. */
interface MergedDelta {
  readonly base: StoredVersion | undefined;
  readonly entries: Iterable<ListEntry>;
  /** Entries and names of the whole, once all were taken. */
  readonly counts: () => { readonly entries: number; readonly names: number };
  readonly problems: ListProblem[];
}

/** Lays a delta upon the version in use. */
function mergeDelta(
  store: ListStore,
  list: string,
  { format, reading }: { readonly format: ListFormat; readonly reading: ListReading },
): MergedDelta {
  const base = store.current(list);
  const counts = { entries: 0, names: 0 };
  const problems: ListProblem[] = [];
  function* entries(): Generator<ListEntry> {
    const whole = new Map([...reading.entries()].map((entry) => [entry.id, entry] as const));
    const { changed, removed, published } = reading.summary();
    problems.push(...baseProblems(base, published));
    if (base === undefined) return;
    const delta = {
      whole,
      changed: new Map(changed.map((one) => [one.entry.id, one] as const)),
      removed: new Set(removed),
      stays: format.stays ?? (() => false),
    };
    for (const entry of applyDelta(store.entries(list, base.digest), delta, problems)) {
      counts.entries += 1;
      counts.names += countNames(entry);
      yield entry;
    }
  }
  return { base, entries: entries(), counts: () => counts, problems };
}

/** A delta needs a version to be laid upon, and one that is older. */
function baseProblems(
  base: StoredVersion | undefined,
  published: string | undefined,
): readonly ListProblem[] {
  if (base === undefined) {
    return [lost('list-delta-base', 'there is no version to lay the delta upon; fetch the list')];
  }
  if (published === undefined || published > dateOf(base)) return [];
  const message = `the delta of ${published} is not newer than the version of ${dateOf(base)}`;
  return [lost('list-delta-base', message)];
}

interface Settling {
  readonly files: ListFiles;
  readonly reading: StagedList;
  readonly options: ImportOptions;
}

/**
 * Bytes that were in use before a newer version, and carry no date of their own: nobody can tell
 * whether somebody took the old file, or the publisher went back to what it said.
 */
function returned(
  same: StoredVersion,
  current: StoredVersion | undefined,
): ListProblem | undefined {
  if (current === undefined || same.digest === current.digest) return undefined;
  if (same.published !== undefined) return undefined;
  const message =
    `these are the bytes of the version of ${dateOf(same)}, and that of ${dateOf(current)} stays ` +
    'in use: if the list says again what it said then, add a line break at its end, or a date';
  return lost('list-older', message);
}

function settle(store: ListStore, staging: Staging, settling: Settling): ImportOutcome {
  const { files, reading, options } = settling;
  const { list } = files;
  const current = store.current(list);
  const problems = [...reading.damage, ...reading.summary.problems];
  if (doubtsOf(reading).some((code) => !isAccepted(code, options.accept))) {
    return { kind: 'refused', list, kept: current, problems };
  }
  const version = versionOf(settling);
  const same = store.versions(list).find(({ digest }) => digest === version.digest);
  if (same !== undefined) {
    store.settle(list);
    const again = returned(same, store.current(list));
    return again === undefined
      ? { kind: 'unchanged', list, version: same, problems }
      : { kind: 'refused', list, kept: store.current(list), problems: [again, ...problems] };
  }
  const isCurrent = current === undefined || dateOf(version) >= dateOf(current);
  if (isCurrent && !options.accept.has('shrunk')) {
    const short =
      current === undefined
        ? shortProblems(files.source.entriesMin, reading.summary)
        : shrinkProblems(current, reading.summary);
    if (short.length > 0) {
      return { kind: 'refused', list, kept: current, problems: [...short, ...problems] };
    }
  }
  store.commit(staging, version);
  const notes = [
    ...(isCurrent ? [] : [olderNote(version, current)]),
    ...(isUndated(version, files.source) ? [UNDATED] : []),
  ];
  return { kind: 'stored', list, version, isCurrent, problems: [...notes, ...problems] };
}

/** Codes of what is missing or in doubt, in the packing, the list, and the base of a delta. */
function doubtsOf({ damage, summary }: StagedList): readonly ListProblemCode[] {
  const inDamage = damage.filter(({ isLost }) => isLost).map(({ code }) => code);
  return [...new Set([...inDamage, ...summary.lostCodes])];
}

function isAccepted(code: ListProblemCode, accept: ReadonlySet<Acceptance>): boolean {
  return accept.has('partial') && PARTIAL_CODES.includes(code);
}

const UNDATED: ListProblem = noted(
  'list-undated',
  'the format holds no date, so the list counts as stale; give the date with --published',
);

function isUndated({ published, origin }: StoredVersion, { staleAfterDays }: ListSource): boolean {
  return published === undefined && origin === 'import' && Number.isFinite(staleAfterDays);
}

function olderNote(version: StoredVersion, current: StoredVersion): ListProblem {
  const message =
    `the version of ${dateOf(version)} is older than the one in use ` +
    `(${dateOf(current)}) and is kept for answers as of its time`;
  return noted('list-older', message);
}

function versionOf({ files, reading, options }: Settling): StoredVersion {
  const { source, list, format } = files;
  const { summary, parts, base } = reading;
  const published = options.published ?? summary.published;
  const accepted = doubtsOf(reading);
  return {
    list: list as StoredVersion['list'],
    title: source.title,
    publisher: source.publisher,
    ...(published === undefined ? {} : { published }),
    fetched: options.now,
    digest: digestOfParts(parts, base),
    entries: summary.entries,
    names: summary.names,
    format: format.format,
    parts,
    groups: summary.groups,
    origin: options.origin,
    ...(base === undefined ? {} : { base: base.digest }),
    ...(accepted.length === 0 ? {} : { accepted }),
  };
}

/** The digest of the one file, or of the list of the digests of several and of their base. */
function digestOfParts(parts: readonly StoredPart[], base: StoredVersion | undefined): string {
  const [only] = parts;
  if (only !== undefined && parts.length === 1 && base === undefined) return only.digest;
  const files = parts.map(({ part, digest }) => `${digest}  ${part}\n`).toSorted();
  const lines = base === undefined ? files : [`${base.digest}  base\n`, ...files];
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/** Does something to the store; what the system refuses is reported with its reason. */
function onDisk<T>(act: () => T): T {
  try {
    return act();
  } catch (cause) {
    if (!(cause instanceof Error) || !('syscall' in cause)) throw cause;
    const message = `the lists could not be written: ${messageOf(cause)}`;
    throw new InterdictError('store-failed', message, { cause });
  }
}
