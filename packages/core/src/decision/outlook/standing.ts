import { dateOfWhen, parseDate, type When } from '../../calendar/index.ts';
import type { DateText, Force, RuleId, Status } from '../../model/index.ts';
import type { CompiledRule, CompiledStatus } from '../compile-rule.ts';
import { isBefore, pointOf } from '../point.ts';
import { forceAt, statusAt } from '../status-at.ts';

/** A change that comes by itself and wants confirming. */
export interface Confirmation {
  readonly state: Status;
  /** Start of the state, as its issuer's clock has it. */
  readonly from: string;
  readonly confirmBy: DateText;
  readonly note: string;
  /** The day to confirm it by has passed, and the rulebook does not hold a confirmation. */
  readonly isOverdue: boolean;
}

/** How a rule stands at a point in time. */
export interface Standing {
  readonly force: Force;
  /** Absent before its first state and after its last. */
  readonly state?: Status;
  readonly since?: string;
  readonly until?: string;
  /** The state that follows, where the rulebook has one. */
  readonly next?: Status;
  readonly confirmations: readonly Confirmation[];
}

/** Day of an edge by the clock of its own place, as text. */
function dayOf(text: string): string {
  return text.slice(0, 10);
}

/** A scheduled change is confirmed by taking the mark off its state in the rulebook. */
function confirmationOf({ source, span }: CompiledStatus, asOf: When): readonly Confirmation[] {
  const { scheduled, state } = source;
  if (scheduled === undefined) return [];
  const last = parseDate(scheduled.confirmBy);
  return [
    {
      state,
      from: dayOf(span.from.text),
      confirmBy: scheduled.confirmBy,
      note: scheduled.note,
      isOverdue: last !== undefined && dateOfWhen(asOf) > last,
    },
  ];
}

/** The state of a rule at a time, what follows, and which of its changes want confirming. */
export function standingOf(rule: CompiledRule, asOf: When): Standing {
  const point = pointOf(asOf);
  const now = statusAt(rule, point);
  const next = rule.timeline.find(({ span }) => isBefore(point, span.from));
  return {
    force: forceAt(rule, point),
    ...(now === undefined ? {} : { state: now.source.state, since: dayOf(now.span.from.text) }),
    ...(now?.span.to === undefined ? {} : { until: dayOf(now.span.to.text) }),
    ...(next === undefined ? {} : { next: next.source.state }),
    confirmations: rule.timeline.flatMap((status) => confirmationOf(status, asOf)),
  };
}

/** A confirmation that is overdue, with the rule it is of. */
export interface OverdueConfirmation {
  readonly rule: RuleId;
  readonly state: Status;
  readonly from: string;
  readonly confirmBy: DateText;
  readonly note: string;
}

/** What the rules took to have changed by itself and nobody has confirmed by its day. */
export function overdueOf(
  rules: readonly CompiledRule[],
  asOf: When,
): readonly OverdueConfirmation[] {
  return rules.flatMap((one) =>
    standingOf(one, asOf)
      .confirmations.filter(({ isOverdue }) => isOverdue)
      .map(({ state, from, confirmBy, note }) => ({
        rule: one.rule.id,
        state,
        from,
        confirmBy,
        note,
      })),
  );
}
