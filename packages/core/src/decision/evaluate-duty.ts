import {
  addBusinessDays,
  addDays,
  addMonths,
  dateFromParts,
  dateOfLocal,
  formatDate,
  parseDate,
  partsOfDate,
} from '../calendar/index.ts';
import {
  isBarring,
  isFactName,
  type CalendarDate,
  type Duty,
  type DutyRow,
  type Within,
} from '../model/index.ts';
import type { ActivityPlan, CompiledDuty } from './compile-rule.ts';
import type { Context } from './context.ts';
import type { Outcome } from './outcome.ts';
import { locate, type Point } from './point.ts';
import type { Situation } from './situation.ts';

const NO_DUTIES: readonly DutyRow[] = [];

interface Due {
  readonly date?: CalendarDate;
  readonly missing: readonly string[];
  readonly note?: string;
}

/** The end of a period. Hours are rounded up to whole days: a duty row carries a date. */
export function endOfPeriod(start: CalendarDate, within: Within): CalendarDate {
  switch (within.unit) {
    case 'business-day':
      return addBusinessDays(start, within.n);
    case 'day':
      return addDays(start, within.n);
    case 'month':
      return addMonths(start, within.n);
    case 'hour':
      return addDays(start, Math.ceil(within.n / 24));
  }
}

function startOf(duty: Duty, situation: Situation, point: Point): CalendarDate {
  const fact = duty.startsOn;
  if (fact !== undefined && isFactName(fact)) {
    const stated = situation.facts[fact];
    const date = typeof stated === 'string' ? parseDate(stated.slice(0, 10)) : undefined;
    if (date !== undefined) return date;
  }
  return dateOfLocal(point.local);
}

/** The period of the clause version in the contract; without one, the shortest of all. */
function periodOf(duty: Duty, situation: Situation): { within?: Within; unknown: boolean } {
  const versions = Object.entries(duty.byClauseVersion ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  if (versions.length === 0) {
    return duty.within === undefined
      ? { unknown: false }
      : { within: duty.within, unknown: false };
  }
  const stated = situation.facts.clauseVersion;
  if (typeof stated === 'string') {
    const known = versions.filter(([version]) => version <= stated.slice(0, 7)).at(-1);
    if (known !== undefined) return { within: known[1], unknown: false };
  }
  const shortest = versions.map(([, within]) => within).sort((a, b) => a.n - b.n)[0];
  return shortest === undefined ? { unknown: true } : { within: shortest, unknown: true };
}

function yearlyDate(monthDay: string, after: CalendarDate): CalendarDate {
  const [month, day] = monthDay.split('-').map(Number);
  const { year } = partsOfDate(after);
  const thisYear = dateFromParts(year, month ?? 1, day ?? 1);
  return thisYear >= after ? thisYear : dateFromParts(year + 1, month ?? 1, day ?? 1);
}

function dueOf(duty: Duty, situation: Situation, point: Point): Due {
  const start = startOf(duty, situation, point);
  if (duty.yearlyBy !== undefined) return { date: yearlyDate(duty.yearlyBy, start), missing: [] };
  const { within, unknown } = periodOf(duty, situation);
  if (within === undefined) return { missing: [] };
  const date = endOfPeriod(start, within);
  if (!unknown) return { date, missing: [] };
  return {
    date,
    missing: ['facts.clauseVersion'],
    note: ' (the clause version is not known: the shortest period is used)',
  };
}

function isOwed(duty: Duty, outcome: Outcome): boolean {
  return duty.requires === 'barred' ? isBarring(outcome.verdict) : outcome.inScope;
}

function evaluateDuty(one: CompiledDuty, context: Context, outcome: Outcome): DutyRow | undefined {
  const duty = one.source;
  const { situation, point } = context;
  if (!isOwed(duty, outcome)) return undefined;
  if (one.span !== undefined && locate(point, one.span) !== 'inside') return;
  const applies = one.when(context);
  if (applies === false) return undefined;
  const { id, action, recipient, because } = duty;
  const base = { duty: id, action, to: recipient, cite: [one.cite] };
  if (applies === undefined) return { ...base, missing: [...context.missing], because };
  const due = dueOf(duty, situation, point);
  return {
    ...base,
    ...(due.date === undefined ? {} : { due: formatDate(due.date) }),
    missing: [...due.missing],
    because: `${because}${due.note ?? ''}`,
  };
}

/** Duties that come with an outcome; those whose trigger is unknown carry no date. */
export function dutiesOf(
  plan: ActivityPlan,
  situation: Situation,
  point: Point,
  outcome: Outcome,
): readonly DutyRow[] {
  const deal = outcome.deal ?? situation.deals[0];
  if (deal === undefined || plan.duties.length === 0) return NO_DUTIES;
  const rows: DutyRow[] = [];
  for (const one of plan.duties) {
    const context: Context = { situation, deal, point, missing: [], cautions: [], assumed: [] };
    const row = evaluateDuty(one, context, outcome);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}
