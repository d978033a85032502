import type { Report } from '@interdict/core';
import { describe, expect, it } from 'vitest';
import { renderNdjson } from './render-ndjson.ts';
import { COUNTY_REPORT, HOSTILE_REPORT } from './report.fixture.ts';

function ndjson(report: Report): string {
  return [...renderNdjson(report)].join('');
}

function linesOf(text: string): Record<string, unknown>[] {
  expect(text.endsWith('\n')).toBe(true);
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('renderNdjson', () => {
  it('writes a header, a line for each file and finding, and a trailer that counts them', () => {
    const lines = linesOf(ndjson(HOSTILE_REPORT));
    const { coverage, findings } = HOSTILE_REPORT;

    expect(lines).toHaveLength(coverage.length + findings.length + 2);
    expect(lines.map(({ kind }) => kind)).toEqual([
      'header',
      ...coverage.map(() => 'coverage'),
      ...findings.map(() => 'finding'),
      'trailer',
    ]);
    expect(lines.at(-1)).toMatchObject({ findings: findings.length, lines: lines.length });
  });

  it('says in the header what the answer rests on and covers', () => {
    const [header] = linesOf(ndjson(COUNTY_REPORT));
    const { schema, asOf, rulebook, catalog, lists, rules, parties, profile, summary } =
      COUNTY_REPORT;

    expect(header).toEqual({
      schema,
      kind: 'header',
      asOf,
      rulebook,
      catalog,
      lists,
      rules,
      parties,
      profile,
      summary,
    });
  });

  it('counts coverage and verdict rows in the trailer', () => {
    const trailer = linesOf(ndjson(COUNTY_REPORT)).at(-1);

    expect(trailer).toMatchObject({
      coverage: { read: 4, partial: 1, unreadable: 1, skipped: 1 },
      verdictRows: COUNTY_REPORT.findings.reduce((n, { verdicts }) => n + verdicts.length, 0),
      toDo: COUNTY_REPORT.toDo.length,
    });
  });

  it('keeps each finding whole', () => {
    const first = linesOf(ndjson(COUNTY_REPORT)).find(({ kind }) => kind === 'finding');

    expect(first).toEqual({ kind: 'finding', ...COUNTY_REPORT.findings[0] });
  });
});
