import { localOfDate, parseDate, type When } from '../calendar/index.ts';
import {
  VERDICTS,
  type Activity,
  type DutyRow,
  type Verdict,
  type VerdictRow,
} from '../model/index.ts';
import type { CompiledRule } from './compile-rule.ts';
import { notReached } from './consider.ts';
import type { Outcome } from './outcome.ts';

/** A duty that is certain makes an act nothing else is wrong with `report-due`. */
export function verdictWith(outcome: Outcome, duties: readonly DutyRow[]): Verdict {
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

/** The row of a rule, from what it comes to. */
export function rowOf(
  rule: CompiledRule,
  activity: Activity,
  outcome: Outcome,
  duties: readonly DutyRow[],
): VerdictRow {
  const binds = bindsOf(outcome);
  const { provision, cautions, assumed, condition, advice } = outcome;
  // Assigned one by one: spreading five optional parts was a tenth of the time of a decision.
  const row: Writable<VerdictRow> = {
    rule: rule.rule.id,
    activity,
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

/** Whether the rulebook recorded a rule after a date of knowledge. */
export function isRecordedLater(rule: CompiledRule, knownAt: When | undefined): boolean {
  if (knownAt === undefined) return false;
  const recorded = parseDate(rule.rule.recordedAt);
  return recorded !== undefined && localOfDate(recorded) > knownAt.local;
}

/** The row of a rule that the rulebook did not have by the date of knowledge. */
export function unrecordedRow(rule: CompiledRule, activity: Activity): VerdictRow {
  return {
    rule: rule.rule.id,
    activity,
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

/** The row of a rule that is not about an activity at all. */
export function silentRow(rule: CompiledRule, activity: Activity): VerdictRow {
  return rowOf(rule, activity, notReached(rule, activity), []);
}
