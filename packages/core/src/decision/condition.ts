import { parseWhen } from '../calendar/index.ts';
import {
  assert,
  assertNever,
  BOUND_CLASS_IMPLIES,
  factWord,
  isFactName,
  type BoundClass,
  type Cond,
  type FactName,
  type Scalar,
  type Terms,
} from '../model/index.ts';
import type { PartyDirectory } from '../rulebook/index.ts';
import type { Context } from './context.ts';
import { itemReader, makerRelation, missingItemPath } from './item-condition.ts';
import type { Person } from './person.ts';
import { compileRelated, relationOf } from './related.ts';
import { factPerson } from './situation.ts';
import { not, type Tri } from './tri.ts';

/** A condition ready to be asked; unknowns are noted in the context. */
export type Test = (context: Context) => Tri;

type Leaf = Extract<Cond, { readonly fact: string }>;
export type Role = 'actor' | 'counterparty' | 'supplier' | 'customer';

/** What a condition is compiled against: the parties, and the defined terms of its rule. */
export interface CondScope {
  readonly directory: PartyDirectory;
  readonly terms: Terms;
}

/** Compiles a condition of the rulebook into a function. */
export function compileCond(cond: Cond, scope: CondScope): Test {
  if ('all' in cond) return allOf(cond.all.map((one) => compileCond(one, scope)));
  if ('any' in cond) return anyOf(cond.any.map((one) => compileCond(one, scope)));
  if ('not' in cond) {
    const inner = compileCond(cond.not, scope);
    return (context) => not(inner(context));
  }
  if ('inside' in cond) return insideOf(compileCond(cond.inside, scope));
  if ('term' in cond) {
    const term = scope.terms[cond.term];
    assert(term !== undefined, 'the lint has seen that every term is defined');
    return compileCond(term.is, scope);
  }
  return compileLeaf(cond, scope.directory);
}

function cut(notes: string[], length: number): void {
  // Writing a length costs even when it does not change, and mostly it does not.
  if (notes.length !== length) notes.length = length;
}

/** Drops what was noted between two lengths, and keeps what came after. */
function cutBetween(notes: string[], from: number, to: number): void {
  if (to > from) notes.splice(from, to - from);
}

function allOf(tests: readonly Test[]): Test {
  return (context) => {
    const { missing, cautions, assumed } = context;
    const missingFrom = missing.length;
    const cautionsFrom = cautions.length;
    const assumedFrom = assumed.length;
    let result: Tri = true;
    for (const test of tests) {
      const assumedBefore = assumed.length;
      const one = test(context);
      if (one === false) {
        cut(missing, missingFrom);
        cut(cautions, cautionsFrom);
        // What made it false may have been an assumption, and that stays.
        cutBetween(assumed, assumedFrom, assumedBefore);
        return false;
      }
      if (one === undefined) result = undefined;
    }
    return result;
  };
}

function anyOf(tests: readonly Test[]): Test {
  return (context) => {
    const { missing, cautions, assumed } = context;
    const missingFrom = missing.length;
    const cautionsFrom = cautions.length;
    const assumedFrom = assumed.length;
    let result: Tri = false;
    for (const test of tests) {
      const cautionsBefore = cautions.length;
      const assumedBefore = assumed.length;
      const one = test(context);
      if (one === true) {
        // Only what the true branch itself rests on is kept.
        cut(missing, missingFrom);
        cutBetween(cautions, cautionsFrom, cautionsBefore);
        cutBetween(assumed, assumedFrom, assumedBefore);
        return true;
      }
      if (one === undefined) result = undefined;
    }
    return result;
  };
}

function compileLeaf(leaf: Leaf, directory: PartyDirectory): Test {
  const [role = '', name = ''] = leaf.fact.split('.');
  switch (role) {
    case 'actor':
    case 'counterparty':
    case 'supplier':
    case 'customer':
      return compilePersonLeaf(role, name, leaf, directory);
    case 'item':
      return compileItemLeaf(name, leaf, directory);
    default:
      return compileFactLeaf(name, leaf, directory);
  }
}

/** Whether a person is a US person, with what is missing or was assumed for it. */
function usPersonIn(person: Person, context: Context): Tri {
  const { usPerson, classes, country, path } = person;
  if (usPerson === undefined) {
    context.missing.push(country === undefined ? `${path}.country` : `${path}.classes`);
  } else if (!usPerson && classes === undefined && person.identity === 'other') {
    context.assumed.push(`the ${path} is an organization, not a US citizen abroad`);
  }
  return usPerson;
}

/** Who stands in a role of the act, under the reading of the deal that is looked at. */
export function personOf(role: Role, context: Context): Person {
  switch (role) {
    case 'actor':
      return context.situation.actor;
    case 'counterparty':
      return context.situation.counterparty;
    case 'supplier':
      return context.deal.supplier;
    case 'customer':
      return context.deal.customer;
  }
}

function compilePersonLeaf(role: Role, name: string, leaf: Leaf, directory: PartyDirectory): Test {
  if (leaf.op === 'related') {
    const related = compileRelated(leaf.value, directory);
    return (context) => relationOf(personOf(role, context), related, context);
  }
  if (leaf.op === 'has') {
    const wanted = (leaf.value.map(String) as BoundClass[]).map(wantedClass);
    return (context) => hasClass(personOf(role, context), wanted, context);
  }
  if (name === 'usPerson') {
    return (context) => compareScalar(leaf, usPersonIn(personOf(role, context), context));
  }
  return (context) => {
    const person = personOf(role, context);
    const value = personScalar(person, name);
    if (value === undefined && leaf.op !== 'exists') {
      if (person.identity === 'nobody') return false;
      context.missing.push(`${person.path}.${name}`);
    } else if (value === undefined && leaf.op === 'exists' && leaf.value) {
      context.assumed.push(`nobody stated \`${person.path}.${name}\`: taken as not so`);
    }
    return compareScalar(leaf, value);
  };
}

/** What is known of a property of somebody; of classes, whether any were stated. */
export function personScalar(person: Person, name: string): Scalar | undefined {
  switch (name) {
    case 'country':
      return person.country;
    case 'state':
      return person.state;
    case 'classes':
      return person.classes && 'stated';
    default:
      return person.name;
  }
}

/** A class asked about, with the classes that bear on it. */
interface WantedClass {
  readonly name: BoundClass;
  /** Classes it implies, each with all that imply it. */
  readonly wider: readonly {
    readonly name: BoundClass;
    readonly narrower: readonly BoundClass[];
  }[];
  /** Classes that imply it. */
  readonly narrower: readonly BoundClass[];
}

function wantedClass(name: BoundClass): WantedClass {
  return {
    name,
    wider: widerThan(name).map((one) => ({ name: one, narrower: narrowerThan(one) })),
    narrower: narrowerThan(name),
  };
}

function widerThan(one: BoundClass): readonly BoundClass[] {
  const implied: Partial<Record<BoundClass, readonly BoundClass[]>> = BOUND_CLASS_IMPLIES;
  return implied[one] ?? [];
}

function narrowerThan(wider: BoundClass): readonly BoundClass[] {
  return (Object.keys(BOUND_CLASS_IMPLIES) as BoundClass[]).filter((one) =>
    widerThan(one).includes(wider),
  );
}

/**
 * Whether somebody may belong to a class: it or one that implies it is not known, or only a
 * wider class is stated and none of the narrower ones.
 */
function mayHave(person: Person, { name, wider, narrower }: WantedClass): boolean {
  const { classes, classesUnknown } = person;
  if (classesUnknown.size > 0) {
    if (classesUnknown.has(name) || narrower.some((one) => classesUnknown.has(one))) return true;
  }
  return wider.some(
    (one) => classes?.has(one.name) === true && !one.narrower.some((narrow) => classes.has(narrow)),
  );
}

function hasClass(person: Person, wanted: readonly WantedClass[], context: Context): Tri {
  const { classes } = person;
  for (const { name } of wanted) if (classes?.has(name) === true) return true;
  if (classes !== undefined && !wanted.some((one) => mayHave(person, one))) return false;
  context.missing.push(`${person.path}.classes`);
  return undefined;
}

function compileItemLeaf(name: string, leaf: Leaf, directory: PartyDirectory): Test {
  if (leaf.op === 'related') {
    const related = compileRelated(leaf.value, directory);
    return (context) => makerRelation(related, context);
  }
  const path = missingItemPath(name);
  const read = itemReader(name);
  const assumption = `nobody stated \`${path}\`: taken as not so`;
  return (context) => {
    const { item } = context;
    const value = read(context);
    if (value === undefined && leaf.op !== 'exists') {
      const isInside = item !== context.situation.item;
      context.missing.push(isInside ? 'item.embeds' : path);
    } else if (value === undefined && leaf.op === 'exists' && leaf.value) {
      context.assumed.push(assumption);
    }
    return compareScalar(leaf, value);
  };
}

/** Whether something inside the item meets a condition that reads it as the item. */
function insideOf(inner: Test): Test {
  return (context) => {
    const { item } = context;
    if (item === undefined) return false;
    if (item.embedded === undefined) {
      context.assumed.push('nothing is known about what is inside the item');
      return false;
    }
    let result: Tri = false;
    for (const one of item.embedded) {
      const test = inner({ ...context, item: one });
      if (test === true) return true;
      if (test === undefined) result = undefined;
    }
    return result;
  };
}

function compileFactLeaf(name: string, leaf: Leaf, directory: PartyDirectory): Test {
  const fact = name as FactName;
  if (leaf.op === 'related') {
    const related = compileRelated(leaf.value, directory);
    return (context) => relationOf(factPerson(context.situation, fact), related, context);
  }
  assert(isFactName(fact), 'the lint has seen that every fact exists');
  const path = `facts.${fact}`;
  const assumption = `nobody stated \`${path}\`: taken as not so`;
  return (context) => {
    const stated = context.situation.facts[fact];
    // What is stated in another form than the fact has is no statement of it.
    const value = stated !== undefined && fitsFact(fact, stated) ? stated : undefined;
    if (value === undefined) {
      if (leaf.op !== 'exists') context.missing.push(path);
      else if (leaf.value) context.assumed.push(assumption);
    }
    return compareScalar(leaf, value);
  };
}

/** Whether a value has the form that its fact needs. */
function fitsFact(fact: FactName, value: Scalar | undefined): boolean {
  switch (factWord(fact).type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    case 'date':
      return typeof value === 'string' && parseWhen(value) !== undefined;
    case 'text':
    case 'party':
      return typeof value === 'string';
  }
}

/** Compares a value with a leaf; an unknown value compares as unknown. */
function compareScalar(leaf: Leaf, value: Scalar | undefined): Tri {
  if (leaf.op === 'exists') return (value !== undefined) === leaf.value;
  if (value === undefined) return undefined;
  switch (leaf.op) {
    case 'eq':
      return value === leaf.value;
    case 'in':
    case 'has':
      return leaf.value.includes(value);
    case 'gte':
      return typeof value === typeof leaf.value ? value >= leaf.value : undefined;
    case 'lt':
      return typeof value === typeof leaf.value ? value < leaf.value : undefined;
    case 'related':
      return undefined;
    default:
      return assertNever(leaf);
  }
}
