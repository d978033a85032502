import {
  compareRulebooks,
  decide,
  resolveItem,
  type Decision,
  type RulebookComparison,
  type Verdict,
} from '@interdict/core';
import { openBooks, type Books, type Edition } from '../edition/index.ts';
import { exampleCases, goldenCases, type Case } from './cases.ts';

/** What one rule says of a case in each edition; absent where the edition has no such rule. */
interface RuleAnswer {
  readonly rule: string;
  readonly before?: Verdict;
  readonly after?: Verdict;
}

/** A case that is not answered alike. */
export interface AnswerChange {
  readonly case: string;
  readonly asOf: string;
  readonly before: Verdict;
  readonly after: Verdict;
  readonly rules: readonly RuleAnswer[];
}

/** Which edition is meant. */
interface EditionName {
  readonly path: string;
  readonly edition: string;
  readonly digest: string;
  readonly rules: number;
}

/** Two editions side by side. */
export interface EditionComparison {
  readonly before: EditionName;
  readonly after: EditionName;
  readonly changes: RulebookComparison;
  readonly cases: number;
  readonly answers: readonly AnswerChange[];
}

/** An edition to compare: what it is called by, and where its golden cases may lie. */
export interface Side {
  readonly path: string;
  readonly folder: string | undefined;
  readonly books: Books;
}

function nameOf({ path, books }: Side): EditionName {
  const { edition, digest, rules } = books.rulebook;
  return { path, edition, digest, rules: rules.length };
}

/** Cases of both, each once; of two that differ under one name, both. */
function casesOf(sides: readonly Side[]): readonly Case[] {
  const cases = new Map<string, Case>();
  for (const { books, folder } of sides) {
    for (const one of [...exampleCases(books.rulebook.rules), ...goldenCases(folder)]) {
      cases.set(JSON.stringify([one.name, one.asOf.text, one.transaction]), one);
    }
  }
  return [...cases.values()];
}

function answerOf({ compiled, catalog }: Edition, { transaction, asOf }: Case): Decision {
  const item = transaction.item && resolveItem(catalog, transaction.item);
  return decide(compiled, { transaction, item }, asOf);
}

function verdictsOf({ rows }: Decision): ReadonlyMap<string, Verdict> {
  return new Map(rows.map(({ rule, verdict }) => [rule, verdict]));
}

/** Rules that answer otherwise; one that is new and does not reach the act says nothing. */
function ruleAnswers(before: Decision, after: Decision): readonly RuleAnswer[] {
  const [old, now] = [verdictsOf(before), verdictsOf(after)];
  const answers: RuleAnswer[] = [];
  for (const rule of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [was, is] = [old.get(rule), now.get(rule)];
    if ((was ?? 'out-of-scope') === (is ?? 'out-of-scope')) continue;
    answers.push({
      rule,
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    });
  }
  return answers;
}

/** Compares two editions, over the given cases or those that they bring. */
export function compareEditions(a: Side, b: Side, own?: readonly Case[]): EditionComparison {
  const cases = own ?? casesOf([a, b]);
  const [before, after] = [openBooks(a.books), openBooks(b.books)];
  const answers: AnswerChange[] = [];
  for (const one of cases) {
    const [was, is] = [answerOf(before, one), answerOf(after, one)];
    const rules = ruleAnswers(was, is);
    if (rules.length === 0) continue;
    const { name, asOf } = one;
    answers.push({ case: name, asOf: asOf.text, before: was.verdict, after: is.verdict, rules });
  }
  return {
    before: nameOf(a),
    after: nameOf(b),
    changes: compareRulebooks(a.books.rulebook, b.books.rulebook),
    cases: cases.length,
    answers,
  };
}

/** Whether two editions are the same in every rule, party and answer. */
export function isSame({ changes, answers, before, after }: EditionComparison): boolean {
  const isAlike = changes.rules.length === 0 && changes.groups.length === 0;
  return isAlike && answers.length === 0 && before.digest === after.digest;
}
