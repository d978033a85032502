import {
  CHECKLIST_SENTENCE,
  countWords,
  privilegeMark,
  VERDICT_LABELS,
  type ReportView,
} from '../present/index.ts';
import { cell, grid, type Column } from './grid.ts';
import { foldNames, heading, labelled, paragraph, type Page } from './page.ts';

const HOST_COLUMNS: readonly Column[] = [
  { title: 'Most severe', cellsMin: 12, weight: 2 },
  { title: 'Can do', cellsMin: 10, weight: 2 },
  { title: 'Hosts', cellsMin: 5, weight: 1 },
  { title: 'Names', cellsMin: 20, weight: 4 },
];

export function hostSection(page: Page, view: ReportView): string[] {
  if (view.hosts.length === 0) return [];
  const rows = view.hosts.map(({ verdict, privilege, names }) => {
    const label = verdict === null ? undefined : VERDICT_LABELS[verdict];
    return [
      cell(label?.label ?? 'Nothing found', label?.tone ?? 'mute'),
      cell(verdict === null ? '-' : privilegeMark(privilege)),
      cell(countWords(names.length)),
      cell(foldNames(names, Math.max(40, page.columns - 40))),
    ];
  });
  return [...heading(page, 'Hosts'), ...grid(page, 0, HOST_COLUMNS, rows)];
}

const PROTECTION_COLUMNS: readonly Column[] = [
  { title: 'Protection', cellsMin: 12, weight: 1 },
  { title: 'Hosts', cellsMin: 5, weight: 1 },
  { title: 'Names', cellsMin: 20, weight: 3 },
  { title: 'Why', cellsMin: 20, weight: 4 },
];

/** What protects each host; gaps stand first. */
export function protectionSection(page: Page, { protection }: ReportView): string[] {
  if (protection.length === 0) return [];
  const rows = protection.map(({ label, tone, because, names }) => [
    cell(label, tone),
    cell(countWords(names.length)),
    cell(foldNames(names, Math.max(40, page.columns - 40))),
    cell(because),
  ]);
  return [...heading(page, 'Protection'), ...grid(page, 0, PROTECTION_COLUMNS, rows)];
}

const REMOVAL_COLUMNS: readonly Column[] = [
  { title: 'Removal', cellsMin: 15, weight: 1 },
  { title: 'Hosts', cellsMin: 5, weight: 1 },
  { title: 'Names', cellsMin: 20, weight: 3 },
  { title: 'What is left', cellsMin: 20, weight: 4 },
];

/** Room for examples of one kind; the page and the JSON report list all. */
const EXAMPLES_CELLS = 36;

/** How far what was found is gone, and what has to go. */
export function removalSection(page: Page, { removal, checklists }: ReportView): string[] {
  if (removal.length === 0) return [];
  const rows = removal.map(({ label, tone, left, because, names }) => [
    cell(label, tone),
    cell(countWords(names.length)),
    cell(foldNames(names, Math.max(40, page.columns - 40))),
    cell(left === '' ? because : `${because}: ${left}`),
  ]);
  const lists = checklists.flatMap(({ title, kinds }) => [
    '',
    ...paragraph(page, 0, title).map((line) => page.paint(line, 'strong')),
    ...labelled(page, 2, [
      {
        label: 'To go',
        text: kinds
          .map(({ kind, values }) => `${kind} (${foldNames(values, EXAMPLES_CELLS)})`)
          .join('; '),
      },
    ]),
  ]);
  return [
    ...heading(page, 'Removal'),
    ...grid(page, 0, REMOVAL_COLUMNS, rows),
    ...(lists.length === 0 ? [] : ['', ...paragraph(page, 0, CHECKLIST_SENTENCE), ...lists]),
  ];
}
