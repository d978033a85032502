import { LIMITS } from '../limits.ts';
import type { Activity, VerdictRow } from '../model/index.ts';
import type { PartyDirectory } from '../rulebook/index.ts';
import {
  planFor,
  type ActivityPlan,
  type CompiledProhibition,
  type CompiledRule,
} from './compile-rule.ts';
import { hear, type Clause, type Hearing } from './hearing.ts';

/** A rule that has something to say about an activity, with its place in the rulebook. */
export interface IndexedRule {
  readonly place: number;
  readonly rule: CompiledRule;
  readonly plan: ActivityPlan;
}

/**
 * Rules whose provisions about an activity have the same shapes: unless a rule names somebody
 * in the situation, one answers for all of them whether they reach it.
 */
export interface Kind {
  readonly rules: readonly IndexedRule[];
  /** How its rules do not reach an act, prohibition by prohibition, as a tree of steps. */
  ways: Way;
  /** Steps in the tree. */
  steps: number;
}

/** A step on the way out of a kind; at its end stand the rows of those who leave so. */
export interface Way {
  readonly next: Map<number, Way>;
  /** Rows of the rules of the kind, in their order, as far as they were asked for. */
  readonly rows: (VerdictRow | undefined)[];
}

function newWay(): Way {
  return { next: new Map(), rows: [] };
}

/** What the rulebook has to say about one activity. */
export interface ActivityIndex {
  readonly kinds: readonly Kind[];
  /** Rules that are about the activity, by place. */
  readonly asked: ReadonlyMap<number, IndexedRule>;
  /** The rows of rules that are not about the activity, at their places; the others are open. */
  readonly silence: readonly VerdictRow[];
}

function isSilent({ prohibitions, freedoms, duties }: ActivityPlan): boolean {
  return prohibitions.length === 0 && freedoms.length === 0 && duties.length === 0;
}

function kindOf({ prohibitions, freedoms }: ActivityPlan): string {
  const shapes = (clauses: readonly (Clause | undefined)[]): string =>
    clauses.map((clause) => clause?.shape ?? '').join(',');
  return [
    ...prohibitions.map(({ bound, reach, target }) => shapes([bound, reach, target])),
    'freedoms',
    ...freedoms.map(({ when }) => shapes([when])),
  ].join(';');
}

/** What stands at the place of a rule until it is asked; if it stayed, nothing would be clear. */
function unanswered({ rule, instrumentCites }: CompiledRule, activity: Activity): VerdictRow {
  return {
    rule: rule.id,
    activity,
    verdict: 'undetermined',
    because: 'the rule has not been asked',
    missing: [],
    duties: [],
    cite: instrumentCites,
  };
}

/** Sorts the rules of a rulebook by what they say about an activity. */
export function indexActivity(
  rules: readonly CompiledRule[],
  activity: Activity,
  directory: PartyDirectory,
  silenceOf: (rule: CompiledRule) => VerdictRow,
): ActivityIndex {
  const kinds = new Map<string, IndexedRule[]>();
  const asked = new Map<number, IndexedRule>();
  const silence = rules.map((rule, place) => {
    const plan = planFor(rule, activity, directory);
    if (isSilent(plan)) return silenceOf(rule);
    const indexed: IndexedRule = { place, rule, plan };
    const key = kindOf(plan);
    const alike = kinds.get(key);
    if (alike === undefined) kinds.set(key, [indexed]);
    else alike.push(indexed);
    asked.set(place, indexed);
    return unanswered(rule, activity);
  });
  const list = [...kinds.values()].map((members) => ({ rules: members, ways: newWay(), steps: 0 }));
  return { kinds: list, asked, silence };
}

/** Steps of one assumption: its gates, and that it was made while passing one. */
const STEPS_PER_ASSUMPTION = 4;

/**
 * One prohibition further: by which gate it is left, and under what assumptions. Steps are
 * numbers, since a text put together from sixty parts took a third of the time of a decision.
 */
function stepOut(
  { bound, reach, target }: CompiledProhibition,
  hearing: Hearing,
  way: Way,
  kind: Kind,
): Way | undefined {
  let here = way;
  let gate = 0;
  for (const clause of [bound, reach, target]) {
    gate += 1;
    if (clause === undefined) continue;
    const { answer, assumption } = hear(clause, hearing);
    if (assumption === undefined) return undefined;
    if (answer === false) return below(here, assumption * STEPS_PER_ASSUMPTION + gate, kind);
    if (assumption !== 0) here = below(here, assumption * STEPS_PER_ASSUMPTION, kind);
  }
  return undefined;
}

function below(way: Way, step: number, kind: Kind): Way {
  const known = way.next.get(step);
  if (known !== undefined) return known;
  if (kind.steps >= LIMITS.waysRememberedMax) {
    kind.ways = newWay();
    kind.steps = 0;
  }
  const made = newWay();
  way.next.set(step, made);
  kind.steps += 1;
  return made;
}

/**
 * How the rules of a kind do not reach the act; undefined when they do, or may. Asks the plan
 * of one of them that names nobody in the situation.
 */
export function wayOut(
  kind: Kind,
  plan: ActivityPlan,
  hearings: readonly Hearing[],
): Way | undefined {
  let way = kind.ways;
  for (const prohibition of plan.prohibitions) {
    for (const hearing of hearings) {
      const further = stepOut(prohibition, hearing, way, kind);
      if (further === undefined) return undefined;
      way = further;
    }
  }
  for (const { when } of plan.freedoms) {
    for (const hearing of hearings) {
      if (when === undefined || hear(when, hearing).answer === true) return undefined;
    }
  }
  return way;
}
