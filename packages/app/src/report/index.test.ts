import type { Report } from '@interdict/core';
import { describe, expect, it } from 'vitest';
import {
  isReportFormatName,
  REPORT_FORMATS,
  renderReportParts,
  type ReportFormatName,
} from './index.ts';
import { CLEAR_REPORT, COUNTY_REPORT, HOSTILE_REPORT } from './report.fixture.ts';

const OPTIONS = { columns: 80, color: false };

function text(report: Report, name: ReportFormatName): string {
  return [...renderReportParts(report, name, OPTIONS)].join('');
}

describe('REPORT_FORMATS', () => {
  it('lists the formats the command line promises', () => {
    expect(REPORT_FORMATS.map(({ name }) => name)).toEqual([
      'table',
      'json',
      'ndjson',
      'csv',
      'sarif',
      'html',
    ]);
    expect(isReportFormatName('sarif')).toBe(true);
    expect(isReportFormatName('pdf')).toBe(false);
  });
});

describe.each(REPORT_FORMATS)('renderReportParts as $name', ({ name }) => {
  it('gives the same bytes for the same report', () => {
    const copy = structuredClone(HOSTILE_REPORT);

    expect(text(copy, name)).toBe(text(HOSTILE_REPORT, name));
  });

  it('comes in parts of some size, which together are the whole', () => {
    const parts = [...renderReportParts(HOSTILE_REPORT, name, OPTIONS)];

    expect(parts.join('')).toBe(text(HOSTILE_REPORT, name));
    for (const part of parts.slice(0, -1)) expect(part.length).toBeGreaterThanOrEqual(65_536);
  });

  it('changes nothing in the report', () => {
    const before = JSON.stringify(COUNTY_REPORT);

    text(COUNTY_REPORT, name);

    expect(JSON.stringify(COUNTY_REPORT)).toBe(before);
  });

  it('writes text that is well-formed Unicode and ends with a line', () => {
    const written = text(HOSTILE_REPORT, name);

    expect(written).not.toMatch(/\p{Cs}/u);
    expect(written.endsWith('\n')).toBe(true);
  });

  it('copes with a report without findings', () => {
    expect(text(CLEAR_REPORT, name).length).toBeGreaterThan(100);
  });
});
