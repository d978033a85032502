import { LIMITS } from '../../../limits.ts';
import type { ByteSource, FileHead } from '../../reader.ts';
import { decodeBytes } from '../decode-text.ts';
import { lostProblem, noteProblem, type ReadProblem } from '../problem.ts';
import { ByteCursor } from './byte-cursor.ts';
import type { Container, Member } from './container.ts';
import { LinkCheck, memberName, quoted } from './member-name.ts';
import {
  isZeroBlock,
  readPaxRecords,
  readTarHeader,
  TAR_BLOCK_BYTES,
  type TarHeader,
} from './tar-header.ts';

/** Archives of tar, in the ustar, pax and GNU forms, read in order. */
export const tar: Container = { format: 'tar', recognize, members };

function recognize(head: FileHead): boolean {
  const block = head.bytes.subarray(0, TAR_BLOCK_BYTES);
  return !isZeroBlock(block) && readTarHeader(block) !== undefined;
}

function members(source: ByteSource): Iterable<Member | ReadProblem> {
  return new TarReading(source).items();
}

/** What extended headers say of the member behind them. */
interface Extension {
  name?: string;
  linkName?: string;
  sizeBytes?: number;
}

class TarReading {
  readonly #cursor: ByteCursor;
  readonly #links = new LinkCheck();
  #extension: Extension = {};
  #count = 0;
  #special = 0;

  constructor(source: ByteSource) {
    this.#cursor = new ByteCursor(source);
  }

  *items(): Generator<Member | ReadProblem> {
    try {
      for (;;) {
        const at = this.#cursor.offset;
        const block = this.#cursor.read(TAR_BLOCK_BYTES);
        if (isZeroBlock(block)) break;
        const header = readTarHeader(block);
        if (header === undefined) {
          yield block.length < TAR_BLOCK_BYTES ? cut(at) : damaged('a header', at);
          break;
        }
        this.#count += 1;
        if (this.#count > LIMITS.membersMax) {
          const message = `the archive has more than ${LIMITS.membersMax} members`;
          yield lostProblem('member-limit', message, `byte:${at}`);
          break;
        }
        const isGoing = yield* this.#entry(header, at);
        if (!isGoing) break;
      }
      yield* this.#remarks();
    } finally {
      this.#cursor.close();
    }
  }

  /** False when the archive cannot be read on. */
  *#entry(header: TarHeader, at: number): Generator<Member | ReadProblem, boolean> {
    const { type } = header;
    if (type === 'x' || type === 'L' || type === 'K') return yield* this.#extend(header, at);
    const extension = this.#extension;
    this.#extension = {};
    const sizeBytes = extension.sizeBytes ?? header.sizeBytes;
    const end = this.#cursor.offset + padded(sizeBytes);
    if (type === 'g') return yield* this.#skipTo(end, at);
    const name = memberName(extension.name ?? header.name);
    if (typeof name !== 'string') yield name;
    else yield* this.#member({ name, type, sizeBytes }, extension.linkName ?? header.linkName);
    return yield* this.#skipTo(end, at);
  }

  *#member(
    { name, type, sizeBytes }: Omit<TarHeader, 'linkName'>,
    linkName: string,
  ): Generator<Member | ReadProblem> {
    const cursor = this.#cursor;
    switch (type) {
      case '0': {
        this.#links.addMember(name);
        yield { kind: 'member', name, open: () => ({ chunks: () => cursor.take(sizeBytes) }) };
        return;
      }
      case '1':
        // A hard link names a member from the root of the archive.
        this.#links.addLink(name, `/${linkName}`);
        return;
      case '2':
        this.#links.addLink(name, linkName);
        return;
      case '5':
        this.#links.addMember(name);
        return;
      case '3':
      case '4':
      case '6':
        this.#special += 1;
        return;
      default: {
        const message = `the member ${quoted(name)} has the type ${quoted(type)}: not read`;
        yield lostProblem('member-refused', message);
      }
    }
  }

  *#extend(header: TarHeader, at: number): Generator<ReadProblem, boolean> {
    const { sizeBytes, type } = header;
    if (sizeBytes > LIMITS.textLengthMax) {
      yield damaged('an extended header', at);
      return false;
    }
    const end = this.#cursor.offset + padded(sizeBytes);
    const bytes = this.#cursor.read(sizeBytes);
    if (type === 'x') {
      const records = readPaxRecords(bytes);
      if (records === undefined) yield damaged('an extended header', at);
      else this.#extendBy(records);
    } else {
      const nul = bytes.indexOf(0);
      const { text } = decodeBytes(nul === -1 ? bytes : bytes.subarray(0, nul), 'utf-8');
      if (type === 'L') this.#extension.name = text;
      else this.#extension.linkName = text;
    }
    return yield* this.#skipTo(end, at);
  }

  #extendBy(records: ReadonlyMap<string, string>): void {
    const name = records.get('path');
    const linkName = records.get('linkpath');
    const size = Number(records.get('size') ?? Number.NaN);
    if (name !== undefined) this.#extension.name = name;
    if (linkName !== undefined) this.#extension.linkName = linkName;
    if (Number.isSafeInteger(size) && size >= 0) this.#extension.sizeBytes = size;
  }

  /** Goes on to where the next header stands, over what a reader left. */
  *#skipTo(end: number, at: number): Generator<ReadProblem, boolean> {
    const left = end - this.#cursor.offset;
    if (left <= 0 || this.#cursor.skip(left) === left) return true;
    yield cut(at);
    return false;
  }

  *#remarks(): Generator<ReadProblem> {
    yield* this.#links.problems();
    if (this.#special === 0) return;
    const message = `${this.#special} devices and pipes hold nothing to read`;
    yield noteProblem('not-inventory', message);
  }
}

function padded(sizeBytes: number): number {
  return Math.ceil(sizeBytes / TAR_BLOCK_BYTES) * TAR_BLOCK_BYTES;
}

function cut(at: number): ReadProblem {
  const message = 'the archive ends in the middle; get the file again';
  return lostProblem('truncated', message, `byte:${at}`);
}

function damaged(what: string, at: number): ReadProblem {
  const message = `${what} of the archive is damaged; what stands behind it was not read`;
  return lostProblem('archive-damaged', message, `byte:${at}`);
}
