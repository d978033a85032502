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

/** Reading state of one verification. */
class Verification {
  readonly check = new JournalCheck(JOURNAL_START, (text) =>
    createHash('sha256').update(text).digest('hex'),
  );
  readonly checkpoints: SeenCheckpoint[] = [];
  signedThrough = 0;
  tornBytes = 0;
  readonly #onRecord: (record: JournalRecord) => void;

  constructor(onRecord: (record: JournalRecord) => void) {
    this.#onRecord = onRecord;
  }

  takeLine({ path }: Segment, line: SegmentLine, isLast: boolean): JournalDamage | undefined {
    if (line.isTooLong) {
      return damageAt('not-a-record', path, line.line, 'the line is longer than any record');
    }
    if (!line.isWhole && isLast) {
      this.tornBytes = Buffer.byteLength(line.text);
      return undefined;
    }
    if (!line.isWhole) {
      return damageAt('cut-off', path, line.line, 'the segment ends in the middle of a record');
    }
    const taken = this.check.take(line.text);
    if (!taken.ok) {
      return damageAt(taken.problem.code, path, line.line, taken.problem.message);
    }
    this.#onRecord(taken.record);
    return this.#takeCheckpoint(taken.record, path, line.line);
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
}

/**
 * Reads a journal from its first record. `onRecord` is called with every record found good, so
 * that one reading also serves whoever wants to know what stands in it.
 * Throws what the system throws when the folder cannot be read.
 */
export function verifyJournal(
  folder: string,
  onRecord: (record: JournalRecord) => void = () => undefined,
): JournalVerdict {
  const segments = listSegments(folder);
  const state = new Verification(onRecord);
  let damage: JournalDamage | undefined;
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    const expected = state.check.head.seq + 1;
    if (segment.first !== expected) {
      const message = `the segment begins with record ${segment.first}, not with ${expected}`;
      damage = damageAt('out-of-order', segment.path, 1, message);
      break;
    }
    for (const line of readSegment(segment.path)) {
      damage = state.takeLine(segment, line, isLast);
      if (damage !== undefined) break;
    }
    if (damage !== undefined) break;
  }
  const { check, checkpoints, signedThrough, tornBytes } = state;
  return {
    head: check.head,
    segments: segments.length,
    checkpoints,
    unsigned: check.head.seq - signedThrough,
    tornBytes,
    ...(damage === undefined ? {} : { damage }),
  };
}
