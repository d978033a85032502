import type { Activity, VerdictRow } from '../model/index.ts';
import type { PartyDirectory } from '../rulebook/index.ts';
import { planFor, type ActivityPlan, type CompiledRule } from './compile-rule.ts';
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
  /** Rows of rules that do not reach an act, by why not and what was assumed. */
  readonly rowsOut: Map<string, (VerdictRow | undefined)[]>;
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
  const list = [...kinds.values()].map((members) => ({ rules: members, rowsOut: new Map() }));
  return { kinds: list, asked, silence };
}

/**
 * Why the rules of a kind do not reach the act, in a form that tells their rows apart;
 * undefined when they do, or may. Asks the plan of one rule that names nobody in the situation.
 */
export function outKey(plan: ActivityPlan, hearings: readonly Hearing[]): string | undefined {
  let key = '';
  for (const { bound, reach, target } of plan.prohibitions) {
    for (const hearing of hearings) {
      let out = 'none';
      for (const clause of [bound, reach, target]) {
        if (clause === undefined) continue;
        const { answer, assumed } = hear(clause, hearing);
        for (const one of assumed) key += `${one}\n`;
        if (answer !== false) continue;
        out = clause === bound ? 'bound' : clause === reach ? 'reach' : 'target';
        break;
      }
      if (out === 'none') return undefined;
      key += out;
    }
  }
  for (const { when } of plan.freedoms) {
    for (const hearing of hearings) {
      if (when === undefined || hear(when, hearing).answer === true) return undefined;
    }
  }
  return key;
}
