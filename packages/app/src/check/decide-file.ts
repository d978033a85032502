import {
  decide,
  parseWhen,
  resolveItem,
  type Decision,
  type Profile,
  type Transaction,
  type When,
} from '@interdict/core';
import type { Edition } from '../edition/index.ts';
import { readTransactions, type TransactionsRead } from './read-transactions.ts';

export interface DecideOptions {
  readonly edition: Edition;
  readonly profile: Profile | undefined;
  /** For transactions that carry no date of their own. */
  readonly asOf: When;
  readonly knownAt: When | undefined;
}

/** Decides one transaction, as of its own date if it carries one. */
export function decideTransaction(transaction: Transaction, options: DecideOptions): Decision {
  const { edition, profile, asOf, knownAt } = options;
  const { digest, edition: name } = edition.compiled.rulebook;
  const own = transaction.at === undefined ? undefined : parseWhen(transaction.at);
  const item = transaction.item && resolveItem(edition.catalog, transaction.item);
  const known = knownAt === undefined ? {} : { knownAt };
  const question = { transaction, item, profile };
  const decision = decide(edition.compiled, question, own ?? asOf, known);
  return { ...decision, rulebook: { edition: name, digest } };
}

/**
 * Decides every transaction of a file and hands the answers on as they come.
 * @throws InterdictError `path-missing`.
 */
export function decideFile(
  path: string,
  options: DecideOptions,
  onDecision: (decision: Decision) => void,
): TransactionsRead {
  return readTransactions(path, (transaction) =>
    onDecision(decideTransaction(transaction, options)),
  );
}
