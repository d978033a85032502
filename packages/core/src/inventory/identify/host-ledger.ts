import type { Product } from '../../model/index.ts';
import { nameKey } from '../catalog/index.ts';
import { settle, type Identified } from './settle.ts';
import { mergeUnit, type Unit } from './unit.ts';
import { sharesTraces } from './shared-traces.ts';
import { isWiderThan } from './wider-product.ts';

function isFirm({ product, units }: Group): boolean {
  return product !== undefined && units.some(({ isProgram }) => isProgram);
}

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
    joinPrograms(groups);
    joinTraces(groups);
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
      const same = products.filter(
        ({ product }) => product && sharesTraces(product, claim.product),
      );
      const [only] = same;
      if (same.length === 1 && only !== undefined) only.units.push(unit);
      else join(groups, `product|${claim.product.id}`, unit, claim.product);
    }
  }
}

/** A program listed elsewhere by the very name of an identified one is that program. */
function joinPrograms(groups: Map<string, Group>): void {
  const firm = [...groups.values()].filter(isFirm);
  for (const [key, group] of groups) {
    if (!key.startsWith('program|')) continue;
    const name = key.slice('program|'.length);
    const same = firm.find(({ units }) =>
      units.some(({ subject }) => nameKey(subject.name) === name),
    );
    if (same === undefined) continue;
    same.units.push(...group.units);
    groups.delete(key);
  }
}

/**
 * What only traces show, a service or a driver, belongs to the listed program of which it can be
 * a trace: the one edition of it, or the only program of its kind on the host.
 */
function joinTraces(groups: Map<string, Group>): void {
  const firm = [...groups.values()].filter(isFirm);
  for (const [key, group] of groups) {
    const { product } = group;
    if (product === undefined || isFirm(group)) continue;
    const editions = firm.filter((one) => one.product && isWiderThan(product, one.product));
    const kin = firm.filter((one) => one.product && sharesTraces(product, one.product));
    const [only] = editions.length === 1 ? editions : kin;
    if (only === undefined || (editions.length !== 1 && kin.length !== 1)) continue;
    only.units.push(...group.units);
    groups.delete(key);
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
