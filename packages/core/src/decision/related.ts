import type { GroupId, PartyId, Related } from '../model/index.ts';
import type { PartyDirectory } from '../rulebook/index.ts';
import type { Context } from './context.ts';
import { ownersOf, type Owner, type Person } from './person.ts';
import { compileSpan, locate, type CompiledSpan, type Point } from './point.ts';
import type { Tri } from './tri.ts';

/** Chains of ownership longer than this are not followed; the answer is then unknown. */
const CHAIN_LENGTH_MAX = 16;
/** Shares are decimal fractions: 30 + 20 must reach 50 in binary too. */
const SHARE_EPSILON = 1e-9;

/** A relation with its listings compiled. */
export interface CompiledRelated {
  readonly source: Related;
  readonly parties: ReadonlySet<PartyId>;
  readonly group: GroupId | undefined;
  readonly listings: ReadonlyMap<PartyId, readonly CompiledSpan[]>;
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

interface Share {
  /** Percent held for certain by named parties. */
  readonly certain: number;
  /** Percent that could be theirs because a share or owner is not known. */
  readonly open: number;
}

function shareOf(
  owners: readonly Owner[],
  related: CompiledRelated,
  context: Context,
  depth: number,
): Share {
  let certain = 0;
  let open = 0;
  for (const owner of owners) {
    if (context.point.local < owner.fromLocal || context.point.local >= owner.toLocal) continue;
    const held = holds(owner, related, context, depth);
    if (held === false) continue;
    if (held === undefined || owner.percent === undefined) open += owner.percent ?? 100;
    else certain += owner.percent;
  }
  return { certain, open };
}

/** Whether an owner is named, or is itself owned by named parties to the threshold. */
function holds(
  owner: Owner,
  related: CompiledRelated,
  context: Context,
  depth: number,
): Tri {
  const { directory } = context.situation;
  if (owner.party === undefined) return false;
  if (isNamed(owner.party.id, related, directory, context.point)) {
    return owner.isWeak ? undefined : true;
  }
  if (owner.party.ownership === undefined) return false;
  if (depth >= CHAIN_LENGTH_MAX) return undefined;
  const above = ownersOf(owner.party.ownership, directory) ?? [];
  return reaches(shareOf(above, related, context, depth + 1), related.source.percentMin ?? 50);
}

function reaches(share: Share, percentMin: number): Tri {
  if (share.certain + SHARE_EPSILON >= percentMin) return true;
  return share.certain + share.open + SHARE_EPSILON >= percentMin ? undefined : false;
}

function isOwned(person: Person, related: CompiledRelated, context: Context): Tri {
  if (person.identity === 'nobody') return false;
  if (person.owners === undefined) {
    if (related.source.ifUnstated === 'unknown' && person.identity !== 'unknown') {
      context.missing.push(`${person.path}.ownership`);
      return undefined;
    }
    if (person.party === undefined) {
      context.assumed.push(`nobody stated who owns the ${person.path}: taken as not owned`);
    }
    return false;
  }
  const result = reaches(
    shareOf(person.owners, related, context, 0),
    related.source.percentMin ?? 50,
  );
  if (result === undefined) context.missing.push(`${person.path}.ownership.percent`);
  return result;
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
      context.missing.push(`${person.path}.name`);
      return undefined;
    case 'party':
      return false;
    case 'other':
      if (relation !== 'member' || related.group === undefined) return false;
      if (likely(person, related.group, context)) return true;
      return person.owners === undefined ? false : isOwned(person, related, context);
  }
}
