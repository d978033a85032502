import { assert, type Cond, type Related, type Terms } from '../model/index.ts';

/**
 * The shape of a condition: its text without whom it names. Two conditions of one shape give
 * the same answer, with the same notes, about a situation in which nobody is named by either.
 */
export function shapeOf(cond: Cond, terms: Terms): string {
  if ('all' in cond) return `all(${cond.all.map((one) => shapeOf(one, terms)).join(',')})`;
  if ('any' in cond) return `any(${cond.any.map((one) => shapeOf(one, terms)).join(',')})`;
  if ('not' in cond) return `not(${shapeOf(cond.not, terms)})`;
  if ('inside' in cond) return `inside(${shapeOf(cond.inside, terms)})`;
  if ('term' in cond) return shapeOf(termOf(cond.term, terms), terms);
  const value = cond.op === 'related' ? withoutNames(cond.value) : cond.value;
  return JSON.stringify([cond.fact, cond.op, value]);
}

/**
 * A condition with one of each shape among its alternatives: what it asks in a situation in
 * which nobody is named by it. A list of twenty barred makers becomes one question.
 */
export function amongStrangers(cond: Cond, terms: Terms): Cond {
  if ('all' in cond) {
    const all = oneOfEach(cond.all, 'all', terms);
    return all.length === 1 && all[0] !== undefined ? all[0] : { all };
  }
  if ('any' in cond) {
    const any = oneOfEach(cond.any, 'any', terms);
    return any.length === 1 && any[0] !== undefined ? any[0] : { any };
  }
  if ('not' in cond) return { not: amongStrangers(cond.not, terms) };
  if ('inside' in cond) return { inside: amongStrangers(cond.inside, terms) };
  return 'term' in cond ? amongStrangers(termOf(cond.term, terms), terms) : cond;
}

function oneOfEach(conds: readonly Cond[], kind: 'all' | 'any', terms: Terms): readonly Cond[] {
  const byShape = new Map<string, Cond>();
  for (const one of conds) {
    const simple = amongStrangers(one, terms);
    for (const part of partsOf(simple, kind)) {
      const shape = shapeOf(part, terms);
      if (!byShape.has(shape)) byShape.set(shape, part);
    }
  }
  return [...byShape.values()];
}

/** Alternatives of alternatives are alternatives. */
function partsOf(cond: Cond, kind: 'all' | 'any'): readonly Cond[] {
  if (kind === 'all' && 'all' in cond) return cond.all;
  return kind === 'any' && 'any' in cond ? cond.any : [cond];
}

/** Every relation to named parties that a condition asks about. */
export function relationsIn(cond: Cond, terms: Terms): readonly Related[] {
  if ('all' in cond) return cond.all.flatMap((one) => relationsIn(one, terms));
  if ('any' in cond) return cond.any.flatMap((one) => relationsIn(one, terms));
  if ('not' in cond) return relationsIn(cond.not, terms);
  if ('inside' in cond) return relationsIn(cond.inside, terms);
  if ('term' in cond) return relationsIn(termOf(cond.term, terms), terms);
  return cond.op === 'related' ? [cond.value] : [];
}

function termOf(name: string, terms: Terms): Cond {
  const term = terms[name];
  assert(term !== undefined, 'the lint has seen that every term is defined');
  return term.is;
}

/** Everything of a relation but its names; whether it has a group decides about likely members. */
function withoutNames({ relation, group, percentMin, ifUnstated }: Related): unknown {
  return [relation, group !== undefined, percentMin ?? null, ifUnstated ?? null];
}
