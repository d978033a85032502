import {
  addDays,
  bindingOf,
  eventsOf,
  dateOfWhen,
  placeProfile,
  standingOf,
  type BindingKind,
  type CompiledRule,
  type Confirmation,
  type DayWindow,
  type Profile,
  type RuleBinding,
  type RuleEvent,
  type When,
} from '@interdict/core';
import type { Edition } from '../edition/index.ts';

/** Days looked ahead when nobody says how far. */
const DAYS_AHEAD = 90;

export interface TimelineOptions {
  readonly asOf: When;
  /** First day, counted; the day of the answer when absent. */
  readonly from?: When;
  /** Last day, counted; ninety days after the first when absent. */
  readonly to?: When;
  readonly profile?: Profile;
  /** Also what does not bind the organization of the profile. */
  readonly isAll?: boolean;
}

export interface TimelineEntry {
  readonly event: RuleEvent;
  readonly title: string;
  /** With a profile: how the provision stands to it; of an event of the whole rule, the rule. */
  readonly binds?: BindingKind;
}

/** A change that came by itself and has not been confirmed in time. */
export interface LateConfirmation extends Confirmation {
  readonly rule: string;
  readonly title: string;
}

export interface Timeline {
  readonly window: DayWindow;
  readonly entries: readonly TimelineEntry[];
  readonly late: readonly LateConfirmation[];
  /** Events of provisions that neither bind nor touch the organization. */
  readonly leftOut: number;
}

function windowOf({ asOf, from = asOf, to }: TimelineOptions): DayWindow {
  const first = dateOfWhen(from);
  return { from: first, to: to === undefined ? addDays(first, DAYS_AHEAD) : dateOfWhen(to) };
}

function bindsOf(event: RuleEvent, binding: RuleBinding | undefined): BindingKind | undefined {
  const own = binding?.provisions.find(({ id }) => id === event.provision);
  return own?.kind ?? binding?.kind;
}

function lateOf(
  { rule }: CompiledRule,
  confirmations: readonly Confirmation[],
): readonly LateConfirmation[] {
  return confirmations
    .filter(({ isOverdue }) => isOverdue)
    .map((one): LateConfirmation => ({ rule: rule.id, title: rule.title, ...one }));
}

function byDate({ event: a }: TimelineEntry, { event: b }: TimelineEntry): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** What changes in the law of an edition within some days, for everyone or an organization. */
export function timelineOf({ compiled }: Edition, options: TimelineOptions): Timeline {
  const { asOf, profile, isAll = false } = options;
  const { directory } = compiled.rulebook;
  const window = windowOf(options);
  const placed = profile === undefined ? undefined : placeProfile(profile, directory, asOf);
  const entries: TimelineEntry[] = [];
  const late: LateConfirmation[] = [];
  let leftOut = 0;
  for (const rule of compiled.rules) {
    const events = eventsOf(rule, directory, window);
    const overdue = lateOf(rule, standingOf(rule, asOf).confirmations);
    if (events.length + overdue.length === 0) continue;
    const binding = placed === undefined ? undefined : bindingOf(rule, placed);
    if (isAll || binding?.kind !== 'not') late.push(...overdue);
    for (const event of events) {
      const binds = bindsOf(event, binding);
      if (!isAll && binds === 'not') leftOut += 1;
      else
        entries.push({ event, title: rule.rule.title, ...(binds === undefined ? {} : { binds }) });
    }
  }
  return { window, entries: entries.sort(byDate), late, leftOut };
}
