const DIGITS = /^[0-9A-F]{12}$/;

/**
 * A MAC address as twelve hex digits in upper case, so that a registered prefix of any length
 * can be compared with its start.
 *
 * Undefined for addresses that name no maker: all zero, multicast (lowest bit of the first
 * byte) and locally administered (the bit above it), which phones make up at random. BSD writes
 * bytes without their leading zero.
 */
export function macDigits(address: string): string | undefined {
  const parts = address.trim().split(/[:-]/);
  const joined = parts.length === 6 ? parts.map((part) => part.padStart(2, '0')).join('') : address;
  const digits = joined.replaceAll(/[\s:.-]/g, '').toUpperCase();
  if (!DIGITS.test(digits) || /^0+$/.test(digits)) return undefined;
  return (Number.parseInt(digits.slice(0, 2), 16) & 0b11) === 0 ? digits : undefined;
}
