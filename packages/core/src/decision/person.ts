import { parseDate, localOfDate } from '../calendar/index.ts';
import {
  BOUND_CLASS_IMPLIES,
  BOUND_CLASSES,
  type Actor,
  type BoundClass,
  type BoundClassWord,
  type GroupId,
  type Ownership,
  type Party,
} from '../model/index.ts';
import type { PartyDirectory } from '../rulebook/index.ts';
import type { Tri } from './tri.ts';

/** A dated share of one owner; an absent percentage is unknown, not zero. */
export interface Owner {
  readonly party: Party | undefined;
  readonly isWeak: boolean;
  readonly name: string;
  readonly percent: number | undefined;
  readonly fromLocal: number;
  readonly toLocal: number;
}

/** Somebody in a transaction, with everything looked up once. */
export interface Person {
  /** Where it stands in the transaction, for naming missing facts. */
  readonly path: string;
  readonly name: string | undefined;
  readonly party: Party | undefined;
  /** `nobody`: the act has no such person. `unknown`: there is one, but nobody says who. */
  readonly identity: 'party' | 'other' | 'unknown' | 'nobody';
  /** The party was found by a name that others bear too. */
  readonly isWeak: boolean;
  readonly likelyGroups: readonly GroupId[];
  readonly country: string | undefined;
  readonly state: string | undefined;
  readonly classes: ReadonlySet<BoundClass> | undefined;
  readonly classesUnknown: ReadonlySet<BoundClass>;
  readonly usPerson: Tri;
  readonly owners: readonly Owner[] | undefined;
}

const NO_CLASSES: ReadonlySet<BoundClass> = new Set();

function withImplied(classes: readonly BoundClass[]): ReadonlySet<BoundClass> {
  const all = new Set(classes);
  const implied: Partial<Record<BoundClass, readonly BoundClass[]>> = BOUND_CLASS_IMPLIES;
  for (const one of classes) for (const wider of implied[one] ?? []) all.add(wider);
  return all;
}

/**
 * Whether somebody is a US person (15 CFR 791.2): by a class that says so, by being in the
 * United States, or not by being an organization elsewhere. A human being abroad may be a
 * citizen, so without a class the answer is unknown.
 */
function usPersonOf(
  classes: ReadonlySet<BoundClass> | undefined,
  country: string | undefined,
  schema: string | undefined,
): Tri {
  for (const one of classes ?? NO_CLASSES) {
    const word: BoundClassWord = BOUND_CLASSES[one];
    if (word.usPerson !== undefined) return word.usPerson;
  }
  if (country === undefined) return undefined;
  if (country === 'US') return true;
  const isHuman = schema === 'Person' || classes?.has('natural-person') === true;
  return isHuman ? undefined : false;
}

function resolveOwner(share: Ownership, directory: PartyDirectory): Owner {
  const from = share.from === undefined ? undefined : parseDate(share.from);
  const to = share.to === undefined ? undefined : parseDate(share.to);
  const found = directory.lookUp(share.owner);
  return {
    party: found.party,
    isWeak: found.isWeak === true,
    name: share.owner,
    percent: share.percent,
    fromLocal: from === undefined ? Number.NEGATIVE_INFINITY : localOfDate(from),
    toLocal: to === undefined ? Number.POSITIVE_INFINITY : localOfDate(to),
  };
}

/** Owners of a party as the rulebook records them. */
export function ownersOf(
  ownership: readonly Ownership[] | undefined,
  directory: PartyDirectory,
): readonly Owner[] | undefined {
  return ownership?.map((share) => resolveOwner(share, directory));
}

/** Looks a person of a transaction up among the parties of the rulebook. */
export function resolvePerson(actor: Actor, path: string, directory: PartyDirectory): Person {
  const key = actor.party ?? actor.name;
  const found = key === undefined ? undefined : directory.lookUp(key);
  const party = found?.party;
  const country = (actor.country ?? party?.country)?.toUpperCase();
  const isSomebody = party !== undefined || key !== undefined;
  // A party of the rulebook whose classes nobody stated is what the rulebook says: a vendor.
  const isVendor = party !== undefined && found?.isWeak !== true;
  const stated = actor.classes ?? (isVendor ? [] : undefined);
  const classes = stated === undefined ? undefined : withImplied(stated);
  const hasTraits = country !== undefined || (classes !== undefined && classes.size > 0);
  return {
    path,
    name: actor.name ?? party?.name,
    party,
    identity: party !== undefined ? 'party' : isSomebody || hasTraits ? 'other' : 'unknown',
    isWeak: found?.isWeak === true,
    likelyGroups: found?.likelyGroups ?? [],
    country,
    state: actor.state,
    classes,
    classesUnknown:
      actor.classesUnknown === undefined ? NO_CLASSES : new Set(actor.classesUnknown),
    usPerson: usPersonOf(classes, country, party?.schema),
    owners: ownersOf(actor.ownership ?? party?.ownership, directory),
  };
}

/** Somebody of whom nothing is known, or nobody at all. */
export function absentPerson(path: string, identity: 'unknown' | 'nobody'): Person {
  return {
    path,
    name: undefined,
    party: undefined,
    identity,
    isWeak: false,
    likelyGroups: [],
    country: undefined,
    state: undefined,
    classes: identity === 'nobody' ? NO_CLASSES : undefined,
    classesUnknown: NO_CLASSES,
    usPerson: identity === 'nobody' ? false : undefined,
    owners: undefined,
  };
}
