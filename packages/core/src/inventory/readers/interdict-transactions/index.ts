import { parseWhen } from '../../../calendar/index.ts';
import { factWord, isFactName, TransactionSchema, type Transaction } from '../../../model/index.ts';
import { checkSchema } from '../../../document/index.ts';
import { isProblem, lostProblem, type ReadProblem } from '../../input/index.ts';
import {
  escapePointer,
  isJsonObject,
  objectOf,
  outlineOf,
  readJsonValues,
  type JsonObject,
} from '../../input/json/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';

/** Transactions of `interdict.transaction/1`: one, a list, or one on each line. */
export const interdictTransactions: Reader = {
  format: 'interdict-transactions',
  title: 'transactions (interdict.transaction/1)',
  recognize,
  read,
};

const SCHEMA = 'interdict.transaction/1';
const KEYS = ['activity', 'actor', 'counterparty', 'item', 'facts', 'at'];

function recognize(head: FileHead): number {
  const { root, members } = outlineOf(head);
  if (root === 'none') return 0;
  if (members.get('schema') === SCHEMA) return 1;
  const found = KEYS.filter((key) => members.has(key)).length;
  if (members.has('activity')) return found >= 2 || members.has('id') ? 0.9 : 0;
  return found >= 2 && (members.has('counterparty') || members.has('item')) ? 0.7 : 0;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  for (const item of readJsonValues(source)) {
    if (isProblem(item)) yield item;
    else yield* readTransaction(item.value, item.pointer, context);
  }
}

function* readTransaction(
  value: unknown,
  pointer: string,
  context: ReadContext,
): Generator<ReadItem> {
  const cleaned = isJsonObject(value) ? withoutNulls(value) : value;
  const problems = [...shapeProblems(cleaned, pointer), ...dateProblems(cleaned, pointer)];
  if (problems.length > 0) {
    yield* problems;
    return;
  }
  const transaction = cleaned as Transaction;
  const source = { file: context.file, pointer };
  yield { kind: 'record', record: { kind: 'transaction', source, transaction } };
}

/** Leaves out what the format allows beside a transaction: its name, and facts that are null. */
function withoutNulls(value: JsonObject): JsonObject {
  const { schema, facts, ...rest } = value;
  const named = schema === undefined || schema === SCHEMA ? rest : { schema, ...rest };
  if (facts === undefined || facts === null) return named;
  if (!isJsonObject(facts)) return { ...named, facts };
  const known = Object.entries(facts).filter(([, fact]) => fact !== null);
  return { ...named, facts: Object.fromEntries(known) };
}

function shapeProblems(value: unknown, pointer: string): readonly ReadProblem[] {
  return checkSchema(TransactionSchema, value).map(({ message, path }) =>
    problemAt(message, pointer, path),
  );
}

function problemAt(
  message: string,
  pointer: string,
  path: readonly (string | number)[],
): ReadProblem {
  const below = path.map((part) => `/${escapePointer(String(part))}`).join('');
  return lostProblem('schema', `the transaction was left out: ${message}`, `${pointer}${below}`);
}

/** A date can have the form of one and not exist; taken for absent, the answer would be wrong. */
function dateProblems(value: unknown, pointer: string): readonly ReadProblem[] {
  const transaction = objectOf(value);
  if (transaction === undefined) return [];
  const problems: ReadProblem[] = [];
  const check = (date: unknown, path: readonly (string | number)[]): void => {
    if (typeof date !== 'string' || parseWhen(date) !== undefined) return;
    problems.push(problemAt(`\`${date}\` is no date that exists`, pointer, path));
  };
  check(transaction['at'], ['at']);
  for (const [name, fact] of Object.entries(objectOf(transaction['facts']) ?? {})) {
    if (isFactName(name) && factWord(name).type === 'date') check(fact, ['facts', name]);
  }
  for (const side of ['actor', 'counterparty']) {
    const ownership = objectOf(transaction[side])?.['ownership'];
    if (!Array.isArray(ownership)) continue;
    for (const [index, share] of ownership.entries()) {
      check(objectOf(share)?.['from'], [side, 'ownership', index, 'from']);
      check(objectOf(share)?.['to'], [side, 'ownership', index, 'to']);
    }
  }
  return problems;
}
