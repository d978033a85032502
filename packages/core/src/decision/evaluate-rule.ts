import { VERDICTS, type Activity } from '../model/index.ts';
import { coversActivity, type CompiledFreedom, type CompiledRule } from './compile-rule.ts';
import type { Context } from './context.ts';
import { evaluateProhibition, forceAt } from './evaluate-prohibition.ts';
import { NOTHING, type Outcome } from './outcome.ts';
import { isBefore, type Point } from './point.ts';
import type { Deal, Situation } from './situation.ts';

function contextOf(situation: Situation, deal: Deal, point: Point): Context {
  return { situation, deal, point, missing: [], cautions: [], assumed: [] };
}

function notReached(rule: CompiledRule, activity: Activity): Outcome {
  return {
    verdict: 'out-of-scope',
    because: `this rule is not about \`${activity}\``,
    cite: [rule.instrument],
    missing: NOTHING,
    cautions: NOTHING,
    assumed: NOTHING,
    inScope: false,
  };
}

function evaluateFreedom(
  freedom: CompiledFreedom,
  context: Context,
): Outcome | undefined {
  const applies = freedom.when(context);
  if (applies !== true) return undefined;
  const { id, because, advice } = freedom.source;
  const cautions = freedom.caution === undefined ? [] : [freedom.caution];
  return {
    verdict: 'permitted',
    because,
    provision: id,
    cite: [freedom.cite],
    missing: NOTHING,
    cautions: [...cautions, ...context.cautions],
    assumed: context.assumed,
    advice,
    inScope: true,
  };
}

/** Whether any phase of the rule had begun, so that what is free under it is `permitted`. */
function hasBegun(rule: CompiledRule, point: Point): boolean {
  if (forceAt(rule, point) !== 'in-force') return false;
  return rule.prohibitions.some(({ span }) => !isBefore(point, span.from));
}

/** Severity for choosing between provisions; an open question outranks a phase to come. */
function rankOf(outcome: Outcome): number {
  return VERDICTS[outcome.verdict].severity;
}

/**
 * What one rule comes to: the most severe outcome over its provisions and over the readings
 * of who supplies whom. The first in the file wins a tie.
 */
export function evaluateRule(rule: CompiledRule, situation: Situation, point: Point): Outcome {
  const { activity } = situation;
  let best: Outcome | undefined;
  for (const one of rule.prohibitions) {
    if (!coversActivity(one.source.activities, activity)) continue;
    for (const deal of situation.deals) {
      const outcome = evaluateProhibition(one, rule, contextOf(situation, deal, point));
      if (best === undefined || rankOf(outcome) > rankOf(best)) best = outcome;
    }
  }
  for (const freedom of rule.freedoms) {
    if (!coversActivity(freedom.source.activities, activity)) continue;
    for (const deal of situation.deals) {
      const outcome = evaluateFreedom(freedom, contextOf(situation, deal, point));
      if (outcome === undefined) continue;
      if (best === undefined || rankOf(outcome) > rankOf(best)) best = outcome;
    }
  }
  if (best === undefined) return notReached(rule, activity);
  if (best.verdict === 'not-yet' && hasBegun(rule, point)) return { ...best, verdict: 'permitted' };
  return best;
}
