import { describe, expect, it } from 'vitest';
import { isReportFormatName, REPORT_FORMATS, renderReport, renderReportParts } from './index.ts';
import { CLEAR_REPORT, COUNTY_REPORT, HOSTILE_REPORT } from './report.fixture.ts';

const OPTIONS = { columns: 80, color: false };

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

describe.each(REPORT_FORMATS)('renderReport as $name', ({ name }) => {
  it('gives the same bytes for the same report', () => {
    const copy = structuredClone(HOSTILE_REPORT);

    expect(renderReport(copy, name, OPTIONS)).toBe(renderReport(HOSTILE_REPORT, name, OPTIONS));
  });

  it('comes in parts of some size, which together are the whole', () => {
    const parts = [...renderReportParts(HOSTILE_REPORT, name, OPTIONS)];

    expect(parts.join('')).toBe(renderReport(HOSTILE_REPORT, name, OPTIONS));
    for (const part of parts.slice(0, -1)) expect(part.length).toBeGreaterThanOrEqual(65_536);
  });

  it('changes nothing in the report', () => {
    const before = JSON.stringify(COUNTY_REPORT);

    renderReport(COUNTY_REPORT, name, OPTIONS);

    expect(JSON.stringify(COUNTY_REPORT)).toBe(before);
  });

  it('writes text that is well-formed Unicode and ends with a line', () => {
    const text = renderReport(HOSTILE_REPORT, name, OPTIONS);

    expect(text).not.toMatch(/\p{Cs}/u);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('copes with a report without findings', () => {
    expect(renderReport(CLEAR_REPORT, name, OPTIONS).length).toBeGreaterThan(100);
  });
});
