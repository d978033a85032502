import type { Hit } from './catalog.ts';

/** Signs by domain suffix, found by walking the labels of a host name. */
export class HostIndex {
  readonly #bySuffix = new Map<string, Hit[]>();

  get size(): number {
    return this.#bySuffix.size;
  }

  add(suffix: string, hit: Hit): void {
    const key = suffix.startsWith('.') ? suffix.slice(1) : suffix;
    this.#bySuffix.set(key, [...(this.#bySuffix.get(key) ?? []), hit]);
  }

  /** Adds the signs whose domain is the host or one it lies under. */
  find(host: string, found: Hit[]): void {
    let from = 0;
    for (;;) {
      const hits = this.#bySuffix.get(from === 0 ? host : host.slice(from));
      if (hits !== undefined) found.push(...hits);
      const dot = host.indexOf('.', from);
      if (dot === -1) return;
      from = dot + 1;
    }
  }
}
