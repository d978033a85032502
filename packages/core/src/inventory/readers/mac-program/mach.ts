import type { PlacedBytes } from '../../input/index.ts';

/** What the code signature of one architecture says; nothing when there is none. */
export interface MachSlice {
  readonly identifier?: string;
  readonly team?: string;
}

// Numbers of the format as Apple publishes them (mach-o/loader.h, mach-o/fat.h, cs_blobs.h).
const FAT = 0xcafebabe;
const MACHO_32 = 0xfeedface;
const MACHO_64 = 0xfeedfacf;
const LC_CODE_SIGNATURE = 0x1d;
const SUPER_BLOB = 0xfade0cc0;
const CODE_DIRECTORY = 0xfade0c02;
/** Version of a code directory from which on it names the team. */
const VERSION_WITH_TEAM = 0x20200;

/** A class file of Java begins like a fat file, and with its version where the count would be. */
const SLICES_MAX = 20;
const COMMANDS_BYTES_MAX = 1024 * 1024;
const BLOBS_MAX = 64;
const TEXT_MAX = 1024;

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Offsets of the architectures a file holds; undefined when it is no Mach-O. */
export function machSlices(head: Uint8Array): readonly number[] | undefined {
  if (head.length < 32) return undefined;
  const magic = view(head).getUint32(0, true);
  if (magic === MACHO_32 || magic === MACHO_64) return [0];
  if (view(head).getUint32(0, false) !== FAT) return undefined;
  const count = view(head).getUint32(4, false);
  if (count === 0 || count > SLICES_MAX || 8 + count * 20 > head.length) return undefined;
  return Array.from({ length: count }, (_, index) => view(head).getUint32(16 + index * 20, false));
}

/** Reads the signature of an architecture; undefined when a part of it does not lie in the file. */
export function readSlice(bytes: PlacedBytes, offset: number): MachSlice | undefined {
  const header = bytes.at(offset, 32);
  if (header === undefined) return undefined;
  const is64 = view(header).getUint32(0, true) === MACHO_64;
  const size = view(header).getUint32(20, true);
  if (size > COMMANDS_BYTES_MAX) return undefined;
  const commands = bytes.at(offset + (is64 ? 32 : 28), size);
  if (commands === undefined) return undefined;
  const place = signaturePlace(commands, view(header).getUint32(16, true));
  return place === undefined ? {} : readSignature(bytes, offset + place);
}

/** Where the signature stands in the architecture, by the list of load commands. */
function signaturePlace(commands: Uint8Array, count: number): number | undefined {
  let at = 0;
  for (let index = 0; index < count && at + 16 <= commands.length; index += 1) {
    const size = view(commands).getUint32(at + 4, true);
    if (view(commands).getUint32(at, true) === LC_CODE_SIGNATURE) {
      return view(commands).getUint32(at + 8, true);
    }
    if (size < 8) return undefined;
    at += size;
  }
  return undefined;
}

function readSignature(bytes: PlacedBytes, start: number): MachSlice | undefined {
  const head = bytes.at(start, 12);
  if (head === undefined || view(head).getUint32(0, false) !== SUPER_BLOB) return undefined;
  const count = Math.min(view(head).getUint32(8, false), BLOBS_MAX);
  const index = bytes.at(start + 12, count * 8);
  if (index === undefined) return undefined;
  for (let at = 0; at < index.length; at += 8) {
    const place = start + view(index).getUint32(at + 4, false);
    const blob = bytes.at(place, 44);
    if (blob === undefined) return undefined;
    if (view(blob).getUint32(0, false) === CODE_DIRECTORY) return readDirectory(bytes, place, blob);
  }
  return {};
}

function readDirectory(bytes: PlacedBytes, start: number, head: Uint8Array): MachSlice | undefined {
  const length = view(head).getUint32(4, false);
  const identifier = textAt(bytes, start, view(head).getUint32(20, false), length);
  if (identifier === undefined) return undefined;
  const named = identifier === '' ? {} : { identifier };
  if (view(head).getUint32(8, false) < VERSION_WITH_TEAM) return named;
  const field = bytes.at(start + 48, 4);
  const place = field === undefined ? 0 : view(field).getUint32(0, false);
  const team = place === 0 ? '' : textAt(bytes, start, place, length);
  if (team === undefined) return undefined;
  return team === '' ? named : { ...named, team };
}

/** A text that ends in a NUL, inside a blob of a length. */
function textAt(
  bytes: PlacedBytes,
  start: number,
  offset: number,
  length: number,
): string | undefined {
  const most = Math.min(TEXT_MAX, length - offset);
  const content = most <= 0 ? undefined : bytes.at(start + offset, most);
  if (content === undefined) return undefined;
  const end = content.indexOf(0);
  return new TextDecoder().decode(end === -1 ? content : content.subarray(0, end));
}
