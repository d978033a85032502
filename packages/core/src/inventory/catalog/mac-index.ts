import type { Hit } from './catalog.ts';

/** Lengths of registered prefixes in hex digits, longest first: 36, 28 and 24 bits. */
const PREFIX_LENGTHS = [9, 7, 6] as const;

/**
 * Prefixes a sign of `mac_prefix` lists, separated by spaces: one sign holds all prefixes the
 * registry gives one organization. `2CC44F9/28` says its bits; hex digits say them too.
 */
export function macPrefixes(value: string): readonly string[] {
  return value
    .trim()
    .split(/\s+/)
    .map((one) =>
      one
        .replace(/\/\d+$/, '')
        .replaceAll(/[:.-]/g, '')
        .toLowerCase(),
    );
}

/** Whether a text is a prefix of a length the registry gives out. */
export function isMacPrefix(prefix: string): boolean {
  return /^[0-9a-f]+$/.test(prefix) && PREFIX_LENGTHS.some((length) => length === prefix.length);
}

/** Signs by registered prefix; the longest prefix wins, as registries subdivide their blocks. */
export class MacIndex {
  readonly #byPrefix = new Map<string, Hit[]>();

  add(prefix: string, hit: Hit): void {
    this.#byPrefix.set(prefix, [...(this.#byPrefix.get(prefix) ?? []), hit]);
  }

  lookUp(digits: string): readonly Hit[] {
    for (const length of PREFIX_LENGTHS) {
      if (digits.length < length) continue;
      const hits = this.#byPrefix.get(digits.slice(0, length));
      if (hits !== undefined) return hits;
    }
    return [];
  }
}
