import type { Profile, When } from '@interdict/core';
import type { Edition } from '../edition/index.ts';
import {
  countOf,
  dateWords,
  filled,
  plainWord,
  profileWords,
  type Sheet,
  type SheetBlock,
  type SheetCell,
  type SheetColumn,
  type SheetPair,
} from '../report/index.ts';
import { BINDING_KINDS, BINDING_LABELS } from './binding-words.ts';
import type { RuleListing } from './list-rules.ts';
import { overdueWords, standingWords } from './standing-words.ts';

/** What a page of the rulebook rests on: the edition, and up to when the law was looked at. */
export function editionPair({ compiled }: Edition): SheetPair {
  const { edition, cutoff, digest } = compiled.rulebook;
  const text = `edition ${edition}, law up to ${dateWords(cutoff)}, digest ${digest.slice(0, 12)}`;
  return { label: 'Rulebook', text };
}

const COLUMNS: readonly SheetColumn[] = [
  { title: 'Rule', cellsMin: 20, weight: 3 },
  { title: 'Title', cellsMin: 22, weight: 4 },
  { title: 'Status', cellsMin: 18, weight: 2 },
];

const BOUND_COLUMNS: readonly SheetColumn[] = [
  { title: 'Rule', cellsMin: 22, weight: 3 },
  { title: 'Status', cellsMin: 14, weight: 1 },
  { title: 'Why, and what would change it', cellsMin: 28, weight: 4 },
];

function statusCell({ standing }: RuleListing): SheetCell {
  const overdue = overdueWords(standing);
  const text = standingWords(standing);
  return overdue === '' ? { text } : { text: `${text}. ${overdue}`, tone: 'bar' };
}

function plainRow(listing: RuleListing): readonly SheetCell[] {
  return [{ text: listing.id }, { text: listing.title }, statusCell(listing)];
}

function boundRow(listing: RuleListing): readonly SheetCell[] {
  const { id, title, because = '', change = '' } = listing;
  const why = [because, change].filter((part) => part !== '').map((part) => `${part}.`);
  return [{ text: `${id}: ${title}` }, statusCell(listing), { text: why.join(' ') }];
}

function table(rows: readonly RuleListing[], hasProfile: boolean): readonly SheetBlock[] {
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: hasProfile ? BOUND_COLUMNS : COLUMNS,
      rows: rows.map(hasProfile ? boundRow : plainRow),
    },
  ];
}

function confirmBlock(listings: readonly RuleListing[]): readonly SheetBlock[] {
  const points = listings.flatMap(({ id, standing }) =>
    standing.confirmations
      .filter(({ isOverdue }) => isOverdue)
      .map(({ state, from, confirmBy, note }) => ({
        lead: id,
        tone: 'bar' as const,
        text:
          `${plainWord(state)} since ${dateWords(from)} by its own terms; was to be confirmed ` +
          `by ${dateWords(confirmBy)}: ${note}`,
      })),
  );
  return points.length === 0 ? [] : [{ kind: 'points', points }];
}

export interface ListSheetOptions {
  readonly edition: Edition;
  readonly asOf: When;
  readonly profile?: Profile;
}

/** The rules listed, as a page; with a profile in groups, from what binds to what does not. */
export function listSheet(listings: readonly RuleListing[], options: ListSheetOptions): Sheet {
  const { edition, asOf, profile } = options;
  const of = countOf(edition.compiled.rules.length, 'rule', 'rules');
  const pairs: readonly SheetPair[] = [
    { label: 'As of', text: dateWords(asOf.text) },
    ...(profile === undefined ? [] : [{ label: 'For', text: profileWords(profile) }]),
    { label: 'Listed', text: `${listings.length} of ${of}` },
    editionPair(edition),
  ];
  const groups =
    profile === undefined
      ? [{ title: 'Rules', blocks: table(listings, false) }]
      : BINDING_KINDS.map((kind) => {
          const rows = listings.filter(({ binding }) => binding?.kind === kind);
          const { label, meaning } = BINDING_LABELS[kind];
          const lead: SheetBlock = { kind: 'prose', text: meaning };
          const blocks = table(rows, true);
          return {
            title: `${label} (${rows.length})`,
            blocks: rows.length > 0 ? [lead, ...blocks] : [],
          };
        });
  return {
    title: profile === undefined ? 'Rules' : 'Rules, and whether they bind you',
    blocks: [{ kind: 'pairs', pairs }],
    sections: filled([
      { title: 'Overdue for confirmation', blocks: confirmBlock(listings) },
      ...groups,
    ]),
  };
}
