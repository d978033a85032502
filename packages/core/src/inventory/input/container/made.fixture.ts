import { bytesOf } from '../read.fixture.ts';

/** A member of a made tar archive. */
export interface MadeMember {
  readonly name: string;
  readonly content?: string | Uint8Array;
  readonly type?: string;
  readonly linkName?: string;
}

const BLOCK = 512;

function field(block: Uint8Array, at: number, text: string): void {
  block.set(bytesOf(text), at);
}

/** The header of a member, with its checksum. */
function tarHeader({ name, content = '', type = '0', linkName = '' }: MadeMember): Uint8Array {
  const block = new Uint8Array(BLOCK);
  field(block, 0, name.slice(0, 100));
  field(block, 100, '0000644\0');
  field(block, 124, `${bytesOf(content).length.toString(8).padStart(11, '0')}\0`);
  field(block, 148, '        ');
  field(block, 156, type);
  field(block, 157, linkName);
  field(block, 257, 'ustar\u000000');
  const sum = block.reduce((total, byte) => total + byte, 0);
  field(block, 148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return block;
}

/** A tar archive, as `tar cf` writes it. */
export function makeTar(members: readonly MadeMember[]): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (const member of members) {
    const content = bytesOf(member.content ?? '');
    blocks.push(tarHeader(member), content);
    blocks.push(new Uint8Array((BLOCK - (content.length % BLOCK)) % BLOCK));
  }
  blocks.push(new Uint8Array(BLOCK * 2));
  return new Uint8Array(Buffer.concat(blocks));
}

/** Changes four bytes at an offset to a little-endian number. */
export function withUint32(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = bytes.slice();
  new DataView(changed.buffer).setUint32(at, value, true);
  return changed;
}

/** Offset of the first place where the bytes of a text stand. */
export function offsetOf(bytes: Uint8Array, text: string, from: number = 0): number {
  return Buffer.from(bytes).indexOf(Buffer.from(text, 'latin1'), from);
}
