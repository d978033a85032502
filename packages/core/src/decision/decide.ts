import type { When } from '../calendar/index.ts';
import { moreSevere, type Activity, type Decision, type Verdict } from '../model/index.ts';
import type { Rulebook } from '../rulebook/index.ts';
import { overallNext } from './change.ts';
import { compileRule, type CompiledRule } from './compile-rule.ts';
import { rulesConcerned, type Concerns } from './concern.ts';
import type { Numbers } from './hearing.ts';
import { pointOf } from './point.ts';
import { isRecordedLater, silentRow, unrecordedRow } from './row.ts';
import { indexActivity, type ActivityIndex } from './rule-index.ts';
import { answerAll, hearingsOf, type Sitting } from './sitting.ts';
import { buildSituation, type Question } from './situation.ts';

/** A rulebook made ready to decide by; build once, use for every question. */
export interface CompiledRulebook {
  readonly rulebook: Rulebook;
  readonly rules: readonly CompiledRule[];
  /** What the rules say about each activity, sorted when first asked. */
  readonly activities: Map<Activity, ActivityIndex>;
  readonly concerns: Concerns;
  readonly numbers: Numbers;
}

export interface DecideOptions {
  /** Answer from what the rulebook had recorded by then; without it, from all it records. */
  readonly knownAt?: When;
}

/** Compiles every rule of a rulebook. */
export function compileRulebook(rulebook: Rulebook): CompiledRulebook {
  const numbers: Numbers = { shapes: new Map(), assumptions: new Map() };
  return {
    rulebook,
    rules: rulebook.rules.map((rule) => compileRule(rule, rulebook.directory, numbers.shapes)),
    activities: new Map(),
    concerns: new Map(),
    numbers,
  };
}

function indexFor(compiled: CompiledRulebook, activity: Activity): ActivityIndex {
  const known = compiled.activities.get(activity);
  if (known !== undefined) return known;
  const { rules, rulebook } = compiled;
  const made = indexActivity(rules, activity, rulebook.directory, (rule) =>
    silentRow(rule, activity),
  );
  compiled.activities.set(activity, made);
  return made;
}

/** Takes back what a rulebook could not have said by a date of knowledge. */
function unknowLater(compiled: CompiledRulebook, sitting: Sitting, knownAt: When): Sitting {
  const later = new Set<string>();
  const rows = sitting.rows.map((row, place) => {
    const rule = compiled.rules[place];
    if (rule === undefined || !isRecordedLater(rule, knownAt)) return row;
    later.add(rule.rule.id);
    return unrecordedRow(rule, sitting.situation.activity);
  });
  const moving = sitting.moving.filter(({ row }) => !later.has(row.rule));
  const isMoving = new Set(moving.map(({ row }) => row.rule));
  let fixed: Verdict = 'out-of-scope';
  for (const { rule, verdict } of rows) if (!isMoving.has(rule)) fixed = moreSevere(fixed, verdict);
  return { ...sitting, rows, moving, fixed };
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
  const index = indexFor(compiled, situation.activity);
  const concerned = rulesConcerned(situation, compiled.rules, compiled.concerns);
  const { numbers } = compiled;
  let sitting: Sitting = {
    situation,
    point,
    hearings: hearingsOf(situation, point, numbers),
    numbers,
    rows: index.silence.slice(),
    moving: [],
    fixed: 'out-of-scope',
  };
  answerAll(sitting, index, concerned);
  if (options.knownAt !== undefined) sitting = unknowLater(compiled, sitting, options.knownAt);
  const { moving, fixed } = sitting;
  let verdict = fixed;
  for (const { row } of moving) verdict = moreSevere(verdict, row.verdict);
  const next = overallNext(moving, fixed, point, verdict);
  return {
    id: question.transaction.id,
    asOf: asOf.text,
    verdict,
    rows: sitting.rows,
    ...(next === undefined ? {} : { next }),
  };
}
