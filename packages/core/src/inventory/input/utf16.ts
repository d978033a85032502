/** UTF-16 bytes as text; a surrogate without its other half becomes U+FFFD. */
export interface Utf16Text {
  readonly text: string;
  /** Offsets in bytes of what was replaced. */
  readonly invalid: readonly number[];
}

/** Code units turned into text at a time: the engine limits the number of arguments. */
const UNITS_AT_ONCE = 8192;

const REPLACEMENT = 0xfffd;

function isHigh(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 0xdc00 && unit <= 0xdfff;
}

function unitsOf(bytes: Uint8Array, isBigEndian: boolean): Uint16Array {
  const units = new Uint16Array(bytes.length >> 1);
  const [high, low] = isBigEndian ? [0, 1] : [1, 0];
  for (let at = 0; at < units.length; at += 1) {
    units[at] = ((bytes[at * 2 + high] ?? 0) << 8) | (bytes[at * 2 + low] ?? 0);
  }
  return units;
}

/** Decodes whole code units: an even number of bytes. */
export function decodeUtf16(bytes: Uint8Array, isBigEndian: boolean): Utf16Text {
  const units = unitsOf(bytes, isBigEndian);
  const invalid: number[] = [];
  for (let at = 0; at < units.length; at += 1) {
    if (isHigh(units[at]) && isLow(units[at + 1])) {
      at += 1;
    } else if (isHigh(units[at]) || isLow(units[at])) {
      units[at] = REPLACEMENT;
      invalid.push(at * 2);
    }
  }
  let text = '';
  for (let at = 0; at < units.length; at += UNITS_AT_ONCE) {
    text += String.fromCharCode(...units.subarray(at, at + UNITS_AT_ONCE));
  }
  return { text, invalid };
}

/** Bytes at the end that begin a character the next chunk may complete: 0 to 3. */
export function unfinishedUtf16(bytes: Uint8Array, isBigEndian: boolean): number {
  const odd = bytes.length % 2;
  const last = unitsOf(bytes.subarray(Math.max(0, bytes.length - odd - 2)), isBigEndian)[0];
  return isHigh(last) ? odd + 2 : odd;
}
