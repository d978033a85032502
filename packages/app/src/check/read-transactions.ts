import { READERS, readInput, type Problem, type Transaction } from '@interdict/core';
import { messageOf, openFile } from '../files/index.ts';
import { InterdictError } from '../problems.ts';

/** What became of a file of transactions. */
export interface TransactionsRead {
  readonly count: number;
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

function strangersProblem(count: number, format: string | null): readonly Problem[] {
  if (count === 0) return [];
  const message = `${count} records of ${format ?? 'this file'} are no transactions: use \`check\``;
  return [{ code: 'not-a-transaction', message }];
}

/**
 * Reads the transactions of a file and hands them on as they come.
 * @throws InterdictError `path-missing`.
 */
export function readTransactions(
  path: string,
  onTransaction: (transaction: Transaction) => void,
): TransactionsRead {
  const file = open(path);
  let count = 0;
  let strangers = 0;
  try {
    const reading = readInput(READERS, file, { file: path });
    for (const record of reading.records()) {
      if (record.kind === 'transaction') {
        onTransaction(record.transaction);
        count += 1;
      } else strangers += 1;
    }
    const all = [reading.coverage(), ...reading.members()];
    const problems = all.flatMap((one) => one.problems);
    return {
      count,
      problems: [...problems, ...strangersProblem(strangers, reading.format)],
      isLost: strangers > 0 || all.some(({ status }) => status !== 'read'),
    };
  } finally {
    file.close();
  }
}
