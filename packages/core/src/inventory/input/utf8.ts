/**
 * Length of the well-formed UTF-8 sequence at `at`; negative: the number of bytes that are
 * replaced by one U+FFFD there. `end` is the end of the input.
 *
 * Unicode 3.9, table 3-7 gives the well-formed sequences, and "maximal subparts" the rest.
 */
function sequenceAt(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return -1;
  const size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  let low = 0x80;
  let high = 0xbf;
  if (first === 0xe0) low = 0xa0;
  if (first === 0xed) high = 0x9f;
  if (first === 0xf0) low = 0x90;
  if (first === 0xf4) high = 0x8f;
  for (let next = 1; next < size; next += 1) {
    const byte = at + next < end ? (bytes[at + next] ?? 0) : 0;
    if (byte < low || byte > high) return -next;
    low = 0x80;
    high = 0xbf;
  }
  return size;
}

/** Offsets of the sequences a lossy decoder replaces. */
export function invalidUtf8(bytes: Uint8Array): readonly number[] {
  const offsets: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const size = sequenceAt(bytes, at, bytes.length);
    if (size < 0) offsets.push(at);
    at += Math.abs(size);
  }
  return offsets;
}

/** Bytes at the end that begin a sequence the next chunk may complete: 0 to 3. */
export function unfinishedUtf8(bytes: Uint8Array): number {
  const from = Math.max(0, bytes.length - 3);
  for (let at = bytes.length - 1; at >= from; at -= 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) return 0;
    if (byte > 0xf4) return 0;
    if (byte >= 0xc0) {
      const length = bytes.length - at;
      const needed = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      // A sequence that is already wrong is not waited for.
      return length < needed && sequenceAt(bytes, at, bytes.length) === -length ? length : 0;
    }
  }
  return 0;
}
