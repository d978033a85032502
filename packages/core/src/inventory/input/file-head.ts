import type { FileHead } from '../reader.ts';
import { decodeBytes } from './decode-text.ts';
import { encodingOf } from './encoding.ts';
import { knownBytes } from './magic.ts';
import { unfinishedUtf8 } from './utf8.ts';

/** Share of control characters above which bytes without a NUL are no text either. */
const CONTROL_SHARE_MAX = 0.05;

/** C0 and DEL without tab, line breaks, form feed, the old end-of-file mark and escape. */
// oxlint-disable-next-line no-control-regex -- control characters are what is counted
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u0019\u001c-\u001f\u007f]/g;

/** The start of a file as readers see it when they are asked whether it is their format. */
export function makeHead(bytes: Uint8Array, isWhole: boolean): FileHead {
  const { name, bomBytes } = encodingOf(bytes);
  const cut = isWhole ? 0 : name === 'utf-8' ? unfinishedUtf8(bytes) : bytes.length % 2;
  const { text } = decodeBytes(bytes.subarray(bomBytes, bytes.length - cut), name);
  return { bytes, text, isBinary: isBinary(bytes, text), isWhole };
}

function isBinary(bytes: Uint8Array, text: string): boolean {
  if (knownBytes(bytes) !== undefined || text.includes('\0')) return true;
  const controls = text.match(CONTROLS)?.length ?? 0;
  return controls > text.length * CONTROL_SHARE_MAX;
}
