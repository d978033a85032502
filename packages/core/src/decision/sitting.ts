import { moreSevere, type Verdict, type VerdictRow } from '../model/index.ts';
import { changesOf, datedEdges, type Course } from './change.ts';
import { consider, isOutAlways, outcomeAt, verdictAt } from './consider.ts';
import { dutiesOf } from './evaluate-duty.ts';
import { hear, hearAlone, openHearing, type Numbers, type Hearing } from './hearing.ts';
import type { Point } from './point.ts';
import { rowOf, verdictWith } from './row.ts';
import { wayOut, type ActivityIndex, type IndexedRule, type Kind, type Way } from './rule-index.ts';
import type { Situation } from './situation.ts';

/** One question at one time, while its rows are being filled in. */
export interface Sitting {
  readonly situation: Situation;
  readonly point: Point;
  readonly hearings: readonly Hearing[];
  readonly numbers: Numbers;
  /** One row per rule, at its place. */
  readonly rows: VerdictRow[];
  /** Rows that will change over time. */
  readonly moving: Course[];
  /** The most severe verdict of the others. */
  fixed: Verdict;
}

/** Answers one rule: its row and, when the verdict can change, the course it takes over time. */
function answer(sitting: Sitting, indexed: IndexedRule, isConcerned: boolean): void {
  const { situation, point, hearings, rows, moving } = sitting;
  const { rule, plan, place } = indexed;
  const { activity } = situation;
  // Time plays a part in conditions only through owners and listings of whom the rule names.
  const mayTurn = situation.hasOwners || (situation.hasListed && rule.lists.size > 0);
  const isDated = isConcerned && mayTurn;
  const considered = consider(rule, plan, hearings, isConcerned ? hearAlone : hear);
  const outcome = outcomeAt(considered, activity, point);
  const duties = dutiesOf(plan, situation, point, outcome);
  const row = rowOf(rule, activity, outcome, duties);
  if (!isDated && isOutAlways(considered)) {
    rows[place] = row;
    return;
  }
  function courseAt(at: Point): Verdict {
    const then = isDated
      ? consider(rule, plan, hearingsOf(situation, at, sitting.numbers), hearAlone)
      : considered;
    if (!plan.hasMildDuty) return verdictAt(then, at);
    const result = outcomeAt(then, activity, at);
    return verdictWith(result, dutiesOf(plan, situation, at, result));
  }
  const edges = isDated ? datedEdges(plan, situation) : plan.edges;
  const course: Course = { row, edges, verdictAt: courseAt };
  const changing = { ...row, ...changesOf(course, point) };
  rows[place] = changing;
  if (changing.next !== undefined) moving.push({ ...course, row: changing });
  else sitting.fixed = moreSevere(sitting.fixed, changing.verdict);
}

/** A hearing per deal of a situation. */
export function hearingsOf(
  situation: Situation,
  point: Point,
  numbers: Numbers,
): readonly Hearing[] {
  return situation.deals.map((deal) => openHearing(situation, deal, point, numbers));
}

/** Fills in the rows of rules that do not reach the act; what nobody has kept is made. */
function fillOut(sitting: Sitting, kind: Kind, way: Way, concerned: ReadonlySet<number>): void {
  const { rules } = kind;
  const isAmongStrangers = concerned.size === 0;
  for (let index = 0; index < rules.length; index += 1) {
    const indexed = rules[index];
    if (indexed === undefined) continue;
    if (!isAmongStrangers && concerned.has(indexed.place)) continue;
    const row = way.rows[index];
    if (row !== undefined) {
      sitting.rows[indexed.place] = row;
      continue;
    }
    answer(sitting, indexed, false);
    way.rows[index] = sitting.rows[indexed.place];
  }
}

/**
 * Answers the rules that name nobody in the situation: kind by kind, and one by one only where
 * a kind may reach the act. The cost of the others does not grow with their number but for the
 * place each has in the answer.
 */
function answerKinds(
  sitting: Sitting,
  kinds: readonly Kind[],
  concerned: ReadonlySet<number>,
): void {
  for (const kind of kinds) {
    const speaker =
      concerned.size === 0 ? kind.rules[0] : kind.rules.find(({ place }) => !concerned.has(place));
    if (speaker === undefined) continue;
    const way = wayOut(kind, speaker.plan, sitting.hearings);
    if (way !== undefined) {
      fillOut(sitting, kind, way, concerned);
      continue;
    }
    for (const indexed of kind.rules) {
      if (!concerned.has(indexed.place)) answer(sitting, indexed, false);
    }
  }
}

/** Fills in the row of every rule that is about the activity. */
export function answerAll(
  sitting: Sitting,
  index: ActivityIndex,
  concerned: ReadonlySet<number>,
): void {
  answerKinds(sitting, index.kinds, concerned);
  for (const place of concerned) {
    const indexed = index.asked.get(place);
    if (indexed !== undefined) answer(sitting, indexed, true);
  }
}
