import {
  PRESENCES,
  type Identification,
  type Level,
  type PartyId,
  type Presence,
  type Privilege,
  type Product,
  type SignId,
} from '../../model/index.ts';
import { levelOf } from './combine.ts';
import { powersOf } from './powers.ts';
import { IDENTIFY_LIMITS } from './limits.ts';
import { strongerPresence, type Item, type Subject, type Unit } from './unit.ts';

/** A subject and what it turned out to be. */
export interface Identified {
  readonly subject: Subject;
  readonly identification: Identification;
}

const STRENGTH_ORDER = { A: 0, B: 1, C: 2, neg: 3 } as const;

/** The privilege of an installed program of which nothing more is shown. */
const USER_PROCESS: Privilege = 2;
/** The privilege of something that is part of a build. */
const LIBRARY: Privilege = 1;

/**
 * The highest privilege that evidence shows; failing that, what the product is known for when it
 * is on the system, and not merely suspected. Nothing that is gone or only visited has any.
 */
function privilegeOf(
  items: readonly Item[],
  presence: Presence,
  product: Product | undefined,
  level: Level,
): Shown {
  const { rank } = PRESENCES[presence];
  if (rank <= PRESENCES.remnant.rank) return { privilege: 0, by: [] };
  let highest: Privilege | undefined;
  for (const { privilege } of items) {
    if (privilege !== undefined && privilege > (highest ?? -1)) highest = privilege;
  }
  if (highest !== undefined) {
    const showing = items.filter(({ privilege }) => privilege === highest);
    const signs = new Set(showing.map(({ evidence }) => evidence.sign));
    return { privilege: highest, by: [...signs] };
  }
  if (level === 'lead') return { privilege: 0, by: [] };
  if (rank < PRESENCES.licensed.rank) return { privilege: LIBRARY, by: [] };
  return { privilege: product?.privilege ?? USER_PROCESS, by: [] };
}

/** A privilege and the signs that show it. */
interface Shown {
  readonly privilege: Privilege;
  readonly by: readonly SignId[];
}

/** Every state the pieces show, the strongest first. */
function statesOf(items: readonly Item[], presence: Presence): readonly Presence[] {
  const states = new Set<Presence>([presence, ...items.map((item) => item.presence)]);
  return [...states].sort((a, b) => PRESENCES[b].rank - PRESENCES[a].rank);
}

function partyOf(items: readonly Item[], product: Product | undefined): PartyId | undefined {
  if (product !== undefined) return product.maker;
  const [first] = [...items].sort(byStrength);
  return first?.party;
}

function byStrength(a: Item, b: Item): number {
  return STRENGTH_ORDER[a.strength] - STRENGTH_ORDER[b.strength];
}

interface Weighed {
  readonly level: Level;
  readonly capped: string | undefined;
}

/**
 * Days on which somebody asks for a maker's domain before it is more than a visit. A person reads
 * a page; what asks again and again, and not for a page, is mostly a program.
 */
const VISIT_DAYS_MIN = 3;

/** Visits on enough days count as one strong sign, unless they are of pages people read. */
function weighVisits(units: readonly Unit[]): Weighed | undefined {
  if (units.some(({ claim }) => claim.kind !== 'visit')) return undefined;
  const days = new Set<string>();
  for (const unit of units) {
    if (unit.against === undefined) for (const day of unit.days) days.add(day);
  }
  if (days.size < VISIT_DAYS_MIN) return undefined;
  const capped = `asked for on ${days.size} days; no host that only a product asks for was seen`;
  return { level: 'probable', capped };
}

/** What speaks against counts where it stands: other records of the same host are as good. */
function weigh(units: readonly Unit[]): Weighed | undefined {
  const free = units.filter(
    ({ against, claim }) => against === undefined && claim.kind !== 'visit',
  );
  const level = levelOf(free.flatMap(({ items }) => items));
  if (level !== undefined) return { level, capped: undefined };
  const whole = levelOf(units.flatMap(({ items }) => items));
  if (whole === undefined) return undefined;
  return { level: 'lead', capped: units.find(({ against }) => against !== undefined)?.against };
}

/** One finding out of the units that belong together; the first program among them names it. */
export function settle(
  units: readonly Unit[],
  product: Product | undefined,
  embeddedIn?: string,
): Identified | undefined {
  const weighed = weighVisits(units) ?? weigh(units);
  const lead = units.find(({ isProgram }) => isProgram) ?? units[0];
  if (weighed === undefined || lead === undefined) return undefined;
  const { level, capped } = weighed;
  const counting = capped === undefined ? units.filter((one) => one.against === undefined) : units;
  const presence = counting.map((unit) => unit.presence).reduce(strongerPresence);
  const items = counting.flatMap((unit) => unit.items);
  const party = partyOf(items, product);
  const { privilege, by } = privilegeOf(items, presence, product, level);
  const states = statesOf(items, presence);
  const evidence = [...items]
    .sort(byStrength)
    .slice(0, IDENTIFY_LIMITS.evidenceMax)
    .map((item) => item.evidence);
  return {
    subject: lead.subject,
    identification: {
      ...(party === undefined ? {} : { party }),
      ...(product === undefined
        ? {}
        : { product: product.id, productName: product.name, class: product.class }),
      level,
      presence,
      states,
      privilege,
      privilegeBy: by,
      powers: powersOf(privilege, states),
      ...(embeddedIn === undefined ? {} : { embeddedIn }),
      ...(capped === undefined ? {} : { capped }),
      evidence,
    },
  };
}
