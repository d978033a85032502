import { parseDate } from '../../calendar/index.ts';
import {
  BOUND_CLASSES,
  FACTS,
  factWord,
  isFactName,
  PRODUCT_CLASSES,
  wordsOf,
  type Cond,
  type Related,
  type Rule,
} from '../../model/index.ts';
import type { PartyDirectory } from '../party-directory.ts';
import { didYouMean, type DocumentPath } from '../../document/index.ts';
import type { RulePathProblem } from '../problem.ts';
import { leavesOf, termUsesOf } from '../walk-rule.ts';

type Leaf = Extract<Cond, { readonly fact: string }>;

const PERSON_ROLES = ['actor', 'counterparty', 'supplier', 'customer'];

/** Facts of a person and of an item, with the operators each takes. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  'person.party': ['related', 'exists'],
  'person.usPerson': ['eq'],
  'person.country': ['eq', 'in', 'exists'],
  'person.state': ['eq', 'in', 'exists'],
  'person.classes': ['has', 'exists'],
  'item.maker': ['related', 'exists'],
  'item.class': ['eq', 'in', 'exists'],
  'item.product': ['eq', 'in', 'exists'],
  'item.embeds': ['exists'],
  'item.purelyInformational': ['eq'],
  'facts.boolean': ['eq', 'exists'],
  'facts.text': ['eq', 'in', 'exists', 'gte', 'lt'],
  'facts.number': ['eq', 'gte', 'lt', 'exists'],
  'facts.date': ['gte', 'lt', 'exists'],
  'facts.party': ['related', 'exists'],
};

function kindOf(fact: string): string | undefined {
  const [role = '', name = ''] = fact.split('.');
  if (role === 'facts') return isFactName(name) ? `facts.${factWord(name).type}` : undefined;
  const key = PERSON_ROLES.includes(role) ? `person.${name}` : fact;
  return Object.hasOwn(OPERATORS, key) ? key : undefined;
}

/** Every fact a condition may name, for finding the one that was meant. */
function factPaths(): readonly string[] {
  return [
    ...Object.keys(OPERATORS).flatMap((key) => {
      const [role, name] = key.split('.');
      if (role === 'person') return PERSON_ROLES.map((person) => `${person}.${name}`);
      return role === 'facts' ? [] : [key];
    }),
    ...wordsOf(FACTS).map((name) => `facts.${name}`),
  ];
}

/** The closed set of words a fact is compared with, where it has one. */
function wordsFor(kind: string, fact: string): readonly string[] | undefined {
  if (kind === 'person.classes') return wordsOf(BOUND_CLASSES);
  if (kind === 'item.class') return wordsOf(PRODUCT_CLASSES);
  const name = fact.slice('facts.'.length);
  return kind === 'facts.text' && isFactName(name) ? factWord(name).values : undefined;
}

function wordsProblem(kind: string, leaf: Leaf, path: DocumentPath): RulePathProblem[] {
  if (leaf.op === 'related' || leaf.op === 'exists') return [];
  const values: readonly unknown[] = Array.isArray(leaf.value) ? leaf.value : [leaf.value];
  const words = wordsFor(kind, leaf.fact);
  if (words === undefined) return [];
  return values
    .filter((value) => !words.includes(String(value)))
    .map((value) => {
      const near = didYouMean(String(value), words);
      const message = `\`${String(value)}\` is not in the vocabulary of \`${leaf.fact}\`${near}`;
      return { code: 'unknown-word' as const, message, path: [...path, 'value'] };
    });
}

/** What a value compared with a fact must look like, and how to say it. */
interface ValueForm {
  readonly fits: (value: unknown) => boolean;
  readonly words: string;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

const BOOLEAN_FORM: ValueForm = {
  fits: (value) => typeof value === 'boolean',
  words: 'true or false, without quotes',
};

const VALUE_FORMS: Readonly<Record<string, ValueForm>> = {
  'facts.boolean': BOOLEAN_FORM,
  'person.usPerson': BOOLEAN_FORM,
  'item.purelyInformational': BOOLEAN_FORM,
  'facts.text': { fits: isText, words: 'a text, in quotes' },
  'facts.number': { fits: (value) => typeof value === 'number', words: 'a number' },
  'facts.date': {
    fits: (value) => typeof value === 'string' && parseDate(value) !== undefined,
    words: 'a date that exists, as "2024-09-29"',
  },
  'person.country': {
    fits: (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value),
    words: 'a country code in capitals',
  },
  'person.state': {
    fits: (value) => typeof value === 'string' && value === value.toUpperCase(),
    words: 'a state code in capitals',
  },
};

/** A value of another form never compares equal, so the condition would silently never hold. */
function formProblems(kind: string, leaf: Leaf, path: DocumentPath): RulePathProblem[] {
  const form = VALUE_FORMS[kind];
  if (form === undefined || leaf.op === 'related' || leaf.op === 'exists') return [];
  const values: readonly unknown[] = Array.isArray(leaf.value) ? leaf.value : [leaf.value];
  return values
    .filter((value) => !form.fits(value))
    .map((value) => ({
      code: 'wrong-value' as const,
      message: `\`${leaf.fact}\` is compared with ${form.words}, not ${JSON.stringify(value)}`,
      path: [...path, 'value'],
    }));
}

function relatedProblems(
  related: Related,
  directory: PartyDirectory,
  path: DocumentPath,
): RulePathProblem[] {
  const problems: RulePathProblem[] = [];
  const report = (kind: string, id: string, known: Iterable<string>): void => {
    const message =
      `\`${id}\` is no ${kind} of rulebook/parties${didYouMean(id, known)} ` +
      `(a new ${kind} is given in a file of parties)`;
    problems.push({ code: 'unknown-party', message, path: [...path, 'value'] });
  };
  for (const party of related.parties ?? []) {
    if (directory.byId(party) === undefined) report('party', party, directory.partyIds());
  }
  const { group, list } = related;
  if (group !== undefined && !directory.hasGroup(group)) {
    report('group', group, directory.groupIds());
  }
  if (list !== undefined && !directory.hasList(list)) report('list', list, directory.listIds());
  if (related.parties === undefined && group === undefined && list === undefined) {
    const message = 'related to whom? name `parties`, a `group` or a `list`';
    problems.push({ code: 'wrong-operator', message, path: [...path, 'value'] });
  }
  if (related.relation === 'owned' && related.percentMin === undefined) {
    const message = 'ownership needs `percentMin`, the share from which it counts';
    problems.push({ code: 'wrong-operator', message, path: [...path, 'value'] });
  }
  return problems;
}

/** Terms are defined, and no term is defined by itself, however long the way round. */
export function lintTerms(rule: Rule): RulePathProblem[] {
  const problems: RulePathProblem[] = [];
  const terms = rule.terms ?? {};
  const uses = [...termUsesOf(rule)];
  for (const { value, path } of uses) {
    if (Object.hasOwn(terms, value)) continue;
    const near = didYouMean(value, Object.keys(terms));
    const message = `\`${value}\` is not among the \`terms\` of this rule${near}`;
    problems.push({ code: 'unknown-term', message, path });
  }
  for (const name of Object.keys(terms)) {
    const reached = new Set<string>();
    const open = [name];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      for (const { value, path } of uses) {
        if (path[0] !== 'terms' || path[1] !== one || reached.has(value)) continue;
        reached.add(value);
        open.push(value);
      }
    }
    if (!reached.has(name)) continue;
    const message = `the term \`${name}\` is defined by itself`;
    problems.push({ code: 'unknown-term', message, path: ['terms', name] });
  }
  return problems;
}

/** Conditions name facts, words and parties that exist, with operators that fit. */
export function lintConditions(rule: Rule, directory: PartyDirectory): RulePathProblem[] {
  const problems: RulePathProblem[] = [];
  for (const { value: leaf, path } of leavesOf(rule)) {
    const kind = kindOf(leaf.fact);
    if (kind === undefined) {
      const near = didYouMean(leaf.fact, factPaths());
      const message = `\`${leaf.fact}\` is not a fact of the vocabulary${near}`;
      problems.push({ code: 'unknown-fact', message, path: [...path, 'fact'] });
      continue;
    }
    const operators = OPERATORS[kind] ?? [];
    if (!operators.includes(leaf.op)) {
      const message = `\`${leaf.fact}\` takes ${operators.join(', ')}, not \`${leaf.op}\``;
      problems.push({ code: 'wrong-operator', message, path: [...path, 'op'] });
      continue;
    }
    problems.push(...wordsProblem(kind, leaf, path), ...formProblems(kind, leaf, path));
    if (leaf.op === 'related') problems.push(...relatedProblems(leaf.value, directory, path));
  }
  return problems;
}
