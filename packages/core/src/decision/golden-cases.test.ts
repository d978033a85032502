import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseWhen } from '../calendar/index.ts';
import {
  TransactionSchema,
  VERDICTS,
  type Transaction,
  type Verdict,
  type VerdictRow,
  type WhenText,
} from '../model/index.ts';
import { checkSchema } from '../document/index.ts';
import { loadRulebook, openRulebook } from '../rulebook/index.ts';
import { readCases, readLaw, resolveByHand } from '../rulebook/rulebook.fixture.ts';
import { compileRulebook, decide } from './index.ts';

interface GoldenCase extends Transaction {
  readonly at: WhenText;
  readonly expect: Readonly<Record<string, Verdict | readonly Verdict[]>>;
  readonly because: string;
}

interface CasesFile {
  readonly schema: string;
  readonly id: string;
  readonly title: string;
  /** The items are told by their names alone; `finding` asks these with the shipped catalog. */
  readonly needs?: 'catalog';
  readonly cases: readonly GoldenCase[];
}

const law = loadRulebook(readLaw());
const compiled = law.ok ? compileRulebook(openRulebook(law.rulebook)) : undefined;
const rules = new Set<string>(law.ok ? law.rulebook.rules.map(({ id }) => id) : []);

const FILES = readCases().map(({ file, text }) => [file, parse(text) as CasesFile] as const);
const CASES = FILES.flatMap(([, { id, cases }]) =>
  cases.map((one) => [`${id}/${one.id}`, one] as const),
);

const BY_HAND = FILES.flatMap(([, { id, needs, cases }]) =>
  needs === 'catalog' ? [] : cases.map((one) => [`${id}/${one.id}`, one] as const),
);

/** The words of the transaction in a case, without what it must come to. */
function transactionOf(one: GoldenCase): Transaction {
  const entries = Object.entries(one).filter(([key]) => key !== 'expect' && key !== 'because');
  return Object.fromEntries(entries) as Transaction;
}

function rowsOf(one: GoldenCase): Readonly<Record<string, VerdictRow>> {
  const transaction = transactionOf(one);
  const asOf = parseWhen(one.at);
  if (compiled === undefined || asOf === undefined) throw new Error('no rulebook or no date');
  const item = transaction.item && resolveByHand(transaction.item);
  const { rows } = decide(compiled, { transaction, item }, asOf);
  return Object.fromEntries(rows.map((row) => [row.rule, row]));
}

describe('the golden cases', () => {
  it('are there', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(8);
    expect(CASES.length).toBeGreaterThanOrEqual(100);
  });

  it.each(FILES)('of %s say what they are', (file, { schema, id, title, cases }) => {
    expect(schema).toBe('interdict.cases/1');
    expect(file).toBe(`cases/${id}.yaml`);
    expect(title).not.toBe('');
    expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length);
  });

  it.each(CASES)('%s is written in the words of the model', (_, one) => {
    const { expect: wanted, because } = one;

    expect(checkSchema(TransactionSchema, transactionOf(one))).toEqual([]);
    expect(parseWhen(one.at)).toBeDefined();
    expect(because).not.toBe('');
    expect(Object.keys(wanted).filter((rule) => !rules.has(rule))).toEqual([]);
    const words = Object.values(wanted).flat();
    expect(words.filter((word) => !Object.hasOwn(VERDICTS, word))).toEqual([]);
    expect(words.length).toBeGreaterThan(0);
  });

  it.each(BY_HAND)('%s comes out as the law says', (_, one) => {
    const rows = rowsOf(one);

    const wrong = Object.entries(one.expect).filter(([rule, wanted]) => {
      const verdict = rows[rule]?.verdict;
      return verdict === undefined || ![wanted].flat().includes(verdict);
    });

    const shown = wrong.map(([rule, wanted]) => {
      const row = rows[rule];
      return `${rule}: ${row?.verdict} (${row?.because}), not ${[wanted].flat().join(' or ')}`;
    });
    expect(shown, one.because).toEqual([]);
  });

  it('meet every rule of the first seven with a bar, and with an answer that is none', () => {
    for (const rule of [
      'us-bod-17-01',
      'us-ear-affiliates-rule',
      'us-ear-entity-list-kaspersky-2024',
      'us-far-52.204-23',
      'us-icts-kaspersky-2024',
      'us-ndaa2018-1634',
      'us-ofac-kaspersky-execs-2024',
    ]) {
      const words = CASES.flatMap(([, one]) => [one.expect[rule] ?? []].flat(2));

      expect(words.some((word) => word.startsWith('barred'))).toBe(true);
      expect(words).toContain('out-of-scope');
    }
  });
});
