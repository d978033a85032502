import { decodeBytes } from '../decode-text.ts';

/** Headers and contents fill blocks of this size (POSIX ustar). */
export const TAR_BLOCK_BYTES = 512;

export interface TarHeader {
  readonly name: string;
  readonly sizeBytes: number;
  /** `0` file, `1` hard link, `2` symbolic link, `5` folder, `x` `g` `L` `K` more header. */
  readonly type: string;
  readonly linkName: string;
}

const NAME_END = 100;
const SIZE_AT = 124;
const CHECKSUM_AT = 148;
const TYPE_AT = 156;
const LINK_AT = 157;
const MAGIC_AT = 257;
const PREFIX_AT = 345;
const PREFIX_END = 500;
const SPACE = 0x20;

/** Reads a header; undefined when its checksum is not that of its bytes. */
export function readTarHeader(block: Uint8Array): TarHeader | undefined {
  if (block.length < TAR_BLOCK_BYTES) return undefined;
  if (numberAt(block, CHECKSUM_AT, CHECKSUM_AT + 8) !== checksumOf(block)) return undefined;
  const sizeBytes = numberAt(block, SIZE_AT, SIZE_AT + 12);
  if (sizeBytes === undefined) return undefined;
  const isUstar = textAt(block, MAGIC_AT, MAGIC_AT + 5) === 'ustar';
  // GNU tar writes other things where ustar has the prefix, and marks it by a space.
  const isPosix = isUstar && block[MAGIC_AT + 5] === 0;
  const prefix = isPosix ? textAt(block, PREFIX_AT, PREFIX_END) : '';
  const base = textAt(block, 0, NAME_END);
  const type = textAt(block, TYPE_AT, TYPE_AT + 1);
  return {
    name: prefix === '' ? base : `${prefix}/${base}`,
    sizeBytes,
    type: type === '' || type === '7' ? '0' : type,
    linkName: textAt(block, LINK_AT, LINK_AT + NAME_END),
  };
}

/** The end of an archive is a block of zeros. */
export function isZeroBlock(block: Uint8Array): boolean {
  return block.length === TAR_BLOCK_BYTES && block.every((byte) => byte === 0);
}

/** The sum of all bytes, those of the checksum itself taken as spaces. */
function checksumOf(block: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < TAR_BLOCK_BYTES; at += 1) {
    const isChecksum = at >= CHECKSUM_AT && at < CHECKSUM_AT + 8;
    sum += isChecksum ? SPACE : (block[at] ?? 0);
  }
  return sum;
}

/** Octal digits, or the number itself behind a set first bit, as GNU tar writes large ones. */
function numberAt(block: Uint8Array, from: number, to: number): number | undefined {
  if (((block[from] ?? 0) & 0x80) !== 0) {
    let value = (block[from] ?? 0) & 0x7f;
    for (let at = from + 1; at < to; at += 1) value = value * 256 + (block[at] ?? 0);
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const digits = textAt(block, from, to).trim();
  if (digits === '') return 0;
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
}

function textAt(block: Uint8Array, from: number, to: number): string {
  const bytes = block.subarray(from, to);
  const end = bytes.indexOf(0);
  return decodeBytes(end === -1 ? bytes : bytes.subarray(0, end), 'utf-8').text;
}

/** The records of an extended header (POSIX pax): `length key=value`, each with its line break. */
export function readPaxRecords(bytes: Uint8Array): ReadonlyMap<string, string> | undefined {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(SPACE, at);
    if (space === -1 || space - at > 10) return undefined;
    const length = Number(decodeBytes(bytes.subarray(at, space), 'utf-8').text);
    const end = at + length;
    if (!Number.isInteger(length) || end <= space || end > bytes.length) return undefined;
    const { text } = decodeBytes(bytes.subarray(space + 1, end - 1), 'utf-8');
    const equals = text.indexOf('=');
    if (equals === -1) return undefined;
    records.set(text.slice(0, equals), text.slice(equals + 1));
    at = end;
  }
  return records;
}
