import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { InterdictError } from '../problems.ts';
import { downloadFile, getText, HttpFailure, type Http, type Validators } from './fetch/index.ts';
import { importList, type Acceptance, type ImportOutcome } from './import-list.ts';
import type { FetchFile, FetchPlan, ListSource } from './list-source.ts';
import { openListFile, type OpenedListFile } from './open-list-file.ts';
import { lost, type ListProblem, type ListProblemCode } from './problems.ts';
import { findSource, recognizeFiles } from './recognize-files.ts';
import type { ListStore } from './store/index.ts';

export interface UpdateOptions {
  readonly http: Http;
  readonly wait: (ms: number) => Promise<void>;
  readonly now: string;
  readonly accept: ReadonlySet<Acceptance>;
  /** Name and version of the program, told to publishers. */
  readonly userAgent: string;
  /** Addresses to fetch one list from instead of its publisher, such as a mirror. */
  readonly from?: readonly string[];
  readonly onProgress?: (text: string) => void;
}

/** Bytes of a file from a mirror, whose publisher sets no limit. */
const MIRROR_BYTES_MAX = 1024 * 1024 * 1024;

/**
 * Fetches lists one after the other and takes them in. A list that cannot be fetched or read is
 * refused, the others go on, and the old version stays in use.
 * @throws InterdictError `list-unknown` for an id there is no way to fetch.
 */
export async function updateLists(
  store: ListStore,
  sources: readonly ListSource[],
  ids: readonly string[],
  options: UpdateOptions,
): Promise<readonly ImportOutcome[]> {
  const wanted = ids.length > 0 ? ids : expectedLists(sources);
  const plans = wanted.map((list) => ({ list, ...planOf(sources, list, options.from) }));
  const outcomes: ImportOutcome[] = [];
  for (const { list, source, plan } of plans) {
    outcomes.push(await updateList(store, { list, source, plan }, options));
  }
  return outcomes;
}

/** The lists answers rest on, as far as they can be fetched. */
function expectedLists(sources: readonly ListSource[]): readonly string[] {
  return sources
    .filter(({ isExpected, fetch }) => isExpected && fetch !== undefined)
    .map(({ list }) => list);
}

function planOf(
  sources: readonly ListSource[],
  list: string,
  from: readonly string[] | undefined,
): { readonly source: ListSource; readonly plan: FetchPlan } {
  const source = findSource(sources, list);
  if (source === undefined) {
    throw new InterdictError('list-unknown', `there is no list \`${list}\`: see \`lists status\``);
  }
  if (from !== undefined && from.length > 0) {
    const locate = async (): Promise<readonly FetchFile[]> => from.map((url) => ({ url }));
    return { source, plan: { bytesMax: source.fetch?.bytesMax ?? MIRROR_BYTES_MAX, locate } };
  }
  if (source.fetch !== undefined) return { source, plan: source.fetch };
  const note = source.note ?? 'import its files';
  throw new InterdictError('list-unknown', `\`${list}\` cannot be fetched: ${note}`);
}

interface Job {
  readonly list: string;
  readonly source: ListSource;
  readonly plan: FetchPlan;
}

async function updateList(
  store: ListStore,
  job: Job,
  options: UpdateOptions,
): Promise<ImportOutcome> {
  const folder = store.makeDownloadFolder(job.list);
  try {
    const outcome = await fetchAndImport(store, { ...job, folder }, options);
    settleState(store, outcome, options.now);
    return outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Fetched {
  readonly path: string;
  readonly file: FetchFile;
  readonly validators: Validators;
}

async function fetchAndImport(
  store: ListStore,
  job: Job & { readonly folder: string },
  options: UpdateOptions,
): Promise<ImportOutcome> {
  const fetched = await fetchAll(store, job, options);
  if ('problem' in fetched) return refused(store, job.list, fetched.problem);
  const current = store.current(job.list);
  if (fetched.files === undefined && current !== undefined) {
    return { kind: 'unchanged', list: job.list, version: current, problems: [] };
  }
  const files = fetched.files ?? [];
  const outcome = importFetched(store, job, files, options);
  const inUse = store.current(job.list)?.digest;
  const isInUse = outcome.kind !== 'refused' && outcome.version.digest === inUse;
  if (isInUse) rememberValidators(store, job.list, files);
  return outcome;
}

type FetchResult =
  | { readonly problem: ListProblem }
  /** Without files, nothing changed. */
  | { readonly files: readonly Fetched[] | undefined };

async function fetchAll(
  store: ListStore,
  { list, plan, folder }: Job & { readonly folder: string },
  options: UpdateOptions,
): Promise<FetchResult> {
  const userAgent = plan.userAgent ?? options.userAgent;
  const settings = { http: options.http, wait: options.wait, userAgent };
  let at = list;
  try {
    const located = await plan.locate({ list, getText: (url) => getText(url, settings) });
    if (located === undefined || located.length === 0) {
      return { problem: lost('list-fetch', 'the publisher does not say where the list is') };
    }
    const files: Fetched[] = [];
    for (const [index, file] of located.entries()) {
      at = file.url;
      const path = join(folder, String(index));
      // Parts of a list belong together, so all of them are fetched or none.
      const known = located.length === 1 ? knownOf(store, list, file.url) : {};
      const onBytes = (bytes: number, total: number | undefined): void =>
        options.onProgress?.(progressText(list, bytes, total));
      const download = await downloadFile(file.url, path, {
        ...settings,
        bytesMax: plan.bytesMax,
        onBytes,
        ...known,
      });
      if (download.kind === 'not-modified') return { files: undefined };
      files.push({ path, file, validators: download.validators });
    }
    return { files };
  } catch (error) {
    // An index that is no JSON is a failure of the publisher too.
    if (!(error instanceof HttpFailure) && !(error instanceof SyntaxError)) throw error;
    return { problem: lost('list-fetch', error.message, { file: at }) };
  }
}

/** Validators of the current version; without one everything is asked for. */
function knownOf(store: ListStore, list: string, url: string): { readonly known?: Validators } {
  const known = store.current(list) && store.state(list).validators?.[url];
  return known === undefined ? {} : { known };
}

function progressText(list: string, bytes: number, total: number | undefined): string {
  const all = total === undefined ? '' : ` of ${Math.ceil(total / 1_048_576)}`;
  return `${list}: ${Math.floor(bytes / 1_048_576)}${all} MB`;
}

function importFetched(
  store: ListStore,
  { list, source }: Job,
  fetched: readonly Fetched[],
  options: UpdateOptions,
): ImportOutcome {
  const opened: OpenedListFile[] = [];
  try {
    for (const { path, file } of fetched) opened.push(openListFile(path, file.url));
    const wrong = checksumProblem(fetched);
    if (wrong !== undefined) return refused(store, list, wrong);
    const [files, ...others] = recognizeFiles([source], list, opened);
    if (files === undefined || others.length > 0) {
      return refused(store, list, lost('list-format', 'the files are not one list'));
    }
    const { now, accept } = options;
    const published = fetched[0]?.file.published;
    const dated = published === undefined ? {} : { published };
    return importList(store, files, { now, accept, origin: fetched[0]?.file.url ?? '', ...dated });
  } catch (error) {
    if (!(error instanceof InterdictError) || error.code !== 'list-unknown') throw error;
    const message = `${error.message}; the publisher may have sent a page in its place`;
    return refused(store, list, lost('list-format', message));
  } finally {
    for (const file of opened) file.close();
  }
}

/** Compares the plain bytes with the checksums the publisher names. */
function checksumProblem(fetched: readonly Fetched[]): ListProblem | undefined {
  for (const { path, file } of fetched) {
    if (file.checksum === undefined) continue;
    const named = file.checksum.toLowerCase();
    const algorithm = named.length === 40 ? 'sha1' : 'sha256';
    const hash = createHash(algorithm);
    const opened = openListFile(path, file.url);
    try {
      for (const chunk of opened.file.source.chunks()) hash.update(chunk);
    } finally {
      opened.close();
    }
    const found = hash.digest('hex');
    if (found === named) continue;
    const message = `the ${algorithm} is ${found} and the publisher names ${named}`;
    return lost('list-checksum', message, { file: file.url });
  }
  return undefined;
}

function refused(store: ListStore, list: string, problem: ListProblem): ImportOutcome {
  return { kind: 'refused', list, kept: store.current(list), problems: [problem] };
}

function rememberValidators(store: ListStore, list: string, fetched: readonly Fetched[]): void {
  const validators: Record<string, Validators> = {};
  for (const { file, validators: found } of fetched) validators[file.url] = found;
  store.writeState(list, { ...store.state(list), validators });
}

/** Keeps when the list was last found to be the newest, or why it could not be had. */
function settleState(store: ListStore, outcome: ImportOutcome, now: string): void {
  const { failure: _, ...state } = store.state(outcome.list);
  const inUse = store.current(outcome.list)?.digest;
  if (outcome.kind !== 'refused' && outcome.version.digest === inUse) {
    store.writeState(outcome.list, { ...state, confirmed: now });
    return;
  }
  const first = outcome.problems.find(({ isLost }) => isLost) ?? outcome.problems[0];
  const code: ListProblemCode = first?.code ?? 'list-older';
  const message = first?.message ?? 'an older version came than the one in use';
  const failure = { at: now, code, message };
  store.writeState(outcome.list, { ...state, failure });
}
