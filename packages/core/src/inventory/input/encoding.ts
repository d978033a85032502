export type EncodingName = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface Encoding {
  readonly name: EncodingName;
  /** Length of the byte order mark the text begins with. */
  readonly bomBytes: number;
}

/** The encoding a byte order mark names; UTF-8 without one. Nothing is guessed. */
export function encodingOf(head: Uint8Array): Encoding {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: 'utf-8', bomBytes: 3 };
  // FF FE 00 00 is UTF-32; as UTF-16 it would begin with a NUL and so counts as binary.
  if (a === 0xff && b === 0xfe && !(c === 0 && d === 0)) return { name: 'utf-16le', bomBytes: 2 };
  if (a === 0xfe && b === 0xff) return { name: 'utf-16be', bomBytes: 2 };
  return { name: 'utf-8', bomBytes: 0 };
}
