import type { Tables } from '../snapshot/tables.ts';

/** Without a stream it keeps nothing between two texts. */
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** A text of the snapshot by its id. The bytes are copied, since they may be shared by threads. */
export function textAt({ stringStart, stringBytes }: Tables, id: number): string {
  const start = stringStart[id];
  const end = stringStart[id + 1];
  if (start === undefined || end === undefined || start === end) return '';
  if (end - start < 24) return shortText(stringBytes, start, end);
  return DECODER.decode(stringBytes.slice(start, end));
}

/** A few plain letters are made faster one by one than by a decoder. */
function shortText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte > 0x7f) return DECODER.decode(bytes.slice(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}
