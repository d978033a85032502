import { isBarring, type Finding, type VerdictRow } from '@interdict/core';
import { describe, expect, it } from 'vitest';
import { COUNTY_REPORT } from '../report.fixture.ts';
import { textsOf } from './answer.ts';
import { answersByFinding, blocksOf } from './block.ts';
import { nameBookOf } from './name-book.ts';
import { readFindings } from './row-group.ts';

const NAMES = nameBookOf(COUNTY_REPORT);

function bars({ verdict }: VerdictRow): boolean {
  return isBarring(verdict);
}

function endpoints(): Finding[] {
  return COUNTY_REPORT.findings.filter(({ id }) => id.startsWith('f-endpoint'));
}

/** The same product as ten products of one maker. */
function tenProducts(): Finding[] {
  return endpoints().flatMap((finding, at) => {
    if (finding.identified === undefined || at >= 10) return [];
    const productName = `Product ${at}`;
    const product = productName as NonNullable<typeof finding.identified.product>;
    return [{ ...finding, identified: { ...finding.identified, product, productName } }];
  });
}

describe('blocksOf', () => {
  it('folds ten products of one maker with the same rows into one block', () => {
    const blocks = blocksOf(readFindings(tenProducts()), { names: NAMES, wanted: bars });

    expect(blocks.map(({ title, things }) => [title, things.length])).toEqual([
      ['Kaspersky Lab: 10 products', 10],
    ]);
    expect(blocks[0]?.rules.map(({ rule, answers }) => [rule.title, answers.length])).toEqual([
      ['Kaspersky Final Determination', 2],
      ['Prohibited technologies of Texas', 1],
    ]);
  });

  it('keeps products apart of which another rule or activity is asked, or of another maker', () => {
    const [first, second, ...rest] = tenProducts();
    if (first?.identified === undefined || second === undefined) throw new Error('no product');
    const verdicts = second.verdicts.filter(({ activity }) => activity !== 'update-code');
    const party = 'dji' as NonNullable<typeof first.identified.party>;
    const changed = [
      { ...first, identified: { ...first.identified, party } },
      { ...second, verdicts },
      ...rest,
    ];

    const blocks = blocksOf(readFindings(changed), { names: NAMES, wanted: bars });

    expect(blocks.map(({ title }) => title)).toEqual([
      'Kaspersky Lab: 8 products',
      'Kaspersky Lab: 1 product',
      'dji: 1 product',
    ]);
  });

  it('puts orders under the rule, and those of one provision under one answer', () => {
    const orders = COUNTY_REPORT.findings.filter(({ id }) => id.startsWith('f-order-'));

    const blocks = blocksOf(readFindings(orders), { names: NAMES, wanted: bars, byRule: true });

    const [answer, ...others] = blocks[0]?.rules[0]?.answers ?? [];
    expect(blocks).toHaveLength(1);
    expect(others).toEqual([]);
    expect(answer?.prohibition).toBe('new-agreements');
    expect(new Set(answer?.findings)).toEqual(new Set(orders));
    expect(answer && textsOf(answer, { kind: 'transaction' }).acts).toEqual([
      'The supplier may not renew with you or sell it to you',
    ]);
    expect(blocks[0] && answersByFinding(blocks[0]).size).toBe(orders.length);
  });

  it('orders blocks by severity, then by the number of hosts', () => {
    const blocks = blocksOf(readFindings(COUNTY_REPORT.findings), {
      names: NAMES,
      wanted: bars,
      byRule: true,
    });

    expect(blocks.map(({ title, verdict }) => [title, verdict])).toEqual([
      ['Kaspersky Lab: 1 product', 'barred'],
      ['Hikvision: 1 product', 'barred'],
      ['2 orders', 'barred'],
      ['1 party', 'barred-unless-licensed'],
    ]);
  });
});
