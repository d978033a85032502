import type { Report } from '@interdict/core';
import { describe, expect, it } from 'vitest';
import { CLEAR_REPORT, COUNTY_REPORT, HOSTILE_REPORT } from '../report.fixture.ts';
import type { RenderOptions } from '../format.ts';
import { cellWidth } from '../text/index.ts';
import { renderTable } from './render-table.ts';

function table(report: Report, options: RenderOptions): string {
  return [...renderTable(report, options)].join('');
}

const WIDTHS = [40, 60, 80, 100, 119, 120, 200, 300];

// oxlint-disable-next-line no-control-regex -- finding escape sequences is the point
const SGR = /\u001b\[[0-9;]*m/gu;

function plain(report: Report, columns: number): string {
  return table(report, { columns, color: false });
}

/** Text without line breaks and indents, for looking up sentences that may be wrapped. */
function flowing(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

describe('renderTable', () => {
  it.each(WIDTHS)('has no line longer than %i columns, whatever the names', (columns) => {
    for (const report of [COUNTY_REPORT, HOSTILE_REPORT, CLEAR_REPORT]) {
      const longest = Math.max(...plain(report, columns).split('\n').map(cellWidth));

      expect(longest).toBeLessThanOrEqual(columns);
    }
  });

  it.each([40, 60, 80, 200])('says everything that matters at %i columns', (columns) => {
    const text = flowing(plain(COUNTY_REPORT, columns));

    for (const sentence of [
      'INTERDICT: BARRED',
      'Under Kaspersky Final Determination (us-icts-kaspersky-2024)',
      'Kaspersky Lab may not renew with you [new-agreements]',
      'Plan the replacement: Kaspersky Lab may not deliver signature updates to you,',
      'The supplier may not renew with you or sell it to you',
      'BARRED UNLESS WAIVED',
      'BARRED UNLESS LICENSED',
      'ADVISED AGAINST',
      'REPORT DUE',
      'PERMITTED ON A CONDITION',
      'Due 1 November 2026, OVERDUE, 22 days ago',
      'Is it used in making anything delivered under a federal contract?',
      'LEADS',
      'REMNANTS',
      'expansion-limit',
      'byte:1048576',
      'Not covered: software installed for one user only;',
      'DNS over HTTPS.',
    ]) {
      expect(text).toContain(sentence);
    }
  });

  it('uses the room of a wide terminal', () => {
    const lines = plain(COUNTY_REPORT, 200).split('\n');

    expect(lines.length).toBeLessThan(plain(COUNTY_REPORT, 80).split('\n').length * 0.85);
  });

  it('says each rule row of ten products of one maker once', () => {
    const [finding] = COUNTY_REPORT.findings;
    if (finding?.identified === undefined) throw new Error('no product');
    const { identified } = finding;
    const findings = Array.from({ length: 10 }, (_, at) => {
      const productName = `Product ${at}`;
      const product = productName as NonNullable<typeof identified.product>;
      return { ...finding, id: `f-${at}`, identified: { ...identified, product, productName } };
    });

    const lines = plain({ ...COUNTY_REPORT, findings, toDo: [] }, 100).split('\n');

    expect(lines.filter((line) => line.includes('may not renew with you'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('Product 9'))).toHaveLength(1);
    expect(lines.findIndex((line) => line.startsWith('WHAT TO DO'))).toBeLessThan(60);
    expect(lines.length).toBeLessThan(180);
  });

  it('lists orders under the rule and provision, and does not repeat its reason', () => {
    const text = plain(COUNTY_REPORT, 100);
    const orders = text.slice(text.indexOf('2 orders under Kaspersky Final'));

    expect(flowing(orders)).toMatch(
      /^2 orders under Kaspersky Final Determination \(us-icts-kaspersky-2024\)/u,
    );
    expect(orders).toContain(
      '     PB-7    renewal: Kaspersky Endpoint Security, 1 year (Kaspersky Lab, Inc.)\n',
    );
    expect(orders).toContain('Why       as under 1\n');
  });

  it('colors only when asked, and the words are the same', () => {
    const colored = table(COUNTY_REPORT, { columns: 80, color: true });

    expect(plain(COUNTY_REPORT, 80)).not.toContain('\u001b');
    expect(colored.match(SGR)?.length).toBeGreaterThan(20);
    expect(colored.replace(SGR, '')).toBe(plain(COUNTY_REPORT, 80));
  });

  it('never lets a name speak to the terminal', () => {
    const text = table(HOSTILE_REPORT, { columns: 100, color: true }).replace(SGR, '');

    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
    expect(text).toContain(String.raw`\x1b[2J`);
  });

  it('shortens a name of ten thousand characters and keeps its ends', () => {
    const text = plain(HOSTILE_REPORT, 80);

    expect(flowing(text)).toContain('Longabcdefghij');
    expect(text).toContain('ijTail');
    expect(text.length).toBeLessThan(120_000);
  });

  it('does not say that nothing is barred without saying what was looked at', () => {
    const text = flowing(plain(CLEAR_REPORT, 80));

    expect(text).toMatch(
      /^INTERDICT: NOTHING BARRED FOUND In what was covered, .* Covered: 4 files \(4 read\);/u,
    );
    expect(text).not.toMatch(/\ball clear\b|: clear/iu);
  });

  it('folds hosts that would fill the screen', () => {
    const text = plain(COUNTY_REPORT, 80);

    expect(text).toContain('on 14 hosts:');
    expect(text).toContain('… and 12 more');
    expect(text).not.toContain('clerk-09');
  });

  it('takes a tiny terminal for one of forty columns', () => {
    expect(plain(COUNTY_REPORT, 0)).toBe(plain(COUNTY_REPORT, 40));
  });

  it('reads at 80 columns as it stands in county-80-columns.txt', async () => {
    await expect(plain(COUNTY_REPORT, 80)).toMatchFileSnapshot('county-80-columns.txt');
  });
});
