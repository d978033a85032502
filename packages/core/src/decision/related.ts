import { LIMITS } from '../limits.ts';
import type { GroupId, Party, PartyId, Related } from '../model/index.ts';
import type { PartyDirectory } from '../rulebook/index.ts';
import type { Context } from './context.ts';
import { ownersOf, type Owner, type Person } from './person.ts';
import { compileSpan, dayClock, locate, type CompiledSpan, type Point } from './point.ts';
import type { Tri } from './tri.ts';

/** Shares are decimal fractions: 30 + 20 must reach 50 in binary too. */
const SHARE_EPSILON = 1e-9;

/** A relation with its listings compiled. */
export interface CompiledRelated {
  readonly source: Related;
  readonly parties: ReadonlySet<PartyId>;
  readonly group: GroupId | undefined;
  readonly listings: ReadonlyMap<PartyId, readonly CompiledSpan[]>;
  /** Parties of the rulebook whose owners it records. */
  readonly owned: readonly { readonly id: PartyId; readonly owners: readonly Owner[] }[];
  /** Who holds for the named parties, by the time asked about. */
  readonly holders: Map<string, Holders>;
}

function ownedParties(directory: PartyDirectory): CompiledRelated['owned'] {
  const owned: { readonly id: PartyId; readonly owners: readonly Owner[] }[] = [];
  for (const { id, ownership } of directory.parties()) {
    const owners = ownersOf(ownership, directory);
    if (owners !== undefined) owned.push({ id, owners });
  }
  return owned;
}

export function compileRelated(related: Related, directory: PartyDirectory): CompiledRelated {
  const listings = new Map<PartyId, CompiledSpan[]>();
  if (related.list !== undefined) {
    for (const id of directory.onList(related.list)) {
      const spans = (directory.byId(id)?.listings ?? [])
        .filter((listing) => listing.list === related.list)
        .map((listing) => compileSpan(listing));
      listings.set(id, spans);
    }
  }
  return {
    source: related,
    parties: new Set(related.parties),
    group: related.group,
    listings,
    owned: related.relation === 'self' ? [] : ownedParties(directory),
    holders: new Map(),
  };
}

/** Whether a known party is one of those the relation names, at a point in time. */
export function isNamed(
  id: PartyId,
  related: CompiledRelated,
  directory: PartyDirectory,
  point: Point,
): boolean {
  if (related.parties.has(id)) return true;
  if (related.group !== undefined && directory.isMember(id, related.group)) return true;
  const spans = related.listings.get(id);
  return spans?.some((span) => locate(point, span) === 'inside') ?? false;
}

/** Whose shares count: held by named parties for certain, or possibly. */
interface Holders {
  readonly certain: ReadonlySet<PartyId>;
  readonly possible: ReadonlySet<PartyId>;
}

/** Whether an unspecific name may mean one of the named parties. */
function mayBeNamed(party: Party, related: CompiledRelated, context: Context): boolean {
  if (party.standsFor === undefined) return false;
  const { directory } = context.situation;
  for (const member of directory.membersOf(party.standsFor)) {
    if (isNamed(member, related, directory, context.point)) return true;
  }
  return false;
}

interface Share {
  readonly certain: number;
  /** Percent that could be theirs too: an unknown share, or an owner of whom it is open. */
  readonly possible: number;
  /** An owner counts only by a name others bear too. */
  readonly isWeak: boolean;
  /** Somebody the rulebook does not know, or nobody stated, owns so much. */
  readonly strange: number;
}

function sumShares(owners: readonly Owner[], holders: Holders, context: Context): Share {
  const clock = dayClock(context.point);
  let certain = 0;
  let possible = 0;
  let isWeak = false;
  let strange = 100;
  for (const { party, isWeak: weak, near, percent, fromLocal, toLocal } of owners) {
    if (clock < fromLocal || clock >= toLocal) continue;
    if (near.some((id) => holders.possible.has(id))) {
      possible += percent ?? 100;
      isWeak = true;
    }
    if (party !== undefined) strange -= percent ?? 100;
    if (party !== undefined && holders.possible.has(party.id)) {
      possible += percent ?? 100;
      if (weak) isWeak = true;
      else if (holders.certain.has(party.id)) certain += percent ?? 0;
    }
  }
  return { certain, possible, isWeak, strange };
}

/**
 * Who holds for the named parties: they themselves, and every party of the rulebook of which
 * such holders own the threshold. Grown until nothing is added, so circles of ownership end.
 */
function holdersOf(related: CompiledRelated, context: Context): Holders {
  const isTimeless = related.owned.length === 0 && related.listings.size === 0;
  const { isDate, local, utc } = context.point;
  const key = isTimeless ? 'always' : isDate ? `day ${local}` : `instant ${utc}`;
  const known = related.holders.get(key);
  if (known !== undefined) return known;
  const made = growHolders(related, context);
  if (related.holders.size >= LIMITS.holdersRememberedMax) related.holders.clear();
  related.holders.set(key, made);
  return made;
}

function growHolders(related: CompiledRelated, context: Context): Holders {
  const { directory } = context.situation;
  const percentMin = related.source.percentMin ?? 50;
  const certain = new Set<PartyId>();
  const possible = new Set<PartyId>();
  for (const party of directory.parties()) {
    if (isNamed(party.id, related, directory, context.point)) certain.add(party.id);
    else if (!mayBeNamed(party, related, context)) continue;
    possible.add(party.id);
  }
  let grew = related.owned.length > 0;
  while (grew) {
    grew = false;
    for (const { id, owners } of related.owned) {
      const share = sumShares(owners, { certain, possible }, context);
      if (!certain.has(id) && share.certain + SHARE_EPSILON >= percentMin) {
        certain.add(id);
        possible.add(id);
        grew = true;
      } else if (!possible.has(id) && share.possible + SHARE_EPSILON >= percentMin) {
        possible.add(id);
        grew = true;
      }
    }
  }
  return { certain, possible };
}

/** Whether an unnamed owner bears the telling word of the group. */
function likelyOwner(owners: readonly Owner[], group: GroupId | undefined): Owner | undefined {
  if (group === undefined) return undefined;
  return owners.find(({ likelyGroups }) => likelyGroups.includes(group));
}

function isOwned(person: Person, related: CompiledRelated, context: Context): Tri {
  if (person.identity === 'nobody') return false;
  const { percentMin = 50, ifUnstated, group } = related.source;
  const { owners, path } = person;
  if (owners === undefined) {
    if (ifUnstated === 'unknown' && person.identity !== 'unknown') {
      context.missing.push(`${path}.ownership`);
      return undefined;
    }
    if (person.party === undefined) {
      context.assumed.push(`nobody stated who owns the ${path}: taken as not owned`);
    }
    return false;
  }
  const share = sumShares(owners, holdersOf(related, context), context);
  if (share.certain + SHARE_EPSILON >= percentMin) return true;
  if (share.possible + SHARE_EPSILON >= percentMin) {
    context.missing.push(share.isWeak ? `${path}.ownership.identity` : `${path}.ownership.percent`);
    return undefined;
  }
  const bearer = likelyOwner(owners, group);
  if (bearer !== undefined) {
    context.missing.push(`${path}.ownership.identity`);
    return undefined;
  }
  if (share.possible + share.strange + SHARE_EPSILON >= percentMin) {
    context.assumed.push(`owners of the ${path} that the rulebook does not know are no named ones`);
  }
  return false;
}

function likely(person: Person, group: GroupId, context: Context): boolean {
  if (!person.likelyGroups.includes(group)) return false;
  context.cautions.push(
    `\`${person.name ?? ''}\` is counted to the group from its name alone: confirm who owns it`,
  );
  return true;
}

/** A name that others bear too counts when a party associated with it takes part. */
function isConfirmed(person: Person, context: Context): Tri {
  const { actor, counterparty, directory } = context.situation;
  const group = person.party?.associatedWith;
  const isConnected =
    group !== undefined &&
    [actor, counterparty].some(({ party }) => party && directory.isMember(party.id, group));
  if (!isConnected) {
    context.missing.push(`${person.path}.identity`);
    return undefined;
  }
  context.cautions.push(`\`${person.name ?? ''}\` is a name others bear too: confirm the identity`);
  return true;
}

/** Somebody the rulebook does not know by this name: of a named group all the same, or owned. */
function relationOfStranger(person: Person, related: CompiledRelated, context: Context): Tri {
  const { group, relation } = related.source;
  if (relation === 'member' && group !== undefined && likely(person, group, context)) return true;
  const { directory } = context.situation;
  if (person.near.some((id) => isNamed(id, related, directory, context.point))) {
    context.missing.push(`${person.path}.identity`);
    return undefined;
  }
  if (relation !== 'member' || group === undefined || person.owners === undefined) return false;
  return isOwned(person, related, context);
}

/** How a person stands to the parties a rule names; unknown facts are noted in the context. */
export function relationOf(person: Person, related: CompiledRelated, context: Context): Tri {
  const { relation } = related.source;
  if (relation === 'owned') return isOwned(person, related, context);
  const { directory } = context.situation;
  if (person.party !== undefined && isNamed(person.party.id, related, directory, context.point)) {
    return person.isWeak ? isConfirmed(person, context) : true;
  }
  switch (person.identity) {
    case 'nobody':
      return false;
    case 'unknown':
      context.missing.push(person.path === 'item.maker' ? person.path : `${person.path}.name`);
      return undefined;
    case 'party':
      if (person.party === undefined || !mayBeNamed(person.party, related, context)) return false;
      context.missing.push(`${person.path}.identity`);
      return undefined;
    case 'other':
      if (person.name === undefined) {
        context.assumed.push(`the ${person.path} is not named: taken as none of the named parties`);
      }
      return relationOfStranger(person, related, context);
  }
}
