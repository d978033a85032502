import {
  ACTIVITIES,
  BOUND_CLASS_IMPLIES,
  BOUND_CLASSES,
  CAPACITIES,
  CASE_ACTS,
  CASE_GUARDS,
  CASE_STATES,
  DISMISSAL_REASONS,
  factWord,
  FACTS,
  PRESENCES,
  PRIVILEGES,
  PRODUCT_CLASSES,
  REOPENING_CAUSES,
  SIGN_FIELDS,
  STATUSES,
  VERDICTS,
  wordsOf,
  type ActivityWord,
  type CaseActWord,
  type Word,
} from './vocabulary/index.ts';

interface Section {
  readonly title: string;
  readonly lead: string;
  /** Head of the table, then a row for each word. */
  readonly rows: readonly (readonly string[])[];
}

function code(word: string): string {
  return `\`${word}\``;
}

/** Rows of a vocabulary: the word, what else its table says of it, and its meaning. */
function rowsOf<W extends Word>(
  table: Readonly<Record<string, W>>,
  more: (entry: W, word: string) => readonly string[] = () => [],
): readonly (readonly string[])[] {
  return Object.entries(table).map(([word, entry]) => [
    code(word),
    ...more(entry, word),
    entry.meaning,
  ]);
}

const SIDES: Readonly<Record<ActivityWord['side'], string>> = {
  supply: 'the actor supplies',
  demand: 'the actor is supplied',
  either: 'either',
  none: 'no deal',
};

function widerOf(word: string): string {
  const implied: Readonly<Record<string, readonly string[]>> = BOUND_CLASS_IMPLIES;
  return (implied[word] ?? []).map(code).join(', ');
}

const STATES_COUNT = Object.keys(CASE_STATES).length;

const SECTIONS: readonly Section[] = [
  {
    title: 'Activities',
    lead: 'What is done; the `activity` of a transaction and of a provision.',
    rows: [
      ['word', 'who supplies', 'meaning'],
      ...rowsOf<ActivityWord>(ACTIVITIES, ({ side }) => [SIDES[side]]),
    ],
  },
  {
    title: 'Bound classes',
    lead: 'What somebody is; the `classes` of a profile and of an actor.',
    rows: [['word', 'is also', 'meaning'], ...rowsOf(BOUND_CLASSES, (_, word) => [widerOf(word)])],
  },
  {
    title: 'Product classes',
    lead: 'What kind of product something is; the `function` of an item.',
    rows: [['word', 'meaning'], ...rowsOf(PRODUCT_CLASSES)],
  },
  {
    title: 'Facts',
    lead: 'What can be stated under `facts`. A fact that is absent is unknown, which is not false.',
    rows: [
      ['word', 'type', 'values', 'meaning', 'question'],
      ...wordsOf(FACTS).map((name) => {
        const { type, values = [], meaning, question } = factWord(name);
        return [code(name), type, values.map(code).join(', '), meaning, question];
      }),
    ],
  },
  {
    title: 'Statuses',
    lead: 'States of a rule over time.',
    rows: [['word', 'force', 'meaning'], ...rowsOf(STATUSES, ({ force }) => [force])],
  },
  {
    title: 'Verdicts',
    lead: 'Answers of one rule, mildest first; the summary is the most severe row.',
    rows: [
      ['word', 'severity', 'meaning'],
      ...rowsOf(VERDICTS, ({ severity }) => [String(severity)]),
    ],
  },
  {
    title: 'Presences',
    lead: 'States of a product that was found, weakest first.',
    rows: [['word', 'meaning'], ...rowsOf(PRESENCES)],
  },
  {
    title: 'Privileges',
    lead: 'What a product is able to do to the system it is on.',
    rows: [
      ['number', 'meaning'],
      ...PRIVILEGES.map((meaning, number) => [String(number), `${meaning}.`]),
    ],
  },
  {
    title: 'Sign fields',
    lead: 'Fields by which a product or party shows itself.',
    rows: [['word', 'origin', 'meaning'], ...rowsOf(SIGN_FIELDS, ({ origin }) => [origin])],
  },
  {
    title: 'Case states',
    lead: 'States of a case, from its finding to its end.',
    rows: [['word', 'meaning'], ...rowsOf(CASE_STATES)],
  },
  {
    title: 'Case acts',
    lead: 'What can be done with a case; each act is done in one capacity.',
    rows: [
      ['word', 'capacity', 'in the states', 'leads to', 'meaning'],
      ...rowsOf<CaseActWord>(CASE_ACTS, ({ capacity, from, to }) => [
        code(capacity),
        from.length === STATES_COUNT ? 'any' : from.map(code).join(', '),
        to === undefined ? '' : code(to),
      ]),
    ],
  },
  {
    title: 'Capacities',
    lead: 'In which capacity somebody acts on a case.',
    rows: [['word', 'meaning'], ...rowsOf(CAPACITIES)],
  },
  {
    title: 'Case guards',
    lead: 'What acts on a case are held to; a refused act names its guard.',
    rows: [['word', 'meaning'], ...rowsOf(CASE_GUARDS)],
  },
  {
    title: 'Dismissal reasons',
    lead: 'Why a finding is not right.',
    rows: [['word', 'meaning'], ...rowsOf(DISMISSAL_REASONS)],
  },
  {
    title: 'Reopening causes',
    lead: 'Why a case is taken up again.',
    rows: [['word', 'meaning'], ...rowsOf(REOPENING_CAUSES)],
  },
];

/** A cell of a Markdown table: a bar in it would begin another. */
function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}

function tableLine(row: readonly string[]): string {
  return `| ${row.map(cell).join(' | ')} |`.replaceAll('|  |', '| |');
}

function sectionText({ title, lead, rows }: Section): string {
  const [head = [], ...words] = rows;
  const rule = `|${'---|'.repeat(head.length)}`;
  return [`## ${title}`, '', lead, '', tableLine(head), rule, ...words.map(tableLine), ''].join(
    '\n',
  );
}

/** Every closed vocabulary as a page of Markdown, one sentence a word. */
export function vocabularyText(): string {
  const lead =
    'The closed vocabularies, version 1. Rules, profiles and transactions use only these words. ' +
    'Words\nare added; none is removed or given another meaning. Made by `npm run vocabulary` ' +
    'from\n`packages/core/src/model/vocabulary`; edit that, not this page.';
  return ['# Vocabulary', '', lead, '', ...SECTIONS.map(sectionText)].join('\n');
}
