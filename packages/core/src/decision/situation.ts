import {
  ACTIVITIES,
  factWord,
  isFactName,
  type Activity,
  type ActivityWord,
  type Actor,
  type FactName,
  type Profile,
  type ResolvedItem,
  type StatedFacts,
  type Transaction,
} from '../model/index.ts';
import type { PartyDirectory, PartyLookup } from '../rulebook/index.ts';
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
  /** The maker as stated, looked up among the parties. */
  readonly makerLookup: PartyLookup | undefined;
  readonly facts: StatedFacts;
  readonly factPersons: Map<FactName, Person>;
  readonly directory: PartyDirectory;
  /** Somebody in it has dated owners or listings, so conditions change their answer in time. */
  readonly isDated: boolean;
}

/** What is asked: a transaction, the item as the catalog knows it, and who we are. */
export interface Question {
  readonly transaction: Omit<Transaction, 'at'>;
  readonly item?: ResolvedItem | undefined;
  readonly profile?: Profile | undefined;
}

function actorOfProfile(profile: Profile): Actor {
  const { name, country, state, classes, classesUnknown } = profile;
  return {
    name,
    country,
    classes,
    ...(state === undefined ? {} : { state }),
    ...(classesUnknown === undefined ? {} : { classesUnknown }),
  };
}

function dealsOf(word: ActivityWord, actor: Person, other: Person, maker: Person | undefined) {
  const supply: Deal = { supplier: actor, customer: other };
  const demand: Deal = { supplier: other, customer: actor };
  switch (word.side) {
    case 'supply':
      return [supply];
    case 'demand':
    case 'none':
      return [demand];
    case 'either': {
      if (word.supplierDefault === 'maker' && other.identity !== 'party' && maker !== undefined) {
        return [{ supplier: maker, customer: actor }];
      }
      return [supply, demand];
    }
  }
}

function makerPerson(question: Question, directory: PartyDirectory): Person | undefined {
  const { item } = question;
  const stated = question.transaction.item?.maker;
  const name = item?.maker ?? stated;
  if (name === undefined) return undefined;
  return resolvePerson({ name }, 'item.maker', directory);
}

function hasDates(person: Person): boolean {
  return person.owners !== undefined || person.party?.listings !== undefined;
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
  const counterparty =
    transaction.counterparty === undefined
      ? absentPerson('counterparty', word.side === 'none' ? 'nobody' : 'unknown')
      : resolvePerson(transaction.counterparty, 'counterparty', directory);
  const maker = word.supplierDefault === 'maker' ? makerPerson(question, directory) : undefined;
  const statedMaker = transaction.item?.maker;
  const makerIsActor = maker?.party !== undefined && maker.party === actor.party;
  const facts =
    profile?.facts === undefined
      ? (transaction.facts ?? {})
      : { ...profile.facts, ...transaction.facts };
  return {
    activity: transaction.activity,
    actor,
    counterparty,
    deals: dealsOf(word, actor, counterparty, makerIsActor ? undefined : maker),
    item: question.item,
    makerLookup: statedMaker === undefined ? undefined : directory.lookUp(statedMaker),
    facts,
    factPersons: new Map(),
    directory,
    isDated: hasDates(actor) || hasDates(counterparty) || statesParty(facts),
  };
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
