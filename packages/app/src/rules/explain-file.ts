import {
  isInQuestion,
  justify,
  parseWhen,
  resolveItem,
  VERDICTS,
  type Justification,
  type Profile,
  type RuleId,
  type RuleJustification,
  type Transaction,
  type When,
} from '@interdict/core';
import { readTransactions, type TransactionsRead } from '../check/index.ts';
import type { Edition } from '../edition/index.ts';
import { editionStamp } from './list-rows.ts';

export interface ExplainOptions {
  readonly edition: Edition;
  readonly profile?: Profile;
  /** For transactions that carry no date of their own. */
  readonly asOf: When;
  readonly knownAt?: When;
  /** Only this rule, also where it does not reach the transaction. */
  readonly rule?: RuleId;
}

/** A transaction with the reasons for its answer. */
export interface Explanation {
  readonly transaction: Transaction;
  readonly asOf: When;
  readonly justification: Justification;
  /** Rules with more to say than that they are not about it, the most severe first. */
  readonly inQuestion: readonly RuleJustification[];
  /** The others, as far as they are asked for. */
  readonly outOfScope: readonly RuleJustification[];
}

function bySeverity({ row: a }: RuleJustification, { row: b }: RuleJustification): number {
  return VERDICTS[b.verdict].severity - VERDICTS[a.verdict].severity;
}

/** Explains the answer to one transaction, as of its own date if it carries one. */
export function explainTransaction(transaction: Transaction, options: ExplainOptions): Explanation {
  const { edition, profile, knownAt, rule } = options;
  const own = transaction.at === undefined ? undefined : parseWhen(transaction.at);
  const asOf = own ?? options.asOf;
  const item = transaction.item && resolveItem(edition.catalog, transaction.item);
  const known = knownAt === undefined ? {} : { knownAt };
  const question = { transaction, item, profile };
  const justification = justify(edition.compiled, question, asOf, known);
  const asked = justification.rules.filter((one) => rule === undefined || one.rule === rule);
  return {
    transaction,
    asOf,
    justification,
    inQuestion: asked
      .filter(({ row, rule: id }) => id === rule || isInQuestion(row))
      .toSorted(bySeverity),
    outOfScope: asked.filter(({ row, rule: id }) => id !== rule && !isInQuestion(row)),
  };
}

/**
 * Explains the answer to every transaction of a file, each as of its own date.
 * @throws InterdictError `path-missing`.
 */
export function explainFile(
  path: string,
  options: ExplainOptions,
  onExplanation: (explanation: Explanation) => void,
): TransactionsRead {
  return readTransactions(path, (transaction) =>
    onExplanation(explainTransaction(transaction, options)),
  );
}

/**
 * An explanation as a JSON value, `interdict.explanation/1`: every part of every condition of the
 * rules in question, and the rows of the others.
 */
export function explanationJson(explanation: Explanation, edition: Edition): unknown {
  const { justification, inQuestion, outOfScope } = explanation;
  const { decision, activity } = justification;
  return {
    schema: 'interdict.explanation/1',
    id: decision.id,
    asOf: decision.asOf,
    rulebook: editionStamp(edition),
    activity,
    verdict: decision.verdict,
    ...(decision.next === undefined ? {} : { next: decision.next }),
    rules: inQuestion,
    outOfScope: outOfScope.map(({ row }) => row),
  };
}
