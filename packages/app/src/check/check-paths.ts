import { basename, dirname, normalize } from 'node:path';
import {
  checklistOf,
  countsOf,
  HostBook,
  hostsOf,
  identify,
  isIncomplete,
  judgeParty,
  judgeSubjects,
  judgeTransaction,
  moreSevere,
  overdueOf,
  READERS,
  readInput,
  resolveItem,
  statusOf,
  toDoOf,
  type Catalog,
  type ComponentRecord,
  type Coverage,
  type Finding,
  type Identified,
  type InventoryRecord,
  type Judge,
  type Limits,
  type Names,
  type ObservationRecord,
  type PartyRecord,
  type Profile,
  type Report,
  type TransactionRecord,
  type When,
} from '@interdict/core';
import type { Edition } from '../edition/index.ts';
import {
  isLost,
  listFiles,
  messageOf,
  openFile,
  type ListedFile,
  type OpenedFile,
} from '../files/index.ts';
import type { ScreeningsByDay } from '../screen/index.ts';
import { RecordScreening, SCREENED_AS } from './screen-records.ts';

/** How far a check has come. */
interface CheckProgress {
  readonly files: number;
  readonly records: number;
  readonly path: string;
}

export interface JudgeOptions {
  readonly edition: Edition;
  readonly profile: Profile;
  readonly asOf: When;
}

/** Something to check, by the name it has in the report, or left aside with the reason. */
export interface CheckInput extends ListedFile {
  /** Opens it, and throws what the system throws. */
  readonly open: () => OpenedFile;
}

interface ReadOptions {
  /** How far compressed inputs may grow, where less is allowed than the core allows. */
  readonly limits?: Pick<Limits, 'expandedBytesMax' | 'expansionRatioMax' | 'expandedFreeBytes'>;
  readonly onProgress?: ((progress: CheckProgress) => void) | undefined;
}

export interface CheckOptions extends JudgeOptions, ReadOptions {
  /** Official lists, where there are any; without them nobody is screened, and that is said. */
  readonly screenings?: ScreeningsByDay | undefined;
}

/** Files below a folder of this name belong to the host the next folder is named after. */
const HOSTS_FOLDER = 'hosts';

/**
 * `hosts/fin-ws-014/status` is about the host fin-ws-014. Of a folder that was given, what lies
 * further above it than its own parent is where somebody keeps their files, and says nothing.
 */
export function hostOfPath(path: string, given?: string): string | undefined {
  const top = given === undefined ? undefined : dirname(dirname(normalize(given)));
  for (
    let folder = dirname(normalize(path));
    folder !== dirname(folder) && dirname(folder) !== top;
    folder = dirname(folder)
  ) {
    if (basename(dirname(folder)) === HOSTS_FOLDER) return basename(folder);
  }
  return undefined;
}

function leftAside(file: ListedFile, problem: { code: string; message: string }): Coverage {
  const status = isLost(file) ? 'unreadable' : 'skipped';
  return { path: file.path, format: null, status, records: 0, problems: [problem] };
}

/** Everything read, with what became of each file. */
class Intake {
  readonly coverage: Coverage[] = [];
  readonly parties: PartyRecord[] = [];
  readonly transactions: TransactionRecord[] = [];
  readonly hosts = new HostBook();
  records = 0;
  readonly #options: ReadOptions;

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  /** Reads all inputs; yields what identification needs and keeps the rest. */
  *read(inputs: Iterable<CheckInput>): Generator<ComponentRecord | ObservationRecord> {
    for (const input of inputs) yield* this.#readInput(input);
  }

  *#readInput(listed: CheckInput): Generator<ComponentRecord | ObservationRecord> {
    const { path, below, leftAside: reason } = listed;
    this.#progress(path);
    if (reason !== undefined) {
      this.coverage.push(leftAside(listed, reason));
      return;
    }
    let file: OpenedFile;
    try {
      file = listed.open();
    } catch (cause) {
      const problems = [{ code: 'file-unreadable', message: messageOf(cause) }];
      this.coverage.push({ path, format: null, status: 'unreadable', records: 0, problems });
      return;
    }
    try {
      const host = hostOfPath(path, below);
      const hostOf = (member: string): string | undefined => hostOfPath(member, below);
      const context = { file: path, hostOf, ...(host === undefined ? {} : { host }) };
      const reading = readInput(READERS, file, context, this.#options.limits);
      for (const record of reading.records()) yield* this.#keep(record, path);
      const digest = file.digest();
      const coverage = reading.coverage();
      this.coverage.push(digest === undefined ? coverage : { ...coverage, sha256: digest });
      for (const member of reading.members()) this.coverage.push(member);
    } finally {
      file.close();
    }
  }

  *#keep(record: InventoryRecord, path: string): Generator<ComponentRecord | ObservationRecord> {
    this.records += 1;
    if (this.records % 1000 === 0) this.#progress(path);
    switch (record.kind) {
      case 'party':
        this.parties.push(record);
        return;
      case 'transaction':
        this.transactions.push(record);
        return;
      default:
        this.hosts.add(record);
        yield record;
    }
  }

  #progress(path: string): void {
    const { coverage, records } = this;
    this.#options.onProgress?.({ files: coverage.length, records, path });
  }
}

function namesOf({ catalog, compiled }: Edition): Names {
  const { directory } = compiled.rulebook;
  const products = new Map<
    string,
    { readonly name: string; readonly purelyInformational?: boolean }
  >(catalog.products);
  return {
    product: (id) => products.get(id),
    party: (id) => directory.byId(id)?.name,
  };
}

/** The lists that were screened, and those that rules refer to and that are not there. */
function listsFor(
  gathered: Gathered,
  edition: Edition,
  screening: RecordScreening | undefined,
): Report['lists'] {
  if (gathered.parties.length === 0 && gathered.transactions.length === 0) return [];
  const screened = screening?.lists() ?? [];
  const ids = new Set<string>();
  for (const party of edition.compiled.rulebook.directory.parties()) {
    for (const { list } of party.listings ?? []) ids.add(list);
  }
  const isScreened = (list: string): boolean =>
    screened.some(({ id }) => id === list || id === SCREENED_AS[list]);
  const others = [...ids].filter((id) => !isScreened(id));
  return [...screened, ...others.sort().map((id) => ({ id, status: 'missing' as const }))];
}

function notCovered(
  gathered: Gathered,
  lists: Report['lists'],
  screening: RecordScreening | undefined,
): string[] {
  const sentences = [
    'products of which no file given here says anything',
    'engines built into a product whose bill of materials is missing or silent about them',
    ...unscreenedSentences(lists),
    ...(screening?.problems() ?? []),
  ];
  const skipped = gathered.coverage.filter(({ status }) => status === 'skipped').length;
  if (skipped > 0) sentences.push(`${skipped} files of other formats, listed as skipped`);
  return sentences;
}

/** Lists in which nobody was looked up. */
function unscreenedSentences(lists: Report['lists']): string[] {
  const unread = lists.filter(({ status }) => status === 'missing' || status === 'unreadable');
  if (unread.length === 0) return [];
  return [
    `official lists (${unread.map(({ id }) => id).join(', ')}): suppliers and orders were ` +
      'compared only with the parties that the rules themselves name; run `interdict lists update`',
  ];
}

/** Names of the rules that stand in findings, so that a report can be read by itself. */
function rulesIn(findings: readonly Finding[], { compiled }: Edition): Report['rules'] {
  const ids = new Set(findings.flatMap(({ verdicts }) => verdicts.map(({ rule }) => rule)));
  return compiled.rules
    .map(({ rule }) => rule)
    .filter(({ id }) => ids.has(id))
    .map(({ id, title, issuer }) => ({ id, title, issuer }));
}

function partiesIn(findings: readonly Finding[], { compiled }: Edition): Report['parties'] {
  const ids = new Set(findings.map(({ identified }) => identified?.party));
  return [...ids]
    .map((id) => (id === undefined ? undefined : compiled.rulebook.directory.byId(id)))
    .filter((party) => party !== undefined)
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What must be gone of each product that is or was on a host, by name. */
function checklistsOf(findings: readonly Finding[], catalog: Catalog): Report['checklists'] {
  const ids = new Set(
    findings.flatMap(({ identified, subject }) =>
      identified?.product === undefined ||
      identified.level === 'lead' ||
      identified.embeddedIn !== undefined ||
      subject.host === undefined
        ? []
        : [identified.product],
    ),
  );
  return [...ids]
    .flatMap((id) => checklistOf(catalog, id) ?? [])
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Most severe first, then by name, host and id, so that the same input gives the same bytes. */
function bySeverity(a: Finding, b: Finding): number {
  if (a.verdict !== b.verdict) return moreSevere(a.verdict, b.verdict) === a.verdict ? -1 : 1;
  const keyOf = ({ subject, id }: Finding): string =>
    [subject.name, subject.host ?? '', subject.source.file, id].join('\u0000');
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

/** Everything that stands in files, identified, before any rule is asked about it. */
export interface Gathered {
  readonly subjects: readonly Identified[];
  readonly parties: readonly PartyRecord[];
  readonly transactions: readonly TransactionRecord[];
  readonly coverage: readonly Coverage[];
  readonly hosts: HostBook;
  readonly records: number;
}

function* inputsBelow(paths: readonly string[]): Generator<CheckInput> {
  for (const file of listFiles(paths)) yield { ...file, open: () => openFile(file.path) };
}

/** Reads everything below the paths and identifies it by a catalog. */
export function gatherPaths(
  paths: readonly string[],
  catalog: Edition['catalog'],
  onProgress?: CheckOptions['onProgress'],
): Gathered {
  return gatherInputs(inputsBelow(paths), catalog, { onProgress });
}

function gatherInputs(
  inputs: Iterable<CheckInput>,
  catalog: Edition['catalog'],
  options: ReadOptions,
): Gathered {
  const intake = new Intake(options);
  const subjects = identify(catalog, intake.read(inputs));
  const { parties, transactions, coverage, hosts, records } = intake;
  return { subjects, parties, transactions, coverage, hosts, records };
}

function judgeOf({ edition, profile, asOf }: JudgeOptions): Judge {
  return { compiled: edition.compiled, profile, asOf, names: namesOf(edition) };
}

/** What the rules of an edition say of everything that was gathered, the most severe first. */
export function judgeGathered(
  gathered: Gathered,
  options: JudgeOptions,
  screening?: RecordScreening,
): readonly Finding[] {
  const { catalog } = options.edition;
  const judge = judgeOf(options);
  const findings = judgeSubjects(gathered.subjects, judge);
  for (const record of gathered.transactions) {
    const { item } = record.transaction;
    const resolved = item === undefined ? undefined : resolveItem(catalog, item);
    const screened = screening?.transaction(record.transaction);
    const finding = judgeTransaction(record, resolved, judge, screened);
    if (finding !== undefined) findings.push(finding);
  }
  for (const record of gathered.parties) {
    const finding = judgeParty(record, judge, screening?.party(record));
    if (finding !== undefined) findings.push(finding);
  }
  return findings.sort(bySeverity);
}

/** Reads everything below the paths and answers with one report. */
export function checkPaths(paths: readonly string[], options: CheckOptions): Report {
  return checkInputs(inputsBelow(paths), options);
}

/** Reads all inputs and answers with one report. */
export function checkInputs(inputs: Iterable<CheckInput>, options: CheckOptions): Report {
  const { edition, profile, asOf } = options;
  const { compiled, catalog } = edition;
  const gathered = gatherInputs(inputs, catalog, options);
  const screening =
    options.screenings === undefined ? undefined : new RecordScreening(options.screenings, asOf);
  const findings = judgeGathered(gathered, options, screening);
  const lists = listsFor(gathered, edition, screening);
  const { coverage, records, hosts } = gathered;
  const { overlays } = compiled.rulebook;
  const overdue = overdueOf(compiled.rules, asOf);
  return {
    schema: 'interdict.report/1',
    asOf: asOf.text,
    rulebook: {
      edition: compiled.rulebook.edition,
      digest: compiled.rulebook.digest,
      rules: compiled.rules.length,
      ...(overlays === undefined ? {} : { overlays }),
      ...(overdue.length === 0 ? {} : { overdue }),
    },
    catalog: {
      digest: edition.catalogDigest,
      signs: catalog.signs.size,
      products: catalog.products.size,
    },
    lists,
    rules: rulesIn(findings, edition),
    parties: partiesIn(findings, edition),
    profile,
    coverage,
    findings,
    toDo: toDoOf(findings),
    hosts: hostsOf(findings, hosts, judgeOf(options)),
    checklists: checklistsOf(findings, catalog),
    summary: {
      status: statusOf(findings, coverage, lists),
      ...countsOf(findings),
      files: coverage.length,
      filesIncomplete: coverage.filter((one) => isIncomplete([one])).length,
      records,
      findings: findings.length,
      notCovered: notCovered(gathered, lists, screening),
    },
  };
}
