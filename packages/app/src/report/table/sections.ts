import type { Coverage, Profile, Report } from '@interdict/core';
import {
  activityWords,
  apartWords,
  catalogWords,
  countOf,
  countWords,
  dateWords,
  findingCountWords,
  formatWords,
  LIST_WORDS,
  NOT_ASKED_LEAD,
  placeOf,
  placeWords,
  privilegeWords,
  profileWords,
  rulebookWords,
  ruleWords,
  titleOf,
  uniqueSorted,
  unknownWords,
  UNSETTLED_SENTENCE,
  VERDICT_LABELS,
  whenWords,
  type AgendaEntry,
  type CoverageGroup,
  type OpenQuestion,
  type ProductGroup,
  type ReportView,
} from '../present/index.ts';
import { REPORT_LIMITS } from '../report-limits.ts';
import { proseText, visibleText } from '../text/index.ts';
import { cell, grid, type Cell, type Column } from './grid.ts';
import {
  bullet,
  foldNames,
  heading,
  labelled,
  nameCells,
  paragraph,
  shortName,
  type Page,
} from './page.ts';
import { layOutProducts, productBlock } from './product-block.ts';

export function headlineSection(page: Page, report: Report, view: ReportView): string[] {
  const { word, tone, sentences } = view.headline;
  return [
    page.paint(`INTERDICT: ${word.toUpperCase()}`, tone),
    ...sentences.flatMap((sentence) => paragraph(page, 0, sentence)),
    '',
    ...labelled(page, 0, [
      { label: 'As of', text: dateWords(report.asOf), ink: 'strong' },
      { label: 'For', text: profileWords(report.profile) },
      { label: 'Not known', text: unknownWords(report.profile) },
      { label: 'Findings', text: findingCountWords(view.main) },
      { label: 'Apart', text: apartWords(view.leads, view.remnants) },
    ]),
  ];
}

interface SectionOptions {
  readonly profile: Profile;
  readonly lead?: string;
  /** Products that a section before has described. */
  readonly known?: readonly ProductGroup[];
}

/** Products under a heading; nothing when there are none. */
export function productSection(
  page: Page,
  title: string,
  products: readonly ProductGroup[],
  options: SectionOptions,
): string[] {
  const { profile, lead, known = [] } = options;
  if (products.length === 0) return [];
  const titles = new Set(known.map((product) => product.title));
  const layout = layOutProducts(page, products, profile);
  return [
    ...heading(page, title),
    ...(lead === undefined ? [] : paragraph(page, 0, lead)),
    ...products.flatMap((product, at) =>
      productBlock(page, product, {
        number: at + 1,
        profile,
        layout,
        isKnown: titles.has(product.title),
      }),
    ),
  ];
}

const AGENDA_COLUMNS: readonly Column[] = [
  { title: 'When', cellsMin: 22, weight: 2 },
  { title: 'What', cellsMin: 30, weight: 4 },
  { title: 'Rule', cellsMin: 20, weight: 2 },
  { title: 'For', cellsMin: 20, weight: 4 },
];

function agendaLines(page: Page, entry: AgendaEntry): string[] {
  const cells = nameCells(page, 3);
  const place = placeWords(entry.place, (names) => foldNames(names, cells));
  const title = bullet(page, 0, { mark: '-' }, whenWords(entry));
  return [
    ...title.map((line) => page.paint(line, entry.isOverdue ? 'bar' : 'strong')),
    ...labelled(page, 3, [
      { label: 'What', text: entry.what },
      { label: 'Rule', text: entry.rule },
      { label: 'For', text: foldNames(entry.products.map(shortName), cells) },
      { label: 'Where', text: place },
      { label: entry.kind === 'duty' ? 'Why' : 'Caution', text: entry.because },
      { label: 'Missing', text: entry.questions.join(' ') },
    ]),
  ];
}

function agendaCells(entry: AgendaEntry): Cell[] {
  const place = placeWords(entry.place, (names) => foldNames(names, 60));
  const note = entry.kind === 'duty' ? entry.because : entry.because && `Caution: ${entry.because}`;
  const paragraphs = [entry.what, note, ...entry.questions.map((one) => `Missing: ${one}`)];
  return [
    cell(whenWords(entry), entry.isOverdue ? 'bar' : 'strong'),
    { paragraphs: paragraphs.filter((one) => one !== '') },
    cell(entry.rule),
    {
      paragraphs: [foldNames(entry.products.map(shortName), 80), place].filter((one) => one !== ''),
    },
  ];
}

export function agendaSection(page: Page, view: ReportView): string[] {
  if (view.agenda.length === 0) return [];
  const title = heading(page, 'What to do, and when answers change');
  if (page.isWide)
    return [...title, ...grid(page, 0, AGENDA_COLUMNS, view.agenda.map(agendaCells))];
  return [...title, ...view.agenda.flatMap((entry) => agendaLines(page, entry))];
}

function questionLines(page: Page, open: OpenQuestion): string[] {
  const { questions, paths, groups } = open;
  const asked = questions.length === 0 ? [UNSETTLED_SENTENCE] : questions;
  const cells = nameCells(page, 2);
  return [
    '',
    ...asked.flatMap((one) => bullet(page, 0, { mark: '?', ink: 'ask' }, one)),
    ...labelled(page, 2, [{ label: 'Fact', text: paths.map(visibleText).join(', ') }]),
    ...groups.flatMap(({ row, activities, findings }) =>
      labelled(page, 2, [
        { label: 'Rule', text: `${ruleWords(row)}: ${activityWords(activities)}` },
        {
          label: 'For',
          text: foldNames(uniqueSorted(findings.map(titleOf)).map(shortName), cells),
        },
        { label: 'Where', text: placeWords(placeOf(findings), (one) => foldNames(one, cells)) },
        { label: 'Why', text: proseText(row.because) },
        { label: 'Caution', text: proseText(row.caution ?? '') },
      ]),
    ),
  ];
}

export function questionSection(page: Page, view: ReportView): string[] {
  if (view.questions.length === 0) return [];
  return [
    ...heading(page, 'Undetermined: facts nobody stated'),
    ...view.questions.flatMap((open) => questionLines(page, open)),
  ];
}

const MILDER_COLUMNS: readonly Column[] = [
  { title: 'Answer', cellsMin: 12, weight: 1 },
  { title: 'Rule and activities', cellsMin: 24, weight: 3 },
  { title: 'Findings', cellsMin: 8, weight: 1 },
];

/** The rows that ask for nothing now: kept visible, one line each. */
export function milderSection(page: Page, view: ReportView): string[] {
  const rows = view.milder.map(({ row, activities, findings }) => [
    cell(VERDICT_LABELS[row.verdict].label, VERDICT_LABELS[row.verdict].tone),
    cell(`${ruleWords(row)}: ${activityWords(activities)}`),
    cell(countWords(findings.length)),
  ]);
  const unspoken = view.unspoken.map(({ title }) => shortName(title));
  if (rows.length === 0 && unspoken.length === 0) return [];
  return [
    ...heading(page, 'Rules that bar nothing here now'),
    ...grid(page, 0, MILDER_COLUMNS, rows),
    ...(unspoken.length === 0
      ? []
      : paragraph(page, 0, `${NOT_ASKED_LEAD} ${foldNames(unspoken, page.columns)}`)),
  ];
}

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
      cell(verdict === null ? '-' : privilegeWords(privilege)),
      cell(countWords(names.length)),
      cell(foldNames(names, Math.max(40, Math.floor(page.columns / 2)))),
    ];
  });
  return [...heading(page, 'Hosts'), ...grid(page, 0, HOST_COLUMNS, rows)];
}

const FILE_COLUMNS: readonly Column[] = [
  { title: 'File', cellsMin: 18, weight: 3 },
  { title: 'Format', cellsMin: 8, weight: 1 },
  { title: 'Records', cellsMin: 7, weight: 1 },
  { title: 'What happened, and where', cellsMin: 16, weight: 4 },
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

function fileGroup(page: Page, group: CoverageGroup): string[] {
  const isRead = group.status === 'read';
  const most = isRead ? REPORT_LIMITS.filesReadMax : REPORT_LIMITS.filesTroubledMax;
  const shown = group.files.slice(0, most);
  const rest = group.files.length - shown.length;
  const columns = isRead ? FILE_COLUMNS.slice(0, 3) : FILE_COLUMNS;
  const rows = shown.map((file) => [
    cell(shortName(visibleText(file.path))),
    cell(formatWords(file)),
    cell(countWords(file.records)),
    ...(isRead ? [] : [{ paragraphs: problemWords(file) }]),
  ]);
  const files = countOf(group.files.length, 'file', 'files');
  const counts = `${files}, ${countOf(group.records, 'record', 'records')}`;
  return [
    page.paint(`${group.label}: ${counts}`, isRead ? 'strong' : 'warn'),
    ...grid(page, 2, columns, rows),
    ...(rest === 0
      ? []
      : paragraph(page, 2, `… and ${rest} more, all in the html and json report`)),
  ];
}

export function coverageSection(page: Page, view: ReportView): string[] {
  return [
    ...heading(page, 'Coverage: what was looked at'),
    ...(view.coverage.length === 0 ? paragraph(page, 0, 'No file was given.') : []),
    ...view.coverage.flatMap((group) => fileGroup(page, group)),
  ];
}

const LIST_COLUMNS: readonly Column[] = [
  { title: 'Official list', cellsMin: 16, weight: 2 },
  { title: 'As of', cellsMin: 10, weight: 1 },
  { title: 'State', cellsMin: 12, weight: 3 },
  { title: 'Digest', cellsMin: 12, weight: 1 },
];

/** What the answer rests on: rulebook, catalog and lists, with their digests. */
export function basisSection(page: Page, report: Report): string[] {
  const rows = report.lists.map((list) => [
    cell(visibleText(list.id)),
    cell(list.asOf === undefined ? '-' : dateWords(list.asOf)),
    cell(LIST_WORDS[list.status], list.status === 'current' ? 'free' : 'warn'),
    cell(list.digest === undefined ? '-' : visibleText(`${list.digest.slice(0, 16)}…`)),
  ]);
  return [
    ...heading(page, 'What the answer rests on'),
    ...labelled(page, 0, [
      {
        label: 'Rulebook',
        text: rulebookWords(report),
      },
      {
        label: 'Catalog',
        text: catalogWords(report),
      },
    ]),
    ...grid(page, 0, LIST_COLUMNS, rows),
    ...(rows.length === 0 ? paragraph(page, 0, 'No official list was looked up.') : []),
  ];
}
