import { formatDate, formatInstant, type Profile, type When } from '@interdict/core';
import type { Edition } from '../edition/index.ts';
import { citeWords, dateWords, plainWord } from '../report/index.ts';
import { BINDING_LABELS } from './binding-words.ts';
import { calendarText, type CalendarEntry } from './calendar-text.ts';
import { eventWhen, eventWords } from './event-words.ts';
import { editionStamp } from './list-rows.ts';
import type { LateConfirmation, Timeline, TimelineEntry } from './timeline.ts';

/** What changes within some days as a JSON value, `interdict.timeline/1`. */
export function timelineJson(timeline: Timeline, edition: Edition, asOf: When): unknown {
  const { window, entries, late, leftOut } = timeline;
  return {
    schema: 'interdict.timeline/1',
    asOf: asOf.text,
    rulebook: editionStamp(edition),
    from: formatDate(window.from),
    to: formatDate(window.to),
    overdue: late,
    events: entries.map(({ event, title, binds }) => ({
      ...event,
      title,
      words: eventWords(event),
      ...(binds === undefined ? {} : { binds }),
    })),
    leftOut,
  };
}

/** The part of a UID after the id, which makes it unique in the world (RFC 7986 5.3). */
const UID_SPACE = 'rules.interdict';

function entryOf({ event, title, binds }: TimelineEntry): CalendarEntry {
  const { id, rule, date, at, isWholeDay, happening, cite } = event;
  const words = eventWords(event);
  return {
    uid: `${id}@${UID_SPACE}`,
    // The law names a day and no hour: the day stands in the calendar wherever its reader is.
    start: isWholeDay || at === undefined ? date : at,
    summary: `${rule}: ${words}`,
    description: [
      `${title} (${rule})`,
      `${eventWhen(event)}: ${words}.`,
      ...(binds === undefined
        ? []
        : [`${BINDING_LABELS[binds].label}: ${BINDING_LABELS[binds].meaning}`]),
      citeWords(cite),
    ].join('\n'),
    categories: ['Interdict', plainWord(happening.kind)],
  };
}

function lateEntry({ rule, title, state, from, confirmBy, note }: LateConfirmation): CalendarEntry {
  return {
    uid: `${rule}/overdue/${confirmBy}@${UID_SPACE}`,
    start: confirmBy,
    summary: `${rule}: OVERDUE, confirm that the rule is ${plainWord(state)}`,
    description: `${title} (${rule})\n${plainWord(state)} since ${dateWords(from)}. ${note}`,
    categories: ['Interdict', 'overdue'],
  };
}

/** What changes within some days as a calendar, its stamp being the time of the answer. */
export function timelineCalendar(timeline: Timeline, asOf: When, profile?: Profile): string {
  const entries = [...timeline.late.map(lateEntry), ...timeline.entries.map(entryOf)];
  const name = profile === undefined ? 'Interdict rules' : `Interdict rules for ${profile.name}`;
  return calendarText(entries, { name, stamp: formatInstant(asOf.utc) });
}
