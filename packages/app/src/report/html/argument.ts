import {
  type DutyRow,
  type Evidence,
  type Finding,
  type Profile,
  type SourcePointer,
} from '@interdict/core';
import {
  capitalized,
  citeWords,
  countOf,
  distanceWords,
  dutyWords,
  groupBy,
  isOverdue,
  LEVEL_WORDS,
  missingQuestion,
  NOT_ASKED_SENTENCE,
  plainWord,
  privilegeWords,
  productClassMeaning,
  STRENGTH_WORDS,
  thingsWords,
  titleOf,
  type Block,
  type NameBook,
} from '../present/index.ts';
import { REPORT_LIMITS } from '../report-limits.ts';
import { proseText } from '../text/index.ts';
import { markup, named, pathNamed, separated, type Markup, type MarkupPart } from './markup.ts';
import { date, remark, tableParts, verdictBadge, where, type TableGroup } from './piece.ts';
import { argumentRules, nextItems } from './rule-table.ts';
import { thingNotes, thingTable } from './thing-table.ts';

/** What an argument needs to know of the report around it. */
export interface PageContext {
  readonly asOf: string;
  readonly profile: Profile;
  readonly names: NameBook;
}

function subjectName({ subject }: Finding): MarkupPart {
  return subject.version === undefined
    ? named(subject.name)
    : [named(subject.name), ' ', named(subject.version)];
}

/** Places in the input, each file once with all pointers into it. */
function pointers(sources: readonly SourcePointer[]): MarkupPart {
  return groupBy(sources, ({ file }) => file).map((same) => {
    const within = [...new Set(same.map(({ pointer }) => pointer))].map(named);
    return [
      markup`<p>${pathNamed(same[0]?.file ?? '')}</p>`,
      markup`<p class="rule">${separated(within, markup`, `)}</p>`,
    ];
  });
}

/** A sign with everywhere it was seen; one value may stand in many places. */
function signRow(same: readonly Evidence[]): MarkupPart[][] {
  const [one] = same;
  if (one === undefined) return [];
  const known = one.cite.map((text) => markup`<p>${proseText(text)}</p>`);
  return [
    [
      [
        markup`<p>${plainWord(one.field)} is ${named(one.value)}</p>`,
        markup`<p class="note small">sign ${one.sign}</p>`,
      ],
      STRENGTH_WORDS[one.strength],
      known.length === 0 ? '-' : known,
      pointers(same.map(({ source }) => source)),
    ],
  ];
}

function findingHeading(finding: Finding, { names }: PageContext): MarkupPart {
  const { identified, subject } = finding;
  const on = subject.host === undefined ? undefined : markup` on ${named(subject.host)}`;
  const title = titleOf(finding, names);
  const state =
    identified === undefined
      ? ''
      : `; ${LEVEL_WORDS[identified.level]}; ${plainWord(identified.presence)}; ` +
        privilegeWords(identified.privilege);
  return [
    markup`<strong>${named(title)}</strong>${on}`,
    markup`<span class="note">, read as ${subjectName(finding)}${state}</span>`,
  ];
}

/** A finding with its signs; the record itself is the evidence where there is none. */
function evidenceGroup(finding: Finding, context: PageContext): TableGroup {
  const evidence = finding.identified?.evidence ?? [];
  const signs = groupBy(evidence, (one) => JSON.stringify({ ...one, source: undefined }));
  const itself = ['the record itself', '-', '-', pointers([finding.subject.source])];
  return {
    heading: findingHeading(finding, context),
    rows: signs.length === 0 ? [itself] : signs.flatMap(signRow),
  };
}

/** Groups one by one, so that a fleet's evidence never stands in memory as a whole. */
function* evidenceGroups({ findings }: Block, context: PageContext): Generator<TableGroup> {
  for (const finding of findings) yield evidenceGroup(finding, context);
}

function evidenceTable(block: Block, id: string, context: PageContext): Generator<Markup> {
  return tableParts({
    id: `${id}-evidence`,
    caption: 'Evidence, finding by finding and sign by sign',
    isFixed: true,
    columns: [
      { title: 'What was seen', kind: 'wide' },
      { title: 'Strength', kind: 'name' },
      { title: 'Known from', kind: 'wide' },
      { title: 'Stands at', kind: 'place' },
    ],
    groups: evidenceGroups(block, context),
  });
}

/** The classes of product of a block, in the words of the vocabulary. */
function classMeanings({ findings }: Block): MarkupPart {
  const classes = new Set(findings.flatMap(({ identified }) => identified?.class ?? []));
  if (classes.size === 0) return undefined;
  const items = [...classes].map((name) => `${plainWord(name)}: ${productClassMeaning(name)}`);
  return markup`<p class="note small">${items.join(' ')}</p>`;
}

function dueText(due: string | undefined, asOf: string): Markup {
  if (due === undefined) return markup`no date yet`;
  const distance = distanceWords(asOf, due);
  return isOverdue(asOf, due)
    ? markup`<span class="late">due ${date(due)}, OVERDUE, ${distance}</span>`
    : markup`due ${date(due)}, ${distance}`;
}

/** A duty, which several rows may bring, each with its own missing facts. */
function dutyItem(same: readonly DutyRow[], { asOf, profile }: PageContext): Markup[] {
  const [duty] = same;
  if (duty === undefined) return [];
  const missing = same.flatMap((one) => one.missing.map((path) => missingQuestion(path, profile)));
  const due = dueText(duty.due, asOf);
  return [
    markup`<li><p><strong>${dutyWords(duty)}</strong>: ${due}.</p>
<p class="note">${capitalized(proseText(duty.because))} (${duty.cite.map(citeWords).join('; ')})</p>
${remark('Missing', [...new Set(missing)].join(' '))}</li>
`,
  ];
}

function steps(block: Block, context: PageContext): Markup {
  const rows = block.rules.flatMap(({ answers }) =>
    answers.flatMap((answer) => answer.rows.map(({ row }) => row)),
  );
  const duties = rows.flatMap(({ rule, duties: owed }) => owed.map((duty) => ({ rule, duty })));
  const alike = groupBy(duties, ({ rule, duty }) =>
    JSON.stringify([rule, { ...duty, missing: undefined }]),
  );
  const questions = rows.flatMap(({ missing }) =>
    missing.map((path) => missingQuestion(path, context.profile)),
  );
  const items = [
    ...alike.flatMap((same) =>
      dutyItem(
        same.map(({ duty }) => duty),
        context,
      ),
    ),
    ...[...new Set(questions)].map(
      (question) => markup`<li><span class="question">Find out:</span> ${question}</li>
`,
    ),
    ...nextItems(block),
  ];
  if (items.length === 0) return markup`<p>Nothing is owed and no change is dated.</p>`;
  return markup`<ul>${items}</ul>`;
}

/** What was seen and what it is; of what somebody stated, where it stands. */
function* subjectSteps(block: Block, id: string, context: PageContext): Generator<Markup> {
  const things = [thingTable(block, `${id}-things`), thingNotes(block), classMeanings(block)];
  if (block.kind === 'order' || block.kind === 'party') {
    yield markup`<li><h4>What was stated</h4>
${things}</li>
`;
    return;
  }
  yield markup`<li><h4>What was seen</h4>
`;
  yield* evidenceTable(block, id, context);
  yield markup`</li>
<li><h4>What it is, and what it can do</h4>
${things}</li>
`;
}

/** Names of what an argument is about, where the title only counts them. */
function argumentTitle({ kind, title, findings }: Block, { names }: PageContext): string {
  return kind === 'product' ? title : thingsWords(findings, names);
}

/** One argument in parts: evidence, what it is and can do, what the rules say, what to do. */
export function* argumentParts(block: Block, id: string, context: PageContext): Generator<Markup> {
  const { verdict, findings, place, rules } = block;
  const count = countOf(findings.length, 'finding', 'findings');
  yield markup`<article aria-labelledby="${id}">
<h3 id="${id}">${named(argumentTitle(block, context))} ${verdictBadge(verdict)}</h3>
<p class="about">${separated([count, where(place, REPORT_LIMITS.pageNamesMax)], markup` `)}</p>
<ol class="chain">
`;
  yield* subjectSteps(block, id, context);
  const said =
    rules.length === 0
      ? markup`<p>${NOT_ASKED_SENTENCE}</p>`
      : argumentRules(block, { id: `${id}-rules`, profile: context.profile });
  yield markup`<li><h4>What the rules say</h4>
${said}</li>
<li><h4>What to do</h4>
${steps(block, context)}</li>
</ol>
</article>
`;
}
