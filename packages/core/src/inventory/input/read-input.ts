import { LIMITS } from '../../limits.ts';
import type { Coverage, CoverageStatus, InventoryRecord } from '../../model/index.ts';
import type { ByteSource, FileHead, ReadContext, Reader } from '../reader.ts';
import { guardSource, peekSource, type PeekedSource } from './byte-source.ts';
import { makeHead } from './file-head.ts';
import { gunzipSource, isGzip, type ExpansionLimits } from './gunzip.ts';
import { knownBytes } from './magic.ts';
import { lostProblem, noteProblem, type ReadProblem, type ReportProblem } from './problem.ts';
import { ProblemLog } from './problem-log.ts';
import { unreadInventory } from './unread-inventories.ts';

/** Gzip inside gzip is opened so many times; more is no accident. */
const GZIP_LAYERS_MAX = 2;

/** A reader this sure of a text with NUL bytes in it means a damaged file of its format. */
const SURE = 0.5;

/**
 * One input file on its way through: its format is known at once, its records come when they
 * are asked for, and what became of it is known at the end.
 */
export interface InputReading {
  /** Format as recognized; null when no reader knows the file. */
  readonly format: string | null;
  /** The records of the file, once. */
  records(): Iterable<InventoryRecord>;
  /** What became of the file. Before the records have come to their end it is incomplete. */
  coverage(): Coverage;
}

/** What was found out about a file before any record is read. */
interface Opened {
  readonly source: PeekedSource;
  readonly reader?: Reader;
  /** Why the file is not read further, and whether it was knowingly left aside. */
  readonly verdict?: { readonly status: 'skipped' | 'unreadable'; readonly problem: ReadProblem };
}

/**
 * Recognizes a file by its content and reads it with the reader that is surest of it.
 *
 * Decompression, limits, damage and unknown formats are dealt with here, so that a reader sees
 * plain bytes of its own format and no more. Nothing the file can hold makes this throw.
 */
export function readInput(
  readers: readonly Reader[],
  source: ByteSource,
  context: ReadContext,
  limits: ExpansionLimits = LIMITS,
): InputReading {
  const log = new ProblemLog();
  const report: ReportProblem = (problem) => log.add(problem);
  const opened = openInput(readers, guardSource(source, report), report, limits);
  return new Reading(opened, context, log);
}

class Reading implements InputReading {
  readonly format: string | null;
  readonly #opened: Opened;
  readonly #context: ReadContext;
  readonly #log: ProblemLog;
  #records = 0;
  #isFinished: boolean;

  constructor(opened: Opened, context: ReadContext, log: ProblemLog) {
    this.#opened = opened;
    this.#context = context;
    this.#log = log;
    this.format = opened.reader?.format ?? null;
    this.#isFinished = opened.verdict !== undefined;
    if (opened.verdict === undefined) return;
    log.add(opened.verdict.problem);
    opened.source.close();
  }

  *records(): Generator<InventoryRecord> {
    const { reader, source, verdict } = this.#opened;
    if (reader === undefined || verdict !== undefined) return;
    for (const item of reader.read(source, this.#context)) {
      if (item.kind === 'problem') {
        this.#log.add(item);
      } else {
        this.#records += 1;
        yield item.record;
      }
    }
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

  #status(): CoverageStatus {
    const { verdict } = this.#opened;
    // What was lost below counts more than the reason for leaving the file aside.
    if (verdict !== undefined) return this.#log.isIncomplete ? 'unreadable' : verdict.status;
    if (this.#isFinished && !this.#log.isIncomplete) return 'read';
    return this.#records > 0 ? 'partial' : 'unreadable';
  }
}

function openInput(
  readers: readonly Reader[],
  source: ByteSource,
  report: ReportProblem,
  limits: ExpansionLimits,
): Opened {
  let peeked = peekSource(source, LIMITS.sniffBytes);
  let layers = 0;
  while (isGzip(peeked.head)) {
    if (layers === GZIP_LAYERS_MAX) {
      const problem = lostProblem('gzip-nested', 'gzip inside gzip inside gzip is not opened');
      return { source: peeked, verdict: { status: 'unreadable', problem } };
    }
    layers += 1;
    peeked = peekSource(gunzipSource(peeked, report, limits), LIMITS.sniffBytes);
  }
  const head = makeHead(peeked.head, peeked.isWhole);
  const opened = chooseReader(readers, head, peeked);
  if (opened.verdict?.status === 'skipped' && layers > 0) drain(peeked, limits);
  return opened;
}

function chooseReader(readers: readonly Reader[], head: FileHead, source: PeekedSource): Opened {
  if (head.isWhole && head.text.trim() === '') {
    const problem = lostProblem('empty', 'the file is empty; make the inventory again');
    return { source, verdict: { status: 'unreadable', problem } };
  }
  const best = surest(readers, head);
  if (best !== undefined) return { source, reader: best.reader };
  if (head.isBinary) return { source, verdict: judgeBinary(readers, head) };
  const unread = unreadInventory(head.text);
  if (unread !== undefined) {
    const message = `the file is ${unread}, which is not read yet; export it as CycloneDX JSON`;
    const problem = lostProblem('format-unsupported', message);
    return { source, verdict: { status: 'unreadable', problem } };
  }
  const problem = noteProblem('format-unknown', 'no reader recognizes the text of the file');
  return { source, verdict: { status: 'skipped', problem } };
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

function judgeBinary(readers: readonly Reader[], head: FileHead): NonNullable<Opened['verdict']> {
  const known = knownBytes(head.bytes);
  if (known?.kind === 'compressed') {
    const message = `the file is compressed with ${known.name}; unpack it first`;
    return { status: 'unreadable', problem: lostProblem('compression-unsupported', message) };
  }
  if (known?.kind === 'archive') {
    const message = `the file is ${known.name}; give the files inside it`;
    return { status: 'unreadable', problem: lostProblem('archive-not-opened', message) };
  }
  const damaged = known === undefined ? surest(readers, { ...head, isBinary: false }) : undefined;
  if (damaged !== undefined && damaged.score >= SURE) {
    const message = `the file looks like ${damaged.reader.format} and holds NUL or control bytes`;
    return { status: 'unreadable', problem: lostProblem('binary', message) };
  }
  const message = `the file is ${known?.name ?? 'binary'}, not text`;
  return { status: 'skipped', problem: noteProblem('binary', message) };
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
