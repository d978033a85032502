/** Blocks of a version resource lie in each other so deep: information, table, string. */
const DEPTH_MAX = 4;
const STRINGS_MAX = 500;
const HEAD_BYTES = 6;

interface Block {
  readonly key: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** The strings of a version resource (VS_VERSIONINFO), by name; the first of a name counts. */
export function versionStrings(bytes: Uint8Array): ReadonlyMap<string, string> {
  const strings = new Map<string, string>();
  collect(bytes, { from: 0, to: bytes.length }, { depth: 0, strings });
  return strings;
}

interface Collecting {
  readonly depth: number;
  readonly strings: Map<string, string>;
}

function collect(
  bytes: Uint8Array,
  { from, to }: Pick<Block, 'from' | 'to'>,
  { depth, strings }: Collecting,
): void {
  let at = from;
  while (at + HEAD_BYTES <= to && strings.size < STRINGS_MAX) {
    const block = blockAt(bytes, at, to);
    if (block === undefined) return;
    const isString = depth === DEPTH_MAX - 1;
    if (isString && block.value !== '' && !strings.has(block.key)) {
      strings.set(block.key, block.value);
    }
    if (!isString) collect(bytes, block, { depth: depth + 1, strings });
    at = aligned(block.to);
  }
}

/** Values begin on four bytes. */
function aligned(offset: number): number {
  return Math.ceil(offset / 4) * 4;
}

/** Length, length of the value, its kind (1 is text), a name that ends in a NUL, the value. */
function blockAt(bytes: Uint8Array, at: number, end: number): Block | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint16(at, true);
  const valueLength = view.getUint16(at + 2, true);
  const isText = view.getUint16(at + 4, true) === 1;
  const to = at + length;
  if (length < HEAD_BYTES || to > end) return undefined;
  const key = textAt(bytes, at + HEAD_BYTES, to);
  const valueAt = aligned(at + HEAD_BYTES + (key.length + 1) * 2);
  // The length of a text counts characters, that of anything else bytes.
  const from = aligned(valueAt + (isText ? valueLength * 2 : valueLength));
  const value = isText && valueLength > 0 ? textAt(bytes, valueAt, to) : '';
  return { key, value: value.trim(), from: Math.min(from, to), to };
}

/** UTF-16LE up to a NUL. */
function textAt(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at + 1 < to; at += 2) {
    const unit = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    if (unit === 0) break;
    text += String.fromCharCode(unit);
  }
  return text;
}
