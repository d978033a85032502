import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../document/index.ts';
import type { ListVersion } from '../../model/index.ts';
import { SECTIONS, type SectionName, type Tables } from './tables.ts';

/** `INTERDX` and the version of the layout. */
export const MAGIC: readonly number[] = [0x49, 0x4e, 0x54, 0x45, 0x52, 0x44, 0x58, 0x02];
export const DIGEST_AT: number = MAGIC.length;
export const HEADER_AT: number = DIGEST_AT + 32;
const ALIGNMENT = 8;

export interface SnapshotMeta {
  readonly normalizer: string;
  readonly lists: readonly ListVersion[];
  /** Ids of the lists, at the number that entries are given. */
  readonly listIds: readonly string[];
  readonly entries: number;
  readonly names: number;
}

export interface SectionPlace {
  readonly name: SectionName;
  /** Byte at which the section starts, counted from the first section. */
  readonly offset: number;
  /** Elements, not bytes. */
  readonly length: number;
}

export interface SnapshotHeader {
  readonly meta: SnapshotMeta;
  readonly sections: readonly SectionPlace[];
}

/**
 * Magic, SHA-256 of everything behind it, length of the header, header as JSON, sections. Sections
 * start at multiples of eight bytes and hold numbers in little-endian order, as all machines that
 * Node runs on have them.
 */
export function writeSnapshot(meta: SnapshotMeta, tables: Tables): Uint8Array<ArrayBuffer> {
  const sections: SectionPlace[] = [];
  let offset = 0;
  for (const name of Object.keys(SECTIONS) as SectionName[]) {
    sections.push({ name, offset, length: tables[name].length });
    offset = aligned(offset + tables[name].byteLength);
  }
  const header = utf8ToBytes(canonicalJson({ meta, sections } satisfies SnapshotHeader));
  const start = aligned(HEADER_AT + 4 + header.length);
  const bytes = new Uint8Array(start + offset);
  bytes.set(MAGIC);
  new DataView(bytes.buffer).setUint32(HEADER_AT, header.length, true);
  bytes.set(header, HEADER_AT + 4);
  for (const place of sections) {
    const { buffer, byteOffset, byteLength } = tables[place.name];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), start + place.offset);
  }
  bytes.set(sha256(bytes.subarray(HEADER_AT)), DIGEST_AT);
  return bytes;
}

export function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}
