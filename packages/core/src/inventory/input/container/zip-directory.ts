import { LIMITS } from '../../../limits.ts';
import { decodeBytes } from '../decode-text.ts';

/** What the directory at the end of an archive says of one member. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  /** Where the header before the content begins. */
  readonly headerAt: number;
  /** Where the content begins. */
  readonly contentAt: number;
  readonly isLink: boolean;
}

export type ZipDirectory =
  | {
      readonly kind: 'directory';
      readonly entries: readonly ZipEntry[];
      /** Where a header stands that the directory does not name. */
      readonly unlistedAt: number | undefined;
    }
  | { readonly kind: 'fault'; readonly message: string; readonly at: number };

// APPNOTE.TXT 4.3.7, 4.3.12, 4.3.14 to 4.3.16: signatures and the sizes of what is fixed.
const END = { signature: 0x06054b50, bytes: 22 };
const END64 = { signature: 0x06064b50, bytes: 56 };
const LOCATOR64 = { signature: 0x07064b50, bytes: 20 };
const ENTRY = { signature: 0x02014b50, bytes: 46 };
const HEADER = { signature: 0x04034b50, bytes: 30 };
const COMMENT_BYTES_MAX = 0xffff;
/** 4.5.3: the extra field with the numbers that do not fit into four bytes. */
const EXTRA64_ID = 0x0001;
/** 4.4.4: bit 0 says that the content is encrypted, bit 11 that names are UTF-8. */
const ENCRYPTED = 0x0001;
const UTF8 = 0x0800;
/** Made on Unix: the mode of the file stands in the upper half of the external attributes. */
const MODE_TYPE = 0xf000;
const MODE_LINK = 0xa000;

/** Reads the directory of an archive and compares each entry with the header it points at. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new ZipView(bytes);
  const end = findEnd(view);
  if (end === undefined) {
    const message = 'the directory at the end of the archive is missing; get the file again';
    return { kind: 'fault', message, at: bytes.length };
  }
  if (end.count > LIMITS.membersMax) {
    const message = `the archive has more than ${LIMITS.membersMax} members`;
    return { kind: 'fault', message, at: end.at };
  }
  const entries: ZipEntry[] = [];
  let at = end.directoryAt;
  for (let index = 0; index < end.count; index += 1) {
    const read = readEntry(view, at, end);
    if (read === undefined) {
      const message = `entry ${index + 1} of the directory is damaged; get the file again`;
      return { kind: 'fault', message, at };
    }
    entries.push(read.entry);
    at = read.next;
  }
  const overlap = overlapOf(entries, end.directoryAt);
  if (overlap !== undefined) return overlap;
  const unlistedAt = unlistedHeader(view, entries, end.directoryAt);
  return { kind: 'directory', entries, unlistedAt };
}

/** Numbers of an archive, which are little-endian; -1 for what lies outside. */
class ZipView {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u16(at: number): number {
    return this.#isInside(at, 2) ? this.#view.getUint16(at, true) : -1;
  }

  u32(at: number): number {
    return this.#isInside(at, 4) ? this.#view.getUint32(at, true) : -1;
  }

  u64(at: number): number {
    return this.#isInside(at, 8) ? this.u32(at) + this.u32(at + 4) * 2 ** 32 : -1;
  }

  #isInside(at: number, length: number): boolean {
    return at >= 0 && at + length <= this.bytes.length;
  }
}

interface ZipEnd {
  readonly at: number;
  readonly count: number;
  readonly directoryAt: number;
  /** Bytes that stand before the archive, as a program that unpacks it. */
  readonly shift: number;
}

/** The record at the end whose comment reaches to the end of the file. */
function findEnd(view: ZipView): ZipEnd | undefined {
  const last = view.bytes.length - END.bytes;
  const first = Math.max(0, last - COMMENT_BYTES_MAX);
  for (let at = last; at >= first; at -= 1) {
    if (view.u32(at) !== END.signature) continue;
    if (at + END.bytes + view.u16(at + 20) !== view.bytes.length) continue;
    return readEnd64(view, at) ?? readEnd(view, at);
  }
  return undefined;
}

function readEnd(view: ZipView, at: number): ZipEnd | undefined {
  const count = view.u16(at + 10);
  const sizeBytes = view.u32(at + 12);
  const offset = view.u32(at + 16);
  // 4.4.19: the first of several volumes would be elsewhere.
  const isWhole = view.u16(at + 4) === 0 && view.u16(at + 8) === count;
  return isWhole ? endOf({ at, count, sizeBytes, offset }) : undefined;
}

function readEnd64(view: ZipView, endAt: number): ZipEnd | undefined {
  const locatorAt = endAt - LOCATOR64.bytes;
  if (view.u32(locatorAt) !== LOCATOR64.signature) return undefined;
  // What stands before an archive moves the record; it lies directly before its locator.
  const at = view.u32(locatorAt - END64.bytes) === END64.signature ? locatorAt - END64.bytes : -1;
  if (at < 0) return undefined;
  const count = view.u64(at + 32);
  return endOf({ at, count, sizeBytes: view.u64(at + 40), offset: view.u64(at + 48) });
}

function endOf(end: {
  readonly at: number;
  readonly count: number;
  readonly sizeBytes: number;
  readonly offset: number;
}): ZipEnd | undefined {
  const directoryAt = end.at - end.sizeBytes;
  const shift = directoryAt - end.offset;
  return shift < 0 || directoryAt < 0 ? undefined : { ...end, directoryAt, shift };
}

function readEntry(
  view: ZipView,
  at: number,
  end: ZipEnd,
): { readonly entry: ZipEntry; readonly next: number } | undefined {
  if (view.u32(at) !== ENTRY.signature) return undefined;
  const nameBytes = view.u16(at + 28);
  const extraBytes = view.u16(at + 30);
  const next = at + ENTRY.bytes + nameBytes + extraBytes + view.u16(at + 32);
  if (next > end.at) return undefined;
  const flags = view.u16(at + 8);
  const rawName = view.bytes.subarray(at + ENTRY.bytes, at + ENTRY.bytes + nameBytes);
  const sizes = sizesOf(view, at, at + ENTRY.bytes + nameBytes);
  if (sizes === undefined) return undefined;
  const headerAt = sizes.headerAt + end.shift;
  const contentAt = contentOf(view, headerAt, rawName);
  if (contentAt === undefined || contentAt + sizes.packedBytes > end.directoryAt) return undefined;
  const mode = view.u32(at + 38) >>> 16;
  const entry: ZipEntry = {
    name: nameOf(rawName, flags),
    method: view.u16(at + 10),
    isEncrypted: (flags & ENCRYPTED) !== 0,
    crc: view.u32(at + 16),
    packedBytes: sizes.packedBytes,
    sizeBytes: sizes.sizeBytes,
    headerAt,
    contentAt,
    isLink: (mode & MODE_TYPE) === MODE_LINK,
  };
  return { entry, next };
}

interface ZipSizes {
  readonly sizeBytes: number;
  readonly packedBytes: number;
  readonly headerAt: number;
}

/** 4.5.3: numbers of all ones stand in the extra field, in this order. */
function sizesOf(view: ZipView, at: number, extraAt: number): ZipSizes | undefined {
  const fields = [view.u32(at + 24), view.u32(at + 20), view.u32(at + 42)];
  const large = fields.filter((one) => one === 0xffffffff).length;
  if (large > 0) {
    let from = extra64(view, extraAt, extraAt + view.u16(at + 30));
    if (from === undefined) return undefined;
    for (let index = 0; index < fields.length; index += 1) {
      if (fields[index] !== 0xffffffff) continue;
      fields[index] = view.u64(from);
      from += 8;
    }
  }
  const [sizeBytes = -1, packedBytes = -1, headerAt = -1] = fields;
  if (sizeBytes < 0 || packedBytes < 0 || headerAt < 0) return undefined;
  return { sizeBytes, packedBytes, headerAt };
}

function extra64(view: ZipView, from: number, to: number): number | undefined {
  for (let at = from; at + 4 <= to; at += 4 + view.u16(at + 2)) {
    if (view.u16(at) === EXTRA64_ID) return at + 4;
  }
  return undefined;
}

/**
 * Where the content behind a header begins; undefined when there is none, or one of another
 * name: programs that go by the headers would then see another archive than those that go by
 * the directory.
 */
function contentOf(view: ZipView, headerAt: number, name: Uint8Array): number | undefined {
  if (view.u32(headerAt) !== HEADER.signature) return undefined;
  const nameBytes = view.u16(headerAt + 26);
  const nameAt = headerAt + HEADER.bytes;
  if (nameBytes !== name.length) return undefined;
  for (let at = 0; at < name.length; at += 1) {
    if (view.bytes[nameAt + at] !== name[at]) return undefined;
  }
  return nameAt + nameBytes + view.u16(headerAt + 28);
}

/** Names without the mark are in a code page of old; all of them agree on ASCII. */
function nameOf(bytes: Uint8Array, flags: number): string {
  const { text, invalid } = decodeBytes(bytes, 'utf-8');
  if ((flags & UTF8) !== 0 || invalid.length === 0) return text;
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** The first header of a member in the bytes that belong to no entry. */
function unlistedHeader(
  view: ZipView,
  entries: readonly ZipEntry[],
  directoryAt: number,
): number | undefined {
  let from = 0;
  for (const entry of entries.toSorted((a, b) => a.headerAt - b.headerAt)) {
    const found = headerBetween(view, from, entry.headerAt);
    if (found !== undefined) return found;
    from = entry.contentAt + entry.packedBytes;
  }
  return headerBetween(view, from, directoryAt);
}

function headerBetween(view: ZipView, from: number, to: number): number | undefined {
  for (let at = from; at < to; at += 1) {
    if (view.u32(at) === HEADER.signature) return at;
  }
  return undefined;
}

/** Members that share their bytes make an archive that grows without end. */
function overlapOf(entries: readonly ZipEntry[], directoryAt: number): ZipDirectory | undefined {
  const inOrder = entries.toSorted((a, b) => a.headerAt - b.headerAt);
  for (let index = 0; index < inOrder.length; index += 1) {
    const entry = inOrder[index];
    const next = inOrder[index + 1]?.headerAt ?? directoryAt;
    if (entry === undefined || entry.contentAt + entry.packedBytes <= next) continue;
    const message = 'members of the archive share their bytes; it was not opened';
    return { kind: 'fault', message, at: entry.headerAt };
  }
  return undefined;
}
