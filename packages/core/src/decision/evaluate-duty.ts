import {
  addBusinessDays,
  addDays,
  addMonths,
  dateFromParts,
  dateOfLocal,
  formatDate,
  dateOfWhen,
  parseWhen,
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
import { newContext, type Context } from './context.ts';
import type { Outcome } from './outcome.ts';
import { locate, type Point } from './point.ts';
import type { Tri } from './tri.ts';
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

interface Start {
  readonly date: CalendarDate;
  readonly missing: readonly string[];
}

/** The day a period runs from; one that is stated and cannot be read is asked for. */
function startOf(duty: Duty, situation: Situation, point: Point): Start {
  const fixed = duty.startDate === undefined ? undefined : parseWhen(duty.startDate);
  if (fixed !== undefined) return { date: dateOfWhen(fixed), missing: [] };
  const today = dateOfLocal(point.local);
  const fact = duty.startsOn;
  const stated = fact !== undefined && isFactName(fact) ? situation.facts[fact] : undefined;
  if (fact === undefined || stated === undefined) return { date: today, missing: [] };
  const date = typeof stated === 'string' ? parseWhen(stated) : undefined;
  if (date !== undefined) return { date: dateOfWhen(date), missing: [] };
  return { date: today, missing: [`facts.${fact}`] };
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A clause version as `YYYY-MM`, from that form or from a heading such as `Nov 2021`. */
function clauseMonth(stated: unknown): string | undefined {
  if (typeof stated !== 'string') return undefined;
  if (/^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/.test(stated)) return stated.slice(0, 7);
  const heading = /^\(?([a-z]{3})[a-z]*\.?,? (\d{4})\)?$/i.exec(stated.trim());
  const month = MONTHS.indexOf(heading?.[1]?.toLowerCase() ?? '') + 1;
  return month === 0 ? undefined : `${heading?.[2] ?? ''}-${String(month).padStart(2, '0')}`;
}

/** The period of the clause version in the contract; without one, the shortest of all. */
function periodOf(duty: Duty, situation: Situation): { within?: Within; unknown: boolean } {
  const versions = Object.entries(duty.byClauseVersion ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  if (versions.length === 0) {
    return duty.within === undefined ? { unknown: false } : { within: duty.within, unknown: false };
  }
  const stated = clauseMonth(situation.facts.clauseVersion);
  if (stated !== undefined) {
    const known = versions.filter(([version]) => version <= stated).at(-1);
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
  const { missing } = start;
  if (duty.yearlyBy !== undefined) return { date: yearlyDate(duty.yearlyBy, start.date), missing };
  const { within, unknown } = periodOf(duty, situation);
  if (within === undefined) return { missing };
  const date = endOfPeriod(start.date, within);
  if (!unknown) return { date, missing };
  return {
    date,
    missing: [...missing, 'facts.clauseVersion'],
    note: ' (the clause version is not known: the shortest period is used)',
  };
}

function isOwed(duty: Duty, outcome: Outcome): Tri {
  if (duty.requires !== 'barred') return outcome.inScope;
  if (outcome.verdict === 'undetermined') return undefined;
  return isBarring(outcome.verdict);
}

function evaluateDuty(one: CompiledDuty, context: Context, outcome: Outcome): DutyRow | undefined {
  const duty = one.source;
  const { situation, point } = context;
  const isDue = isOwed(duty, outcome);
  if (isDue === false) return undefined;
  if (one.span !== undefined && locate(point, one.span) !== 'inside') return;
  const applies = one.when(context);
  if (applies === false) return undefined;
  const open = isDue === undefined ? outcome.missing : [];
  const { id, action, recipient, because } = duty;
  const base = { duty: id, action, to: recipient, cite: [one.cite] };
  if (applies === undefined || isDue === undefined) {
    return { ...base, missing: [...new Set([...open, ...context.missing])], because };
  }
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
    const context = newContext(situation, deal, point);
    const row = evaluateDuty(one, context, outcome);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}
