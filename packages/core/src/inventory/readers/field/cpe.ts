/** The two parts of a CPE name that signs are bound to. */
export interface CpeParts {
  readonly vendor: string;
  /** Absent when the name leaves the product open. */
  readonly product?: string;
}

const FORMATTED = 'cpe:2.3:';
const URI = 'cpe:/';

/**
 * Vendor and product of a CPE name, in either of its bindings; undefined when it names no vendor.
 *
 * NISTIR 7695 6.1 (URI: `cpe:/a:vendor:product`, percent-encoded) and 6.2 (formatted string:
 * `cpe:2.3:a:vendor:product`, backslash before a character that is meant).
 */
export function cpeParts(name: string): CpeParts | undefined {
  const lower = name.slice(0, FORMATTED.length).toLowerCase();
  const isFormatted = lower === FORMATTED;
  if (!isFormatted && !lower.startsWith(URI)) return undefined;
  const from = isFormatted ? FORMATTED.length : URI.length;
  const vendorAt = endOfPart(name, from) + 1;
  const vendorEnd = endOfPart(name, vendorAt);
  const productEnd = endOfPart(name, vendorEnd + 1);
  const read = isFormatted ? unquote : percentDecode;
  const vendor = read(name.slice(vendorAt, vendorEnd));
  if (vendor === undefined) return undefined;
  const product = read(name.slice(vendorEnd + 1, productEnd));
  return product === undefined ? { vendor } : { vendor, product };
}

/** Index of the colon that ends the part at `from`; a colon behind a backslash is meant. */
function endOfPart(name: string, from: number): number {
  for (let at = from; at < name.length; at += 1) {
    const letter = name.charAt(at);
    if (letter === ':') return at;
    if (letter === '\\') at += 1;
  }
  return name.length;
}

/** `*` is any value, `-` is no value; neither names anything. */
function named(part: string): string | undefined {
  return part === '' || part === '*' || part === '-' ? undefined : part;
}

function unquote(part: string): string | undefined {
  return part.includes('\\') ? named(part)?.replaceAll(/\\(.)/g, '$1') : named(part);
}

function percentDecode(part: string): string | undefined {
  const text = named(part);
  if (text === undefined || !text.includes('%')) return text;
  return text.replaceAll(/%([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
