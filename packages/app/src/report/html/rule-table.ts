import type { Profile } from '@interdict/core';
import {
  activityMeaning,
  activityWords,
  citeWords,
  missingQuestion,
  textsOf,
  VERDICT_LABELS,
  type Answer,
  type AnswerTexts,
  type Block,
  type Deal,
  type RuleAnswers,
  type RuleName,
} from '../present/index.ts';
import { markup, type Markup, type MarkupPart } from './markup.ts';
import {
  citesCell,
  date,
  datesCell,
  remark,
  table,
  verdictBadge,
  type TableColumn,
} from './piece.ts';

const COLUMNS: readonly TableColumn[] = [
  { title: 'Verdict', kind: 'verdict' },
  { title: 'Who may not do what', kind: 'wide' },
  { title: 'When', kind: 'when' },
  { title: 'Why', kind: 'why' },
  { title: 'Citation', kind: 'cite' },
];

/** Title of a rule with its id, which is what others cite. */
export function ruleName({ id, title }: RuleName): Markup {
  const code = markup`<span class="rule">${id}</span>`;
  return title === id ? code : markup`${title} (${code})`;
}

function whyCell(texts: AnswerTexts, profile: Profile): MarkupPart {
  const questions = texts.missing.map((path) => missingQuestion(path, profile));
  return [
    texts.because.map((one) => markup`<p>${one}</p>`),
    remark('Condition', texts.conditions.join(' ')),
    remark('Missing', questions.join(' ')),
    remark('Advice', texts.advices.join(' ')),
    remark('Caution', texts.cautions.join(' ')),
    remark('Assumed', texts.assumed.join('; ')),
  ];
}

function actCell({ prohibition }: Answer, texts: AnswerTexts, note: MarkupPart): MarkupPart {
  return [
    texts.acts.map((act) => markup`<p>${act}</p>`),
    prohibition === undefined ? undefined : markup`<p class="rule">${prohibition}</p>`,
    note,
  ];
}

export interface RulesOptions {
  readonly id: string;
  readonly profile: Profile;
  /** Whether the rule stands in the heading already. */
  readonly isTitled: boolean;
}

function rulesTable({ rule, answers }: RuleAnswers, deal: Deal, options: RulesOptions): Markup {
  const issuer =
    rule.issuer === '' ? undefined : markup`<span class="note"> (${rule.issuer})</span>`;
  return table({
    id: options.id,
    caption: options.isTitled
      ? markup`What the rule says${issuer}`
      : markup`Under ${ruleName(rule)}${issuer}`,
    columns: COLUMNS,
    isFixed: true,
    rows: answers.map((answer) => {
      const texts = textsOf(answer, deal);
      return [
        verdictBadge(answer.verdict),
        actCell(answer, texts, undefined),
        datesCell(texts),
        whyCell(texts, options.profile),
        citesCell(texts),
      ];
    }),
  });
}

/** What the rules say of all of a block, each answer once, under the rule it belongs to. */
export function blockRules({ rules, deal }: Block, options: RulesOptions): Markup[] {
  return rules.map((one, at) =>
    rulesTable(one, deal, { ...options, id: `${options.id}-${at + 1}` }),
  );
}

interface RuledAnswer {
  readonly rule: RuleName;
  readonly answer: Answer;
}

/** What each activity of an answer means in the vocabulary. */
function meanings({ rows }: Answer): Markup {
  const activities = new Set(rows.flatMap((group) => group.activities));
  return markup`<p class="note small">${[...activities].map(activityMeaning).join(' ')}</p>`;
}

/** Rules that do not reach a block, with the reason of each. */
function outOfScopeList(all: readonly RuledAnswer[], deal: Deal): Markup {
  const items = all.map(({ rule, answer }) => {
    const { because, cites } = textsOf(answer, deal);
    const activities = activityWords([...new Set(answer.rows.flatMap((row) => row.activities))]);
    const cited = cites.map(citeWords).join('; ');
    return markup`<li><span class="rule">${rule.id}</span>, ${activities}: ${because.join(' ')}
<span class="note">(${cited})</span></li>
`;
  });
  return markup`<p>${verdictBadge('out-of-scope')} of these rules:</p>
<ul class="small">${items}</ul>`;
}

/** Every answer of an argument: a table of what reaches it, a list of what does not. */
export function argumentRules(
  { rules, deal }: Block,
  options: Omit<RulesOptions, 'isTitled'>,
): MarkupPart {
  const all = rules.flatMap(({ rule, answers }) => answers.map((answer) => ({ rule, answer })));
  const reaching = all.filter(({ answer }) => answer.verdict !== 'out-of-scope');
  const others = all.filter(({ answer }) => answer.verdict === 'out-of-scope');
  const rows = reaching.map(({ rule, answer }) => {
    const texts = textsOf(answer, deal);
    return [
      verdictBadge(answer.verdict),
      [markup`<p>${ruleName(rule)}</p>`, actCell(answer, texts, meanings(answer))],
      datesCell(texts),
      whyCell(texts, options.profile),
      citesCell(texts),
    ];
  });
  return [
    rows.length === 0
      ? undefined
      : table({
          id: options.id,
          caption: 'Rules, row by row',
          columns: COLUMNS,
          isFixed: true,
          rows,
        }),
    others.length === 0 ? undefined : outOfScopeList(others, deal),
  ];
}

/** Dated changes that the answers of a block tell of, as items of a list. */
export function nextItems({ rules, deal }: Block): Markup[] {
  return rules.flatMap(({ rule, answers }) =>
    answers
      .flatMap((answer) => textsOf(answer, deal).nexts)
      .map(
        ({ at, verdict }) => markup`<li>From ${date(at)}:
<strong>${VERDICT_LABELS[verdict].label}</strong> under ${ruleName(rule)}.</li>
`,
      ),
  );
}
