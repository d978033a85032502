import {
  isFactName,
  type BoundClass,
  type Cond,
  type ResolvedItem,
  type Scalar,
} from '../../model/index.ts';
import {
  compileCond,
  personOf,
  personScalar,
  type CondScope,
  type Role,
  type Test,
} from '../condition.ts';
import { newContext, type Context } from '../context.ts';
import { itemReader } from '../item-condition.ts';
import { factPerson } from '../situation.ts';
import type { Tri } from '../tri.ts';
import { makerPerson, traceRelation } from './trace-relation.ts';
import { answerOf, type LeafTrace, type RelationTrace, type Trace } from './trace.ts';

type Leaf = Extract<Cond, { readonly fact: string }>;

/** Asks conditions as deciding does and keeps what each part of them answers. */
export interface Tracer {
  readonly scope: CondScope;
  /** Compiled conditions of the rule, each once. */
  readonly tests: Map<Cond, Test>;
}

export function newTracer(scope: CondScope): Tracer {
  return { scope, tests: new Map() };
}

/**
 * The answer of the compiled condition itself. INVARIANT: no part of a condition is evaluated
 * in any other way here; a trace only says what deciding found.
 */
function askOf(cond: Cond, context: Context, { scope, tests }: Tracer): Tri {
  const known = tests.get(cond);
  const test = known ?? compileCond(cond, scope);
  if (known === undefined) tests.set(cond, test);
  return test(context);
}

/** A context for one part of a condition, so that its notes are its own. */
function contextFor({ situation, deal, point, item }: Context): Context {
  return { ...newContext(situation, deal, point), item };
}

function isRole(word: string): word is Role {
  return ['actor', 'counterparty', 'supplier', 'customer'].includes(word);
}

type Stated = Pick<LeafTrace, 'path' | 'stated'>;

function statedOf(leaf: Leaf, context: Context): Stated {
  const [role = '', name = ''] = leaf.fact.split('.');
  if (isRole(role)) {
    const person = personOf(role, context);
    const path = `${person.path}.${name}`;
    const value: Scalar | readonly BoundClass[] | undefined =
      name === 'classes'
        ? person.classes && [...person.classes]
        : name === 'usPerson'
          ? person.usPerson
          : personScalar(person, name);
    return value === undefined ? { path } : { path, stated: value };
  }
  const { facts } = context.situation;
  const value =
    role === 'item' ? itemReader(name)(context) : isFactName(name) ? facts[name] : undefined;
  return value === undefined ? { path: leaf.fact } : { path: leaf.fact, stated: value };
}

function relationIn(leaf: Leaf, context: Context): RelationTrace | undefined {
  if (leaf.op !== 'related') return undefined;
  const [role = '', name = ''] = leaf.fact.split('.');
  if (isRole(role)) return traceRelation(personOf(role, context), leaf.value, context);
  if (role === 'item') {
    const maker = makerPerson(context);
    return maker === undefined ? undefined : traceRelation(maker, leaf.value, context);
  }
  if (!isFactName(name)) return undefined;
  return traceRelation(factPerson(context.situation, name), leaf.value, context);
}

function traceLeaf(leaf: Leaf, context: Context, tracer: Tracer): LeafTrace {
  const own = contextFor(context);
  const answer = answerOf(askOf(leaf, own, tracer));
  const relation = relationIn(leaf, contextFor(context));
  return {
    kind: 'leaf',
    fact: leaf.fact,
    op: leaf.op,
    wanted: leaf.value,
    ...statedOf(leaf, context),
    answer,
    missing: own.missing,
    assumed: own.assumed,
    cautions: own.cautions,
    ...(relation === undefined ? {} : { relation }),
  };
}

function thingName({ name, product, maker, makerName }: ResolvedItem): string {
  return name ?? product ?? makerName ?? maker ?? 'something that is not named';
}

/** A condition with the answer of every part of it, in one situation. */
export function traceCond(cond: Cond, context: Context, tracer: Tracer): Trace {
  if ('fact' in cond) return traceLeaf(cond, context, tracer);
  const answer = answerOf(askOf(cond, contextFor(context), tracer));
  if ('all' in cond) {
    return { kind: 'all', answer, of: cond.all.map((one) => traceCond(one, context, tracer)) };
  }
  if ('any' in cond) {
    return { kind: 'any', answer, of: cond.any.map((one) => traceCond(one, context, tracer)) };
  }
  if ('not' in cond) return { kind: 'not', answer, of: traceCond(cond.not, context, tracer) };
  if ('term' in cond) {
    const term = tracer.scope.terms[cond.term];
    const is: Cond = term?.is ?? { all: [] };
    const of = traceCond(is, context, tracer);
    return { kind: 'term', answer, term: cond.term, meaning: term?.meaning ?? cond.term, of };
  }
  const embedded = context.item === undefined ? [] : context.item.embedded;
  if (embedded === undefined) return { kind: 'inside', answer };
  const things = embedded.map((thing) => ({
    thing: thingName(thing),
    of: traceCond(cond.inside, { ...context, item: thing }, tracer),
  }));
  return { kind: 'inside', answer, things };
}
