import { formatDate, type Profile, type When } from '@interdict/core';
import type { Edition } from '../edition/index.ts';
import {
  citeWords,
  countOf,
  dateWords,
  distanceWords,
  filled,
  plainWord,
  profileWords,
  type Sheet,
  type SheetBlock,
  type SheetCell,
  type SheetPoint,
  type SheetColumn,
  type SheetPair,
} from '../report/index.ts';
import { BINDING_LABELS } from './binding-words.ts';
import { eventWhen, eventWords } from './event-words.ts';
import { editionPair } from './list-sheet.ts';
import type { LateConfirmation, Timeline, TimelineEntry } from './timeline.ts';

const COLUMNS: readonly SheetColumn[] = [
  { title: 'When', cellsMin: 16, weight: 1 },
  { title: 'What changes', cellsMin: 28, weight: 4 },
  { title: 'Rule', cellsMin: 18, weight: 2 },
];

export interface TimelineSheetOptions {
  readonly edition: Edition;
  readonly asOf: When;
  readonly profile?: Profile;
}

function row({ event, title, binds }: TimelineEntry, asOf: string): readonly SheetCell[] {
  const when = `${eventWhen(event)}, ${distanceWords(asOf, event.date)}`;
  const forYou = binds === undefined ? '' : ` ${BINDING_LABELS[binds].label}.`;
  const cites = citeWords(event.cite);
  return [
    { text: when, ...(event.happening.kind === 'confirm' ? { tone: 'warn' } : {}) },
    { text: `${eventWords(event)}.${forYou} ${cites}` },
    { text: `${event.rule}: ${title}` },
  ];
}

function latePoint({ rule, state, from, confirmBy, note }: LateConfirmation): SheetPoint {
  const text =
    `was to be confirmed by ${dateWords(confirmBy)}: ${plainWord(state)} since ` +
    `${dateWords(from)} by its own terms. ${note}`;
  return { lead: rule, tone: 'bar', text };
}

function changes(entries: readonly TimelineEntry[], asOf: string): readonly SheetBlock[] {
  if (entries.length === 0) {
    return [{ kind: 'prose', text: 'Nothing that the rulebook has a date for.' }];
  }
  return [{ kind: 'table', columns: COLUMNS, rows: entries.map((entry) => row(entry, asOf)) }];
}

/** What changes within some days, as a page. */
export function timelineSheet(timeline: Timeline, options: TimelineSheetOptions): Sheet {
  const { window, entries, late, leftOut } = timeline;
  const { edition, asOf, profile } = options;
  const days = `${dateWords(formatDate(window.from))} to ${dateWords(formatDate(window.to))}`;
  const others = countOf(leftOut, 'change', 'changes');
  const pairs: readonly SheetPair[] = [
    { label: 'Days', text: days },
    ...(profile === undefined ? [] : [{ label: 'For', text: profileWords(profile) }]),
    { label: 'Changes', text: String(entries.length) },
    ...(leftOut === 0
      ? []
      : [{ label: 'Left out', text: `${others} in what does not bind you (--all)` }]),
    editionPair(edition),
  ];
  const points = late.map(latePoint);
  return {
    title: profile === undefined ? 'What changes' : 'What changes for you',
    blocks: [{ kind: 'pairs', pairs }],
    sections: filled([
      {
        title: 'Overdue for confirmation',
        blocks: points.length === 0 ? [] : [{ kind: 'points', points }],
      },
      { title: 'Changes', blocks: changes(entries, asOf.text) },
      {
        title: 'What is not in it',
        blocks: [
          {
            kind: 'prose',
            text:
              'Days that hang on a deal, such as the version of a clause or the model year of a ' +
              'vehicle, and law made after the edition. `interdict decide` gives the next change ' +
              'of the answer to one transaction.',
          },
        ],
      },
    ]),
  };
}
