import { factWord, isFactName, type LeafTrace, type Related, type Scalar } from '@interdict/core';
import { plainWord, withoutStop } from '../present/index.ts';
import { classNoun } from './class-nouns.ts';

/** Names that conditions refer to by id. */
export interface LawNames {
  readonly party: (id: string) => string;
  readonly group: (id: string) => string;
}

/** Who is meant by a role: `actor` as `you`, or as `whoever acts`. */
type RoleWords = (path: string) => string;

/** A condition on one fact, from a rule or from a trace of it, which knows who stands for whom. */
export type LeafLike = Pick<LeafTrace, 'fact' | 'op' | 'wanted'> & Partial<Pick<LeafTrace, 'path'>>;

const PLAIN_ROLES: Readonly<Record<string, string>> = {
  actor: 'whoever acts',
  counterparty: 'the other side',
  supplier: 'the supplier',
  customer: 'the customer',
  item: 'the item',
  'item.maker': 'the maker of the item',
};

/** Roles as a rule has them, outside of any transaction. */
export function roleInLaw(path: string): string {
  return PLAIN_ROLES[path] ?? path;
}

function orList(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  const rest = words.slice(0, -1);
  return rest.length === 0 ? last : `${rest.join(', ')} or ${last}`;
}

/** Whether a condition is said to be so or not to be so. */
export type Side = 'yes' | 'no';

function isOf(who: string, side: Side, { mood }: Words): string {
  const verb = mood === 'if' ? 'were' : who === 'you' ? 'are' : 'is';
  return `${who} ${verb}${side === 'yes' ? '' : ' not'}`;
}

/** Wanted false and not met is the same as true. */
function sideOf(wanted: LeafLike['wanted'], side: Side): Side {
  return (wanted === true) === (side === 'yes') ? 'yes' : 'no';
}

/** A sentence that has no negation of its own. */
function sided(sentence: string, side: Side): string {
  return side === 'yes' ? sentence : `it is not so that ${sentence}`;
}

/** A list cut short where the page asks for it: `AT, BE, BG or one of 24 others`. */
function shortList(all: readonly string[], { valuesMax = all.length }: Words): string {
  if (all.length <= valuesMax) return orList(all);
  const shown = all.slice(0, valuesMax).join(', ');
  return `${shown} or one of ${all.length - valuesMax} others`;
}

function values({ wanted }: LeafLike): readonly string[] {
  const list: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  return list.map(String);
}

function namedWords({ group, parties, list }: Related, names: LawNames): string {
  return orList([
    ...(parties ?? []).map(names.party),
    ...(group === undefined ? [] : [`one of the group “${names.group(group)}”`]),
    ...(list === undefined ? [] : [`a party on the list \`${list}\``]),
  ]);
}

/** Those who own together, as many. */
function ownerWords({ group, parties, list }: Related, names: LawNames): string {
  return orList([
    ...(parties ?? []).map(names.party),
    ...(group === undefined ? [] : [`members of the group “${names.group(group)}”`]),
    ...(list === undefined ? [] : [`parties on the list \`${list}\``]),
  ]);
}

function relatedWords(who: string, related: Related, side: Side, words: Words): string {
  switch (related.relation) {
    case 'self':
    case 'member':
      return `${isOf(who, side, words)} ${namedWords(related, words.names)}`;
    case 'owned': {
      const share = `${related.percentMin ?? 50} percent or more of ${who}`;
      const owners = ownerWords(related, words.names);
      return sided(`${owners} together hold ${share}, directly or through others`, side);
    }
  }
}

function personWords(leaf: LeafLike, name: string, side: Side, words: Words): string {
  const who = words.role(rolePath(leaf));
  const { op, wanted } = leaf;
  if (op === 'related') return relatedWords(who, wanted as Related, side, words);
  const stated = shortList(values(leaf), words);
  if (op === 'exists') return sided(`it is stated of ${who}: ${plainWord(name)}`, side);
  switch (name) {
    case 'classes':
      return `${isOf(who, side, words)} ${orList(values(leaf).map(classNoun))}`;
    case 'usPerson':
      return `${isOf(who, sideOf(wanted, side), words)} a US person`;
    case 'country':
      return `${isOf(who, side, words)} in ${stated}`;
    case 'state':
      return `${isOf(who, side, words)} in the state or province ${stated}`;
    default:
      return sided(`the ${plainWord(name)} of ${who} is ${comparison(leaf)}`, side);
  }
}

function itemWords(leaf: LeafLike, name: string, side: Side, words: Words): string {
  const { op, wanted } = leaf;
  const item = words.role('item');
  if (op === 'related') {
    return `${isOf(item, side, words)} made by ${namedWords(wanted as Related, words.names)}`;
  }
  if (op === 'exists') return sided(`it is stated of ${item}: ${plainWord(name)}`, side);
  switch (name) {
    case 'class': {
      const kinds = shortList(values(leaf).map(plainWord), words);
      return `${isOf(item, side, words)} of the kind ${kinds}`;
    }
    case 'product':
      return `${isOf(item, side, words)} the product ${orList(values(leaf))}`;
    case 'purelyInformational':
      return factSentence(leaf, name, side);
    default:
      return sided(`the ${plainWord(name)} of ${item} is ${comparison(leaf)}`, side);
  }
}

function comparison(leaf: LeafLike): string {
  const { op, wanted } = leaf;
  const list = orList(values(leaf));
  switch (op) {
    case 'gte':
      return typeof wanted === 'number' ? `${list} or more` : `${list} or later`;
    case 'lt':
      return typeof wanted === 'number' ? `less than ${list}` : `before ${list}`;
    default:
      return list;
  }
}

/** `the device is a mobile device`: the meaning of a fact as a part of a sentence. */
function factSentence(leaf: LeafLike, name: string, side: Side): string {
  if (!isFactName(name)) return sided(`${name} is ${comparison(leaf)}`, side);
  const { meaning, type } = factWord(name);
  const sentence = uncapitalized(withoutStop(meaning));
  const { op, wanted } = leaf;
  if (op === 'exists') {
    const isStated = (wanted === true) === (side === 'yes');
    return `it is ${isStated ? '' : 'not '}stated: ${sentence}`;
  }
  if (type === 'boolean') return sided(sentence, sideOf(wanted, side));
  return side === 'yes'
    ? `${sentence}: ${comparison(leaf)}`
    : `${sentence}: not ${comparison(leaf)}`;
}

/** A sentence as a part of another one. */
export function uncapitalized(text: string): string {
  // Abbreviations keep their capitals: `ECCN of the item`.
  return /^[A-Z]{2}/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** How the conditions of a rule are put into words. */
export interface Words {
  readonly names: LawNames;
  readonly role: RoleWords;
  /** `if` for what would have to be so: `you were` in the place of `you are`. */
  readonly mood?: 'if';
  /** Values of a list beyond which it is cut short. */
  readonly valuesMax?: number;
}

const PERSON_ROLES: ReadonlySet<string> = new Set([
  'actor',
  'counterparty',
  'supplier',
  'customer',
]);

/** The person a condition is about: `counterparty`, or `item.maker` where the maker supplies. */
function rolePath({ fact, path = fact }: LeafLike): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

/** A condition on one fact as a part of a sentence: `the customer is in the state TX`. */
export function leafWords(leaf: LeafLike, words: Words, side: Side = 'yes'): string {
  const [role = '', name = ''] = leaf.fact.split('.');
  if (PERSON_ROLES.has(role)) return personWords(leaf, name, side, words);
  if (role === 'item') return itemWords(leaf, name, side, words);
  if (leaf.op !== 'related') return factSentence(leaf, name, side);
  const who = isFactName(name) ? uncapitalized(withoutStop(factWord(name).meaning)) : name;
  return relatedWords(who, leaf.wanted as Related, side, words);
}

/** A stated value in words: classes and kinds without hyphens. */
export function valueWords(stated: Scalar | readonly string[]): string {
  if (typeof stated === 'boolean') return stated ? 'yes' : 'no';
  if (typeof stated === 'string' || typeof stated === 'number') return String(stated);
  return stated.length === 0 ? 'none' : stated.map(plainWord).join(', ');
}

/** That a fact is stated goes without saying where what it is is said beside it. */
export function withoutStatedLeaves<T extends { readonly leaf: LeafTrace }>(
  all: readonly T[],
): readonly T[] {
  const paths = new Set(all.flatMap(({ leaf }) => (leaf.op === 'exists' ? [] : leaf.path)));
  return all.filter(({ leaf }) => leaf.op !== 'exists' || !paths.has(leaf.path));
}

/**
 * A condition narrowed to what is so: of the words it asks for, those that were found. Where it
 * is not met it stays as it is.
 */
export function narrowed(leaf: LeafTrace): LeafLike {
  const { fact, path, op, stated } = leaf;
  if (leaf.answer !== 'yes' || stated === undefined || (op !== 'has' && op !== 'in')) return leaf;
  const own = new Set<unknown>(Array.isArray(stated) ? stated : [stated]);
  return { fact, path, op, wanted: values(leaf).filter((word) => own.has(word)) };
}

/** What was found of a condition: that it is so, that it is not, or that nobody said. */
export function foundWords(leaf: LeafTrace, words: Words): string {
  return leaf.answer === 'unknown'
    ? `it is not stated whether ${leafWords(leaf, words)}`
    : leafWords(narrowed(leaf), words, leaf.answer);
}
