import { PRIVILEGES, type DutyRow, type Finding, type Profile } from '@interdict/core';
import {
  capitalized,
  citeWords,
  countOf,
  distanceWords,
  dutyWords,
  isOverdue,
  LEVEL_WORDS,
  missingQuestion,
  NOT_ASKED_SENTENCE,
  placeOf,
  plainWord,
  privilegeWords,
  productClassMeaning,
  STRENGTH_WORDS,
  VERDICT_LABELS,
  type Argument,
} from '../present/index.ts';
import { REPORT_LIMITS } from '../report-limits.ts';
import { proseText, shortenText } from '../text/index.ts';
import { markup, named, separated, type Markup, type MarkupPart } from './markup.ts';
import { date, remark, table, verdictBadge, where } from './piece.ts';
import { argumentRules } from './rule-table.ts';

const TITLE_LENGTH_MAX = 80;

function subjectName({ subject }: Finding): MarkupPart {
  return subject.version === undefined
    ? named(subject.name)
    : [named(subject.name), ' ', named(subject.version)];
}

function evidenceRows(finding: Finding): MarkupPart[][] {
  const { subject, identified } = finding;
  const record = [named(subject.host ?? '-'), subjectName(finding)];
  const at = ({ file, pointer }: Finding['subject']['source']) => [
    markup`<p>${named(file)}</p>`,
    markup`<p class="rule">${named(pointer)}</p>`,
  ];
  const evidence = identified?.evidence ?? [];
  if (evidence.length === 0)
    return [[...record, 'the record itself', '-', '-', at(subject.source)]];
  return evidence.map((one) => [
    ...record,
    [
      markup`<p>${plainWord(one.field)} is ${named(one.value)}</p>`,
      markup`<p class="note small">sign ${one.sign}</p>`,
    ],
    STRENGTH_WORDS[one.strength],
    one.cite.length === 0 ? '-' : one.cite.map((text) => markup`<p>${proseText(text)}</p>`),
    at(one.source),
  ]);
}

function evidenceTable({ id, title, findings }: Argument): Markup {
  return table({
    id: `${id}-evidence`,
    caption: `Evidence: ${shortenText(title, TITLE_LENGTH_MAX)}`,
    columns: [
      { title: 'Host' },
      { title: 'Read as', kind: 'cite' },
      { title: 'What was seen', kind: 'cite' },
      { title: 'Strength' },
      { title: 'Known from', kind: 'wide' },
      { title: 'Stands at', kind: 'cite' },
    ],
    rows: findings.flatMap(evidenceRows),
  });
}

function identity({ first, title }: Argument): Markup {
  const { identified, subject } = first;
  if (identified === undefined) {
    return markup`<p>A ${plainWord(subject.kind)} named ${named(title)} in the input.</p>`;
  }
  const kind = identified.class;
  const maker = identified.party === undefined ? '' : `, made by ${identified.party}`;
  return markup`<p>${named(title)}${maker}.
${kind === undefined ? '' : productClassMeaning(kind)} Level: ${LEVEL_WORDS[identified.level]}.
State: ${plainWord(identified.presence)}.</p>
${remark('Held down', identified.capped ?? '')}`;
}

function ability({ first }: Argument): Markup {
  const privilege = first.identified?.privilege;
  if (privilege === undefined) return markup`<p>Nothing on a system: it is not a product.</p>`;
  const most = PRIVILEGES.length - 1;
  const scale = '●'.repeat(privilege) + '○'.repeat(Math.max(0, most - privilege));
  return markup`<p><span aria-hidden="true">${scale}</span> ${privilegeWords(privilege)}</p>`;
}

function dueText(due: string | undefined, asOf: string): Markup {
  if (due === undefined) return markup`no date yet`;
  const distance = distanceWords(asOf, due);
  return isOverdue(asOf, due)
    ? markup`<span class="late">due ${date(due)}, OVERDUE, ${distance}</span>`
    : markup`due ${date(due)}, ${distance}`;
}

function dutyItem(duty: DutyRow, asOf: string, profile: Profile): Markup {
  const questions = duty.missing.map((path) => missingQuestion(path, profile)).join(' ');
  const due = dueText(duty.due, asOf);
  return markup`<li><p><strong>${dutyWords(duty)}</strong>: ${due}.</p>
<p class="note">${capitalized(proseText(duty.because))} (${duty.cite.map(citeWords).join('; ')})</p>
${remark('Missing', questions)}</li>
`;
}

function steps({ sayings }: Argument, context: PageContext): Markup {
  const duties = new Map<string, DutyRow>();
  for (const { row } of sayings) {
    for (const duty of row.duties) duties.set(JSON.stringify([row.rule, duty]), duty);
  }
  const open = [
    ...new Set(
      sayings.flatMap(({ row }) =>
        row.missing.map((path) => missingQuestion(path, context.profile)),
      ),
    ),
  ];
  const items = [
    ...[...duties.values()].map((duty) => dutyItem(duty, context.asOf, context.profile)),
    ...open.map(
      (question) => markup`<li><span class="question">Find out:</span> ${question}</li>
`,
    ),
    ...sayings.flatMap(({ row }) => nextItem(row.rule, row.next)),
  ];
  if (items.length === 0) return markup`<p>Nothing is owed and no change is dated.</p>`;
  return markup`<ul>${items}</ul>`;
}

function nextItem(rule: string, next: Finding['next']): Markup[] {
  if (next === undefined) return [];
  const label = VERDICT_LABELS[next.verdict].label;
  return [
    markup`<li>From ${date(next.at)}: <strong>${label}</strong>
under <span class="rule">${rule}</span>.</li>
`,
  ];
}

/** What an argument needs to know of the report around it. */
export interface PageContext {
  readonly asOf: string;
  readonly profile: Profile;
}

/** One argument: evidence, what it is, what it can do, what the rules say, what to do. */
export function argumentArticle(argument: Argument, context: PageContext): Markup {
  const { id, title, first, findings } = argument;
  const count = countOf(findings.length, 'finding', 'findings');
  const place = where(placeOf(findings), REPORT_LIMITS.pageNamesMax);
  const rules =
    argument.sayings.length === 0
      ? markup`<p>${NOT_ASKED_SENTENCE}</p>`
      : argumentRules(argument, context.profile);
  return markup`<article aria-labelledby="${id}">
<h3 id="${id}">${named(title)} ${verdictBadge(first.verdict)}</h3>
<p class="about">${separated([count, place], markup` `)}</p>
<ol class="chain">
<li><h4>What was seen</h4>
${evidenceTable(argument)}</li>
<li><h4>What it is</h4>
${identity(argument)}</li>
<li><h4>What it can do</h4>
${ability(argument)}</li>
<li><h4>What the rules say</h4>
${rules}</li>
<li><h4>What to do</h4>
${steps(argument, context)}</li>
</ol>
</article>
`;
}
