import { canonicalJson, checkSchema } from '../document/index.ts';
import { JournalRecordSchema, type JournalRecord } from '../model/index.ts';
import { digestOfRecord, JOURNAL_START, type JournalHead, type TextDigest } from './chain.ts';

/** How a line of a journal can fail to be what was written. */
export type JournalProblemCode =
  | 'not-a-record'
  | 'not-as-written'
  | 'changed'
  | 'out-of-order'
  | 'broken-chain';

/** The first line at which a journal is not what was written. */
export interface JournalProblem {
  readonly code: JournalProblemCode;
  /** Number the record has, or should have. */
  readonly seq: number;
  readonly message: string;
}

export type LineResult =
  | { readonly ok: true; readonly record: JournalRecord }
  | { readonly ok: false; readonly problem: JournalProblem };

/** Follows a journal from its first line; keeps only where it stands, whatever its length. */
export class JournalCheck {
  #head: JournalHead;
  readonly #digest: TextDigest | undefined;

  /** Starts at the beginning, or after a record that is known to be good. */
  constructor(head: JournalHead = JOURNAL_START, digest?: TextDigest) {
    this.#head = head;
    this.#digest = digest;
  }

  /** The last record found good. */
  get head(): JournalHead {
    return this.#head;
  }

  /** Takes the next line, without its line feed. After a problem nothing more can be said. */
  take(line: string): LineResult {
    const seq = this.#head.seq + 1;
    const read = readRecord(line);
    if (typeof read === 'string') return failed('not-a-record', seq, read);
    const { digest } = read;
    if (read.seq !== seq) {
      const message = `record ${read.seq} stands where record ${seq} belongs`;
      return failed('out-of-order', seq, message);
    }
    const canonical = canonicalJson(read);
    if (digestOfRecord(withoutDigest(canonical, digest), this.#digest) !== digest) {
      return failed('changed', seq, `record ${seq} does not have the digest it was written with`);
    }
    if (read.prev !== this.#head.digest) {
      const message = `record ${seq} does not follow the record before it, which was replaced`;
      return failed('broken-chain', seq, message);
    }
    if (canonical !== line) {
      return failed('not-as-written', seq, `record ${seq} says the same, but was written anew`);
    }
    this.#head = { seq, digest };
    return { ok: true, record: read };
  }
}

/**
 * Canonical JSON of a record without its digest. INVARIANT: after `digest` only `kind`, `prev` and
 * `seq` follow in order, none of which can hold such a text; the body stands before.
 */
function withoutDigest(canonical: string, digest: string): string {
  const own = `"digest":"${digest}",`;
  const at = canonical.lastIndexOf(own);
  return canonical.slice(0, at) + canonical.slice(at + own.length);
}

function failed(code: JournalProblemCode, seq: number, message: string): LineResult {
  return { ok: false, problem: { code, seq, message } };
}

/** A record, or why a line is none. */
function readRecord(line: string): JournalRecord | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'the line is not JSON';
  }
  const [problem] = checkSchema(JournalRecordSchema, value);
  return problem === undefined ? (value as JournalRecord) : problem.message;
}
