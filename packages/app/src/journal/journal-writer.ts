import { mkdirSync } from 'node:fs';
import {
  assert,
  chainEntry,
  JOURNAL_START,
  JournalCheck,
  type InstantText,
  type JournalEntry,
  type JournalHead,
  type JournalRecord,
} from '@interdict/core';
import { messageOf } from '../files/index.ts';
import { APP_LIMITS } from '../limits.ts';
import { InterdictError } from '../problems.ts';
import { DISK, type JournalDisk, type OpenSegment } from './journal-disk.ts';
import { lockJournal, type Release } from './lock.ts';
import { listSegments, readSegment, segmentPath, type Segment } from './segment.ts';
import type { Signer } from './signer.ts';

export interface JournalOptions {
  /** The time, as the records carry it. */
  readonly now: () => InstantText;
  /** Who is named in records the writer makes itself. */
  readonly by: string;
  /** Bytes after which a new segment is begun. */
  readonly segmentBytesMax?: number;
  readonly disk?: JournalDisk;
}

interface Waiting {
  readonly entry: JournalEntry;
  readonly resolve: (record: JournalRecord) => void;
  readonly reject: (reason: unknown) => void;
}

/** What stands at the end of a journal when it is opened. */
interface Tail {
  readonly head: JournalHead;
  /** Bytes of the last segment that are whole, good records. */
  readonly bytes: number;
  readonly torn: string | undefined;
}

/**
 * Puts entries on record. An entry is acknowledged when its record is on the disk; entries that
 * come while the disk is busy are written together. After a failure nothing more is taken, since
 * nobody can say what the disk holds: the journal has to be opened anew.
 */
export class JournalWriter {
  readonly #folder: string;
  readonly #options: Required<JournalOptions>;
  readonly #release: Release;
  #head: JournalHead = JOURNAL_START;
  #segment: OpenSegment | undefined;
  #waiting: Waiting[] = [];
  #isFlushing = false;
  #failure: InterdictError | undefined;

  private constructor(folder: string, options: Required<JournalOptions>, release: Release) {
    this.#folder = folder;
    this.#options = options;
    this.#release = release;
  }

  /** Opens or begins the journal in a folder, and locks it. */
  static open(folder: string, options: JournalOptions): JournalWriter {
    const full = { segmentBytesMax: APP_LIMITS.journalSegmentBytesMax, disk: DISK, ...options };
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    } catch (cause) {
      const message = `cannot make the folder of the journal: ${messageOf(cause)}`;
      throw new InterdictError('journal-failed', message, { cause });
    }
    const writer = new JournalWriter(folder, full, lockJournal(folder, options.now()));
    try {
      writer.#recover();
      return writer;
    } catch (error) {
      writer.close();
      throw error;
    }
  }

  /** The last record written. */
  get head(): JournalHead {
    return this.#head;
  }

  /** Puts entries on record now, and returns when they are on the disk. */
  appendNow(entries: readonly JournalEntry[]): readonly JournalRecord[] {
    if (this.#failure !== undefined) throw this.#failure;
    assert(!this.#isFlushing, 'entries that wait are written first, or the chain would fork');
    const { records, bytes } = this.#chain(entries);
    try {
      const segment = this.#segmentFor(bytes.length);
      segment.write(bytes);
      segment.sync();
    } catch (cause) {
      throw this.#fail(cause);
    }
    this.#head = records.at(-1) ?? this.#head;
    return records;
  }

  /** Puts an entry on record; resolves when it is on the disk. */
  append(entry: JournalEntry): Promise<JournalRecord> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) {
        reject(this.#failure);
        return;
      }
      this.#waiting.push({ entry, resolve, reject });
      if (!this.#isFlushing) {
        this.#isFlushing = true;
        setImmediate(() => void this.#flush());
      }
    });
  }

  /** Signs everything up to now, and puts the signature on record. */
  checkpoint(signer: Signer): JournalRecord {
    const { now, by } = this.#options;
    const signature = signer.sign(this.#head);
    const body = { publicKey: signer.publicKey, signature };
    const [record] = this.appendNow([{ at: now(), kind: 'checkpoint', by, body }]);
    assert(record !== undefined, 'one entry gives one record');
    return record;
  }

  /** Closes the journal. Entries that still wait must be waited for before. */
  close(): void {
    this.#segment?.close();
    this.#segment = undefined;
    this.#failure ??= new InterdictError('journal-failed', 'the journal was closed');
    this.#release();
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0 && this.#failure === undefined) {
      const batch = this.#waiting.splice(0, APP_LIMITS.journalBatchMax);
      try {
        const { records, bytes } = this.#chain(batch.map(({ entry }) => entry));
        const segment = this.#segmentFor(bytes.length);
        await segment.writeAndSync(bytes);
        this.#head = records.at(-1) ?? this.#head;
        for (const [index, { resolve }] of batch.entries()) {
          const record = records[index];
          if (record !== undefined) resolve(record);
        }
      } catch (cause) {
        const failure = this.#fail(cause);
        for (const { reject } of [...batch, ...this.#waiting.splice(0)]) reject(failure);
      }
    }
    this.#isFlushing = false;
  }

  #chain(entries: readonly JournalEntry[]): {
    readonly records: readonly JournalRecord[];
    readonly bytes: Buffer;
  } {
    const records: JournalRecord[] = [];
    const lines: string[] = [];
    let head = this.#head;
    for (const entry of entries) {
      const { record, line } = chainEntry(head, entry);
      if (Buffer.byteLength(line) > APP_LIMITS.journalLineBytesMax) {
        const message = `an entry of ${Buffer.byteLength(line)} bytes is too long for the journal`;
        throw new InterdictError('journal-failed', message);
      }
      records.push(record);
      lines.push(line);
      head = record;
    }
    return { records, bytes: Buffer.from(lines.join('')) };
  }

  /** The segment to write to; a new one when the present one is full. */
  #segmentFor(bytes: number): OpenSegment {
    const { disk, segmentBytesMax } = this.#options;
    const now = this.#segment;
    if (now !== undefined && (now.length === 0 || now.length + bytes <= segmentBytesMax)) {
      return now;
    }
    now?.close();
    this.#segment = disk.create(segmentPath(this.#folder, this.#head.seq + 1));
    return this.#segment;
  }

  #fail(cause: unknown): InterdictError {
    if (cause instanceof InterdictError) return cause;
    // What was not acknowledged should not be found later; if even this fails, opening does it.
    try {
      this.#segment?.takeBack();
    } catch {
      // The failure that is reported is the first one.
    }
    const message = `the journal could not be written, and takes nothing more: ${messageOf(cause)}`;
    this.#failure = new InterdictError('journal-failed', message, { cause });
    return this.#failure;
  }

  /** Finds the end of the journal; an unfinished record there was never acknowledged. */
  #recover(): void {
    const last = listSegments(this.#folder).at(-1);
    if (last === undefined) return;
    const { head, bytes, torn } = readTail(last);
    this.#head = head;
    const { disk, now, by } = this.#options;
    this.#segment = disk.reopen(last.path, bytes);
    if (torn === undefined) return;
    const body = { unfinished: torn.slice(0, APP_LIMITS.journalTornKept), length: torn.length };
    this.appendNow([{ at: now(), kind: 'recovery', by, body }]);
  }
}

/** Reads the last segment; earlier ones are read by `verifyJournal`. */
function readTail(segment: Segment): Tail {
  let check: JournalCheck | undefined;
  let head: JournalHead = JOURNAL_START;
  let bytes = 0;
  for (const line of readSegment(segment.path)) {
    if (!line.isWhole && !line.isTooLong) return { head, bytes, torn: line.text };
    check ??= new JournalCheck(headBefore(segment, line.text));
    const taken = check.take(line.text);
    if (!taken.ok || line.isTooLong) {
      const message = taken.ok ? 'the line is longer than any record' : taken.problem.message;
      throw damaged(segment, line.line, message);
    }
    head = check.head;
    bytes = line.end;
  }
  if (check === undefined && segment.first > 1) {
    throw damaged(segment, 1, 'the segment is empty, and what it follows cannot be told');
  }
  return { head, bytes, torn: undefined };
}

function headBefore(segment: Segment, line: string): JournalHead {
  try {
    const { prev } = JSON.parse(line) as { readonly prev?: unknown };
    if (typeof prev === 'string') return { seq: segment.first - 1, digest: prev };
  } catch {
    // The check says what is wrong with the line.
  }
  return JOURNAL_START;
}

function damaged({ path }: Segment, line: number, message: string): InterdictError {
  const advice = 'nothing is written to a damaged journal: see `interdict audit verify`';
  return new InterdictError('journal-damaged', `${path}:${line}: ${message}; ${advice}`);
}
