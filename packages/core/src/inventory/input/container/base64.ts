const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const INVALID = 0xff;
const TABLE = makeTable();

/** RFC 4648 4 and 5: the digits of both alphabets. */
function makeTable(): Uint8Array {
  const table = new Uint8Array(128).fill(INVALID);
  for (let value = 0; value < DIGITS.length; value += 1) table[DIGITS.charCodeAt(value)] = value;
  for (const [digit, value] of [
    ['+', 62],
    ['-', 62],
    ['/', 63],
    ['_', 63],
  ] as const) {
    table[digit.charCodeAt(0)] = value;
  }
  return table;
}

/** Decodes base64 of either alphabet, with or without padding; undefined when it is none. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const digits = text.replace(/={1,2}$/, '');
  // One digit alone makes no byte.
  if (digits.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const value = TABLE[digits.charCodeAt(index)] ?? INVALID;
    if (value === INVALID) return undefined;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >> bits) & 0xff;
    at += 1;
  }
  return bytes;
}
