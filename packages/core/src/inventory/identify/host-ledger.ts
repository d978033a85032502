import type { Product } from '../../model/index.ts';
import { settle, type Identified } from './settle.ts';
import { mergeUnit, type Unit } from './unit.ts';

function keyOf({ claim, against, isProgram }: Unit): string {
  const traits = `${against ?? ''}|${isProgram ? 'program' : 'trace'}`;
  switch (claim.kind) {
    case 'product':
    case 'hint':
    case 'default':
      return `${claim.kind}|${claim.product.id}|${traits}`;
    case 'program':
      return `program|${claim.key}|${traits}`;
    default:
      return `${claim.kind}|${traits}`;
  }
}

interface Group {
  readonly product: Product | undefined;
  readonly units: Unit[];
}

/**
 * The evidence of one maker on one host. Products stay apart; what shows only the maker joins the
 * product it can belong to, when there is just one.
 */
export class HostLedger {
  readonly #units = new Map<string, Unit>();
  readonly #embeddedIn: string | undefined;

  constructor(embeddedIn: string | undefined) {
    this.#embeddedIn = embeddedIn;
  }

  add(unit: Unit): void {
    const key = keyOf(unit);
    const known = this.#units.get(key);
    if (known === undefined) this.#units.set(key, unit);
    else mergeUnit(known, unit);
  }

  settle(): readonly Identified[] {
    const groups = new Map<string, Group>();
    const makers: Unit[] = [];
    const visits: Unit[] = [];
    this.#sort(groups, makers, visits);
    // A name narrows down what a driver leaves open, so it goes first.
    this.#joinLoose(groups, 'hint');
    this.#joinLoose(groups, 'default');
    joinMakers(groups, makers);
    const found = [...groups.values()].flatMap(
      ({ units, product }) => settle(units, product, this.#embeddedIn) ?? [],
    );
    // A visit beside a finding says nothing more; alone it is a lead.
    if (found.length > 0) return found;
    return visits.length === 0 ? [] : [settle(visits, undefined, this.#embeddedIn) ?? []].flat();
  }

  #sort(groups: Map<string, Group>, makers: Unit[], visits: Unit[]): void {
    for (const unit of this.#units.values()) {
      const { claim } = unit;
      if (claim.kind === 'product')
        join(groups, `product|${claim.product.id}`, unit, claim.product);
      else if (claim.kind === 'program') join(groups, `program|${claim.key}`, unit, undefined);
      else if (claim.kind === 'maker') makers.push(unit);
      else if (claim.kind === 'visit') visits.push(unit);
    }
  }

  /** What is not sure of its product belongs to the one of its class, or stands for itself. */
  #joinLoose(groups: Map<string, Group>, kind: 'hint' | 'default'): void {
    const products = [...groups.values()];
    for (const unit of this.#units.values()) {
      const { claim } = unit;
      if (claim.kind !== kind) continue;
      const same = products.filter(({ product }) => product?.class === claim.product.class);
      const [only] = same;
      if (same.length === 1 && only !== undefined) only.units.push(unit);
      else join(groups, `product|${claim.product.id}`, unit, claim.product);
    }
  }
}

function join(
  groups: Map<string, Group>,
  key: string,
  unit: Unit,
  product: Product | undefined,
): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, { product, units: [unit] });
  else known.units.push(unit);
}

function joinMakers(groups: Map<string, Group>, makers: readonly Unit[]): void {
  if (makers.length === 0) return;
  const [only] = groups.values();
  if (groups.size === 1 && only !== undefined) only.units.push(...makers);
  else groups.set('maker', { product: undefined, units: [...makers] });
}
