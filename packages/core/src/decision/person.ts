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
  type PartyId,
} from '../model/index.ts';
import type { PartyDirectory, PartyLookup } from '../rulebook/index.ts';
import type { Tri } from './tri.ts';
import { usStateOf } from './us-state.ts';

/** A dated share of one owner; an absent percentage is unknown, not zero. */
export interface Owner {
  readonly party: Party | undefined;
  readonly isWeak: boolean;
  readonly likelyGroups: readonly GroupId[];
  /** Parties the name may mean, theirs being written otherwise. */
  readonly near: readonly PartyId[];
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
  /** Parties the name may mean, theirs being written otherwise. */
  readonly near: readonly PartyId[];
  readonly country: string | undefined;
  readonly state: string | undefined;
  readonly classes: ReadonlySet<BoundClass> | undefined;
  readonly classesUnknown: ReadonlySet<BoundClass>;
  readonly usPerson: Tri;
  readonly owners: readonly Owner[] | undefined;
}

const NO_CLASSES: ReadonlySet<BoundClass> = new Set();
const NO_PARTIES: readonly PartyId[] = [];

function withImplied(classes: readonly BoundClass[]): ReadonlySet<BoundClass> {
  const all = new Set(classes);
  const implied: Partial<Record<BoundClass, readonly BoundClass[]>> = BOUND_CLASS_IMPLIES;
  for (const one of classes) for (const wider of implied[one] ?? []) all.add(wider);
  return all;
}

/** Territories that belong to the United States and have country codes of their own. */
const US_TERRITORIES = new Set(['AS', 'GU', 'MP', 'PR', 'UM', 'VI']);

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
  let byClass: Tri;
  for (const one of classes ?? NO_CLASSES) {
    const word: BoundClassWord = BOUND_CLASSES[one];
    if (word.usPerson === undefined) continue;
    // Two classes that contradict each other leave it open.
    if (byClass !== undefined && byClass !== word.usPerson) return undefined;
    byClass = word.usPerson;
  }
  if (byClass !== undefined) return byClass;
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
    likelyGroups: found.likelyGroups,
    near: found.near ?? NO_PARTIES,
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

/** By id first; an id nobody knows does not hide a name that is known. */
function findParty(actor: Actor, directory: PartyDirectory): PartyLookup | undefined {
  const byId = actor.party === undefined ? undefined : directory.lookUp(actor.party);
  if (byId?.party !== undefined || actor.name === undefined) return byId;
  return directory.lookUp(actor.name);
}

/** A country code in capitals, with territories counted to the country they belong to. */
function countryOf(code: string | undefined): string | undefined {
  const upper = code?.toUpperCase();
  return upper !== undefined && US_TERRITORIES.has(upper) ? 'US' : upper;
}

/** Who is said to be in a US state is in the United States, unless a country is stated. */
function countryOfState(state: string | undefined): string | undefined {
  return state !== undefined && usStateOf(state) !== undefined ? 'US' : undefined;
}

/** The state as a code; what is no state of the United States is not known, for somebody there. */
function stateOf(state: string | undefined, country: string | undefined): string | undefined {
  if (state === undefined) return undefined;
  return country === 'US' ? usStateOf(state) : state.trim().toUpperCase();
}

/** Looks a person of a transaction up among the parties of the rulebook. */
export function resolvePerson(actor: Actor, path: string, directory: PartyDirectory): Person {
  const key = actor.party ?? actor.name;
  const found = findParty(actor, directory);
  const party = found?.party;
  const country = countryOf(actor.country ?? party?.country ?? countryOfState(actor.state));
  const isSomebody = party !== undefined || key !== undefined;
  // A party of the rulebook whose classes nobody stated is what the rulebook says: a vendor.
  const isVendor = party !== undefined && found?.isWeak !== true;
  const stated = actor.classes ?? (isVendor ? [] : undefined);
  const classes = stated === undefined ? undefined : withImplied(stated);
  // Somebody described by kind is somebody, if not by name; a country alone describes nobody.
  const isDescribed = classes !== undefined && classes.size > 0;
  // An actor of whom only a country is stated is whoever asks, and knows who that is.
  const isAsking = path === 'actor' && country !== undefined;
  const isHuman = party?.schema === 'Person' || classes?.has('natural-person') === true;
  return {
    path,
    name: actor.name ?? party?.name,
    party,
    identity:
      party !== undefined ? 'party' : isSomebody || isDescribed || isAsking ? 'other' : 'unknown',
    isWeak: found?.isWeak === true,
    // The telling word of a group of companies can be the surname of a human being.
    likelyGroups: isHuman ? [] : (found?.likelyGroups ?? []),
    near: found?.near ?? NO_PARTIES,
    country,
    state: stateOf(actor.state, country),
    classes,
    classesUnknown: actor.classesUnknown === undefined ? NO_CLASSES : new Set(actor.classesUnknown),
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
    near: NO_PARTIES,
    country: undefined,
    state: undefined,
    classes: identity === 'nobody' ? NO_CLASSES : undefined,
    classesUnknown: NO_CLASSES,
    usPerson: identity === 'nobody' ? false : undefined,
    owners: undefined,
  };
}
