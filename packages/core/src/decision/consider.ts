import { VERDICTS, type Activity, type Verdict } from '../model/index.ts';
import { ask, type Asked } from './ask.ts';
import type { ActivityPlan, CompiledFreedom, CompiledRule } from './compile-rule.ts';
import { explain } from './explain.ts';
import { HOLDS, type Hearing, type Listen } from './hearing.ts';
import { NOTHING, type Outcome } from './outcome.ts';
import { isBefore, type Point } from './point.ts';
import { settle, type Settled } from './settle.ts';
import { forceAt } from './status-at.ts';
import { distinct } from './words.ts';

/** Everything a rule has to say about one situation, before a point in time is chosen. */
export interface Considered {
  readonly rule: CompiledRule;
  readonly plan: ActivityPlan;
  readonly asked: readonly Asked[];
  /** What the rule leaves free; time plays no part in it. */
  readonly freedom: Outcome | undefined;
}

function freedomOf(
  freedom: CompiledFreedom,
  hearing: Hearing,
  listen: Listen,
): Outcome | undefined {
  const heard = freedom.when === undefined ? HOLDS : listen(freedom.when, hearing);
  if (heard.answer !== true) return undefined;
  const { id, because, advice } = freedom.source;
  const cautions = freedom.caution === undefined ? NOTHING : [freedom.caution];
  return {
    verdict: 'permitted',
    because,
    provision: id,
    cite: [freedom.cite],
    missing: NOTHING,
    cautions: [...cautions, ...heard.cautions],
    assumed: heard.assumed,
    advice,
    inScope: true,
  };
}

/** Asks every provision of a rule that is about the activity, once per deal. */
export function consider(
  rule: CompiledRule,
  plan: ActivityPlan,
  hearings: readonly Hearing[],
  listen: Listen,
): Considered {
  const asked: Asked[] = [];
  for (const one of plan.prohibitions) {
    for (const hearing of hearings) asked.push(ask(one, hearing, listen));
  }
  let freedom: Outcome | undefined;
  for (const one of plan.freedoms) {
    for (const hearing of hearings) freedom ??= freedomOf(one, hearing, listen);
  }
  return { rule, plan, asked, freedom };
}

/** Whether a considered rule is out of scope at every time, its conditions being dateless. */
export function isOutAlways(considered: Considered): boolean {
  if (considered.freedom !== undefined) return false;
  return considered.asked.every(({ scope }) => scope === 'out');
}

/** A rule whose text is in force leaves free what a later phase of it will bar. */
function hasBegun(rule: CompiledRule, point: Point): boolean {
  return forceAt(rule, point) === 'in-force';
}

/** Before its first state a rule does not exist, and so leaves nothing free either. */
function existsAt(rule: CompiledRule, point: Point): boolean {
  const first = rule.timeline[0];
  return first === undefined || !isBefore(point, first.span.from);
}

interface Chosen {
  readonly asked: Asked | undefined;
  readonly settled: Settled | undefined;
  readonly verdict: Verdict;
}

/** The most severe provision at a point; the first in the file wins a tie. */
function choose(considered: Considered, point: Point): Chosen {
  const { rule, freedom } = considered;
  let best: Chosen = { asked: undefined, settled: undefined, verdict: 'out-of-scope' };
  for (const asked of considered.asked) {
    const settled = settle(asked, rule, point);
    const isFirst = best.settled === undefined;
    if (isFirst || VERDICTS[settled.verdict].severity > VERDICTS[best.verdict].severity) {
      best = { asked, settled, verdict: settled.verdict };
    }
  }
  const severity = VERDICTS[best.verdict].severity;
  if (freedom !== undefined && VERDICTS[freedom.verdict].severity > severity) {
    // Nothing that a freedom speaks of is ever barred, so `not-yet` would announce a bar.
    const verdict = existsAt(rule, point) ? freedom.verdict : 'out-of-scope';
    return { asked: undefined, settled: undefined, verdict };
  }
  if (best.verdict === 'not-yet' && hasBegun(rule, point)) {
    return { ...best, verdict: 'permitted' };
  }
  return best;
}

/** The verdict of a considered rule at a point in time, without its reasons. */
export function verdictAt(considered: Considered, point: Point): Verdict {
  return choose(considered, point).verdict;
}

/** What a rule comes to that is not about an activity. */
export function notReached(rule: CompiledRule, activity: Activity): Outcome {
  return {
    verdict: 'out-of-scope',
    because: `this rule is not about \`${activity}\``,
    cite: rule.instrumentCites,
    missing: NOTHING,
    cautions: NOTHING,
    assumed: NOTHING,
    inScope: false,
  };
}

/** An act is free under a rule when all its provisions leave it free, whatever each assumed. */
function withAssumptions(outcome: Outcome, { asked }: Considered): Outcome {
  const isFree =
    VERDICTS[outcome.verdict].severity <= VERDICTS['permitted-with-condition'].severity;
  if (!isFree || asked.length < 2) return outcome;
  const all = asked.flatMap((one) => one.assumed);
  return all.length === 0 ? outcome : { ...outcome, assumed: distinct(all) };
}

/** The verdict of a considered rule at a point in time, with its reasons. */
export function outcomeAt(considered: Considered, activity: Activity, point: Point): Outcome {
  const { asked, settled, verdict } = choose(considered, point);
  if (asked === undefined || settled === undefined) {
    const outcome = considered.freedom ?? notReached(considered.rule, activity);
    if (outcome.verdict === verdict) return outcome;
    const because = 'this rule did not exist yet';
    return { ...notReached(considered.rule, activity), verdict, because };
  }
  const outcome = withAssumptions(explain(asked, settled, considered.rule, point), considered);
  return outcome.verdict === verdict ? outcome : { ...outcome, verdict };
}
