import type { CompiledException, CompiledProhibition } from './compile-rule.ts';
import { markOf, newContext, rollBack, type Context } from './context.ts';
import { HOLDS, type Heard, type Hearing, type Listen } from './hearing.ts';
import { NOTHING } from './outcome.ts';
import type { Deal } from './situation.ts';
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

function concat(a: readonly string[], b: readonly string[]): readonly string[] {
  if (b.length === 0) return a;
  return a.length === 0 ? b : [...a, ...b];
}

function outOfScope(
  one: CompiledProhibition,
  deal: Deal,
  out: OutReason,
  assumed: readonly string[],
): Asked {
  return {
    one,
    deal,
    scope: 'out',
    out,
    when: undefined,
    exceptions: NO_EXCEPTIONS,
    missing: NOTHING,
    cautions: NOTHING,
    assumed,
  };
}

const NO_EXCEPTIONS: readonly AskedException[] = [];

function askExceptions(one: CompiledProhibition, context: Context): readonly AskedException[] {
  if (one.exceptions.length === 0) return NO_EXCEPTIONS;
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

/** Takes over what a condition noted. */
function note(context: Context, { missing, cautions, assumed }: Heard): void {
  if (missing.length > 0) context.missing.push(...missing);
  if (cautions.length > 0) context.cautions.push(...cautions);
  if (assumed.length > 0) context.assumed.push(...assumed);
}

/** A prohibition that reaches the act, or may: the conditions that remain. */
function askRest(
  one: CompiledProhibition,
  { situation, deal, point }: Hearing,
  gates: readonly Heard[],
): Asked {
  const context = newContext(situation, deal, point);
  for (const gate of gates) note(context, gate);
  const when = one.when(context);
  const { missing, cautions, assumed } = context;
  const own = missing.length === 0 ? NOTHING : missing.slice();
  return {
    one,
    deal,
    scope: gates.some(({ answer }) => answer === undefined) ? 'open' : 'in',
    when,
    exceptions: when === false ? NO_EXCEPTIONS : askExceptions(one, context),
    missing: own,
    cautions,
    assumed,
  };
}

/** Asks the conditions of a prohibition in the order of the law: who, where, what, if, unless. */
export function ask(one: CompiledProhibition, hearing: Hearing, listen: Listen): Asked {
  const { deal } = hearing;
  const bound = listen(one.bound, hearing);
  if (bound.answer === false) return outOfScope(one, deal, 'bound', bound.assumed);
  const reach = one.reach === undefined ? HOLDS : listen(one.reach, hearing);
  let assumed = concat(bound.assumed, reach.assumed);
  if (reach.answer === false) return outOfScope(one, deal, 'reach', assumed);
  const target = one.target === undefined ? HOLDS : listen(one.target, hearing);
  assumed = concat(assumed, target.assumed);
  if (target.answer === false) return outOfScope(one, deal, 'target', assumed);
  return askRest(one, hearing, [bound, reach, target]);
}
