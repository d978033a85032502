import {
  decide,
  parseWhen,
  READERS,
  readInput,
  resolveItem,
  type Decision,
  type Problem,
  type Profile,
  type When,
} from '@interdict/core';
import type { Edition } from '../edition/index.ts';
import { messageOf, openFile } from '../files/index.ts';
import { InterdictError } from '../problems.ts';

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

function open(path: string): ReturnType<typeof openFile> {
  try {
    return openFile(path);
  } catch (cause) {
    throw new InterdictError('path-missing', `cannot read: ${messageOf(cause)}`, { cause });
  }
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
  const file = open(path);
  let decided = 0;
  let strangers = 0;
  try {
    const reading = readInput(READERS, file, { file: path });
    for (const record of reading.records()) {
      if (record.kind !== 'transaction') {
        strangers += 1;
        continue;
      }
      const { transaction } = record;
      const own = transaction.at === undefined ? undefined : parseWhen(transaction.at);
      const item = transaction.item && resolveItem(edition.catalog, transaction.item);
      const question = { transaction, item, profile };
      const known = knownAt === undefined ? {} : { knownAt };
      onDecision(decide(edition.compiled, question, own ?? asOf, known));
      decided += 1;
    }
    const { problems, status } = reading.coverage();
    const other = strangersProblem(strangers, reading.format);
    return {
      decided,
      problems: other === undefined ? problems : [...problems, other],
      isLost: status !== 'read' || strangers > 0,
    };
  } finally {
    file.close();
  }
}

function strangersProblem(count: number, format: string | null): Problem | undefined {
  if (count === 0) return undefined;
  return {
    code: 'not-a-transaction',
    message: `${count} records of ${format ?? 'this file'} are no transactions: use \`check\``,
  };
}
