import {
  decide,
  parseWhen,
  resolveItem,
  type Decision,
  type Problem,
  type Profile,
  type When,
} from '@interdict/core';
import type { Edition } from '../edition/index.ts';
import { readTransactions } from './read-transactions.ts';

export interface DecideFileOptions {
  readonly edition: Edition;
  readonly profile: Profile | undefined;
  /** For transactions that carry no date of their own. */
  readonly asOf: When;
  readonly knownAt: When | undefined;
}

/** What became of a file of transactions. */
export interface DecideFileOutcome {
  readonly decided: number;
  readonly problems: readonly Problem[];
  /** Something in the file could not be read or is no transaction. */
  readonly isLost: boolean;
}

/**
 * Decides every transaction of a file, each as of its own date, and hands the answers on as
 * they come.
 * @throws InterdictError `path-missing`.
 */
export function decideFile(
  path: string,
  options: DecideFileOptions,
  onDecision: (decision: Decision) => void,
): DecideFileOutcome {
  const { edition, profile, asOf, knownAt } = options;
  const { digest, edition: name } = edition.compiled.rulebook;
  const rulebook = { edition: name, digest };
  const known = knownAt === undefined ? {} : { knownAt };
  const { count, problems, isLost } = readTransactions(path, (transaction) => {
    const own = transaction.at === undefined ? undefined : parseWhen(transaction.at);
    const item = transaction.item && resolveItem(edition.catalog, transaction.item);
    const question = { transaction, item, profile };
    onDecision({ ...decide(edition.compiled, question, own ?? asOf, known), rulebook });
  });
  return { decided: count, problems, isLost };
}
