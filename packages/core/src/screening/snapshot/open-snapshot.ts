import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { NORMALIZER_VERSION } from '../normalize/normalize-name.ts';
import { SECTIONS, type SectionName, type Tables } from './tables.ts';
import {
  DIGEST_AT,
  HEADER_AT,
  MAGIC,
  type SectionPlace,
  type SnapshotHeader,
  type SnapshotMeta,
  aligned,
} from './write-snapshot.ts';

export interface Snapshot {
  readonly meta: SnapshotMeta;
  readonly tables: Tables;
  /** SHA-256 of the contents, in hex: the name under which the snapshot is kept. */
  readonly digest: string;
}

export interface SnapshotProblem {
  readonly code: 'snapshot-format' | 'snapshot-version' | 'snapshot-digest' | 'snapshot-damaged';
  readonly message: string;
}

export type OpenedSnapshot =
  | { readonly ok: true; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly problem: SnapshotProblem };

export interface OpenOptions {
  /** SHA-256 of bytes, where the machine has a faster one than the core. */
  readonly sha256?: (bytes: Uint8Array) => Uint8Array;
}

/**
 * Opens a snapshot over its bytes, which may be shared with other threads; nothing is copied.
 * One that is not whole, not of this version or not of this normalizer is refused: an index read
 * in another way than the query answers "nothing" where it should not.
 */
export function openSnapshot(bytes: Uint8Array, options: OpenOptions = {}): OpenedSnapshot {
  if (bytes.length < HEADER_AT + 4 || MAGIC.slice(0, 7).some((byte, at) => bytes[at] !== byte)) {
    return refuse(
      'snapshot-format',
      'these bytes are no snapshot of lists; build one from the lists',
    );
  }
  if (bytes[7] !== MAGIC[7]) {
    return refuse(
      'snapshot-version',
      `the snapshot has layout ${String(bytes[7])}; build it again`,
    );
  }
  const digest = bytesToHex(bytes.slice(DIGEST_AT, HEADER_AT));
  const hash = options.sha256 ?? sha256;
  if (bytesToHex(hash(bytes.subarray(HEADER_AT))) !== digest) {
    return refuse('snapshot-digest', 'the snapshot is not what it was written as; build it again');
  }
  return openSections(bytes, digest);
}

function openSections(bytes: Uint8Array, digest: string): OpenedSnapshot {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(HEADER_AT, true);
  const header = readHeader(bytes, length);
  if (header === undefined) return refuse('snapshot-damaged', 'the header cannot be read');
  if (header.meta.normalizer !== NORMALIZER_VERSION) {
    const message = `the snapshot was read by \`${header.meta.normalizer}\`; build it again`;
    return refuse('snapshot-version', message);
  }
  const start = aligned(HEADER_AT + 4 + length);
  const places = new Map(header.sections.map((place) => [place.name, place]));
  const tables: Partial<Record<SectionName, unknown>> = {};
  for (const name of Object.keys(SECTIONS) as SectionName[]) {
    const place = places.get(name);
    const section = place === undefined ? undefined : sectionAt(bytes, start, place);
    if (section === undefined) return refuse('snapshot-damaged', `section \`${name}\` is missing`);
    tables[name] = section;
  }
  const whole = tables as Tables;
  const fault = findFault(whole);
  if (fault !== undefined) return refuse('snapshot-damaged', fault);
  return { ok: true, snapshot: { meta: header.meta, tables: whole, digest } };
}

function refuse(code: SnapshotProblem['code'], message: string): OpenedSnapshot {
  return { ok: false, problem: { code, message } };
}

function readHeader(bytes: Uint8Array, length: number): SnapshotHeader | undefined {
  try {
    const json = bytes.slice(HEADER_AT + 4, HEADER_AT + 4 + length);
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)) as SnapshotHeader;
  } catch {
    // The digest was right, so whoever wrote the bytes wrote no header; the caller refuses them.
    return undefined;
  }
}

function sectionAt(
  bytes: Uint8Array,
  start: number,
  { name, offset, length }: SectionPlace,
): Tables[SectionName] | undefined {
  const type = SECTIONS[name];
  const at = bytes.byteOffset + start + offset;
  const size = type === 'u8' ? 1 : 4;
  if (![offset, length].every((one) => Number.isSafeInteger(one) && one >= 0)) return undefined;
  if (start + offset + length * size > bytes.length || at % size !== 0) return undefined;
  switch (type) {
    case 'u8':
      return new Uint8Array(bytes.buffer, at, length);
    case 'u32':
      return new Uint32Array(bytes.buffer, at, length);
    case 'i32':
      return new Int32Array(bytes.buffer, at, length);
    case 'f32':
      return new Float32Array(bytes.buffer, at, length);
  }
}

/** `start` divides `values`, whose elements are places below the length of `of`. */
const DIVISIONS: readonly (readonly [SectionName, SectionName, SectionName | undefined])[] = [
  ['tokenStart', 'tokenLetters', undefined],
  ['deleteStart', 'deleteTokens', 'tokenWeight'],
  ['skeletonStart', 'skeletonTokens', 'tokenWeight'],
  ['postingStart', 'postingNames', 'nameWeight'],
  ['nameStart', 'nameTokens', 'tokenWeight'],
  ['doorStart', 'doorNames', 'nameWeight'],
  ['slipStart', 'slipRows', 'rowEntity'],
  ['rowStart', 'rowEntity', 'entityId'],
  ['entityNameStart', 'entityNames', 'nameWeight'],
  ['factStart', 'factStatement', 'statementValue'],
  ['identifierStart', 'identifierEntity', 'entityId'],
  ['statementStart', 'statementValue', undefined],
  ['stringStart', 'stringBytes', undefined],
];

/** Sections of one length, the first being the one that `DIVISIONS` has checked. */
const EQUALS: readonly (readonly SectionName[])[] = [
  ['tokenWeight', 'tokenBits', 'tokenNames', 'tokenFlags'],
  ['nameTokens', 'nameKinds'],
  ['nameWeight', 'nameMode'],
  ['slipRows', 'slipKeys'],
  ['rowEntity', 'rowStatement', 'rowRole', 'rowFrom', 'rowTo'],
  [
    'entityId',
    'entityCaption',
    'entitySchema',
    'entityList',
    'entityFrom',
    'entityTo',
    'entityMore',
  ],
  ['factStatement', 'factKind', 'factValue'],
  ['identifierEntity', 'identifierStatement'],
  [
    'statementValue',
    'statementProperty',
    'statementOriginal',
    'statementField',
    'statementPointer',
    'statementLang',
    'statementDetail',
    'statementFrom',
    'statementTo',
  ],
];

/** Sections whose place is the low bits of a hash. */
const BUCKETS: readonly SectionName[] = [
  'deleteStart',
  'skeletonStart',
  'doorStart',
  'slipStart',
  'identifierStart',
];

/** A sentence about the first place that leads out of its section. */
function findFault(tables: Tables): string | undefined {
  for (const [first = 'tokenStart', ...others] of EQUALS) {
    const other = others.find((name) => tables[name].length !== tables[first].length);
    if (other !== undefined) return `section \`${other}\` is not as long as \`${first}\``;
  }
  if (!isTable(tables.tokenPlace, tables.tokenWeight.length)) {
    return 'section `tokenPlace` is no table of the tokens';
  }
  for (const name of BUCKETS) {
    if (!isPowerOfTwo(tables[name].length - 1)) return `section \`${name}\` has no power of two`;
  }
  for (const [start, values, of] of DIVISIONS) {
    if (!isDivision(tables[start], tables[values].length)) {
      return `section \`${start}\` does not divide \`${values}\``;
    }
    if (of !== undefined && !isBelow(tables[values], tables[of].length)) {
      return `section \`${values}\` points behind \`${of}\``;
    }
  }
  return undefined;
}

/** Open addressing ends at a free place, so there must be one. */
function isTable(places: Uint32Array, tokens: number): boolean {
  let free = 0;
  for (let at = 0; at < places.length; at += 1) {
    if (places[at] === 0) free += 1;
    else if ((places[at] as number) > tokens) return false;
  }
  return isPowerOfTwo(places.length) && free === places.length - tokens && free > 0;
}

function isPowerOfTwo(size: number): boolean {
  return size > 0 && Number.isInteger(Math.log2(size));
}

function isDivision(start: Tables[SectionName], length: number): boolean {
  if (start[0] !== 0 || start[start.length - 1] !== length) return false;
  for (let at = 1; at < start.length; at += 1) {
    if ((start[at] as number) < (start[at - 1] as number)) return false;
  }
  return true;
}

function isBelow(values: Tables[SectionName], end: number): boolean {
  for (let at = 0; at < values.length; at += 1) if ((values[at] as number) >= end) return false;
  return true;
}
