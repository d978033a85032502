import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { decide } from '../decision/index.ts';
import { loadCatalog, openCatalog, resolveItem, type Catalog } from '../inventory/index.ts';
import { assert, type Transaction, type Verdict } from '../model/index.ts';
import { loadRulebook } from '../rulebook/index.ts';
import { readCases, readLaw } from '../rulebook/rulebook.fixture.ts';
import { compileLaw, when } from './finding.fixture.ts';

interface GoldenCase extends Transaction {
  readonly at: NonNullable<Transaction['at']>;
  readonly expect: Readonly<Record<string, Verdict | readonly Verdict[]>>;
  readonly because: string;
}

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

function openShippedCatalog(): Catalog {
  const texts = readdirSync(`${ROOT}catalog`)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: name, text: readFileSync(`${ROOT}catalog/${name}`, 'utf8') }));
  const law = loadRulebook(readLaw());
  assert(law.ok, 'the law of this repository loads');
  const parties = law.rulebook.groups;
  const loaded = loadCatalog(texts, parties);
  assert(loaded.ok, 'the catalog of this repository loads');
  return openCatalog(loaded.book, parties);
}

const LAW = compileLaw();
const CATALOG = openShippedCatalog();

const CASES = readCases().flatMap(({ text }) => {
  const { id, cases } = parse(text) as { readonly id: string; readonly cases: GoldenCase[] };
  return cases.map((one) => [`${id}/${one.id}`, one] as const);
});

/** What a case comes to with its item looked up as `interdict decide` does. */
function wrongRows({ expect: wanted, because, ...transaction }: GoldenCase): readonly string[] {
  const item = transaction.item && resolveItem(CATALOG, transaction.item);
  const { rows } = decide(LAW, { transaction, item }, when(transaction.at));
  const got = new Map<string, Verdict>(rows.map(({ rule, verdict }) => [rule, verdict]));
  return Object.entries(wanted)
    .filter(([rule, verdicts]) => {
      const verdict = got.get(rule);
      return verdict === undefined || ![verdicts].flat().includes(verdict);
    })
    .map(([rule]) => `${rule}: ${got.get(rule) ?? 'no row'}; ${because}`);
}

describe('the golden cases, with items looked up in the shipped catalog', () => {
  it.each(CASES)('%s comes out as the law says', (_, one) => {
    expect(wrongRows(one)).toEqual([]);
  });
});
