import { Gunzip } from 'fflate';
import { LIMITS } from '../../limits.ts';
import type { ByteSource } from '../reader.ts';
import { updateCrc32 } from './crc32.ts';
import type { ExpansionLimits } from './container/index.ts';
import { lostProblem, type ReadProblem, type ReportProblem } from './problem.ts';

/**
 * Compressed bytes given to the inflater at a time. Deflate grows at most 1,032 fold, so one
 * slice makes at most 8 MB before the limits are looked at. Measured: smaller and larger slices
 * are both slower.
 */
const SLICE_BYTES = 8192;

/** RFC 1952 2.3.1: a member ends with its CRC-32 and its size, four bytes each. */
const TRAILER_BYTES = 8;

/** RFC 1952 2.2: the shortest member is a header of ten bytes and a trailer. */
const MEMBER_BYTES_MIN = 18;

/** RFC 1952 2.3.1: magic number and the one method there is. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08;
}

/**
 * The bytes inside a gzip file of one or several members. Damage and growth beyond the limits
 * are reported and end the bytes; what came before has been given out.
 */
export function gunzipSource(
  source: ByteSource,
  report: ReportProblem,
  limits: ExpansionLimits = LIMITS,
): ByteSource {
  return {
    *chunks() {
      const members = new MemberCheck();
      for (const slice of slicesOf(source)) {
        const made = members.inflate(slice, false);
        const tooMuch = excess(members, limits);
        if (tooMuch !== undefined) {
          report(tooMuch);
          return;
        }
        yield* made;
        if (members.problem !== undefined) {
          report(members.problem);
          return;
        }
      }
      yield* members.inflate(new Uint8Array(0), true);
      const problem = members.problem ?? members.lastTrailerProblem();
      if (problem !== undefined) report(problem);
    },
  };
}

function* slicesOf(source: ByteSource): Generator<Uint8Array> {
  for (const chunk of source.chunks()) {
    for (let at = 0; at < chunk.length; at += SLICE_BYTES) {
      yield chunk.subarray(at, at + SLICE_BYTES);
    }
  }
}

function excess(
  { consumed, produced }: { readonly consumed: number; readonly produced: number },
  limits: ExpansionLimits,
): ReadProblem | undefined {
  const isTooLarge = produced > limits.expandedBytesMax;
  const isBomb =
    produced > limits.expandedFreeBytes && produced > consumed * limits.expansionRatioMax;
  if (!isTooLarge && !isBomb) return undefined;
  const limit = isTooLarge
    ? `${limits.expandedBytesMax} bytes`
    : `${limits.expansionRatioMax}-fold`;
  const message =
    `stopped where ${consumed} compressed bytes had grown to ${produced}, ` +
    `which is more than ${limit}`;
  return lostProblem('expansion-limit', message, `byte:${produced}`);
}

/** Inflates the members of a gzip file and compares each with the checksum at its end. */
class MemberCheck {
  consumed = 0;
  produced = 0;
  problem: ReadProblem | undefined;
  readonly #inflater: Gunzip;
  #made: Uint8Array[] = [];
  #crc = 0;
  #size = 0;
  /** The slice before the present one and the present one: a trailer can lie across both. */
  #before: Uint8Array = new Uint8Array(0);
  #slice: Uint8Array = new Uint8Array(0);

  constructor() {
    this.#inflater = new Gunzip((made) => this.#take(made));
    this.#inflater.onmember = (start) => this.#endMember(start);
  }

  /** Bytes that come out of a slice; `problem` says when the slice is no gzip data. */
  inflate(slice: Uint8Array, isLast: boolean): readonly Uint8Array[] {
    this.#made = [];
    if (slice.length > 0) {
      this.#before = this.#slice;
      this.#slice = slice;
    }
    this.consumed += slice.length;
    try {
      this.#inflater.push(slice, isLast);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.problem ??= damaged(`the gzip data are damaged: ${reason}`, this.consumed);
    }
    return this.#made;
  }

  lastTrailerProblem(): ReadProblem | undefined {
    if (this.consumed < MEMBER_BYTES_MIN) {
      return damaged('the gzip data are cut', this.consumed);
    }
    this.#endMember(this.consumed);
    return this.problem;
  }

  #take(made: Uint8Array): void {
    if (made.length === 0) return;
    this.#made.push(made);
    this.produced += made.length;
    this.#size += made.length;
    this.#crc = updateCrc32(this.#crc, made);
  }

  #endMember(nextStart: number): void {
    const crc = this.#uint32At(nextStart - TRAILER_BYTES);
    const size = this.#uint32At(nextStart - TRAILER_BYTES / 2);
    const isHeld = crc !== undefined && size !== undefined;
    if (isHeld && (crc !== this.#crc || size !== this.#size >>> 0)) {
      this.problem ??= damaged('the gzip data do not have the checksum they name', nextStart);
    }
    this.#crc = 0;
    this.#size = 0;
  }

  /** Undefined when the bytes are no longer held: the header after them fills more than a slice. */
  #uint32At(offset: number): number | undefined {
    let value = 0;
    for (let at = 3; at >= 0; at -= 1) {
      const byte = this.#byteAt(offset + at);
      if (byte === undefined) return undefined;
      value = value * 256 + byte;
    }
    return value;
  }

  #byteAt(offset: number): number | undefined {
    const inSlice = offset - (this.consumed - this.#slice.length);
    return inSlice >= 0 ? this.#slice[inSlice] : this.#before[this.#before.length + inSlice];
  }
}

function damaged(message: string, offset: number): ReadProblem {
  return lostProblem('gzip-damaged', `${message}; get the file again`, `byte:${offset}`);
}
