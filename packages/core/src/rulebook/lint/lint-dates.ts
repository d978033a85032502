import { parseDate } from '../../calendar/index.ts';
import type { RulePathProblem } from '../problem.ts';
import { walk } from '../walk-rule.ts';

const DATE_FORM = /^\d{4}-\d{2}-\d{2}$/;

/** Every text that has the form of a date is a day that exists. */
export function lintDates(document: unknown): RulePathProblem[] {
  const problems: RulePathProblem[] = [];
  for (const { value, path } of walk(document)) {
    if (typeof value !== 'string' || !DATE_FORM.test(value)) continue;
    if (parseDate(value) !== undefined) continue;
    problems.push({ code: 'bad-date', message: `\`${value}\` is not a date that exists`, path });
  }
  return problems;
}
