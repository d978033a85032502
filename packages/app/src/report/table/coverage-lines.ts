import type { Coverage } from '@interdict/core';
import {
  countOf,
  countWords,
  formatWords,
  groupBy,
  type CoverageGroup,
  type ReportView,
} from '../present/index.ts';
import { REPORT_LIMITS } from '../report-limits.ts';
import { proseText, visibleText } from '../text/index.ts';
import { cell, grid, type Cell, type Column } from './grid.ts';
import { foldNames, heading, paragraph, shortName, type Page } from './page.ts';

const COLUMNS: readonly Column[] = [
  { title: 'Format', cellsMin: 10, weight: 1 },
  { title: 'Files', cellsMin: 5, weight: 1 },
  { title: 'Records', cellsMin: 7, weight: 1 },
  { title: 'Names', cellsMin: 20, weight: 5 },
];

const TROUBLED_COLUMNS: readonly Column[] = [
  { title: 'File', cellsMin: 20, weight: 3 },
  { title: 'Records', cellsMin: 7, weight: 1 },
  { title: 'What happened, and where', cellsMin: 20, weight: 4 },
];

function problemWords(file: Coverage): string[] {
  const shown = file.problems.slice(0, REPORT_LIMITS.problemsPerFileMax);
  const rest = file.problems.length - shown.length;
  return [
    ...shown.map(({ code, message, pointer }) => {
      const at = pointer === undefined ? '' : ` (at ${visibleText(pointer)})`;
      return `${visibleText(code)}: ${shortName(proseText(message))}${at}`;
    }),
    ...(rest === 0 ? [] : [`… and ${countOf(rest, 'more problem', 'more problems')}`]),
  ];
}

/** The folder in which all files are, with its last slash; empty when there is none. */
export function commonFolder(paths: readonly string[]): string {
  const [first = '', ...rest] = paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1));
  let folder = first;
  for (const path of rest) {
    while (!path.startsWith(folder)) {
      folder = folder.slice(0, folder.slice(0, -1).lastIndexOf('/') + 1);
    }
  }
  return folder;
}

interface Naming {
  readonly page: Page;
  readonly folder: string;
}

function nameOf({ path }: Coverage, { folder }: Naming): string {
  return shortName(visibleText(path.slice(folder.length)));
}

/** Names that were given, on so many lines of their column as a limit says. */
function namesCell(files: readonly Coverage[], naming: Naming, lines: number): Cell {
  const names = files.map((file) => nameOf(file, naming));
  return cell(foldNames(names, Math.max(30, Math.floor(naming.page.columns * 0.5)) * lines));
}

/** Files that were read, a row for each format. */
function readRows(files: readonly Coverage[], naming: Naming): Cell[][] {
  return groupBy(files, formatWords).map((same) => [
    cell(same[0] === undefined ? '' : formatWords(same[0])),
    cell(countWords(same.length)),
    cell(countWords(same.reduce((sum, { records }) => sum + records, 0))),
    namesCell(same, naming, 1),
  ]);
}

/** Files that were not: a row for each, or for all of which the very same is to be said. */
function troubledRows(files: readonly Coverage[], naming: Naming): Cell[][] {
  return groupBy(files, (file) => JSON.stringify([file.format, file.problems])).flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const records = same.reduce((sum, one) => sum + one.records, 0);
    return [
      [
        namesCell(same, naming, REPORT_LIMITS.troubledNameLines),
        cell(countWords(records)),
        { paragraphs: problemWords(first) },
      ],
    ];
  });
}

function fileGroup(group: CoverageGroup, naming: Naming): string[] {
  const { page } = naming;
  const isRead = group.status === 'read';
  const all = isRead ? readRows(group.files, naming) : troubledRows(group.files, naming);
  const shown = isRead ? all : all.slice(0, REPORT_LIMITS.filesTroubledMax);
  const rest = all.length - shown.length;
  const files = countOf(group.files.length, 'file', 'files');
  const counts = `${files}, ${countOf(group.records, 'record', 'records')}`;
  return [
    page.paint(`${group.label}: ${counts}`, isRead ? 'strong' : 'warn'),
    ...grid(page, 2, isRead ? COLUMNS : TROUBLED_COLUMNS, shown),
    ...(rest === 0
      ? []
      : paragraph(page, 2, `… and ${rest} more, all in the html and json report`)),
  ];
}

export function coverageSection(page: Page, { coverage }: ReportView): string[] {
  const folder = commonFolder(coverage.flatMap(({ files }) => files.map(({ path }) => path)));
  const where = shortName(visibleText(folder));
  const below = `All below ${where}; each by itself in the html and json report.`;
  return [
    ...heading(page, 'Coverage: what was looked at'),
    ...(coverage.length === 0 ? paragraph(page, 0, 'No file was given.') : []),
    ...(folder === '' ? [] : paragraph(page, 0, below)),
    ...coverage.flatMap((group) => fileGroup(group, { page, folder })),
  ];
}
