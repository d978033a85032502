/** Line and column of an index in a text, counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

export function placeAt(text: string, index: number): TextPlace {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < index; end = text.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
  }
  return { line, column: index - start + 1 };
}

/** Bytes the text up to an index takes in UTF-8. */
export function utf8BytesUpTo(text: string, index: number): number {
  let bytes = 0;
  for (let at = 0; at < index; at += 1) {
    const code = text.charCodeAt(at);
    // Each half of a surrogate pair counts for two of the four bytes.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}
