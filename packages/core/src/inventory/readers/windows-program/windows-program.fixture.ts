/** A section as a program has it in memory and in the file. */
const ADDRESS = 0x1000;
const OFFSET = 0x400;
const HEADER = 0x80;

export interface MadeProgram {
  readonly strings?: Readonly<Record<string, string>>;
  readonly signatures?: readonly Uint8Array[];
  readonly isDriver?: boolean;
  readonly is64?: boolean;
}

function padded(bytes: readonly number[]): number[] {
  return [...bytes, ...Array.from({ length: (4 - (bytes.length % 4)) % 4 }, () => 0)];
}

function wide(text: string): number[] {
  return Array.from(`${text}\0`, (one) => word(one.charCodeAt(0))).flat();
}

function word(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff];
}

function long(value: number): number[] {
  return [...word(value & 0xffff), ...word(Math.floor(value / 0x10000))];
}

/** A block of a version resource: lengths, kind, name, value, and the blocks inside. */
function block(
  key: string,
  value: string | readonly number[],
  children: readonly number[][],
): number[] {
  const isText = typeof value === 'string';
  const content = isText ? (value === '' ? [] : wide(value)) : [...value];
  const head = padded([0, 0, 0, 0, 0, 0, ...wide(key)]).slice(6);
  const inner = padded(content);
  const nested = children.flatMap(padded);
  const length = 6 + head.length + inner.length + nested.length;
  const valueLength = isText ? content.length / 2 : content.length;
  return [
    ...word(length),
    ...word(valueLength),
    ...word(isText ? 1 : 0),
    ...head,
    ...inner,
    ...nested,
  ];
}

function versionResource(strings: Readonly<Record<string, string>>): number[] {
  const entries = Object.entries(strings).map(([key, value]) => block(key, value, []));
  const fixed = Array.from({ length: 52 }, () => 0);
  const table = block('040904b0', '', entries);
  return block('VS_VERSION_INFO', fixed, [block('StringFileInfo', '', [table])]);
}

/** A folder of resources with one entry. */
function folder(id: number, target: number): number[] {
  return [...Array.from({ length: 14 }, () => 0), ...word(1), ...long(id), ...long(target)];
}

function resources(strings: Readonly<Record<string, string>>): number[] {
  const version = versionResource(strings);
  const leaf = [...long(ADDRESS + 88), ...long(version.length), ...long(0), ...long(0)];
  return [
    ...folder(16, 0x8000_0018),
    ...folder(1, 0x8000_0030),
    ...folder(1033, 72),
    ...leaf,
    ...version,
  ];
}

function put(bytes: Uint8Array, at: number, values: readonly number[]): void {
  bytes.set(values, at);
}

/** A program made for tests: a header, one section of resources, and signatures at the end. */
export function madeProgram(parts: MadeProgram = {}): Uint8Array {
  const { strings, signatures = [], isDriver = false, is64 = true } = parts;
  const section = strings === undefined ? [] : resources(strings);
  const signed = signatures.flatMap((signature) => {
    const entry = [...long(signature.length + 8), ...word(0x200), ...word(2), ...signature];
    return [...entry, ...Array.from({ length: (8 - (entry.length % 8)) % 8 }, () => 0)];
  });
  const end = Math.ceil((OFFSET + section.length) / 8) * 8;
  const bytes = new Uint8Array(end + signed.length);
  const optional = is64 ? 240 : 224;
  const directories = HEADER + 24 + (is64 ? 112 : 96);
  put(bytes, 0, [0x4d, 0x5a]);
  put(bytes, 0x3c, long(HEADER));
  put(bytes, HEADER, [0x50, 0x45, 0, 0, ...word(is64 ? 0x8664 : 0x14c), ...word(1)]);
  put(bytes, HEADER + 20, word(optional));
  put(bytes, HEADER + 24, word(is64 ? 0x20b : 0x10b));
  put(bytes, HEADER + 24 + 68, word(isDriver ? 1 : 3));
  if (section.length > 0) put(bytes, directories + 16, [...long(ADDRESS), ...long(section.length)]);
  if (signed.length > 0) put(bytes, directories + 32, [...long(end), ...long(signed.length)]);
  const table = HEADER + 24 + optional;
  put(bytes, table + 12, [...long(ADDRESS), ...long(section.length), ...long(OFFSET)]);
  put(bytes, OFFSET, section);
  put(bytes, end, signed);
  return bytes;
}
