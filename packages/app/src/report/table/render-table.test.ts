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
      'us-icts-kaspersky-2024 / updates',
      'BARRED UNLESS WAIVED',
      'BARRED UNLESS LICENSED',
      'ADVISED AGAINST',
      'REPORT DUE',
      'PERMITTED ON A CONDITION',
      'Due 2026-11-01, OVERDUE, 22 days ago',
      '? Is it used in making anything delivered under a federal contract?',
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
    const rows = lines.filter((line) => line.includes('us-') && cellWidth(line) > 120);

    expect(lines.length).toBeLessThan(plain(COUNTY_REPORT, 80).split('\n').length * 0.75);
    expect(rows.length).toBeGreaterThan(5);
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
    expect(flowing(plain(COUNTY_REPORT, 80))).toMatch(/on 14 hosts: clerk-01, .* … and \d+ more/u);
  });

  it('takes a tiny terminal for one of forty columns', () => {
    expect(plain(COUNTY_REPORT, 0)).toBe(plain(COUNTY_REPORT, 40));
  });

  it('reads at 80 columns as it stands in county-80-columns.txt', async () => {
    await expect(plain(COUNTY_REPORT, 80)).toMatchFileSnapshot('county-80-columns.txt');
  });
});
