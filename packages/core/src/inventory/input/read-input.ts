import { LIMITS } from '../../limits.ts';
import type { Coverage, CoverageStatus, InventoryRecord } from '../../model/index.ts';
import type { ByteSource, FileHead, ReadContext, Reader } from '../reader.ts';
import { guardSource, peekSource, type PeekedSource } from './byte-source.ts';
import {
  CONTAINERS,
  Expansion,
  quoted,
  type Container,
  type ExpansionLimits,
  type Member,
} from './container/index.ts';
import { makeHead } from './file-head.ts';
import { gunzipSource, isGzip } from './gunzip.ts';
import { isProblem, lostProblem, noteProblem, type ReadProblem } from './problem.ts';
import type { ReportProblem } from './problem.ts';
import { ProblemLog } from './problem-log.ts';
import { verdictOn, type Verdict } from './verdict.ts';

/** Gzip inside gzip is opened so many times; more is no accident. */
const GZIP_LAYERS_MAX = 2;

/** A reader less sure than this gives way to a container. */
const SURE = 0.5;

/** What a text has none of; without them a damaged file may still show its format. */
// oxlint-disable-next-line no-control-regex -- control characters are what is taken away
const CONTROL = /[\u0000-\u0008\u000e-\u001f]/g;

const CONTROLS_FREE = 4;

/** Names of members left aside that a message lists. */
const NAMES_SHOWN_MAX = 5;

/**
 * One input file on its way through: its format is known at once, its records come when they
 * are asked for, and what became of it is known at the end.
 */
export interface InputReading {
  /** Format as recognized; null when no reader knows the file. */
  readonly format: string | null;
  /** The records of the file and of what lies in it, once. */
  records(): Iterable<InventoryRecord>;
  /** What became of the file. Before the records have come to their end it is incomplete. */
  coverage(): Coverage;
  /**
   * What became of the files inside it, at every depth. Those of formats that are not read stand
   * in a note of their archive.
   */
  members(): readonly Coverage[];
}

/** What was found out about a file before any record is read. */
interface Opened {
  readonly source: PeekedSource;
  readonly reader?: Reader;
  readonly container?: Container;
  /** Why the file is not read further, and whether it was knowingly left aside. */
  readonly verdict?: Verdict;
}

/** What a file shares with the files inside it. */
interface Surroundings {
  readonly readers: readonly Reader[];
  readonly expansion: Expansion;
  /** How many containers it lies in. */
  readonly depth: number;
}

/**
 * Recognizes a file by its content and reads it with the reader that is surest of it.
 *
 * Decompression, archives, limits, damage and unknown formats are dealt with here, so that a
 * reader sees plain bytes of its own format and no more. Nothing the file can hold makes this
 * throw.
 */
export function readInput(
  readers: readonly Reader[],
  source: ByteSource,
  context: ReadContext,
  limits: ExpansionLimits = LIMITS,
): InputReading {
  return open(() => source, context, { readers, expansion: new Expansion(limits), depth: 0 });
}

function open(
  sourceOf: (report: ReportProblem) => ByteSource,
  context: ReadContext,
  around: Surroundings,
): Reading {
  const log = new ProblemLog();
  const report: ReportProblem = (problem) => log.add(problem);
  const opened = openInput(guardSource(sourceOf(report), report), report, around);
  return new Reading(opened, context, { ...around, log });
}

class Reading implements InputReading {
  readonly format: string | null;
  readonly #opened: Opened;
  readonly #context: ReadContext;
  readonly #around: Surroundings;
  readonly #log: ProblemLog;
  readonly #members: Coverage[] = [];
  #records = 0;
  #isFinished: boolean;
  #isAnythingRead = false;

  constructor(
    opened: Opened,
    context: ReadContext,
    { log, ...around }: Surroundings & { readonly log: ProblemLog },
  ) {
    this.#opened = opened;
    this.#context = context;
    this.#around = around;
    this.#log = log;
    this.format = opened.reader?.format ?? opened.container?.format ?? null;
    this.#isFinished = opened.verdict !== undefined;
    if (opened.verdict === undefined) return;
    log.add(opened.verdict.problem);
    opened.source.close();
  }

  *records(): Generator<InventoryRecord> {
    const { reader, container, source, verdict } = this.#opened;
    if (verdict !== undefined) return;
    if (container !== undefined) yield* this.#readMembers(container, source);
    if (reader !== undefined) yield* this.#read(reader, source);
    this.#isFinished = true;
  }

  coverage(): Coverage {
    const problems = [...this.#log.list()];
    if (!this.#isFinished) {
      const message = 'reading was stopped before the end of the file';
      problems.push(lostProblem('not-finished', message).problem);
    }
    return {
      path: this.#context.file,
      format: this.format,
      status: this.#status(),
      records: this.#records,
      problems,
    };
  }

  members(): readonly Coverage[] {
    return this.#members;
  }

  *#read(reader: Reader, source: ByteSource): Generator<InventoryRecord> {
    for (const item of reader.read(source, this.#context)) {
      if (item.kind === 'problem') {
        this.#log.add(item);
      } else {
        this.#records += 1;
        this.#isAnythingRead = true;
        yield item.record;
      }
    }
  }

  *#readMembers(container: Container, source: ByteSource): Generator<InventoryRecord> {
    const skipped = new SkippedMembers();
    for (const item of container.members(source, this.#around.expansion)) {
      if (isProblem(item)) this.#log.add(item);
      else yield* this.#readMember(item, skipped);
    }
    for (const note of skipped.notes()) this.#log.add(note);
    if (skipped.count > 0 || this.#members.length > 0 || this.#log.isIncomplete) return;
    this.#log.add(lostProblem('empty', 'the archive holds nothing; make it again'));
  }

  *#readMember(member: Member, skipped: SkippedMembers): Generator<InventoryRecord> {
    const file = `${this.#context.file}!/${member.name}`;
    const around = { ...this.#around, depth: this.#around.depth + 1 };
    const reading = open((report) => member.open(report), contextOf(this.#context, file), around);
    yield* reading.records();
    const coverage = reading.coverage();
    // Packages are full of empty files that mark something; an archive says that they are whole.
    const isAside = coverage.status === 'skipped' || isEmptyFile(coverage);
    if (isAside) skipped.add(member.name);
    else this.#members.push(coverage);
    if (coverage.status === 'read' || coverage.status === 'partial') this.#isAnythingRead = true;
    for (const one of reading.members()) this.#members.push(one);
  }

  /** An archive of nothing but files that were left aside is left aside itself. */
  #statusOfWhole(): CoverageStatus {
    const isAside = !this.#isAnythingRead && this.#members.length === 0;
    return this.#opened.container !== undefined && isAside ? 'skipped' : 'read';
  }

  #status(): CoverageStatus {
    const { verdict } = this.#opened;
    // What was lost below counts more than the reason for leaving the file aside.
    if (verdict !== undefined) return this.#log.isIncomplete ? 'unreadable' : verdict.status;
    if (this.#isFinished && !this.#log.isIncomplete) return this.#statusOfWhole();
    return this.#isAnythingRead ? 'partial' : 'unreadable';
  }
}

function isEmptyFile({ format, problems: [first, second] }: Coverage): boolean {
  return format === null && first?.code === 'empty' && second === undefined;
}

function contextOf(context: ReadContext, file: string): ReadContext {
  const host = context.hostOf?.(file) ?? context.host;
  return host === undefined ? { ...context, file } : { ...context, file, host };
}

/** Members of formats that are not read: counted, the first of them named. */
class SkippedMembers {
  count = 0;
  readonly #names: string[] = [];

  add(name: string): void {
    this.count += 1;
    if (this.#names.length < NAMES_SHOWN_MAX) this.#names.push(quoted(name));
  }

  *notes(): Generator<ReadProblem> {
    if (this.count === 0) return;
    const more = this.count - this.#names.length;
    const names = more === 0 ? this.#names : [...this.#names, `${more} more`];
    const message = `${this.count} members of other formats were left aside: ${names.join(', ')}`;
    yield noteProblem('members-skipped', message);
  }
}

function openInput(source: ByteSource, report: ReportProblem, around: Surroundings): Opened {
  const { expansion, readers, depth } = around;
  let peeked = peekSource(source, LIMITS.sniffBytes);
  let layers = 0;
  while (isGzip(peeked.head)) {
    if (layers === GZIP_LAYERS_MAX) {
      const problem = lostProblem('gzip-nested', 'gzip inside gzip inside gzip is not opened');
      return { source: peeked, verdict: { status: 'unreadable', problem } };
    }
    layers += 1;
    const unpacked = gunzipSource(peeked, report, expansion.limits);
    peeked = peekSource(expansion.bound(unpacked, report), LIMITS.sniffBytes);
  }
  const head = makeHead(peeked.head, peeked.isWhole);
  const opened = choose(readers, head, peeked);
  if (opened.container !== undefined && depth >= LIMITS.containersNestedMax) {
    const message = `archives nested deeper than ${LIMITS.containersNestedMax} are not opened`;
    const problem = lostProblem('archive-nested', message);
    return { source: peeked, verdict: { status: 'unreadable', problem } };
  }
  if (opened.verdict?.status === 'skipped' && layers > 0) drain(peeked, expansion.limits);
  return opened;
}

function choose(readers: readonly Reader[], head: FileHead, source: PeekedSource): Opened {
  if (head.isWhole && head.text.trim() === '') {
    const problem = lostProblem('empty', 'the file is empty; make the inventory again');
    return { source, verdict: { status: 'unreadable', problem } };
  }
  const best = surest(readers, head);
  if (best !== undefined && best.score >= SURE) return { source, reader: best.reader };
  const container = CONTAINERS.find((one) => one.recognize(head));
  if (container !== undefined) return { source, container };
  if (best !== undefined) return { source, reader: best.reader };
  return { source, verdict: verdictOn(head, head.isBinary ? damagedFormat(readers, head) : null) };
}

/** The format a file would be taken for, were it not for bytes that are no text. */
function damagedFormat(readers: readonly Reader[], head: FileHead): string | null {
  const rest = head.text.replaceAll(CONTROL, '');
  // Of a program or a picture much is no text; a damaged text has a few such characters.
  const isText = head.text.length - rest.length <= CONTROLS_FREE + head.text.length / 100;
  const text = { ...head, isBinary: false, text: isText ? rest : head.text };
  const best = surest(readers, text);
  if (best !== undefined && best.score >= SURE) return best.reader.format;
  return CONTAINERS.find((one) => one.recognize(text))?.format ?? null;
}

interface Claim {
  readonly reader: Reader;
  readonly score: number;
}

/** The reader that is surest of the file; among equals the first of the list. */
function surest(readers: readonly Reader[], head: FileHead): Claim | undefined {
  let best: Claim | undefined;
  for (const reader of readers) {
    const score = reader.recognize(head);
    if (score > 0 && (best === undefined || score > best.score)) best = { reader, score };
  }
  return best;
}

/**
 * Goes on inflating a file that is left aside, until a bomb would have shown itself. Harmless
 * bytes may be left aside; a bomb is reported as one.
 */
function drain(source: PeekedSource, limits: ExpansionLimits): void {
  let size = 0;
  for (const chunk of source.chunks()) {
    size += chunk.length;
    if (size > limits.expandedFreeBytes) return;
  }
}
