/**
 * Ways to write a report down: pure functions from `interdict.report/1` to text.
 *
 * `table` is for a person at a terminal, `html` for reading, printing and filing; both show what
 * ./present puts into words. `json`, `ndjson`, `csv` and `sarif` are for programs. The width of
 * the terminal and whether colors are wanted come in as arguments: a renderer reads no clock,
 * file or environment, and the same report gives the same bytes. It decides nothing either:
 * verdicts, levels and dates are shown as the report has them. Every text that came from an
 * input is treated as hostile (./text), and no format says that nothing is barred without
 * saying what was covered.
 */
import { assert, type Report } from '@interdict/core';
import type { RenderOptions, ReportFormat, ReportFormatName } from './format.ts';
import { renderHtml } from './html/index.ts';
import { renderCsv } from './render-csv.ts';
import { renderJson } from './render-json.ts';
import { renderNdjson } from './render-ndjson.ts';
import { renderSarif } from './sarif/index.ts';
import { renderTable } from './table/index.ts';

export { csvField } from './render-csv.ts';
export {
  activityWords,
  capitalized,
  citeWords,
  countOf,
  dateWords,
  distanceWords,
  missingQuestion,
  plainWord,
  profileWords,
  VERDICT_LABELS,
  withoutStop,
  type Tone,
} from './present/index.ts';
export * from './law/index.ts';
export * from './sheet/index.ts';
export { proseText, quietJson, visibleText } from './text/index.ts';
export { renderWhatIfParts, WHAT_IF_FORMATS } from './whatif/index.ts';
export { cell, grid, openPage, type Cell, type Column } from './table/index.ts';
export type { RenderOptions, ReportFormat, ReportFormatName } from './format.ts';

/** Every format, in the order in which help lists them. */
export const REPORT_FORMATS: readonly ReportFormat[] = [
  {
    name: 'table',
    meaning: 'for reading in a terminal',
    mediaType: 'text/plain; charset=utf-8',
    render: renderTable,
  },
  {
    name: 'json',
    meaning: 'the whole report, interdict.report/1',
    mediaType: 'application/json',
    render: renderJson,
  },
  {
    name: 'ndjson',
    meaning: 'a header, one line per file and per finding, a trailer with counts',
    mediaType: 'application/x-ndjson',
    render: renderNdjson,
  },
  {
    name: 'csv',
    meaning: 'one line per finding and verdict row, safe to open in a spreadsheet',
    mediaType: 'text/csv; charset=utf-8',
    render: renderCsv,
  },
  {
    name: 'sarif',
    meaning: 'SARIF 2.1.0, for code-scanning views',
    mediaType: 'application/sarif+json',
    render: renderSarif,
  },
  {
    name: 'html',
    meaning: 'one page with every argument, for reading, printing and filing',
    mediaType: 'text/html; charset=utf-8',
    render: renderHtml,
  },
];

export function isReportFormatName(name: string): name is ReportFormatName {
  return REPORT_FORMATS.some((format) => format.name === name);
}

/** Code units that are put together before they are handed on. */
const PART_LENGTH = 65_536;

/** A report in a format, in parts to be written one after the other. */
export function* renderReportParts(
  report: Report,
  name: ReportFormatName,
  options: RenderOptions,
): Generator<string> {
  const format = REPORT_FORMATS.find((one) => one.name === name);
  assert(format !== undefined, 'every name of a format has its format');
  let gathered = '';
  for (const part of format.render(report, options)) {
    gathered += part;
    if (gathered.length < PART_LENGTH) continue;
    yield gathered;
    gathered = '';
  }
  yield gathered;
}
