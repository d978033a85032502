import { localOfDate, parseDate, type When } from '../calendar/index.ts';
import {
  moreSevere,
  type Decision,
  type DutyRow,
  type Verdict,
  type VerdictRow,
  VERDICTS,
} from '../model/index.ts';
import type { Rulebook } from '../rulebook/index.ts';
import { changesOf, datedEdges, overallNext, type Course } from './change.ts';
import { compileRule, planFor, type ActivityPlan, type CompiledRule } from './compile-rule.ts';
import { consider, isOutAlways, outcomeAt, verdictAt } from './consider.ts';
import { dutiesOf } from './evaluate-duty.ts';
import type { Outcome } from './outcome.ts';
import { pointOf, type Point } from './point.ts';
import { buildSituation, type Question, type Situation } from './situation.ts';

/** A rulebook made ready to decide by; build once, use for every question. */
export interface CompiledRulebook {
  readonly rulebook: Rulebook;
  readonly rules: readonly CompiledRule[];
}

export interface DecideOptions {
  /** Answer from what the rulebook had recorded by then; without it, from all it records. */
  readonly knownAt?: When;
}

/** Compiles every rule of a rulebook. */
export function compileRulebook(rulebook: Rulebook): CompiledRulebook {
  return {
    rulebook,
    rules: rulebook.rules.map((rule) => compileRule(rule, rulebook.directory)),
  };
}

/** A duty that is certain makes an act nothing else is wrong with `report-due`. */
function verdictWith(outcome: Outcome, duties: readonly DutyRow[]): Verdict {
  const isMild = VERDICTS[outcome.verdict].severity < VERDICTS['report-due'].severity;
  if (!isMild || duties.length === 0) return outcome.verdict;
  const owes = duties.some(({ due, missing }) => due !== undefined && missing.length === 0);
  return owes ? 'report-due' : outcome.verdict;
}

function bindsOf(outcome: Outcome): VerdictRow['binds'] {
  const { prohibition, deal } = outcome;
  if (prohibition === undefined || deal === undefined) return undefined;
  const { binds } = prohibition.source;
  const path =
    binds === 'supplier' ? deal.supplier.path : binds === 'customer' ? deal.customer.path : binds;
  if (path === 'item.maker') return 'maker';
  return path === 'actor' || path === 'counterparty' ? path : undefined;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function rowOf(
  rule: CompiledRule,
  situation: Situation,
  outcome: Outcome,
  duties: readonly DutyRow[],
): VerdictRow {
  const binds = bindsOf(outcome);
  const { provision, cautions, assumed, condition, advice } = outcome;
  // Assigned one by one: spreading five optional parts was a tenth of the time of a decision.
  const row: Writable<VerdictRow> = {
    rule: rule.rule.id,
    activity: situation.activity,
    verdict: verdictWith(outcome, duties),
    because: outcome.because,
    missing: outcome.missing,
    duties,
    cite: outcome.cite,
  };
  if (provision !== undefined) row.prohibition = provision;
  if (binds !== undefined) row.binds = binds;
  if (assumed.length > 0) row.assumed = assumed;
  if (cautions.length > 0) row.caution = cautions.join('; ');
  if (condition !== undefined) row.condition = condition;
  if (advice !== undefined) row.advice = advice;
  return row;
}

function isRecordedLater(rule: CompiledRule, knownAt: When | undefined): boolean {
  if (knownAt === undefined) return false;
  const recorded = parseDate(rule.rule.recordedAt);
  return recorded !== undefined && localOfDate(recorded) > knownAt.local;
}

function unrecordedRow(rule: CompiledRule, situation: Situation): VerdictRow {
  return {
    rule: rule.rule.id,
    activity: situation.activity,
    verdict: 'undetermined',
    because:
      `the rulebook recorded this rule on ${rule.rule.recordedAt}, ` +
      'after the date of knowledge asked for',
    caution: 'the rule may have existed without the rulebook knowing it',
    missing: [],
    duties: [],
    cite: rule.instrumentCites,
  };
}

const NO_EDGES: Course['edges'] = [];

function fixedCourse(row: VerdictRow): Course {
  return { row, edges: NO_EDGES, verdictAt: () => row.verdict };
}

/** With nothing to ask, the answer is the same to every question; most rules give it to most. */
function isSilent({ prohibitions, freedoms, duties }: ActivityPlan): boolean {
  return prohibitions.length === 0 && freedoms.length === 0 && duties.length === 0;
}

/** The row of one rule, with the course of its verdict over time when it can change. */
function answer(rule: CompiledRule, situation: Situation, point: Point): Course {
  const { activity } = situation;
  // Time plays a part in conditions only through owners and listings.
  const isDated = situation.hasOwners || (situation.hasListed && rule.lists.size > 0);
  const plan = planFor(rule, activity, situation.directory);
  if (plan.silence !== undefined) return fixedCourse(plan.silence);
  const considered = consider(rule, plan, situation, point);
  const outcome = outcomeAt(considered, activity, point);
  const duties = dutiesOf(plan, situation, point, outcome);
  const row = rowOf(rule, situation, outcome, duties);
  if (isSilent(plan)) plan.silence = row;
  const isFixed = !isDated && !plan.hasMildDuty && isOutAlways(considered);
  if (isFixed || isSilent(plan)) return fixedCourse(row);
  function courseAt(at: Point): Verdict {
    const then = isDated ? consider(rule, plan, situation, at) : considered;
    if (!plan.hasMildDuty) return verdictAt(then, at);
    const result = outcomeAt(then, activity, at);
    return verdictWith(result, dutiesOf(plan, situation, at, result));
  }
  const course: Course = {
    row,
    edges: isDated ? datedEdges(plan, situation) : plan.edges,
    verdictAt: courseAt,
  };
  return { ...course, row: { ...row, ...changesOf(course, point) } };
}

/**
 * Answers one question: every rule of the rulebook gives a row, the summary is the most
 * severe of them, and each says when it changes next and when it last changed.
 * Pure: the same rulebook, question and time give the same bytes.
 */
export function decide(
  compiled: CompiledRulebook,
  question: Question,
  asOf: When,
  options: DecideOptions = {},
): Decision {
  const situation = buildSituation(question, compiled.rulebook.directory);
  const point = pointOf(asOf);
  const courses: Course[] = [];
  let verdict: Verdict = 'out-of-scope';
  for (const rule of compiled.rules) {
    const course = isRecordedLater(rule, options.knownAt)
      ? { row: unrecordedRow(rule, situation), edges: [], verdictAt: () => 'undetermined' as const }
      : answer(rule, situation, point);
    courses.push(course);
    verdict = moreSevere(verdict, course.row.verdict);
  }
  const next = overallNext(courses, point, verdict);
  return {
    id: question.transaction.id,
    asOf: asOf.text,
    verdict,
    rows: courses.map(({ row }) => row),
    ...(next === undefined ? {} : { next }),
  };
}
