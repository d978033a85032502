import { LIMITS } from '../limits.ts';
import { moreSevere, type Verdict, type VerdictRow } from '../model/index.ts';
import { changesOf, datedEdges, type Course } from './change.ts';
import { consider, isOutAlways, outcomeAt, verdictAt } from './consider.ts';
import { dutiesOf } from './evaluate-duty.ts';
import { hear, hearAlone, openHearing, type Hearing, type Listen } from './hearing.ts';
import type { Point } from './point.ts';
import { rowOf, verdictWith } from './row.ts';
import { outKey, type ActivityIndex, type IndexedRule, type Kind } from './rule-index.ts';
import type { Situation } from './situation.ts';

/** One question at one time, while its rows are being filled in. */
export interface Sitting {
  readonly situation: Situation;
  readonly point: Point;
  readonly hearings: readonly Hearing[];
  /** One row per rule, at its place. */
  readonly rows: VerdictRow[];
  /** Rows that will change over time. */
  readonly moving: Course[];
  /** The most severe verdict of the others. */
  fixed: Verdict;
}

/** Answers one rule: its row and, when the verdict can change, the course it takes over time. */
function answer(sitting: Sitting, indexed: IndexedRule, listen: Listen): void {
  const { situation, point, hearings, rows, moving } = sitting;
  const { rule, plan, place } = indexed;
  const { activity } = situation;
  // Time plays a part in conditions only through owners and listings.
  const isDated = situation.hasOwners || (situation.hasListed && rule.lists.size > 0);
  const considered = consider(rule, plan, hearings, listen);
  const outcome = outcomeAt(considered, activity, point);
  const duties = dutiesOf(plan, situation, point, outcome);
  const row = rowOf(rule, activity, outcome, duties);
  if (!isDated && isOutAlways(considered)) {
    rows[place] = row;
    return;
  }
  function courseAt(at: Point): Verdict {
    const then = isDated ? consider(rule, plan, hearingsOf(situation, at), hearAlone) : considered;
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
export function hearingsOf(situation: Situation, point: Point): readonly Hearing[] {
  return situation.deals.map((deal) => openHearing(situation, deal, point));
}

/** Fills in the rows of rules that do not reach the act; what nobody has kept is made. */
function fillOut(sitting: Sitting, kind: Kind, key: string, concerned: ReadonlySet<number>): void {
  let kept = kind.rowsOut.get(key);
  if (kept === undefined) {
    if (kind.rowsOut.size >= LIMITS.rowsOutRememberedMax) kind.rowsOut.clear();
    kept = [];
    kind.rowsOut.set(key, kept);
  }
  const { rules } = kind;
  for (let index = 0; index < rules.length; index += 1) {
    const indexed = rules[index];
    if (indexed === undefined || concerned.has(indexed.place)) continue;
    const row = kept[index];
    if (row !== undefined) {
      sitting.rows[indexed.place] = row;
      continue;
    }
    answer(sitting, indexed, hear);
    kept[index] = sitting.rows[indexed.place];
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
    const key = outKey(speaker.plan, sitting.hearings);
    if (key !== undefined) {
      fillOut(sitting, kind, key, concerned);
      continue;
    }
    for (const indexed of kind.rules) {
      if (!concerned.has(indexed.place)) answer(sitting, indexed, hear);
    }
  }
}

/** Fills in the row of every rule that is about the activity. */
export function answerAll(
  sitting: Sitting,
  index: ActivityIndex,
  concerned: ReadonlySet<number> | undefined,
): void {
  if (concerned === undefined) {
    for (const indexed of index.asked.values()) answer(sitting, indexed, hearAlone);
    return;
  }
  answerKinds(sitting, index.kinds, concerned);
  for (const place of concerned) {
    const indexed = index.asked.get(place);
    if (indexed !== undefined) answer(sitting, indexed, hearAlone);
  }
}
