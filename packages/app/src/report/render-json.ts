import { FindingSchema, ReportSchema, type Finding, type Report } from '@interdict/core';
import { jsonText } from './json-text.ts';
import { inSchemaOrder } from './schema-order.ts';

/** Report, its lists, and each of their elements: the depth to which it is written in parts. */
const DEPTH = 2;

function* ordered(findings: readonly Finding[]): Generator {
  for (const finding of findings) yield inSchemaOrder(finding, FindingSchema);
}

/** The report itself, `interdict.report/1`, with keys in the order of its schema. */
export function* renderJson(report: Report): Generator<string> {
  const frame = inSchemaOrder({ ...report, findings: [] }, ReportSchema);
  const findings = ordered(report.findings);
  yield* jsonText({ ...(frame as object), findings }, DEPTH);
  yield '\n';
}
