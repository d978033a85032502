import type { WhatIf } from '@interdict/core';
import type { RenderOptions } from '../format.ts';
import type { Tone } from '../present/index.ts';
import { dateWords } from '../present/index.ts';
import { cell, foldNames, grid, heading, labelled, openPage, paragraph } from '../table/index.ts';
import type { Column, Page } from '../table/index.ts';
import { visibleText } from '../text/index.ts';
import {
  basisWords,
  coverWords,
  groupDifferences,
  KIND_TITLES,
  proposalWords,
  summaryWords,
  tallySections,
  type DifferenceGroup,
  type DifferenceKind,
} from './words.ts';

/** Rows of one table; json and csv have all of them. */
const ROWS_MAX = 50;
const PLACES_CELLS = 60;

const TONES: Readonly<Record<DifferenceKind, Tone>> = {
  'newly-barred': 'bar',
  'more-severe': 'warn',
  undecided: 'ask',
};

const COLUMNS: readonly Column[] = [
  { title: 'What', cellsMin: 16, weight: 3 },
  { title: 'Where', cellsMin: 12, weight: 3 },
  { title: 'Act', cellsMin: 8, weight: 1 },
  { title: 'Today → then', cellsMin: 14, weight: 1 },
  { title: 'From', cellsMin: 10, weight: 1 },
];

const TALLY_COLUMNS: readonly Column[] = [
  { title: '', cellsMin: 20, weight: 3 },
  { title: 'Newly barred', cellsMin: 12, weight: 0 },
  { title: 'More severe', cellsMin: 11, weight: 0 },
  { title: 'Undecided', cellsMin: 9, weight: 0 },
];

function more(page: Page, count: number): string[] {
  if (count <= ROWS_MAX) return [];
  return paragraph(page, 0, `… and ${count - ROWS_MAX} more; --format csv has all of them.`);
}

function kindSection(page: Page, kind: DifferenceKind, all: readonly DifferenceGroup[]): string[] {
  const groups = all.filter((one) => one.kind === kind);
  if (groups.length === 0) return [];
  const rows = groups
    .slice(0, ROWS_MAX)
    .map(({ what, places, acts, change, from, questions }) => [
      { paragraphs: [what, ...questions] },
      cell(foldNames(places, PLACES_CELLS)),
      cell(acts),
      cell(change, TONES[kind]),
      cell(from),
    ]);
  return [
    ...heading(page, KIND_TITLES[kind]),
    ...grid(page, 0, COLUMNS, rows),
    ...more(page, groups.length),
  ];
}

/** What a proposed rule would change, for a terminal. */
export function* renderWhatIfTable(answer: WhatIf, options: RenderOptions): Generator<string> {
  const page = openPage(options.columns, options.color);
  const groups = groupDifferences(answer);
  const kinds: readonly DifferenceKind[] = ['newly-barred', 'more-severe', 'undecided'];
  const lines = [
    ...paragraph(page, 0, `What if: ${proposalWords(answer)}`),
    ...paragraph(page, 0, summaryWords(answer)),
    '',
    ...labelled(page, 0, [
      { label: 'For', text: visibleText(answer.profile.name) },
      { label: 'As of', text: dateWords(answer.asOf) },
      { label: 'Rests on', text: basisWords(answer) },
    ]),
    ...kinds.flatMap((kind) => kindSection(page, kind, groups)),
  ];
  for (const { title, rows } of tallySections(answer)) {
    const shown = rows
      .slice(0, ROWS_MAX)
      .map(({ name, newlyBarred, moreSevere, undecided }) => [
        cell(visibleText(name)),
        cell(String(newlyBarred)),
        cell(String(moreSevere)),
        cell(String(undecided)),
      ]);
    lines.push(...heading(page, title), ...grid(page, 0, TALLY_COLUMNS, shown));
    lines.push(...more(page, rows.length));
  }
  lines.push(...heading(page, 'Coverage'), ...paragraph(page, 0, coverWords(answer)));
  yield `${lines.join('\n')}\n`;
}
