import type { CompiledException, CompiledProhibition } from './compile-rule.ts';
import { markOf, newContext, rollBack, type Context } from './context.ts';
import { NOTHING } from './outcome.ts';
import type { Deal, Situation } from './situation.ts';
import type { Point } from './point.ts';
import type { Tri } from './tri.ts';

/** Why a rule does not reach an act. */
type OutReason = 'bound' | 'reach' | 'target';

/** An exception that fires, or of which it is unknown whether it does. */
export interface AskedException {
  readonly exception: CompiledException;
  readonly certain: boolean;
  readonly missing: readonly string[];
}

/**
 * The answers of one prohibition's conditions in one situation. Time plays no part in most of
 * them, so they are asked once and then read at every instant of interest.
 */
export interface Asked {
  readonly one: CompiledProhibition;
  readonly deal: Deal;
  readonly scope: 'in' | 'open' | 'out';
  readonly out?: OutReason;
  readonly when: Tri;
  /** Highest rank first; those that certainly do not fire are left out. */
  readonly exceptions: readonly AskedException[];
  readonly missing: readonly string[];
  readonly cautions: readonly string[];
  readonly assumed: readonly string[];
}

function outOfScope(one: CompiledProhibition, context: Context, out: OutReason): Asked {
  return {
    one,
    deal: context.deal,
    scope: 'out',
    out,
    when: undefined,
    exceptions: [],
    missing: NOTHING,
    cautions: NOTHING,
    assumed: context.assumed,
  };
}

function askExceptions(one: CompiledProhibition, context: Context): readonly AskedException[] {
  if (one.exceptions.length === 0) return [];
  const asked: AskedException[] = [];
  for (const exception of one.exceptions) {
    const mark = markOf(context);
    const fires = exception.when(context);
    const missing = context.missing.slice(mark.missing);
    if (fires !== true) rollBack(context, mark);
    if (fires === false) continue;
    asked.push({ exception, certain: fires === true, missing });
  }
  return asked;
}

/** Asks the conditions of a prohibition in the order of the law: who, where, what, if, unless. */
export function ask(
  one: CompiledProhibition,
  situation: Situation,
  deal: Deal,
  point: Point,
): Asked {
  const context = newContext(situation, deal, point);
  const bound = one.bound(context);
  if (bound === false) return outOfScope(one, context, 'bound');
  const reach = one.reach(context);
  if (reach === false) return outOfScope(one, context, 'reach');
  const target = one.target(context);
  if (target === false) return outOfScope(one, context, 'target');
  const when = one.when(context);
  const { missing, cautions, assumed } = context;
  const own = missing.length === 0 ? NOTHING : missing.slice();
  const isOpen = bound === undefined || reach === undefined || target === undefined;
  return {
    one,
    deal,
    scope: isOpen ? 'open' : 'in',
    when,
    exceptions: when === false ? [] : askExceptions(one, context),
    missing: own,
    cautions,
    assumed,
  };
}
