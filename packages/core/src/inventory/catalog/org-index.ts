import type { Hit } from './catalog.ts';
import { foldConfusables, foldOrg } from './normalize-org.ts';

interface OrgEntry {
  readonly form: string;
  readonly hit: Hit;
}

function push(map: Map<string, OrgEntry[]>, key: string, entry: OrgEntry): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [entry]);
  else known.push(entry);
}

/**
 * Signs by organization. The legal form tells sister companies apart where it is given:
 * "Kaspersky Lab ZAO" finds the Russian company, "Kaspersky Lab" and a form nobody knows find
 * the name without one.
 */
export class OrgIndex {
  readonly #byBare = new Map<string, OrgEntry[]>();
  readonly #byFolded = new Map<string, OrgEntry[]>();

  get size(): number {
    return this.#byBare.size;
  }

  add(name: string, hit: Hit): void {
    const { bare, form } = foldOrg(name);
    push(this.#byBare, bare, { form, hit });
    push(this.#byFolded, foldConfusables(bare), { form, hit });
  }

  lookUp(name: string): readonly Hit[] {
    const { form, bare } = foldOrg(name);
    if (bare === '') return [];
    const entries = this.#byBare.get(bare);
    if (entries !== undefined) return closest(entries, form).map(({ hit }) => hit);
    const alike = this.#byFolded.get(foldConfusables(bare));
    if (alike === undefined) return [];
    // Letters that only look alike are never proof: `Kaspersky Iab` can be anybody.
    return closest(alike, form).map(({ hit }) =>
      hit.strength === 'A' ? { sign: hit.sign, strength: 'B' as const } : hit,
    );
  }
}

function isStronger(a: Hit, b: Hit): boolean {
  return a.strength < b.strength;
}

/**
 * The entries of that legal form, else those without one, else all. The name without a form is
 * matched by every form of it, so it is added where it says more than the closest entry.
 */
function closest(entries: readonly OrgEntry[], form: string): readonly OrgEntry[] {
  const generic = entries.filter((entry) => entry.form === '');
  const same = entries.filter((entry) => entry.form === form);
  if (same.length === 0) return generic.length > 0 ? generic : entries;
  if (form === '') return same;
  return [...same, ...generic.filter(({ hit }) => same.every((one) => isStronger(hit, one.hit)))];
}
