import {
  READERS,
  readInput,
  type ByteSource,
  type Problem,
  type Transaction,
} from '@interdict/core';
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
 * Answers to the transactions of a source, as they come, and at the end what became of the source;
 * `name` stands in pointers.
 */
export function* answersIn<T>(
  source: ByteSource,
  name: string,
  answer: (transaction: Transaction) => T,
): Generator<T, TransactionsRead> {
  const reading = readInput(READERS, source, { file: name });
  let count = 0;
  let strangers = 0;
  for (const record of reading.records()) {
    if (record.kind === 'transaction') {
      count += 1;
      yield answer(record.transaction);
    } else strangers += 1;
  }
  const all = [reading.coverage(), ...reading.members()];
  const problems = all.flatMap((one) => one.problems);
  return {
    count,
    problems: [...problems, ...strangersProblem(strangers, reading.format)],
    isLost: strangers > 0 || all.some(({ status }) => status !== 'read'),
  };
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
  try {
    const reading = answersIn(file, path, onTransaction);
    for (;;) {
      const next = reading.next();
      if (next.done === true) return next.value;
    }
  } finally {
    file.close();
  }
}
