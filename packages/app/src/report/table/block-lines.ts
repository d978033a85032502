import type { Profile } from '@interdict/core';
import {
  citeWords,
  dateWords,
  fileName,
  missingOf,
  missingWords,
  placeWords,
  powerSentence,
  privilegeMark,
  privilegeMeaning,
  ruleNameWords,
  textsOf,
  thingCount,
  thingsOf,
  uniqueSorted,
  VERDICT_LABELS,
  withoutRowsSentence,
  withoutStop,
  YOU_SENTENCE,
  type Answer,
  type AnswerTexts,
  type Block,
  type NameBook,
  type OpenQuestion,
  type Thing,
} from '../present/index.ts';
import { REPORT_LIMITS } from '../report-limits.ts';
import { visibleText, wrapText } from '../text/index.ts';
import { cell, grid, type Cell, type Column } from './grid.ts';
import {
  bullet,
  foldNames,
  indented,
  labelled,
  paragraph,
  shortName,
  type Labelled,
  type Page,
} from './page.ts';

const INDENT = 3;
const DEEP = 5;
/** Part of the page that folded hosts may fill: about two lines of their column. */
const HOSTS_SHARE = 0.36;

const PRODUCT_COLUMNS: readonly Column[] = [
  { title: 'Product', cellsMin: 18, weight: 4 },
  { title: 'Class', cellsMin: 10, weight: 2 },
  { title: 'Can do', cellsMin: 6, weight: 1 },
  { title: 'State', cellsMin: 10, weight: 2 },
  { title: 'Where', cellsMin: 18, weight: 5 },
];

/** An order with its act and item, or a party with its file: plain without titles. */
const STATED_COLUMNS: readonly Column[] = [
  { title: '', cellsMin: 6, weight: 2 },
  { title: '', cellsMin: 24, weight: 5 },
];

/** Reasons, cautions, orders, rules and levels, with the number of the block they stand in. */
export type Told = Map<string, number>;

/** What blocks need to know of the report around them. */
interface BlockContext {
  readonly profile: Profile;
  readonly questions: readonly OpenQuestion[];
  readonly names: NameBook;
  /** What has been said, under which number: later blocks refer to it. */
  readonly told: Told;
}

export interface BlockOptions extends BlockContext {
  readonly number: number;
  /** Number of an earlier block about the very same things. */
  readonly sameAs?: number;
}

/** Whether it is what somebody stated, an order or a party, rather than found on a system. */
function isStated({ kind }: Pick<Thing, 'kind'>): boolean {
  return kind === 'order' || kind === 'party';
}

function isText(text: string): boolean {
  return text !== '';
}

/** Whether the reason only repeats questions, which are listed once. */
function isAsked({ verdict }: Answer, { missing }: AnswerTexts): boolean {
  return verdict === 'undetermined' && missing.length > 0;
}

/**
 * The reason with its citations, or these alone where the reason only repeats questions. A
 * provision bars many things for one reason, so later ones refer to the first.
 */
function whyWords(answer: Answer, texts: AnswerTexts, { told, number }: BlockOptions): string {
  const cites = texts.cites.map(citeWords).join('; ');
  if (isAsked(answer, texts)) return cites;
  const why = `${withoutStop(texts.because.join(' '))} (${cites})`;
  const key = `why ${why}`;
  const before = told.get(key);
  if (before !== undefined && before !== number) return `as under ${before}`;
  told.set(key, number);
  return why;
}

function nextWords({ nexts }: AnswerTexts): string {
  return nexts
    .map(({ at, verdict }) => `${VERDICT_LABELS[verdict].label} from ${dateWords(at)}`)
    .join('; ');
}

/** Everything an answer says beside verdict, act, dates, reason and citation. */
function remarks(texts: AnswerTexts, options: BlockOptions): Labelled[] {
  const { profile, questions, told, number } = options;
  const cautions = texts.cautions.map((text) => {
    const before = told.get(text);
    told.set(text, before ?? number);
    return before === undefined ? text : `as under ${before}`;
  });
  return [
    { label: 'Condition', text: texts.conditions.join(' ') },
    { label: 'Hangs on', text: missingWords(missingOf(texts.missing, profile, questions)) },
    { label: 'Advice', text: texts.advices.join(' ') },
    { label: 'Caution', text: [...new Set(cautions)].join(' ') },
    { label: 'Assumed', text: texts.assumed.join('; ') },
    { label: 'Next', text: nextWords(texts) },
  ].filter(({ text }) => isText(text));
}

function provisionWords({ prohibition }: Answer): string {
  return prohibition === undefined ? '' : `[${visibleText(prohibition)}]`;
}

/** `BARRED since 20 July 2024 04:00 UTC: Kaspersky Lab may not renew with you [p1-…]`. */
function verdictLines(page: Page, answer: Answer, texts: AnswerTexts): string[] {
  const { label, tone } = VERDICT_LABELS[answer.verdict];
  const word = label.toUpperCase();
  const since = uniqueSorted(texts.turns.map(({ at }) => at))
    .map(dateWords)
    .join(' or ');
  const lead = since === '' ? `${word}:` : `${word} since ${since}:`;
  const text = [lead, texts.acts.join('. '), provisionWords(answer)].filter(isText).join(' ');
  return wrapText(text, page.columns - DEEP).map((line, at) =>
    at === 0 && line.startsWith(word)
      ? indented(INDENT, page.paint(word, tone) + line.slice(word.length))
      : indented(at === 0 ? INDENT : DEEP, line),
  );
}

function answerLines(page: Page, answer: Answer, block: Block, options: BlockOptions): string[] {
  const texts = textsOf(answer, block.deal);
  return [
    ...verdictLines(page, answer, texts),
    ...labelled(page, DEEP, [
      {
        label: isAsked(answer, texts) ? 'Cite' : 'Why',
        text: whyWords(answer, texts, options),
      },
      ...remarks(texts, options),
    ]),
  ];
}

/** Where, with files by their names alone; the page and the data have their paths. */
function whereWords(page: Page, { place: { hosts, files } }: Thing): string {
  const place = { hosts, files: files.map(fileName) };
  return placeWords(place, (names) => foldNames(names, Math.floor(page.columns * HOSTS_SHARE)));
}

function thingCells(page: Page, thing: Thing): Cell[] {
  const title = cell(shortName(thing.title));
  switch (thing.kind) {
    case 'order':
      return [title, cell([thing.what, shortName(thing.about)].filter(isText).join(': '))];
    case 'party':
      return [title, cell(whereWords(page, thing))];
    case 'product':
    case 'record':
      return [
        title,
        cell(thing.what),
        cell(thing.privilege === undefined ? '-' : privilegeMark(thing.privilege)),
        cell(thing.state),
        cell(whereWords(page, thing)),
      ];
  }
}

const COLUMNS: Readonly<Record<Thing['kind'], readonly Column[]>> = {
  order: STATED_COLUMNS,
  party: STATED_COLUMNS,
  product: PRODUCT_COLUMNS,
  record: PRODUCT_COLUMNS,
};

function thingTable(page: Page, things: readonly Thing[], indent: number): string[] {
  const [first] = things;
  if (first === undefined) return [];
  const shown = things.slice(0, REPORT_LIMITS.thingsMax);
  const rest = things.length - shown.length;
  const more = `… and ${thingCount(first.kind, rest)} more, all in the html and json report`;
  return [
    ...grid(
      page,
      indent,
      COLUMNS[first.kind],
      shown.map((thing) => thingCells(page, thing)),
    ),
    ...(rest > 0 ? paragraph(page, indent, more) : []),
  ];
}

/** Orders or parties of an answer; those that were shown before by their names only. */
function statedLines(page: Page, answer: Answer, options: BlockOptions): string[] {
  const { names, told, number } = options;
  const things = thingsOf(answer.findings, names);
  const keyOf = ({ kind, title }: Thing): string => `${kind} ${title}`;
  const known = things.filter((thing) => told.has(keyOf(thing)));
  const others = things.filter((thing) => !told.has(keyOf(thing)));
  for (const thing of others) told.set(keyOf(thing), number);
  const titles = known.map(({ title }) => shortName(title));
  const cells = 3 * page.columns;
  return [
    ...thingTable(page, others, DEEP),
    ...(titles.length === 0
      ? []
      : paragraph(page, DEEP, `Shown above: ${foldNames(titles, cells)}`)),
  ];
}

/** `5/5 kernel driver, …; 4/5 system service, …`, for the levels that were not told before. */
function legend({ things }: Block, { told, number }: BlockOptions): string {
  const levels = [...new Set(things.flatMap(({ privilege }) => privilege ?? []))]
    .filter((level) => !told.has(`level ${level}`))
    .toSorted((a, b) => b - a);
  for (const level of levels) told.set(`level ${level}`, number);
  return levels.map((level) => `${privilegeMark(level)} ${privilegeMeaning(level)}`).join('; ');
}

/** Products with what every rule says of all of them, once. */
function productLines(page: Page, block: Block, options: BlockOptions): string[] {
  const { sameAs } = options;
  const those = block.things.length === 1 ? 'The one' : `The same ${block.things.length}`;
  const capped = uniqueSorted(block.things.flatMap((thing) => thing.capped));
  const about =
    sameAs === undefined
      ? [
          ...thingTable(page, block.things, INDENT),
          ...labelled(page, INDENT, [
            { label: 'Can do', text: legend(block, options) },
            {
              label: 'Power',
              text: powerSentence(block.things.flatMap(({ findings }) => findings)),
            },
            { label: 'Held down', text: capped.join('; ') },
          ]),
        ]
      : paragraph(page, INDENT, `${those} of ${sameAs} above.`);
  const rules = block.rules.flatMap(({ rule, answers }) => [
    ...paragraph(page, INDENT, `Under ${ruleNameWords(rule)}`).map((line) =>
      page.paint(line, 'strong'),
    ),
    ...answers.flatMap((answer) => answerLines(page, answer, block, options)),
  ]);
  const none = block.rules.length === 0 ? paragraph(page, INDENT, withoutRowsSentence(block)) : [];
  return [...about, ...none, ...rules];
}

/** Orders and parties, under the answer that each of them has. */
function ruleLines(page: Page, block: Block, options: BlockOptions): string[] {
  const answers = block.rules.flatMap((one) => one.answers);
  return answers.flatMap((answer) => [
    ...answerLines(page, answer, block, options),
    ...statedLines(page, answer, options),
  ]);
}

/** A block: what it is about, and what the rules say of it. */
export function blockLines(page: Page, block: Block, options: BlockOptions): string[] {
  const { told, number } = options;
  const rules = block.rules.map(({ rule }) => ruleNameWords(rule)).join('; ');
  const title = isStated(block) && rules !== '' ? `${block.title} under ${rules}` : block.title;
  const isFirstOrder = block.kind === 'order' && !told.has(YOU_SENTENCE);
  if (isFirstOrder) told.set(YOU_SENTENCE, number);
  for (const { rule } of block.rules) told.set(rule.id, number);
  return [
    '',
    ...bullet(page, 0, { mark: `${number}.` }, title).map((line) => page.paint(line, 'strong')),
    ...(isFirstOrder ? paragraph(page, INDENT, YOU_SENTENCE) : []),
    ...(isStated(block) ? ruleLines(page, block, options) : productLines(page, block, options)),
  ];
}
