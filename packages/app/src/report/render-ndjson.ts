import { CoverageSchema, FindingSchema, ReportSchema, type Report } from '@interdict/core';
import { inSchemaOrder } from './schema-order.ts';
import { quietJson } from './text/index.ts';

function jsonLine(value: unknown): string {
  return `${quietJson(JSON.stringify(value))}\n`;
}

/** How many of each status there are, in the order of the statuses. */
function countStatuses(report: Report): Record<string, number> {
  const counts: Record<string, number> = { read: 0, partial: 0, unreadable: 0, skipped: 0 };
  for (const { status } of report.coverage) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/**
 * One line per file covered and per finding, between a header and a trailer. A file that was not
 * read stands in its own line, as nothing found means nothing without it. The trailer counts lines,
 * so that whoever reads a cut output can tell: no trailer, or other counts, is not the whole.
 */
export function* renderNdjson(report: Report): Generator<string> {
  const { schema, asOf, rulebook, catalog, lists, rules, parties, profile, summary } = report;
  const header = { schema, kind: 'header' as const };
  const body = inSchemaOrder(
    { asOf, rulebook, catalog, lists, rules, parties, profile, summary },
    ReportSchema,
  ) as object;
  const trailer = {
    kind: 'trailer',
    findings: report.findings.length,
    verdictRows: report.findings.reduce((sum, { verdicts }) => sum + verdicts.length, 0),
    toDo: report.toDo.length,
    hosts: report.hosts.length,
    coverage: countStatuses(report),
    lines: report.coverage.length + report.findings.length + 2,
  };
  yield jsonLine({ ...header, ...body });
  for (const file of report.coverage) {
    yield jsonLine({ kind: 'coverage', ...(inSchemaOrder(file, CoverageSchema) as object) });
  }
  for (const finding of report.findings) {
    yield jsonLine({ kind: 'finding', ...(inSchemaOrder(finding, FindingSchema) as object) });
  }
  yield jsonLine(trailer);
}
