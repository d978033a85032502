import type { Coverage, Profile, Report } from '@interdict/core';
import {
  activityWords,
  apartWords,
  catalogWords,
  classMeaning,
  countWords,
  COVERAGE_WORDS,
  findingCountWords,
  formatWords,
  groupBy,
  LIST_WORDS,
  NOT_ASKED_LEAD,
  placeOf,
  plainWord,
  profilePlace,
  overdueWords,
  rulebookWords,
  thingsWords,
  unknownWords,
  UNSETTLED_SENTENCE,
  withoutRowsSentence,
  YOU_SENTENCE,
  type AgendaEntry,
  type Block,
  type HangingAnswer,
  type NameBook,
  type OpenQuestion,
  type ReportView,
  type RowGroup,
} from '../present/index.ts';
import { REPORT_LIMITS } from '../report-limits.ts';
import { proseText } from '../text/index.ts';
import { markup, named, pathNamed, type Markup, type MarkupPart } from './markup.ts';
import { badge, date, nameList, remark, table, verdictBadge, where } from './piece.ts';
import { blockRules, ruleName } from './rule-table.ts';
import { thingNotes, thingTable } from './thing-table.ts';

export function headlineSection(report: Report, view: ReportView): Markup {
  const { word, tone, sentences } = view.headline;
  const { profile } = report;
  const classes = (profile.classes ?? []).map(
    (one) => markup`<li>${plainWord(one)}: ${classMeaning(one)}</li>`,
  );
  const classList = classes.length === 0 ? undefined : markup`<ul>${classes}</ul>`;
  const unknown = unknownWords(profile);
  return markup`<div class="headline ${tone}"><p class="word">${word}</p>
${sentences.map(
  (sentence) => markup`<p>${sentence}</p>
`,
)}</div>
<dl class="facts">
<dt>As of</dt><dd><strong>${date(report.asOf)}</strong></dd>
<dt>For</dt><dd>${named(profile.name)} (${profilePlace(profile)})${classList}</dd>
${fact('Not known', unknown)}
<dt>Findings</dt><dd>${findingCountWords(view.main)}</dd>
<dt>Apart</dt><dd>${apartWords(view.leads, view.remnants)}</dd>
</dl>
`;
}

/** A term with its text; nothing when there is no text. */
function fact(term: string, text: string): MarkupPart {
  return text === '' ? undefined : markup`<dt>${term}</dt><dd>${text}</dd>`;
}

function blockArticle(block: Block, id: string, { profile }: ListOptions): Markup {
  const isStated = block.kind === 'order' || block.kind === 'party';
  const rules =
    block.rules.length === 0
      ? markup`<p class="note">${withoutRowsSentence(block)}</p>`
      : blockRules(block, { id: `${id}-rules`, profile, isTitled: isStated });
  const under = isStated ? block.rules.map(({ rule }) => [' under ', ruleName(rule)]) : undefined;
  return markup`<h3 id="${id}">${named(block.title)}${under} ${verdictBadge(block.verdict)}</h3>
${block.kind === 'order' ? markup`<p class="note">${YOU_SENTENCE}</p>` : undefined}
${thingTable(block, `${id}-things`)}
${thingNotes(block)}
${rules}`;
}

interface ListOptions {
  readonly prefix: string;
  readonly profile: Profile;
  /** Said when there are no blocks. */
  readonly none: string;
}

/** Blocks of a section, or the sentence that there are none. */
export function blockList(blocks: readonly Block[], options: ListOptions): MarkupPart {
  if (blocks.length === 0) return markup`<p>${options.none}</p>`;
  return blocks.map((one, at) => blockArticle(one, `${options.prefix}-${at + 1}`, options));
}

function whenCell({ lead, at, distance, isOverdue }: AgendaEntry): MarkupPart {
  if (at === undefined) return lead;
  const words = markup`${lead} ${date(at)}, ${distance}`;
  return isOverdue ? markup`<span class="late">${words}</span>` : words;
}

function agendaRow(entry: AgendaEntry, names: NameBook): MarkupPart[] {
  return [
    whenCell(entry),
    [
      markup`<p><strong>${entry.what}</strong></p>`,
      entry.because === '' ? undefined : markup`<p>${entry.because}</p>`,
      remark('Advice', entry.advice),
      remark('Caution', entry.caution),
      remark('Hangs on', entry.missing),
    ],
    thingsWords(entry.findings, names),
    entry.rules.map((rule) => markup`<p>${ruleName(rule)}</p>`),
    entry.cites.map((one) => markup`<p>${one}</p>`),
  ];
}

export function agendaTable({ agenda, names }: ReportView): Markup {
  if (agenda.length === 0)
    return markup`<p>Nothing is owed and no change of an answer is dated.</p>`;
  return table({
    id: 'agenda-table',
    caption: 'Steps, duties and changes, in the order in which to look at them',
    isFixed: true,
    columns: [
      { title: 'When', kind: 'when' },
      { title: 'What', kind: 'wide' },
      { title: 'For', kind: 'wide' },
      { title: 'Rule', kind: 'cite' },
      { title: 'Citation', kind: 'cite' },
    ],
    rows: agenda.map((entry) => agendaRow(entry, names)),
  });
}

function factPaths(paths: readonly string[]): MarkupPart {
  if (paths.length === 0) return undefined;
  return markup`<p class="note">Fact: <span class="rule">${paths.join(', ')}</span></p>`;
}

function answerRow(answer: HangingAnswer, isOpen: boolean, names: NameBook): MarkupPart[] {
  const { rule, whether, findings, because, cautions } = answer;
  return [
    ruleName(rule),
    [
      whether.map((one) => markup`<p>${one}</p>`),
      isOpen ? undefined : because.map((one) => markup`<p class="note">${one}</p>`),
      remark('Caution', cautions.join(' ')),
    ],
    [
      markup`<p>${thingsWords(findings, names)}</p>`,
      markup`<p class="note">${where(placeOf(findings), REPORT_LIMITS.pageNamesMax)}</p>`,
    ],
  ];
}

function questionBlock(open: OpenQuestion, names: NameBook): Markup {
  const { number, question, paths, answers } = open;
  return markup`<h3 class="question">${number}. ${question ?? UNSETTLED_SENTENCE}</h3>
${factPaths(paths)}
${table({
  id: `question-${number}`,
  caption: `What hangs on question ${number}`,
  columns: [
    { title: 'Rule', kind: 'wide' },
    { title: 'It is open', kind: 'wide' },
    { title: 'For', kind: 'wide' },
  ],
  rows: answers.map((answer) => answerRow(answer, question !== undefined, names)),
})}`;
}

export function questionList({ questions, names }: ReportView): MarkupPart {
  if (questions.length === 0) return markup`<p>No answer hangs on a fact that was not stated.</p>`;
  return questions.map((open) => questionBlock(open, names));
}

/** Answers of one rule that ask for nothing, with each reason once. */
function milderRow(same: readonly RowGroup[], names: NameBook): MarkupPart[][] {
  const [first] = same;
  if (first === undefined) return [];
  const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
  const reasons = unique(same.map(({ row }) => proseText(row.because)));
  const advices = unique(same.flatMap(({ row }) => row.advice ?? []).map(proseText));
  const activities = [...new Set(same.flatMap((group) => group.activities))];
  return [
    [
      verdictBadge(first.row.verdict),
      [
        markup`<p>${ruleName(names.rule(first.row.rule))}</p>`,
        markup`<p class="note">${activityWords(activities)}</p>`,
      ],
      [reasons.map((one) => markup`<p>${one}</p>`), remark('Advice', advices.join(' '))],
      countWords(new Set(same.flatMap(({ findings }) => findings)).size),
    ],
  ];
}

export function milderTable({ milder, unspoken, names }: ReportView): MarkupPart {
  const titles = nameList(unspoken.flatMap(({ things }) => things.map(({ title }) => title)));
  const groups = groupBy(milder, ({ row }) => `${row.verdict} ${row.rule}`);
  return [
    milder.length === 0
      ? markup`<p>No such answer.</p>`
      : table({
          id: 'milder-table',
          caption: 'Answers that ask for nothing now',
          columns: [
            { title: 'Answer', kind: 'verdict' },
            { title: 'Rule and activities', kind: 'wide' },
            { title: 'Why', kind: 'wide' },
            { title: 'Findings', kind: 'number' },
          ],
          rows: groups.flatMap((same) => milderRow(same, names)),
        }),
    unspoken.length === 0 ? undefined : markup`<p>${NOT_ASKED_LEAD} ${titles}.</p>`,
  ];
}

function problemItems({ problems }: Coverage): MarkupPart {
  if (problems.length === 0) return '-';
  const items = problems.map(({ code, message, pointer }) => {
    const at = pointer === undefined ? undefined : markup` (at ${named(pointer)})`;
    const what = named(proseText(message));
    return markup`<li><span class="rule">${named(code)}</span>: ${what}${at}</li>`;
  });
  return markup`<ul>${items}</ul>`;
}

export function coverageTable({ coverage }: ReportView): Markup {
  if (coverage.length === 0) return markup`<p>No file was given.</p>`;
  const fates = coverage.map(
    ({ label, files }) => `${countWords(files.length)} ${label.toLowerCase()}`,
  );
  return table({
    id: 'coverage-table',
    caption: `Files: ${fates.join(', ')}`,
    columns: [
      { title: 'File', kind: 'file' },
      { title: 'Fate', kind: 'when' },
      { title: 'Format', kind: 'name' },
      { title: 'Records', kind: 'number' },
      { title: 'What happened, and where', kind: 'wide' },
    ],
    rows: coverage.flatMap(({ files }) =>
      files.map((file) => [
        [
          pathNamed(file.path),
          file.sha256 === undefined
            ? undefined
            : markup`<p class="note small">SHA-256 ${file.sha256}</p>`,
        ],
        badge(file.status === 'read' ? 'free' : 'warn', COVERAGE_WORDS[file.status]),
        named(formatWords(file)),
        countWords(file.records),
        problemItems(file),
      ]),
    ),
  });
}

export function basisList(report: Report): Markup {
  const { lists } = report;
  return markup`<dl class="facts">
${fact('Rulebook', rulebookWords(report))}
${fact('Catalog', catalogWords(report))}
${overdueWords(report).map((text) => fact('OVERDUE', text))}
</dl>
${lists.length === 0 ? markup`<p>No official list was looked up.</p>` : listTable(lists)}`;
}

function listTable(lists: Report['lists']): Markup {
  return table({
    id: 'list-table',
    caption: 'Official lists',
    columns: [{ title: 'List' }, { title: 'As of' }, { title: 'State' }, { title: 'Digest' }],
    rows: lists.map(({ id, asOf, digest, status }) => [
      id,
      asOf === undefined ? '-' : date(asOf),
      badge(status === 'current' ? 'free' : 'warn', LIST_WORDS[status]),
      digest === undefined ? '-' : markup`<span class="rule small">${digest}</span>`,
    ]),
  });
}
