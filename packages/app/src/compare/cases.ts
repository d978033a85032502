import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkSchema,
  formatLocated,
  parseWhen,
  parseYaml,
  READERS,
  readInput,
  TransactionSchema,
  type DocumentPath,
  type LocatedProblem,
  type Rule,
  type Transaction,
  type When,
  type YamlDocument,
} from '@interdict/core';
import { listFiles, openFile } from '../files/index.ts';
import { InterdictError } from '../problems.ts';

/** An act that both editions are asked about. */
export interface Case {
  /** Where it comes from: `rule/example`, `cases/case`, or the id of a transaction. */
  readonly name: string;
  readonly transaction: Transaction;
  readonly asOf: When;
}

/** The worked examples of rules as cases. */
export function exampleCases(rules: readonly Rule[]): readonly Case[] {
  return rules.flatMap(({ id: rule, examples }) =>
    examples.flatMap((example) => {
      const { id, activity, actor, counterparty, item, facts, at } = example;
      const asOf = parseWhen(at);
      // The lint has seen that the date of every example exists.
      if (asOf === undefined) return [];
      const transaction: Transaction = {
        id,
        activity,
        ...(actor === undefined ? {} : { actor }),
        ...(counterparty === undefined ? {} : { counterparty }),
        ...(item === undefined ? {} : { item }),
        ...(facts === undefined ? {} : { facts }),
      };
      return [{ name: `${rule}/${id}`, transaction, asOf }];
    }),
  );
}

/** What a golden case has besides the words of a transaction. */
const EXPECTATION = new Set(['expect', 'because']);

class CaseReader {
  readonly cases: Case[] = [];
  readonly #problems: LocatedProblem[] = [];

  read(file: string): void {
    const parsed = parseYaml(file, readFileSync(file, 'utf8'));
    if (!parsed.ok) {
      this.#problems.push(...parsed.problems);
      return;
    }
    const { document } = parsed;
    const { schema, id, cases } = (document.value ?? {}) as Readonly<Record<string, unknown>>;
    if (schema !== 'interdict.cases/1' || typeof id !== 'string' || !Array.isArray(cases)) {
      this.#report(
        document,
        'a file of cases has `schema: interdict.cases/1`, `id` and `cases`',
        [],
      );
      return;
    }
    cases.forEach((one: unknown, index) => this.#readCase(document, id, one, ['cases', index]));
  }

  #readCase(document: YamlDocument, file: string, one: unknown, path: DocumentPath): void {
    const entries = Object.entries(one ?? {}).filter(([key]) => !EXPECTATION.has(key));
    const transaction = Object.fromEntries(entries) as unknown as Transaction;
    const [problem] = checkSchema(TransactionSchema, transaction);
    if (problem !== undefined) {
      this.#report(document, problem.message, [...path, ...problem.path]);
      return;
    }
    const asOf = parseWhen(transaction.at ?? '');
    if (asOf === undefined) this.#report(document, '`at` is no date that exists', path);
    else this.cases.push({ name: `cases/${file}/${transaction.id}`, transaction, asOf });
  }

  #report(document: YamlDocument, message: string, path: DocumentPath): void {
    const { file } = document;
    this.#problems.push({ code: 'schema', message, file, ...document.locate(path) });
  }

  finish(): readonly Case[] {
    if (this.#problems.length === 0) return this.cases;
    throw new InterdictError('rulebook-invalid', this.#problems.map(formatLocated).join('\n'));
  }
}

/**
 * The golden cases of a rulebook folder: the YAML files below its `cases`. A packed edition has
 * none.
 * @throws InterdictError `rulebook-invalid` with every problem on a line of its own.
 */
export function goldenCases(rulebook: string | undefined): readonly Case[] {
  if (rulebook === undefined) return [];
  const folder = join(rulebook, 'cases');
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  const reader = new CaseReader();
  for (const { path, leftAside } of listFiles([folder])) {
    if (leftAside === undefined && /\.ya?ml$/.test(path)) reader.read(path);
  }
  return reader.finish();
}

/**
 * Transactions of one's own as cases; one without a date is asked as of `asOf`.
 * @throws InterdictError `path-missing`, or `cases-invalid` when something cannot be read: a case
 * that is lost would change no answer.
 */
export function readCases(path: string, asOf: When): readonly Case[] {
  const cases: Case[] = [];
  for (const { path: file, leftAside } of listFiles([path])) {
    if (leftAside !== undefined) {
      throw new InterdictError('cases-invalid', `\`${file}\`: ${leftAside.message}`);
    }
    cases.push(...readCaseFile(file, asOf));
  }
  return cases;
}

function readCaseFile(file: string, asOf: When): readonly Case[] {
  const opened = openFile(file);
  try {
    const reading = readInput(READERS, opened, { file });
    const cases: Case[] = [];
    for (const record of reading.records()) {
      if (record.kind !== 'transaction') continue;
      const { transaction } = record;
      const own = transaction.at === undefined ? undefined : parseWhen(transaction.at);
      cases.push({ name: transaction.id, transaction, asOf: own ?? asOf });
    }
    const { problems, status } = reading.coverage();
    if (status === 'read' && cases.length > 0) return cases;
    const [first] = problems;
    const reason = first?.message ?? 'there are no transactions in it';
    throw new InterdictError('cases-invalid', `\`${file}\`: ${reason}`);
  } finally {
    opened.close();
  }
}
