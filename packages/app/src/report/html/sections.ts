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
  LIST_WORDS,
  NOT_ASKED_LEAD,
  placeOf,
  plainWord,
  privilegeWords,
  profilePlace,
  rulebookWords,
  ruleWords,
  titleOf,
  uniqueSorted,
  unknownWords,
  UNSETTLED_SENTENCE,
  withoutRowsSentence,
  type AgendaEntry,
  type OpenQuestion,
  type ProductGroup,
  type ReportView,
} from '../present/index.ts';
import { REPORT_LIMITS } from '../report-limits.ts';
import { proseText } from '../text/index.ts';
import { markup, named, type Markup, type MarkupPart } from './markup.ts';
import { badge, date, nameList, table, verdictBadge, where } from './piece.ts';
import { productRules } from './rule-table.ts';

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

const DESCRIBED_ABOVE = markup`<p class="about">Described under “What is barred”.</p>`;

/** A term with its text; nothing when there is no text. */
function fact(term: string, text: string): MarkupPart {
  return text === '' ? undefined : markup`<dt>${term}</dt><dd>${text}</dd>`;
}

function description(product: ProductGroup): Markup {
  const readAs = product.readAs.filter((name) => name !== product.title);
  return markup`<p class="about">${product.about.join(' · ')}</p>
<dl class="facts">
${fact('Can do', product.privilege ?? '')}
<dt>Where</dt><dd>${where(placeOf(product.findings))}</dd>
${readAs.length === 0 ? undefined : markup`<dt>Read as</dt><dd>${nameList(readAs)}</dd>`}
${fact('Held down', product.capped.join('; '))}
</dl>
`;
}

function productArticle(product: ProductGroup, id: string, options: ListOptions): Markup {
  const { profile, known } = options;
  const above = known?.find(({ title }) => title === product.title);
  const rules =
    product.rows.length === 0
      ? markup`<p class="note">${withoutRowsSentence(product)}</p>`
      : productRules(product, `${id}-rules`, profile);
  return markup`<h3 id="${id}">${named(product.title)} ${verdictBadge(product.verdict)}</h3>
${above === undefined ? description(product) : DESCRIBED_ABOVE}
${rules}`;
}

interface ListOptions {
  readonly prefix: string;
  readonly profile: Profile;
  /** Said when there are no products. */
  readonly none: string;
  /** Products that the first section describes. */
  readonly known?: readonly ProductGroup[];
}

/** Products of a section, or the sentence that there are none. */
export function productList(products: readonly ProductGroup[], options: ListOptions): MarkupPart {
  if (products.length === 0) return markup`<p>${options.none}</p>`;
  return products.map((one, at) => productArticle(one, `${options.prefix}-${at + 1}`, options));
}

function whenCell({ lead, at, distance, isOverdue }: AgendaEntry): MarkupPart {
  if (at === undefined) return lead;
  const words = markup`${lead} ${date(at)}, ${distance}`;
  return isOverdue ? markup`<span class="late">${words}</span>` : words;
}

function agendaRow(entry: AgendaEntry): MarkupPart[] {
  const place = where(entry.place, REPORT_LIMITS.pageNamesMax);
  return [
    whenCell(entry),
    [
      markup`<p><strong>${entry.what}</strong></p>`,
      entry.because === '' ? undefined : markup`<p>${entry.because}</p>`,
      entry.questions.map((question) => markup`<p class="question">${question}</p>`),
    ],
    markup`<span class="rule">${entry.rule}</span>`,
    [markup`<p>${nameList(entry.products)}</p>`, markup`<p class="note">${place}</p>`],
    entry.cites.map((one) => markup`<p>${one}</p>`),
  ];
}

export function agendaTable(entries: readonly AgendaEntry[]): Markup {
  if (entries.length === 0)
    return markup`<p>Nothing is owed and no change of an answer is dated.</p>`;
  return table({
    id: 'agenda-table',
    caption: 'Duties and changes, by date',
    columns: [
      { title: 'When', kind: 'when' },
      { title: 'What', kind: 'wide' },
      { title: 'Rule', kind: 'cite' },
      { title: 'For', kind: 'wide' },
      { title: 'Citation', kind: 'cite' },
    ],
    rows: entries.map(agendaRow),
  });
}

function factPaths(paths: readonly string[]): MarkupPart {
  if (paths.length === 0) return undefined;
  return markup`<p class="note">Fact: <span class="rule">${paths.join(', ')}</span></p>`;
}

function questionBlock({ questions, paths, groups }: OpenQuestion, at: number): Markup {
  const asked = questions.length === 0 ? [UNSETTLED_SENTENCE] : questions;
  return markup`${asked.map(
    (question) => markup`<h3 class="question">${question}</h3>
`,
  )}${factPaths(paths)}
${table({
  id: `question-${at + 1}`,
  caption: `Answers that hang on question ${at + 1}`,
  columns: [
    { title: 'Rule and activities', kind: 'wide' },
    { title: 'For', kind: 'wide' },
    { title: 'Why', kind: 'wide' },
  ],
  rows: groups.map(({ row, activities, findings }) => [
    [markup`<p class="rule">${ruleWords(row)}</p>`, markup`<p>${activityWords(activities)}</p>`],
    [
      markup`<p>${nameList(uniqueSorted(findings.map(titleOf)))}</p>`,
      markup`<p class="note">${where(placeOf(findings), REPORT_LIMITS.pageNamesMax)}</p>`,
    ],
    [
      markup`<p>${proseText(row.because)}</p>`,
      row.caution === undefined
        ? undefined
        : markup`<p class="note">Caution: ${proseText(row.caution)}</p>`,
    ],
  ]),
})}`;
}

export function questionList(questions: readonly OpenQuestion[]): MarkupPart {
  if (questions.length === 0) return markup`<p>No answer hangs on a fact that was not stated.</p>`;
  return questions.map(questionBlock);
}

export function milderTable({ milder, unspoken }: ReportView): MarkupPart {
  const names = nameList(unspoken.map(({ title }) => title));
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
          rows: milder.map(({ row, activities, findings }) => [
            verdictBadge(row.verdict),
            [
              markup`<p class="rule">${ruleWords(row)}</p>`,
              markup`<p>${activityWords(activities)}</p>`,
            ],
            [
              markup`<p>${proseText(row.because)}</p>`,
              row.advice === undefined
                ? undefined
                : markup`<p class="note">Advice: ${proseText(row.advice)}</p>`,
            ],
            countWords(findings.length),
          ]),
        }),
    unspoken.length === 0 ? undefined : markup`<p>${NOT_ASKED_LEAD} ${names}.</p>`,
  ];
}

export function hostTable({ hosts }: ReportView): Markup {
  if (hosts.length === 0) return markup`<p>No record names a host.</p>`;
  return table({
    id: 'host-table',
    caption: 'Hosts by their most severe finding',
    columns: [
      { title: 'Most severe', kind: 'verdict' },
      { title: 'Can do', kind: 'wide' },
      { title: 'Hosts', kind: 'number' },
      { title: 'Records', kind: 'number' },
      { title: 'Names', kind: 'wide' },
    ],
    rows: hosts.map(({ verdict, privilege, names, records }) => [
      verdict === null ? badge('mute', 'Nothing found') : verdictBadge(verdict),
      verdict === null ? '-' : privilegeWords(privilege),
      countWords(names.length),
      countWords(records),
      nameList(names),
    ]),
  });
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
      { title: 'Fate' },
      { title: 'Format', kind: 'when' },
      { title: 'Records', kind: 'number' },
      { title: 'What happened, and where', kind: 'wide' },
    ],
    rows: coverage.flatMap(({ files }) =>
      files.map((file) => [
        [
          named(file.path),
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
