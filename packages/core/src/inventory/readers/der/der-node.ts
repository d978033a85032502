/** One value: its tag, and where its content lies. */
export interface DerNode {
  readonly tag: number;
  /** Offset of the tag itself. */
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

export const DER = {
  integer: 0x02,
  oid: 0x06,
  utf8: 0x0c,
  printable: 0x13,
  teletex: 0x14,
  ia5: 0x16,
  bmp: 0x1e,
  sequence: 0x30,
  set: 0x31,
  /** Context-specific, constructed: `[0]`. */
  context0: 0xa0,
  context1: 0xa1,
} as const;

/** Lengths above this do not stand in a file that was read. */
const LENGTH_BYTES_MAX = 4;

/** The node at an offset; undefined when it does not lie before `end` as a whole. */
export function derNode(bytes: Uint8Array, start: number, end: number): DerNode | undefined {
  const tag = bytes[start];
  const first = bytes[start + 1];
  // Tags of several bytes stand in nothing that is read here.
  if (tag === undefined || first === undefined || start + 2 > end || (tag & 0x1f) === 0x1f) {
    return undefined;
  }
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || lengthBytes > LENGTH_BYTES_MAX) return undefined;
  let length = first < 0x80 ? first : 0;
  for (let index = 0; index < lengthBytes; index += 1) {
    length = length * 256 + (bytes[start + 2 + index] ?? 0);
  }
  const from = start + 2 + lengthBytes;
  const to = from + length;
  return to <= end && to <= bytes.length ? { tag, start, from, to } : undefined;
}

/** The nodes inside another one; those before damage when there is any. */
export function derNodes(
  bytes: Uint8Array,
  { from, to }: Pick<DerNode, 'from' | 'to'>,
): readonly DerNode[] {
  const nodes: DerNode[] = [];
  let at = from;
  while (at < to) {
    const node = derNode(bytes, at, to);
    if (node === undefined) break;
    nodes.push(node);
    at = node.to;
  }
  return nodes;
}

/** An object identifier in dots; empty when the node is none. */
export function derOid(bytes: Uint8Array, node: DerNode | undefined): string {
  if (node?.tag !== DER.oid) return '';
  const parts: number[] = [];
  let value = 0;
  for (let at = node.from; at < node.to; at += 1) {
    const byte = bytes[at] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if ((byte & 0x80) !== 0) continue;
    // X.690 8.19.4: the first two arcs share one number.
    if (parts.length === 0) parts.push(Math.min(2, Math.floor(value / 40)), value % 40);
    else parts.push(value);
    value = 0;
  }
  return parts.join('.');
}

/** Content of a node in hexadecimal, for serial numbers. */
export function derHex(bytes: Uint8Array, { from, to }: DerNode): string {
  let hex = '';
  for (let at = from; at < to; at += 1) hex += (bytes[at] ?? 0).toString(16).padStart(2, '0');
  return hex;
}

/** A text of any of the string types; undefined for other nodes. */
export function derText(bytes: Uint8Array, { tag, from, to }: DerNode): string | undefined {
  const content = bytes.subarray(from, to);
  switch (tag) {
    case DER.utf8:
      return new TextDecoder().decode(content);
    case DER.printable:
    case DER.ia5:
    case DER.teletex:
      return Array.from(content, (byte) => String.fromCharCode(byte)).join('');
    case DER.bmp:
      return bmpText(content);
    default:
      return undefined;
  }
}

function bmpText(content: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < content.length; at += 2) {
    text += String.fromCharCode(((content[at] ?? 0) << 8) | (content[at + 1] ?? 0));
  }
  return text;
}
