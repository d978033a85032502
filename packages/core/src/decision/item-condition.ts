import { ACTIVITIES, type ActivityWord, type ResolvedItem, type Scalar } from '../model/index.ts';
import type { PartyLookup } from '../rulebook/index.ts';
import type { Context } from './context.ts';
import type { Person } from './person.ts';
import { isNamed, type CompiledRelated } from './related.ts';
import type { Tri } from './tri.ts';

/** Maker the catalog does not know, by its name: a telling word, or a name written otherwise. */
function makerOfName(name: string | undefined, related: CompiledRelated, context: Context): Tri {
  if (name === undefined) return false;
  const { directory } = context.situation;
  const { likelyGroups, near = [] } = directory.lookUp(name);
  if (related.group !== undefined && likelyGroups.includes(related.group)) {
    context.cautions.push('the maker is counted to the group from its name alone');
    return true;
  }
  if (!near.some((id) => isNamed(id, related, directory, context.point))) return false;
  context.missing.push('item.maker');
  return undefined;
}

/** Somebody who bears a name, as far as a relation looks at it. */
type Bearer = Pick<Person, 'party' | 'likelyGroups'> | PartyLookup;

/** Whether somebody is a named party, or bears the telling word of a named group. */
function isOneOf({ party, likelyGroups }: Bearer, related: CompiledRelated, context: Context) {
  const { directory } = context.situation;
  if (party !== undefined) return isNamed(party.id, related, directory, context.point);
  return related.group !== undefined && likelyGroups.includes(related.group);
}

/**
 * Whether the maker may be a named party although nobody says who made it: the item is called as
 * one, or one supplies it.
 */
function mayBeByNamed(item: ResolvedItem, related: CompiledRelated, context: Context): boolean {
  const { situation, deal } = context;
  if (item.name !== undefined && isOneOf(situation.directory.lookUp(item.name), related, context)) {
    return true;
  }
  return item === situation.item && isOneOf(deal.supplier, related, context);
}

/** Maker of an item against the named parties; a merely probable maker stays unknown. */
export function makerRelation(related: CompiledRelated, context: Context): Tri {
  const { item } = context;
  const { directory } = context.situation;
  if (item === undefined) {
    const word: ActivityWord = ACTIVITIES[context.situation.activity];
    if (word.isAboutParty === true) {
      context.assumed.push('no item is named: the question is about the party alone');
      return false;
    }
    context.missing.push('item');
    return undefined;
  }
  if (item.maker !== undefined) {
    if (!isNamed(item.maker, related, directory, context.point)) return false;
    if (item.makerLevel === 'identified' || item.makerLevel === 'stated') return true;
    context.missing.push('item.maker');
    return undefined;
  }
  if (item.makerLevel === 'stated') {
    return makerOfName(item.makerName, related, context);
  }
  const isUntold = item.name === undefined && item.product === undefined;
  if (isUntold || mayBeByNamed(item, related, context)) {
    context.missing.push('item.maker');
    return undefined;
  }
  context.assumed.push('the item is not in the catalog and its maker is not stated');
  return false;
}

/** Reads a fact of the item in a context. */
export function itemReader(name: string): (context: Context) => Scalar | undefined {
  switch (name) {
    case 'class':
      return ({ item }) => item?.class;
    case 'maker':
      return ({ item }) => item?.maker ?? item?.makerName;
    case 'product':
      return ({ item }) => item?.product;
    case 'embeds':
      return ({ item }) => item?.embedded && 'stated';
    default:
      return isInformational;
  }
}

/**
 * Whether something only informs: what the catalog knows of its kind, unless it is stated that
 * the item asked about does not. Of a doubt between the two the stricter answer is taken.
 */
function isInformational(context: Context): Scalar | undefined {
  const { item } = context;
  const known = item?.purelyInformational;
  const stated = context.situation.facts.purelyInformational;
  if (item !== context.situation.item) return known ?? stated;
  if (known === true && stated === undefined) {
    context.assumed.push('as the catalog says of its kind, the item only informs');
  }
  return stated === false ? false : (known ?? stated);
}

/** What to ask for when a fact of the item is not known. */
export function missingItemPath(name: string): string {
  switch (name) {
    case 'class':
      return 'item.function';
    case 'purelyInformational':
      return 'facts.purelyInformational';
    default:
      return `item.${name}`;
  }
}
