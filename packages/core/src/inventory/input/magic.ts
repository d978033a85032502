/** What the first bytes of a file say it is, for files no reader here opens. */
export interface KnownBytes {
  readonly name: string;
  readonly kind: 'archive' | 'compressed' | 'binary';
}

interface Magic extends KnownBytes {
  readonly at: number;
  readonly bytes: readonly number[];
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

function magic(
  kind: KnownBytes['kind'],
  name: string,
  bytes: string | readonly number[],
  at: number = 0,
): Magic {
  return { kind, name, at, bytes: typeof bytes === 'string' ? ascii(bytes) : bytes };
}

/** File signatures as their formats publish them. */
const MAGICS: readonly Magic[] = [
  magic('archive', 'a zip archive', 'PK\u0003\u0004'),
  magic('archive', 'an empty zip archive', 'PK\u0005\u0006'),
  magic('archive', 'a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
  magic('archive', 'a RAR archive', 'Rar!\u001a\u0007'),
  magic('archive', 'a tar archive', 'ustar', 257),
  magic('archive', 'a Debian package', '!<arch>\n'),
  magic('archive', 'a cabinet file', 'MSCF'),
  magic('compressed', 'zstd', [0x28, 0xb5, 0x2f, 0xfd]),
  magic('compressed', 'bzip2', 'BZh'),
  magic('compressed', 'xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]),
  magic('compressed', 'lz4', [0x04, 0x22, 0x4d, 0x18]),
  magic('compressed', 'compress', [0x1f, 0x9d]),
  magic('binary', 'a binary property list', 'bplist'),
  magic('binary', 'a PDF document', '%PDF-'),
  magic('binary', 'an ELF program', [0x7f, 0x45, 0x4c, 0x46]),
  magic('binary', 'an SQLite database', 'SQLite format 3\u0000'),
];

/** `BZh` can begin a text; of bzip2, what follows is a digit and pi, or the root of it. */
const BZIP2_DIGITS = ascii('123456789');
const BZIP2_BLOCKS = [ascii('1AY&SY'), [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]];

/** The kind of file the first bytes name; undefined when they name none of those known. */
export function knownBytes(bytes: Uint8Array): KnownBytes | undefined {
  const found = MAGICS.find((one) => startsWith(bytes, one.bytes, one.at));
  return found?.name === 'bzip2' && !isBzip2(bytes) ? undefined : found;
}

function startsWith(bytes: Uint8Array, wanted: readonly number[], at: number): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

function isBzip2(bytes: Uint8Array): boolean {
  const isLevel = BZIP2_DIGITS.some((digit) => bytes[3] === digit);
  return isLevel && BZIP2_BLOCKS.some((block) => startsWith(bytes, block, 4));
}
