import { LIMITS } from '../../../limits.ts';
import type { PlacedBytes } from '../../input/index.ts';
import { versionStrings } from './version-resource.ts';

/** What is read of a program. */
export interface Program {
  /** Strings of the version resource, by name. */
  readonly strings: ReadonlyMap<string, string>;
  /** Signatures as they stand in the file, in DER. */
  readonly signatures: readonly Uint8Array[];
  readonly isDriver: boolean;
  readonly problems: readonly ProgramProblem[];
}

interface ProgramProblem {
  readonly code: 'truncated' | 'value';
  readonly message: string;
  readonly offset: number;
}

interface Section {
  readonly address: number;
  readonly size: number;
  readonly offset: number;
}

interface Directory {
  readonly address: number;
  readonly size: number;
}

interface Header {
  readonly sections: readonly Section[];
  readonly resources: Directory;
  readonly security: Directory;
  readonly isDriver: boolean;
}

// Offsets and values of the PE format, as Microsoft publishes it.
const HEADER_POINTER = 0x3c;
const FILE_HEADER_BYTES = 24;
const SECTION_BYTES = 40;
const SECTIONS_MAX = 96;
const MAGIC_64 = 0x20b;
const SUBSYSTEM_NATIVE = 1;
const RESOURCES = 2;
const SECURITY = 4;
const RT_VERSION = 16;
const PKCS_SIGNED_DATA = 2;

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Reads the header, the version and the signatures; undefined when the header is not whole. */
export function readProgram(bytes: PlacedBytes): Program | undefined {
  const header = readHeader(bytes);
  if (header === undefined) return undefined;
  const problems: ProgramProblem[] = [];
  const strings = readVersion(bytes, header, problems);
  const signatures = readSignatures(bytes, header, problems);
  return { strings, signatures, isDriver: header.isDriver, problems };
}

function readHeader(bytes: PlacedBytes): Header | undefined {
  const start = bytes.at(0, HEADER_POINTER + 4);
  if (start === undefined) return undefined;
  const at = view(start).getUint32(HEADER_POINTER, true);
  const file = bytes.at(at, FILE_HEADER_BYTES);
  if (file === undefined) return undefined;
  const count = Math.min(view(file).getUint16(6, true), SECTIONS_MAX);
  const optionalSize = view(file).getUint16(20, true);
  const optional = bytes.at(at + FILE_HEADER_BYTES, optionalSize);
  const table = bytes.at(at + FILE_HEADER_BYTES + optionalSize, count * SECTION_BYTES);
  if (optional === undefined || table === undefined || optionalSize < 96) return undefined;
  const directories = view(optional).getUint16(0, true) === MAGIC_64 ? 112 : 96;
  return {
    sections: Array.from({ length: count }, (_, index) => sectionAt(table, index)),
    resources: directoryAt(optional, directories + RESOURCES * 8),
    security: directoryAt(optional, directories + SECURITY * 8),
    isDriver: view(optional).getUint16(68, true) === SUBSYSTEM_NATIVE,
  };
}

function sectionAt(table: Uint8Array, index: number): Section {
  const entry = view(table.subarray(index * SECTION_BYTES, (index + 1) * SECTION_BYTES));
  return {
    address: entry.getUint32(12, true),
    size: entry.getUint32(16, true),
    offset: entry.getUint32(20, true),
  };
}

function directoryAt(optional: Uint8Array, at: number): Directory {
  if (at + 8 > optional.length) return { address: 0, size: 0 };
  const entry = view(optional);
  return { address: entry.getUint32(at, true), size: entry.getUint32(at + 4, true) };
}

/** Place in the file of an address in memory. */
function offsetOf({ sections }: Header, address: number): number | undefined {
  const section = sections.find(
    (one) => address >= one.address && address < one.address + one.size,
  );
  return section && section.offset + address - section.address;
}

function readVersion(
  bytes: PlacedBytes,
  header: Header,
  problems: ProgramProblem[],
): ReadonlyMap<string, string> {
  const { address, size } = header.resources;
  const root = offsetOf(header, address);
  if (size === 0 || root === undefined) return new Map();
  const entry = findVersion(bytes, root);
  if (entry === undefined) return new Map();
  const offset = offsetOf(header, entry.address);
  const content = offset === undefined ? undefined : bytes.at(offset, entry.size);
  if (content === undefined) {
    const message = 'the version resource does not lie in the file';
    problems.push({ code: 'truncated', message, offset: offset ?? root });
    return new Map();
  }
  return versionStrings(content);
}

/** The first version resource: three levels of folders, type, name and language. */
function findVersion(bytes: PlacedBytes, root: number): Directory | undefined {
  let folder = root;
  for (let level = 0; level < 3; level += 1) {
    const target = folderEntry(bytes, folder, level === 0 ? RT_VERSION : undefined);
    if (target === undefined) return undefined;
    const isFolder = target >= 0x8000_0000;
    const offset = root + (isFolder ? target - 0x8000_0000 : target);
    if (isFolder) {
      folder = offset;
      continue;
    }
    const leaf = bytes.at(offset, 8);
    if (leaf === undefined) return undefined;
    return { address: view(leaf).getUint32(0, true), size: view(leaf).getUint32(4, true) };
  }
  return undefined;
}

/** Where the entry of a folder points; the first one when any will do. */
function folderEntry(
  bytes: PlacedBytes,
  folder: number,
  wanted: number | undefined,
): number | undefined {
  const head = bytes.at(folder, 16);
  if (head === undefined) return undefined;
  const count = view(head).getUint16(12, true) + view(head).getUint16(14, true);
  const entries = bytes.at(folder + 16, count * 8);
  if (entries === undefined) return undefined;
  for (let at = 0; at < entries.length; at += 8) {
    const id = view(entries).getUint32(at, true);
    if (wanted === undefined || id === wanted) return view(entries).getUint32(at + 4, true);
  }
  return undefined;
}

/** The signatures at the end of the file, each with its length before it, on eight bytes. */
function readSignatures(
  bytes: PlacedBytes,
  { security }: Header,
  problems: ProgramProblem[],
): readonly Uint8Array[] {
  const signatures: Uint8Array[] = [];
  const end = security.address + security.size;
  let at = security.address;
  while (security.address > 0 && at + 8 <= end && signatures.length < LIMITS.signaturesMax) {
    const head = bytes.at(at, 8);
    const length = head === undefined ? 0 : view(head).getUint32(0, true);
    const content = length < 8 ? undefined : bytes.at(at + 8, length - 8);
    if (head === undefined || content === undefined) {
      const message = 'a signature does not lie in the file';
      problems.push({ code: 'truncated', message, offset: at });
      break;
    }
    if (view(head).getUint16(6, true) === PKCS_SIGNED_DATA) signatures.push(content);
    at += Math.ceil(length / 8) * 8;
  }
  return signatures;
}
