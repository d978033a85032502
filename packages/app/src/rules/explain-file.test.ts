import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseWhen, type Profile, type RuleId, type Transaction, type When } from '@interdict/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideFile } from '../check/index.ts';
import { loadEdition } from '../edition/index.ts';
import { sheetText } from '../report/index.ts';
import { explainFile, explainSheet, type Explanation, type ExplainOptions } from './index.ts';

const DATA = fileURLToPath(new URL('../../dist/data', import.meta.url));
const edition = loadEdition(DATA);

function when(text: string): When {
  const read = parseWhen(text);
  if (read === undefined) throw new Error(`\`${text}\` is no time`);
  return read;
}

const ASKED: ExplainOptions = { edition, asOf: when('2026-11-24') };

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-explain-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(...transactions: readonly object[]): string {
  const file = path.join(folder, 'orders.ndjson');
  writeFileSync(file, transactions.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return file;
}

function explain(options: Partial<ExplainOptions>, ...all: readonly Partial<Transaction>[]) {
  const explanations: Explanation[] = [];
  const file = write(...all.map((one) => ({ id: 't', ...one })));
  explainFile(file, { ...ASKED, ...options }, (one) => explanations.push(one));
  return explanations;
}

/** The page of the first explanation on one line, to look for sentences in. */
function pageOf(explanations: readonly Explanation[], profile?: Profile): string {
  const [first] = explanations;
  if (first === undefined) throw new Error('there is an explanation');
  const sheet = explainSheet(first, profile === undefined ? { edition } : { edition, profile });
  return sheetText(sheet, { columns: 100, color: false }).replaceAll(/\s+/gu, ' ');
}

const PURCHASE: Partial<Transaction> = {
  activity: 'procure',
  actor: { name: 'A county', country: 'US', state: 'OH', classes: ['local-government'] },
  counterparty: { name: 'AO Kaspersky Lab' },
  item: { product: 'Kaspersky Endpoint Security' },
};

function at(day: string): Partial<Transaction> {
  return { ...PURCHASE, at: day as NonNullable<Transaction['at']> };
}

describe('explainFile', () => {
  it('carries the decision that `decideFile` gives, for a file of orders', () => {
    const file = write({ id: 'a', ...at('2024-07-19') }, { id: 'b', ...at('2024-10-01') });
    const decided: unknown[] = [];
    const explained: unknown[] = [];

    decideFile(
      file,
      { edition, profile: undefined, asOf: ASKED.asOf, knownAt: undefined },
      (decision) => decided.push({ ...decision, rulebook: undefined }),
    );
    const read = explainFile(file, ASKED, (one) => explained.push(one.justification.decision));

    expect(explained).toEqual(decided);
    expect(explained).toHaveLength(2);
    expect(read).toEqual({ count: 2, problems: [], isLost: false });
  });

  it('puts the most severe rule first and those that do not reach it apart', () => {
    const [first] = explain({}, at('2024-10-01'));

    expect(first?.inQuestion[0]?.row.verdict).toBe('barred');
    expect(first?.outOfScope.every(({ row }) => row.verdict === 'out-of-scope')).toBe(true);
    const all = (first?.inQuestion.length ?? 0) + (first?.outOfScope.length ?? 0);
    expect(all).toBe(edition.compiled.rules.length);
  });

  it('explains one rule alone, also where it does not reach the transaction', () => {
    const [first] = explain({ rule: 'us-tx-prohibited-tech' as RuleId }, at('2024-10-01'));

    expect(first?.inQuestion.map(({ rule }) => rule)).toEqual(['us-tx-prohibited-tech']);
    expect(first?.outOfScope).toEqual([]);
  });

  it('says what it could not read, and explains the rest', () => {
    let count = 0;

    const { problems, isLost } = explainFile(
      write({ id: 'a', ...at('2024-10-01') }, {}),
      ASKED,
      () => {
        count += 1;
      },
    );

    expect(count).toBe(1);
    expect(isLost).toBe(true);
    expect(problems).toMatchObject([{ pointer: 'line:2' }]);
  });

  it('refuses a file that is not there', () => {
    expect(() => explainFile(path.join(folder, 'none'), ASKED, () => undefined)).toThrow(
      expect.objectContaining({ code: 'path-missing' }),
    );
  });
});

describe('the page of an explanation', () => {
  it('shows party, item, dates and exceptions tried, and what would change it', () => {
    const text = pageOf(explain({}, at('2024-08-15')));

    expect(text).toContain('Decided by: New agreements between Kaspersky and US persons');
    expect(text).toContain(
      '“AO Kaspersky Lab” is the party AO Kaspersky Lab (kaspersky-lab-ao), by its name',
    );
    expect(text).toContain('When: from 20 July 2024 00:00 New York - Yes');
    expect(text).toContain('Exception x1-informational');
    expect(text).toContain('Before 20 July 2024 04:00 UTC: Not yet in force');
    expect(text).toContain('It would not apply if whoever acts were not a US person');
  });

  it('shows the chain of owners with its percentages', () => {
    const text = pageOf(
      explain(
        { rule: 'us-ear-affiliates-rule' as RuleId },
        {
          activity: 'export-to-party',
          at: '2026-11-20' as NonNullable<Transaction['at']>,
          actor: { country: 'US', classes: ['private-organization'] },
          counterparty: {
            name: 'Bottom GmbH',
            country: 'DE',
            ownership: [
              { owner: 'AO Kaspersky Lab', percent: 30 },
              { owner: 'OOO Kaspersky Group', percent: 25 },
              { owner: 'a stranger', percent: 45 },
            ],
          },
        },
      ),
    );

    expect(text).toContain('55 percent count together; 50 are needed');
    expect(text).toContain('AO Kaspersky Lab holds 30 percent: counts, named by the rule');
    expect(text).toContain('a stranger holds 45 percent: does not count, not named');
  });

  it('shows what inside of an item makes it one the rule names', () => {
    const text = pageOf(
      explain(
        { rule: 'us-icts-kaspersky-2024' as RuleId },
        {
          activity: 'resell',
          at: '2026-11-20' as NonNullable<Transaction['at']>,
          actor: { name: 'An MSP', country: 'US', classes: ['reseller'] },
          counterparty: { name: 'A township', country: 'US' },
          item: {
            name: 'MailWarden 400',
            maker: 'Halden Fallow Systems, Inc.',
            function: 'gateway-security',
            embeds: [{ name: 'an engine', maker: 'Kaspersky Lab', function: 'engine-sdk' }],
          },
        },
      ),
    );

    expect(text).toContain('Inside: an engine: - Yes: All of these must be so');
    expect(text).toContain('it is made by one of the group “Kaspersky companies”');
    expect(text).toContain('It is Kaspersky Lab (kaspersky-lab); it is counted to the group');
  });

  it('asks for missing facts as questions, and says what was assumed', () => {
    const text = pageOf(explain({}, { ...at('2024-10-01'), actor: { name: 'somebody' } }));

    expect(text).toMatch(/Hangs on .*\?/u);
  });

  it('speaks of you where the profile is the one who acts', () => {
    const profile: Profile = {
      schema: 'interdict.profile/1',
      name: 'Our county',
      country: 'US',
      classes: ['local-government'],
    };
    const { actor: _, ...withoutActor } = at('2024-08-15');

    const text = pageOf(explain({ profile }, withoutActor), profile);

    expect(text).toContain('It would not apply if you were not a US person');
    expect(text).toContain('Who acts you: Our county');
  });
});
