import { formatDate, dateOfLocal } from '../../calendar/index.ts';
import type { Related } from '../../model/index.ts';
import { foldName, type PartyDirectory } from '../../rulebook/index.ts';
import { newContext, type Context } from '../context.ts';
import { resolvePerson, type Owner, type Person } from '../person.ts';
import { compileSpan, dayClock, locate } from '../point.ts';
import { compileRelated, isNamed, relationOf, type CompiledRelated } from '../related.ts';
import { answerOf, type RelationTrace, type ShareTrace } from './trace.ts';

function viaOf(person: Person, related: CompiledRelated, context: Context): RelationTrace['via'] {
  const { party, likelyGroups } = person;
  const { group, parties, list } = related.source;
  const { directory } = context.situation;
  if (party !== undefined && parties?.includes(party.id) === true) return 'party';
  if (party !== undefined && group !== undefined && directory.isMember(party.id, group)) {
    return 'group';
  }
  const listed = party?.listings?.some(
    (one) => one.list === list && locate(context.point, compileSpan(one)) === 'inside',
  );
  if (listed === true) return 'list';
  if (group !== undefined && likelyGroups.includes(group)) return 'name-token';
  return isNear(person.near, related, context) ? 'near-name' : undefined;
}

/** Whether a name is written nearly as that of a named party. */
function isNear(near: Person['near'], related: CompiledRelated, context: Context): boolean {
  const { directory } = context.situation;
  return near.some((id) => isNamed(id, related, directory, context.point));
}

function knownAs(person: Person, directory: PartyDirectory): RelationTrace['knownAs'] {
  const { name, party, isWeak } = person;
  if (party === undefined || name === undefined) return undefined;
  if (isWeak) return 'weak-alias';
  if (name === party.id) return 'id';
  // A person found by its id has the name of the transaction, whatever that is.
  if (directory.lookUp(name).party?.id !== party.id) return 'id';
  return foldName(name) === foldName(party.name) ? 'name' : 'alias';
}

type Reason = Pick<ShareTrace, 'counts' | 'why' | 'owners'>;

/** Whether the shares of an owner count, and through whom; a circle of owners ends. */
function reasonOf(
  owner: Owner,
  related: CompiledRelated,
  context: Context,
  seen: ReadonlySet<string>,
): Reason {
  const { party, likelyGroups, isWeak } = owner;
  const { directory } = context.situation;
  const { group } = related.source;
  if (isNear(owner.near, related, context)) return { counts: 'unknown', why: 'may-be-named' };
  if (party === undefined) {
    const bears = group !== undefined && likelyGroups.includes(group);
    return bears ? { counts: 'unknown', why: 'bears-the-name' } : { counts: 'no', why: 'other' };
  }
  if (isNamed(party.id, related, directory, context.point)) {
    return { counts: isWeak ? 'unknown' : 'yes', why: 'named' };
  }
  const person = resolvePerson({ party: party.id }, 'owner', directory);
  if (person.owners !== undefined) {
    const counts = answerOf(relationOf(person, related, freshContext(context)));
    if (counts !== 'no') {
      const isOpen = isWeak || counts === 'unknown';
      const owners = seen.has(party.id)
        ? {}
        : { owners: sharesOf(person.owners, related, context, new Set([...seen, party.id])) };
      return { counts: isOpen ? 'unknown' : 'yes', why: 'owned', ...owners };
    }
  }
  if (party.standsFor === undefined) return { counts: 'no', why: 'other' };
  const may = [...directory.membersOf(party.standsFor)].some((id) =>
    isNamed(id, related, directory, context.point),
  );
  return may ? { counts: 'unknown', why: 'may-be-named' } : { counts: 'no', why: 'other' };
}

function freshContext({ situation, deal, point }: Context): Context {
  return newContext(situation, deal, point);
}

function dayText(local: number): string | undefined {
  return Number.isFinite(local) ? formatDate(dateOfLocal(local)) : undefined;
}

function shareOf(owner: Owner, reason: Reason): ShareTrace {
  const { name, party, percent, fromLocal, toLocal } = owner;
  const [from, to] = [dayText(fromLocal), dayText(toLocal)];
  return {
    owner: name,
    ...(party === undefined ? {} : { party: party.id }),
    ...(percent === undefined ? {} : { percent }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...reason,
  };
}

/** The owners at the time asked about, with what counts for the named parties. */
function sharesOf(
  owners: readonly Owner[],
  related: CompiledRelated,
  context: Context,
  seen: ReadonlySet<string>,
): readonly ShareTrace[] {
  const clock = dayClock(context.point);
  return owners
    .filter(({ fromLocal, toLocal }) => clock >= fromLocal && clock < toLocal)
    .map((owner) => shareOf(owner, reasonOf(owner, related, context, seen)));
}

/** Owners are asked about by `owned`, and by `member` where nothing else makes one a member. */
function ownersAsked(person: Person, named: Related, via: RelationTrace['via']): boolean {
  if (person.owners === undefined || named.relation === 'self') return false;
  return named.relation === 'owned' || (via === undefined && person.party === undefined);
}

/** How somebody stands to the parties that a condition names, with the path in between. */
export function traceRelation(person: Person, named: Related, context: Context): RelationTrace {
  const { directory } = context.situation;
  const related = compileRelated(named, directory);
  const via = named.relation === 'owned' ? undefined : viaOf(person, related, context);
  const base: RelationTrace = {
    named,
    path: person.path,
    ...(person.name === undefined ? {} : { name: person.name }),
    ...(person.party === undefined
      ? {}
      : { party: { id: person.party.id, name: person.party.name } }),
  };
  const known = knownAs(person, directory);
  const withName = known === undefined ? base : { ...base, knownAs: known };
  if (!ownersAsked(person, named, via)) {
    return via === undefined ? withName : { ...withName, via };
  }
  const owned = compileRelated({ ...named, relation: 'owned' }, directory);
  const seen = new Set(person.party === undefined ? [] : [person.party.id]);
  const shares = sharesOf(person.owners ?? [], owned, context, seen);
  return { ...withName, via: 'owners', shares, percentMin: named.percentMin ?? 50 };
}

/** The maker of an item as somebody whose relation is asked about. */
export function makerPerson(context: Context): Person | undefined {
  const { item, situation } = context;
  const name = item?.maker ?? item?.makerName;
  return name === undefined
    ? undefined
    : resolvePerson({ name }, 'item.maker', situation.directory);
}
