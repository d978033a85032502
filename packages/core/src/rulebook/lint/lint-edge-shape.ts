import type { RulePathProblem } from '../problem.ts';
import { isEdgePath, walk } from '../walk-rule.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_AND_TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})/;
const OTHER_ORDER = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/;

/** How an edge is to be written, as the end of a message. */
const FORM =
  'write 2024-09-29, or with a clock time {local: 2024-09-29 00:00, zone: America/New_York}';

function messageOf(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const edge = value as Readonly<Record<string, unknown>>;
    if ('local' in edge && 'zone' in edge) return undefined;
    const lacking = ['local', 'zone'].filter((key) => !(key in edge)).map((key) => `\`${key}\``);
    return `the date lacks ${lacking.join(' and ')}: ${FORM}`;
  }
  if (value === null) return `the date is empty: ${FORM}; an interval that is open has no \`to\``;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (typeof value === 'string' && DATE.test(text)) return undefined;
  const time = DATE_AND_TIME.exec(text);
  if (time !== null) {
    const local = `${time[1]} ${time[2]}`;
    return `\`${text}\` has no zone: write {local: ${local}, zone: America/New_York}`;
  }
  const order = OTHER_ORDER.test(text) ? ' (year first: which number is the month?)' : '';
  return `\`${text}\` is no date${order}: ${FORM}`;
}

/**
 * The shape of all dated edges. The schema checks it too, but can only say that neither of two
 * forms fits.
 */
export function lintEdgeShape(document: unknown): RulePathProblem[] {
  const problems: RulePathProblem[] = [];
  for (const { value, path } of walk(document)) {
    if (!isEdgePath(path)) continue;
    const message = messageOf(value);
    if (message !== undefined) problems.push({ code: 'schema', message, path });
  }
  return problems;
}
