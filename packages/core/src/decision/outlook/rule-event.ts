import {
  dateFromParts,
  dateOfLocal,
  formatDate,
  formatInstant,
  parseDate,
  partsOfDate,
} from '../../calendar/index.ts';
import type {
  CalendarDate,
  DateText,
  Duty,
  InstantText,
  ResolvedCite,
  RuleId,
  Status,
  Verdict,
} from '../../model/index.ts';
import type { PartyDirectory } from '../../rulebook/index.ts';
import { resolveCite } from '../cite-row.ts';
import type { CompiledProhibition, CompiledRule } from '../compile-rule.ts';
import { endOfPeriod } from '../evaluate-duty.ts';
import { compileSpan, type CompiledEdge, type CompiledSpan } from '../point.ts';

/** What happens at an edge of a rule. */
export type Happening =
  | { readonly kind: 'status'; readonly state: Status; readonly before?: Status }
  | { readonly kind: 'made-public' }
  | { readonly kind: 'bar-begins' | 'bar-ends'; readonly title: string; readonly effect: Verdict }
  | {
      readonly kind: 'exception-begins' | 'exception-ends';
      readonly title: string;
      readonly exception: string;
      readonly effect: Verdict;
    }
  | { readonly kind: 'duty-begins' | 'duty-ends' | 'duty-due'; readonly duty: DutyBrief }
  | { readonly kind: 'listed' | 'delisted'; readonly list: string; readonly party: string }
  | { readonly kind: 'confirm'; readonly state: Status; readonly note: string };

export interface DutyBrief {
  readonly id: string;
  readonly action: Duty['action'];
  readonly to: string;
}

/** A dated edge of a rule: something is otherwise from then on, or must be done by then. */
export interface RuleEvent {
  /** Stable over editions, also when the date moves: rule, provision and what happens. */
  readonly id: string;
  readonly rule: RuleId;
  /** The prohibition or duty it is about; absent for the rule as a whole. */
  readonly provision?: string;
  /** The day, by the clock of whoever issued the rule. */
  readonly date: DateText;
  /** The instant; absent for days that have no clock time of their own. */
  readonly at?: InstantText;
  /** The hour is not certain: the law names a day. */
  readonly isWholeDay: boolean;
  readonly text: string;
  readonly happening: Happening;
  /** It comes by itself and wants confirming by this day. */
  readonly confirmBy?: DateText;
  readonly cite: ResolvedCite;
}

interface Told {
  /** Tells the event from others of its rule; holds no date that a later edition may move. */
  readonly key: string;
  readonly provision?: string;
  readonly confirmBy?: DateText;
  readonly cite: ResolvedCite;
}

/** `effective`, and `effective-2` when the same comes again. */
function countedKeys(): (key: string) => string {
  const seen = new Map<string, number>();
  return (key) => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}-${count}`;
  };
}

function eventId(rule: RuleId, { kind }: Happening, { key }: Told): string {
  return `${rule}/${key}/${kind}`;
}

function atEdge(
  rule: CompiledRule,
  edge: CompiledEdge,
  happening: Happening,
  told: Told,
): RuleEvent {
  const date = formatDate(dateOfLocal(edge.local));
  const { id } = rule.rule;
  return {
    id: eventId(id, happening, told),
    rule: id,
    ...(told.provision === undefined ? {} : { provision: told.provision }),
    date,
    at: formatInstant(edge.utc),
    isWholeDay: edge.isWholeDay,
    text: edge.text,
    happening,
    ...(told.confirmBy === undefined ? {} : { confirmBy: told.confirmBy }),
    cite: told.cite,
  };
}

function onDay(rule: CompiledRule, date: DateText, happening: Happening, told: Told): RuleEvent {
  const { id } = rule.rule;
  return {
    id: eventId(id, happening, told),
    rule: id,
    ...(told.provision === undefined ? {} : { provision: told.provision }),
    date,
    isWholeDay: true,
    text: date,
    happening,
    cite: told.cite,
  };
}

function* statusEvents(rule: CompiledRule): Generator<RuleEvent> {
  const counted = countedKeys();
  let before: Status | undefined;
  for (const { source, span, publicFrom, cite } of rule.timeline) {
    const { state, scheduled } = source;
    const key = counted(state);
    const base = { key, cite };
    const told = scheduled === undefined ? base : { ...base, confirmBy: scheduled.confirmBy };
    const change = before === undefined ? {} : { before };
    yield atEdge(rule, span.from, { kind: 'status', state, ...change }, told);
    if (publicFrom !== undefined) yield atEdge(rule, publicFrom, { kind: 'made-public' }, base);
    if (scheduled !== undefined) {
      const { confirmBy, note } = scheduled;
      yield onDay(rule, confirmBy, { kind: 'confirm', state, note }, base);
    }
    before = state;
  }
}

function* barEvents(rule: CompiledRule, one: CompiledProhibition): Generator<RuleEvent> {
  const { source, span, cite } = one;
  const { id, title, effect } = source;
  const told = { key: id, provision: id, cite };
  yield atEdge(rule, span.from, { kind: 'bar-begins', title, effect }, told);
  if (span.to) yield atEdge(rule, span.to, { kind: 'bar-ends', title, effect }, told);
  for (const { source: exception, span: within, cite: by } of one.exceptions) {
    if (within === undefined) continue;
    const what = { title, exception: exception.id, effect: exception.effect };
    const toldBy = { key: `${id}/${exception.id}`, provision: id, cite: by };
    yield atEdge(rule, within.from, { kind: 'exception-begins', ...what }, toldBy);
    if (within.to) yield atEdge(rule, within.to, { kind: 'exception-ends', ...what }, toldBy);
  }
}

/** A day of each year that the window touches. */
function yearlyDays(
  monthDay: string,
  from: CalendarDate,
  to: CalendarDate,
): readonly CalendarDate[] {
  const [month = 1, day = 1] = monthDay.split('-').map(Number);
  const days: CalendarDate[] = [];
  for (let { year } = partsOfDate(from); year <= partsOfDate(to).year; year += 1) {
    days.push(dateFromParts(year, month, day));
  }
  return days;
}

/** Days a duty is due on that hang on nothing but the law: a fixed start, or a day of each year. */
function dueDays(duty: Duty, window: DayWindow): readonly CalendarDate[] {
  if (duty.yearlyBy !== undefined) return yearlyDays(duty.yearlyBy, window.from, window.to);
  const start = duty.startDate === undefined ? undefined : parseDate(duty.startDate);
  if (start === undefined || duty.within === undefined) return [];
  return [endOfPeriod(start, duty.within)];
}

function* dutyEvents(rule: CompiledRule, window: DayWindow): Generator<RuleEvent> {
  for (const { source, span, cite } of rule.duties) {
    const duty = { id: source.id, action: source.action, to: source.recipient };
    const told = { key: source.id, provision: source.id, cite };
    if (span !== undefined) {
      yield atEdge(rule, span.from, { kind: 'duty-begins', duty }, told);
      if (span.to) yield atEdge(rule, span.to, { kind: 'duty-ends', duty }, told);
    }
    for (const day of dueDays(source, window)) {
      const year = source.yearlyBy === undefined ? '' : `/${partsOfDate(day).year}`;
      const due = { ...told, key: `${told.key}${year}` };
      yield onDay(rule, formatDate(day), { kind: 'duty-due', duty }, due);
    }
  }
}

function* listingEvents(rule: CompiledRule, directory: PartyDirectory): Generator<RuleEvent> {
  if (rule.lists.size === 0) return;
  const counted = countedKeys();
  for (const party of directory.parties()) {
    for (const listing of party.listings ?? []) {
      if (!rule.lists.has(listing.list)) continue;
      const span: CompiledSpan = compileSpan(listing);
      const cite = resolveCite(listing.cite, directory.sourcesOf(party.id));
      const what = { list: listing.list, party: party.name };
      const told = { key: counted(`${listing.list}/${party.id}`), cite };
      yield atEdge(rule, span.from, { kind: 'listed', ...what }, told);
      if (span.to) yield atEdge(rule, span.to, { kind: 'delisted', ...what }, told);
    }
  }
}

/** Days from the first to the last, both counted. */
export interface DayWindow {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

function isInside({ date }: RuleEvent, { from, to }: DayWindow): boolean {
  const day = parseDate(date);
  return day !== undefined && day >= from && day <= to;
}

/** Everything that happens to a rule within some days, in order. */
export function eventsOf(
  rule: CompiledRule,
  directory: PartyDirectory,
  window: DayWindow,
): readonly RuleEvent[] {
  const events = [
    ...statusEvents(rule),
    ...rule.prohibitions.flatMap((one) => [...barEvents(rule, one)]),
    ...dutyEvents(rule, window),
    ...listingEvents(rule, directory),
  ];
  return events
    .filter((event) => isInside(event, window))
    .sort((a, b) => compare(a.at ?? a.date, b.at ?? b.date) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
