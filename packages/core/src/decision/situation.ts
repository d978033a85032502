import {
  ACTIVITIES,
  factWord,
  isFactName,
  type Activity,
  type ActivityWord,
  type Actor,
  type FactName,
  type Party,
  type Profile,
  type ResolvedItem,
  type StatedFacts,
  type Transaction,
} from '../model/index.ts';
import type { PartyDirectory } from '../rulebook/index.ts';
import { absentPerson, resolvePerson, type Person } from './person.ts';

/** Who supplies whom, under one reading of the activity. */
export interface Deal {
  readonly supplier: Person;
  readonly customer: Person;
}

/** A question with everything looked up: what the conditions of rules are asked about. */
export interface Situation {
  readonly activity: Activity;
  readonly actor: Person;
  readonly counterparty: Person;
  /** Readings of who supplies whom; more than one when the activity leaves it open. */
  readonly deals: readonly Deal[];
  readonly item: ResolvedItem | undefined;
  readonly facts: StatedFacts;
  readonly factPersons: Map<FactName, Person>;
  readonly directory: PartyDirectory;
  /** Owners of somebody in it are stated or known; conditions may change with their shares. */
  readonly hasOwners: boolean;
  /** Somebody in it stands, or stood, on a list; conditions may change with the listing. */
  readonly hasListed: boolean;
}

/** What is asked: a transaction, the item as the catalog knows it, and who we are. */
export interface Question {
  readonly transaction: Omit<Transaction, 'at'>;
  readonly item?: ResolvedItem | undefined;
  readonly profile?: Profile | undefined;
}

/** Who we are, as somebody in a transaction. */
export function actorOfProfile(profile: Profile): Actor {
  const { name, country, state, classes, classesUnknown } = profile;
  return {
    name,
    ...(country === undefined ? {} : { country }),
    ...(classes === undefined ? {} : { classes }),
    ...(state === undefined ? {} : { state }),
    ...(classesUnknown === undefined ? {} : { classesUnknown }),
  };
}

/** Somebody whose trade is to supply: a party of the rulebook, one like it, or a reseller. */
function isVendor(person: Person): boolean {
  const { identity, likelyGroups, classes } = person;
  if (identity === 'party' || likelyGroups.length > 0) return true;
  return classes?.has('reseller') === true || classes?.has('named-vendor') === true;
}

/** Readings of an activity whose word does not say who supplies whom. */
function eitherWay(actor: Person, other: Person): readonly Deal[] {
  const supply: Deal = { supplier: actor, customer: other };
  const demand: Deal = { supplier: other, customer: actor };
  // Somebody unknown stands on the side that the other does not.
  if (actor.identity === 'unknown') return isVendor(other) ? [demand] : [supply];
  if (!isVendor(actor)) return [demand];
  return isVendor(other) ? [demand, supply] : [supply];
}

/** Readings of a delivery that comes from the maker unless somebody else of its kind delivers. */
function fromMakers(makers: readonly Person[], actor: Person, other: Person): readonly Deal[] {
  const isMaker = makers.some(({ name }) => name !== undefined && name === actor.name);
  if (isMaker || isMakerLike(actor)) return [{ supplier: actor, customer: other }];
  if (isMakerLike(other)) return [{ supplier: other, customer: actor }];
  const customers = other.identity === 'nobody' ? [actor] : [actor, other];
  return makers.flatMap((supplier) => customers.map((customer) => ({ supplier, customer })));
}

function isMakerLike({ identity, likelyGroups }: Person): boolean {
  return identity === 'party' || likelyGroups.length > 0;
}

function dealsOf(
  word: ActivityWord,
  actor: Person,
  other: Person,
  makers: readonly Person[],
): readonly Deal[] {
  switch (word.side) {
    case 'supply':
      return [{ supplier: actor, customer: other }];
    case 'demand':
    case 'none':
      return [{ supplier: other, customer: actor }];
    case 'either':
      return makers.length === 0 ? eitherWay(actor, other) : fromMakers(makers, actor, other);
  }
}

/**
 * Who may deliver an update: whoever makes the item or something inside it. Somebody unknown
 * when nothing says who does.
 */
function makersOf(question: Question, directory: PartyDirectory): readonly Person[] {
  const { item, transaction } = question;
  const stated = item?.maker ?? transaction.item?.maker;
  const names = new Set([stated, ...(item?.embedded ?? []).map(({ maker }) => maker)]);
  names.delete(undefined);
  if (names.size === 0) return [absentPerson('item.maker', 'unknown')];
  return [...names].map((name) => resolvePerson({ name: name ?? '' }, 'item.maker', directory));
}

/** Whether a listing can bear on somebody: its own, or that of whom an unspecific name means. */
function isListed(party: Party | undefined): boolean {
  return party?.listings !== undefined || party?.standsFor !== undefined;
}

function statesParty(facts: StatedFacts): boolean {
  for (const name of Object.keys(facts)) {
    if (isFactName(name) && factWord(name).type === 'party') return true;
  }
  return false;
}

/** Looks up everybody and everything a question names, once. */
export function buildSituation(question: Question, directory: PartyDirectory): Situation {
  const { transaction, profile } = question;
  const word: ActivityWord = ACTIVITIES[transaction.activity];
  const actorSource = transaction.actor ?? (profile && actorOfProfile(profile));
  const actor =
    actorSource === undefined
      ? absentPerson('actor', 'unknown')
      : resolvePerson(actorSource, 'actor', directory);
  const makers = word.supplierDefault === 'maker' ? makersOf(question, directory) : [];
  // An act without a deal has no other side, and an update has the maker on the other side.
  const hasNoOther = word.side === 'none' || makers.length > 0;
  const counterparty =
    transaction.counterparty === undefined
      ? absentPerson('counterparty', hasNoOther ? 'nobody' : 'unknown')
      : resolvePerson(transaction.counterparty, 'counterparty', directory);
  const madeBy =
    question.item?.maker === undefined ? undefined : directory.byId(question.item.maker);
  const facts =
    profile?.facts === undefined
      ? (transaction.facts ?? {})
      : { ...profile.facts, ...transaction.facts };
  return {
    activity: transaction.activity,
    actor,
    counterparty,
    deals: dealsOf(word, actor, counterparty, makers),
    item: question.item,
    facts,
    factPersons: new Map(),
    directory,
    hasOwners: actor.owners !== undefined || counterparty.owners !== undefined,
    hasListed:
      isListed(actor.party) ||
      isListed(counterparty.party) ||
      isListed(madeBy) ||
      statesParty(facts),
  };
}

/** Everybody in a situation: both sides, whoever supplies, and whom facts name. */
export function statedPersons(situation: Situation): readonly Person[] {
  const { actor, counterparty, deals, facts } = situation;
  const persons = [actor, counterparty];
  for (const { supplier, customer } of deals) {
    if (supplier !== actor && supplier !== counterparty) persons.push(supplier);
    if (customer !== actor && customer !== counterparty) persons.push(customer);
  }
  for (const name in facts) {
    if (isFactName(name) && factWord(name).type === 'party') {
      persons.push(factPerson(situation, name));
    }
  }
  return persons;
}

/** The person a fact of type party names; nobody when it is not stated. */
export function factPerson(situation: Situation, fact: FactName): Person {
  const known = situation.factPersons.get(fact);
  if (known !== undefined) return known;
  const stated = situation.facts[fact];
  const path = `facts.${fact}`;
  const person =
    typeof stated === 'string'
      ? resolvePerson({ name: stated }, path, situation.directory)
      : absentPerson(path, 'nobody');
  situation.factPersons.set(fact, person);
  return person;
}
