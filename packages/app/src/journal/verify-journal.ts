import { createHash } from 'node:crypto';
import {
  JOURNAL_START,
  JournalCheck,
  readCheckpoint,
  type JournalHead,
  type JournalRecord,
} from '@interdict/core';
import { isSigned } from './signer.ts';
import { listSegments, readSegment, type Segment, type SegmentLine } from './segment.ts';

/** The first place at which a journal is not what was written. */
interface JournalDamage {
  readonly code: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** A signed record, and whether its signature holds. */
interface SeenCheckpoint {
  readonly seq: number;
  readonly publicKey: string;
  readonly holds: boolean;
}

export interface JournalVerdict {
  /** The last good record. */
  readonly head: JournalHead;
  readonly segments: number;
  readonly checkpoints: readonly SeenCheckpoint[];
  /** Records after the last checkpoint that holds; nobody vouches for them but the chain. */
  readonly unsigned: number;
  /** Bytes of an unfinished record at the very end: a write that was never acknowledged. */
  readonly tornBytes: number;
  readonly damage?: JournalDamage;
}

function damageAt(code: string, path: string, line: number, message: string): JournalDamage {
  return { code, path, line, message };
}

/** What a line gave: a good record, damage, or both when only its signature is false. */
interface Taken {
  readonly record?: JournalRecord;
  readonly damage?: JournalDamage;
}

/** Reading state of one verification. */
class Verification {
  readonly check = new JournalCheck(JOURNAL_START, (text) =>
    createHash('sha256').update(text).digest('hex'),
  );
  readonly checkpoints: SeenCheckpoint[] = [];
  signedThrough = 0;
  tornBytes = 0;

  takeLine({ path }: Segment, line: SegmentLine, isLast: boolean): Taken {
    if (line.isTooLong) {
      const message = 'the line is longer than any record';
      return { damage: damageAt('not-a-record', path, line.line, message) };
    }
    if (!line.isWhole && isLast) {
      this.tornBytes = Buffer.byteLength(line.text);
      return {};
    }
    if (!line.isWhole) {
      const message = 'the segment ends in the middle of a record';
      return { damage: damageAt('cut-off', path, line.line, message) };
    }
    const taken = this.check.take(line.text);
    if (!taken.ok) {
      const { code, message } = taken.problem;
      return { damage: damageAt(code, path, line.line, message) };
    }
    const { record } = taken;
    const damage = this.#takeCheckpoint(record, path, line.line);
    return damage === undefined ? { record } : { record, damage };
  }

  #takeCheckpoint(record: JournalRecord, path: string, line: number): JournalDamage | undefined {
    if (record.kind !== 'checkpoint') return undefined;
    const checkpoint = readCheckpoint(record);
    const holds = checkpoint !== undefined && isSigned(checkpoint);
    const publicKey = checkpoint?.publicKey ?? '';
    this.checkpoints.push({ seq: record.seq, publicKey, holds });
    if (holds) this.signedThrough = record.seq;
    return holds
      ? undefined
      : damageAt('false-signature', path, line, `the signature of record ${record.seq} is false`);
  }

  verdict(segments: number, damage?: JournalDamage): JournalVerdict {
    const { check, checkpoints, signedThrough, tornBytes } = this;
    return {
      head: check.head,
      segments,
      checkpoints,
      unsigned: check.head.seq - signedThrough,
      tornBytes,
      ...(damage === undefined ? {} : { damage }),
    };
  }
}

/**
 * Reads a journal from its first record, yields every record found good, and returns what is to
 * be said of the whole. Throws what the system throws when the folder cannot be read.
 */
export function* followJournal(folder: string): Generator<JournalRecord, JournalVerdict> {
  const segments = listSegments(folder);
  const state = new Verification();
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    const expected = state.check.head.seq + 1;
    if (segment.first !== expected) {
      const message = `the segment begins with record ${segment.first}, not with ${expected}`;
      const damage = damageAt('out-of-order', segment.path, 1, message);
      return state.verdict(segments.length, damage);
    }
    for (const line of readSegment(segment.path)) {
      const { record, damage } = state.takeLine(segment, line, isLast);
      if (record !== undefined) yield record;
      if (damage !== undefined) return state.verdict(segments.length, damage);
    }
  }
  return state.verdict(segments.length);
}

/**
 * Verifies a journal. `onRecord` is called with every record found good, so that one reading
 * also serves whoever wants to know what stands in it.
 */
export function verifyJournal(
  folder: string,
  onRecord: (record: JournalRecord) => void = () => undefined,
): JournalVerdict {
  const records = followJournal(folder);
  for (;;) {
    const next = records.next();
    if (next.done === true) return next.value;
    onRecord(next.value);
  }
}
