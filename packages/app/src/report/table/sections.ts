import type { Report } from '@interdict/core';
import {
  activityWords,
  apartWords,
  catalogWords,
  countWords,
  dateWords,
  findingCountWords,
  groupBy,
  LIST_WORDS,
  NOT_ASKED_LEAD,
  profileWords,
  overdueWords,
  rulebookWords,
  ruleNameWords,
  thingsWords,
  unknownWords,
  UNSETTLED_SENTENCE,
  VERDICT_LABELS,
  whenWords,
  withoutStop,
  type AgendaEntry,
  type Block,
  type HangingAnswer,
  type NameBook,
  type OpenQuestion,
  type ReportView,
  type RowGroup,
} from '../present/index.ts';
import { visibleText } from '../text/index.ts';
import { blockLines, type Told } from './block-lines.ts';
import { cell, grid, type Column } from './grid.ts';
import {
  bullet,
  foldNames,
  heading,
  labelled,
  paragraph,
  shortName,
  type Labelled,
  type Page,
} from './page.ts';

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

/** Blocks that have been shown, by what they are about. */
type Shown = Map<string, number>;

interface SectionOptions {
  readonly report: Report;
  readonly view: ReportView;
  readonly lead?: string;
  /** Both grow with each block, so that a later one can refer to an earlier one. */
  readonly shown: Shown;
  readonly told: Told;
}

function aboutKey({ kind, things }: Block): string {
  return [kind, ...things.flatMap(({ title, findings }) => [title, findings.length])].join('\n');
}

/** Blocks under a heading; nothing when there are none. */
export function blockSection(
  page: Page,
  title: string,
  blocks: readonly Block[],
  options: SectionOptions,
): string[] {
  const { report, view, lead, shown, told } = options;
  if (blocks.length === 0) return [];
  const { questions, names } = view;
  const context = { profile: report.profile, questions, names, told };
  const lines: string[] = [];
  for (const block of blocks) {
    const number = shown.size + 1;
    const key = aboutKey(block);
    const sameAs = shown.get(key);
    shown.set(sameAs === undefined ? key : `${key}\n${number}`, number);
    const same = sameAs === undefined ? {} : { sameAs };
    lines.push(...blockLines(page, block, { ...context, number, ...same }));
  }
  return [
    ...heading(page, title),
    ...(lead === undefined ? [] : paragraph(page, 0, lead)),
    ...lines.slice(lead === undefined ? 1 : 0),
  ];
}

function agendaNotes({ kind, because, advice, missing }: AgendaEntry): Labelled[] {
  return [
    { label: 'Question', text: kind === 'confirm' ? because : '' },
    { label: 'Advice', text: advice },
    { label: 'Hangs on', text: missing },
  ].filter(({ text }) => text !== '');
}

/** Rules beyond which an entry only counts them. */
const RULES_MAX = 3;

/** `for 10 products …, under us-icts-kaspersky-2024`; titles stand where the rules are shown. */
function scopeWords({ kind, findings, rules }: AgendaEntry, names: NameBook): string {
  const ids = rules.map(({ id }) => id);
  const under = ids.length > RULES_MAX ? `${ids.length} rules, as above` : ids.join(', ');
  const about = kind === 'confirm' ? '' : thingsWords(findings, names);
  return [about && `for ${about}`, under && `under ${under}`]
    .filter((one) => one !== '')
    .join(', ');
}

function agendaLines(page: Page, entry: AgendaEntry, names: NameBook): string[] {
  const title = bullet(page, 0, { mark: '-' }, `${whenWords(entry)}: ${entry.what}`);
  const scope = scopeWords(entry, names);
  return [
    ...title.map((line) => page.paint(line, entry.isOverdue ? 'bar' : 'strong')),
    ...(scope === '' ? [] : paragraph(page, 2, scope)),
    ...labelled(page, 2, agendaNotes(entry)),
  ];
}

export function agendaSection(page: Page, { agenda, names }: ReportView): string[] {
  if (agenda.length === 0) return [];
  const lines = agenda.flatMap((one) => agendaLines(page, one, names));
  return [...heading(page, 'What to do, and by when'), ...lines];
}

/** `us-far-52.204-23: resale, use; us-icts-…: purchase. For 18 products …`. */
function hangingWords(answers: readonly HangingAnswer[], view: ReportView): string {
  const rules = groupBy(answers, ({ rule }) => rule.id).flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const activities = [...new Set(same.flatMap((one) => one.activities))];
    return [`${first.rule.id} (${activityWords(activities)})`];
  });
  const findings = [...new Set(answers.flatMap((one) => one.findings))];
  return `${rules.join('; ')} for ${thingsWords(findings, view.names)}`;
}

/** Cautions that have not been told yet. */
function freshCautions(answers: readonly HangingAnswer[], told: Told): string {
  const fresh = new Set(answers.flatMap((one) => one.cautions).filter((text) => !told.has(text)));
  for (const text of fresh) told.set(text, 0);
  return [...fresh].join(' ');
}

function hangingLines(page: Page, open: OpenQuestion, view: ReportView, told: Told): string[] {
  const { question, answers } = open;
  if (question !== undefined) {
    return [
      ...paragraph(page, 3, hangingWords(answers, view)),
      ...labelled(page, 3, [{ label: 'Caution', text: freshCautions(answers, told) }]),
    ];
  }
  return answers.flatMap((answer) => [
    ...bullet(
      page,
      3,
      { mark: '-' },
      `${withoutStop(answer.because.join(' '))}: ${hangingWords([answer], view)}`,
    ),
    ...labelled(page, 5, [{ label: 'Caution', text: freshCautions([answer], told) }]),
  ]);
}

function questionWords({ question, paths }: OpenQuestion): string {
  const fact = paths.length === 0 ? '' : ` (${paths.map(visibleText).join(', ')})`;
  return `${question ?? UNSETTLED_SENTENCE}${fact}`;
}

/** Each question, with what hangs on it; questions about the very same stand together. */
export function questionSection(page: Page, view: ReportView, told: Told): string[] {
  if (view.questions.length === 0) return [];
  const alike = groupBy(view.questions, (open) => hangingWords(open.answers, view));
  const lines = alike.flatMap((same) => [
    ...same.flatMap((open) =>
      bullet(page, 0, { mark: `${open.number}.`, ink: 'ask' }, questionWords(open)),
    ),
    ...same.slice(0, 1).flatMap((open) => hangingLines(page, open, view, told)),
  ]);
  return [
    ...heading(page, 'Undetermined: questions nobody answered yet'),
    ...paragraph(page, 0, 'Below each, the rules and things whose answers hang on it.'),
    ...lines,
  ];
}

const MILDER_COLUMNS: readonly Column[] = [
  { title: 'Answer', cellsMin: 12, weight: 1 },
  { title: 'Rules, what was asked about, findings', cellsMin: 24, weight: 5 },
];

/** `us-far-52.204-23 (use): 1`; the name stands beside an id that was not shown before. */
function milderWords(same: readonly RowGroup[], names: NameBook, told: Told): string[] {
  const [first] = same;
  if (first === undefined) return [];
  const { verdict, rule: id } = first.row;
  const rule = names.rule(id);
  const name = told.has(rule.id) ? rule.id : ruleNameWords(rule);
  const activities = [...new Set(same.flatMap((group) => group.activities))];
  const findings = new Set(same.flatMap((group) => group.findings));
  // What a rule does not speak of at all needs no list of what was asked.
  const about = verdict === 'out-of-scope' ? '' : ` [${activityWords(activities)}]`;
  return [`${name}${about}: ${countWords(findings.size)}`];
}

/** The rows that ask for nothing now, by answer and rule. */
export function milderSection(page: Page, view: ReportView, told: Told): string[] {
  const { milder, unspoken, names } = view;
  const rows = groupBy(milder, ({ row }) => row.verdict).flatMap((answers) => {
    const verdict = answers[0]?.row.verdict;
    if (verdict === undefined) return [];
    const { label, tone } = VERDICT_LABELS[verdict];
    const rules = groupBy(answers, ({ row }) => row.rule);
    const paragraphs = rules.flatMap((same) => milderWords(same, names, told));
    return [[cell(label, tone), cell(paragraphs.join('; '))]];
  });
  const titles = unspoken.flatMap(({ things }) => things.map(({ title }) => shortName(title)));
  if (rows.length === 0 && titles.length === 0) return [];
  return [
    ...heading(page, 'Rules that bar nothing here now'),
    ...grid(page, 0, MILDER_COLUMNS, rows),
    ...(titles.length === 0
      ? []
      : paragraph(page, 0, `${NOT_ASKED_LEAD} ${foldNames(titles, page.columns)}`)),
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
      ...overdueWords(report).map((text) => ({ label: 'OVERDUE', text })),
    ]),
    ...grid(page, 0, LIST_COLUMNS, rows),
    ...(rows.length === 0 ? paragraph(page, 0, 'No official list was looked up.') : []),
  ];
}
