import type { LeafTrace, Trace } from './trace.ts';

/** A fact that would have to be otherwise, and the answer its condition would then give. */
export interface FactChange {
  readonly leaf: LeafTrace;
  readonly becomes: 'yes' | 'no';
}

/** A fact that nobody stated is more easily otherwise than one that somebody did. */
const UNSTATED_COST = 0.1;

function costOf(changes: readonly FactChange[]): number {
  return changes.reduce((sum, { leaf }) => {
    const isOpen = leaf.stated === undefined && leaf.op !== 'related';
    return sum + (isOpen ? UNSTATED_COST : 1);
  }, 0);
}

function fewest(
  options: readonly (readonly FactChange[] | undefined)[],
): readonly FactChange[] | undefined {
  let best: readonly FactChange[] | undefined;
  for (const one of options) {
    if (one !== undefined && (best === undefined || costOf(one) < costOf(best))) best = one;
  }
  return best;
}

function everyOne(
  options: readonly (readonly FactChange[] | undefined)[],
): readonly FactChange[] | undefined {
  const all: FactChange[] = [];
  for (const one of options) {
    if (one === undefined) return undefined;
    all.push(...one);
  }
  return all;
}

/**
 * The smallest set of facts that would give a condition a certain answer, those that nobody has
 * stated first: empty when it has it, undefined when no fact of this condition could.
 */
export function changesTo(trace: Trace, wanted: 'yes' | 'no'): readonly FactChange[] | undefined {
  if (trace.answer === wanted) return [];
  switch (trace.kind) {
    case 'leaf':
      return [{ leaf: trace, becomes: wanted }];
    case 'not':
      return changesTo(trace.of, other(wanted));
    case 'term':
      return changesTo(trace.of, wanted);
    case 'inside': {
      const options = (trace.things ?? []).map(({ of }) => changesTo(of, wanted));
      return wanted === 'yes' ? fewest(options) : everyOne(options);
    }
    case 'all':
    case 'any': {
      const options = trace.of.map((one) => changesTo(one, wanted));
      return (trace.kind === 'all') === (wanted === 'yes') ? everyOne(options) : fewest(options);
    }
  }
}

/** Every leaf of a condition, in its order. */
export function* leavesOf(trace: Trace): Generator<LeafTrace> {
  switch (trace.kind) {
    case 'leaf':
      yield trace;
      return;
    case 'all':
    case 'any':
      for (const one of trace.of) yield* leavesOf(one);
      return;
    case 'not':
    case 'term':
      yield* leavesOf(trace.of);
      return;
    case 'inside':
      for (const { of } of trace.things ?? []) yield* leavesOf(of);
  }
}

/** A fact that carries the answer of a condition. */
export interface Reason {
  readonly leaf: LeafTrace;
  /** What its answer must be for the condition to be met. */
  readonly wants: 'yes' | 'no';
}

function other(side: 'yes' | 'no'): 'yes' | 'no' {
  return side === 'yes' ? 'no' : 'yes';
}

/** The leaves that carry the answer of a condition: without them it would not be what it is. */
export function reasonsOf(trace: Trace, wants: 'yes' | 'no' = 'yes'): readonly Reason[] {
  switch (trace.kind) {
    case 'leaf':
      return [{ leaf: trace, wants }];
    case 'not':
      return reasonsOf(trace.of, other(wants));
    case 'term':
      return reasonsOf(trace.of, wants);
    case 'inside':
    case 'any':
    case 'all':
      return carriers(trace).flatMap((one) => reasonsOf(one, wants));
  }
}

/** One part suffices for the answer that settles; the other answers take all parts that give it. */
function carriers(
  trace: Extract<Trace, { readonly kind: 'all' | 'any' | 'inside' }>,
): readonly Trace[] {
  const parts = trace.kind === 'inside' ? (trace.things ?? []).map(({ of }) => of) : trace.of;
  const same = parts.filter((part) => part.answer === trace.answer);
  return trace.answer === (trace.kind === 'all' ? 'no' : 'yes') ? same.slice(0, 1) : same;
}
