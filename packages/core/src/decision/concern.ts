import { LIMITS } from '../limits.ts';
import type { GroupId, Party, PartyId, Related, ResolvedItem } from '../model/index.ts';
import type { PartyDirectory } from '../rulebook/index.ts';
import type { CompiledRule } from './compile-rule.ts';
import { statedPersons, type Situation } from './situation.ts';

/** Places of the rules that name somebody, kept when first worked out. */
export type Concerns = Map<PartyId | GroupId, readonly number[]>;

function names(related: Related, id: PartyId, directory: PartyDirectory): boolean {
  const { parties, group, list } = related;
  if (parties?.includes(id) === true) return true;
  if (group !== undefined && directory.isMember(id, group)) return true;
  return list !== undefined && directory.onList(list).includes(id);
}

/** Whether a relation may name a party, at whatever time; an unspecific name stands for many. */
function mayName(related: Related, id: PartyId, directory: PartyDirectory): boolean {
  if (names(related, id, directory)) return true;
  const meant = directory.byId(id)?.standsFor;
  if (meant === undefined) return false;
  return [...directory.membersOf(meant)].some((one) => names(related, one, directory));
}

interface Named {
  readonly parties: Set<PartyId>;
  readonly groups: Set<GroupId>;
}

/** A name looked up, or somebody who bears it. */
interface Found {
  readonly party?: Party | undefined;
  readonly likelyGroups: readonly GroupId[];
  readonly near?: readonly PartyId[];
}

/** A party, and through the shares the rulebook records whoever may hold through it. */
function addHolder(named: Named, party: Party, directory: PartyDirectory): void {
  if (named.parties.has(party.id)) return;
  named.parties.add(party.id);
  for (const { owner } of party.ownership ?? [])
    addFound(named, directory.lookUp(owner), directory);
}

/** Whoever a name means or may mean. */
function addFound(named: Named, found: Found, directory: PartyDirectory): void {
  const { party, likelyGroups, near = [] } = found;
  if (party !== undefined) addHolder(named, party, directory);
  for (const group of likelyGroups) named.groups.add(group);
  for (const id of near) {
    const meant = directory.byId(id);
    if (meant !== undefined) addHolder(named, meant, directory);
  }
}

function addItem(named: Named, item: ResolvedItem, directory: PartyDirectory): void {
  if (item.maker !== undefined) named.parties.add(item.maker);
  for (const name of [item.name, item.makerName]) {
    if (name !== undefined) addFound(named, directory.lookUp(name), directory);
  }
  for (const inside of item.embedded ?? []) addItem(named, inside, directory);
}

/**
 * Places of the rules that name somebody in a situation, or an owner of somebody. A rule that
 * is not among them cannot tell the situation from one among strangers, at whatever time.
 */
export function rulesConcerned(
  situation: Situation,
  rules: readonly CompiledRule[],
  concerns: Concerns,
): ReadonlySet<number> {
  const { directory, item } = situation;
  const named: Named = { parties: new Set(), groups: new Set() };
  for (const person of statedPersons(situation)) {
    addFound(named, person, directory);
    for (const owner of person.owners ?? []) addFound(named, owner, directory);
  }
  if (item !== undefined) addItem(named, item, directory);
  if (named.parties.size + named.groups.size === 0) return NO_PLACES;
  const places = new Set<number>();
  function add(key: PartyId | GroupId, isMeant: (related: Related) => boolean): void {
    for (const place of placesOf(key, isMeant, rules, concerns)) places.add(place);
  }
  for (const id of named.parties) add(id, (related) => mayName(related, id, directory));
  for (const id of named.groups) add(id, ({ group }) => group === id);
  return places;
}

const NO_PLACES: ReadonlySet<number> = new Set();

function placesOf(
  key: PartyId | GroupId,
  isMeant: (related: Related) => boolean,
  rules: readonly CompiledRule[],
  concerns: Concerns,
): readonly number[] {
  const known = concerns.get(key);
  if (known !== undefined) return known;
  const places = rules.flatMap(({ relations }, place) => (relations.some(isMeant) ? [place] : []));
  if (concerns.size >= LIMITS.concernsRememberedMax) concerns.clear();
  concerns.set(key, places);
  return places;
}
