import type { Rule } from '../../model/index.ts';
import type { PartyDirectory } from '../party-directory.ts';
import type { RulePathProblem } from '../problem.ts';
import { lintCites } from './lint-cites.ts';
import { lintDates } from './lint-dates.ts';
import { lintConditions, lintTerms } from './lint-conditions.ts';
import { lintExamples } from './lint-examples.ts';
import { lintProvisions } from './lint-provisions.ts';
import { lintTimeline } from './lint-timeline.ts';

export { conditionAround, lintCondShape } from './lint-cond-shape.ts';
export { lintEdgeShape } from './lint-edge-shape.ts';
export { lintDates } from './lint-dates.ts';
export { lintPartyFile, lintPartyReferences, PartyRegister } from './lint-parties.ts';

/** Everything that can be wrong inside one rule whose shape and edges are right. */
export function lintRule(rule: Rule, directory: PartyDirectory): RulePathProblem[] {
  return [
    ...lintCites(rule),
    ...lintDates(rule),
    ...lintTimeline(rule),
    ...lintTerms(rule),
    ...lintConditions(rule, directory),
    ...lintProvisions(rule),
    ...lintExamples(rule),
  ];
}
