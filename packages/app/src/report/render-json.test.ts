import type { Report } from '@interdict/core';
import { describe, expect, it } from 'vitest';
import { renderJson } from './render-json.ts';
import { COUNTY_REPORT, HOSTILE_REPORT } from './report.fixture.ts';

function json(report: Report): string {
  return [...renderJson(report)].join('');
}

describe('renderJson', () => {
  it('parses to the report it was given, hostile names included', () => {
    expect(JSON.parse(json(COUNTY_REPORT))).toEqual(COUNTY_REPORT);
    expect(JSON.parse(json(HOSTILE_REPORT))).toEqual(HOSTILE_REPORT);
  });

  it('gives the same bytes however the report was put together', () => {
    const { schema, findings, ...rest } = COUNTY_REPORT;
    const shuffled = { findings, ...rest, schema };

    expect(json(shuffled)).toBe(json(COUNTY_REPORT));
    expect(json(COUNTY_REPORT)).toMatch(/^\{\n {2}"schema": "interdict\.report\/1",\n {2}"asOf"/u);
  });

  it('sends a terminal nothing it obeys', () => {
    expect(json(HOSTILE_REPORT).replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u);
  });
});
