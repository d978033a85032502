import type { EdgeSource, Rule } from '../../model/index.ts';
import { instantOf } from '../resolve-edge.ts';
import type { DocumentPath } from '../../document/index.ts';
import type { RulePathProblem } from '../problem.ts';
import { walk } from '../walk-rule.ts';

/** Instant of an edge that has been resolved; NaN when it has not. */
export function utcOf(edge: EdgeSource | undefined): number {
  if (edge === undefined) return Number.POSITIVE_INFINITY;
  if (typeof edge === 'string' || edge.utc === undefined) return Number.NaN;
  return instantOf(edge.utc);
}

/** An edge as it was written. */
function textOf(edge: EdgeSource | undefined): string {
  if (edge === undefined) return 'never';
  if (typeof edge === 'string') return edge;
  return edge.precision === 'day' ? edge.local.slice(0, 10) : `${edge.local} ${edge.zone}`;
}

/** States follow each other without overlap or gap. */
export function lintTimeline(rule: Rule): RulePathProblem[] {
  const problems: RulePathProblem[] = [];
  rule.timeline.forEach((span, index) => {
    const next = rule.timeline[index + 1];
    if (next === undefined) return;
    const path: DocumentPath = ['timeline', index + 1, 'from'];
    const end = utcOf(span.to);
    const start = utcOf(next.from);
    if (start < end) {
      const message =
        `state \`${next.state}\` begins ${textOf(next.from)}, before \`${span.state}\` ends ` +
        `(${textOf(span.to)}): give \`${span.state}\` \`to: ${textOf(next.from)}\``;
      problems.push({ code: 'timeline-overlap', message, path });
    } else if (start > end) {
      const message =
        `no state stands between \`${span.state}\`, which ends ${textOf(span.to)}, and ` +
        `\`${next.state}\`, which begins ${textOf(next.from)}: make them the same`;
      problems.push({ code: 'timeline-gap', message, path });
    }
  });
  return [...problems, ...lintSpans(rule)];
}

/** No interval of a rule or party ends before it begins. */
export function lintSpans(document: unknown): RulePathProblem[] {
  const problems: RulePathProblem[] = [];
  for (const { value, path } of walk(document)) {
    if (typeof value !== 'object' || value === null || path.includes('examples')) continue;
    const span = value as { readonly from?: EdgeSource; readonly to?: EdgeSource };
    if (span.from === undefined || span.to === undefined) continue;
    if (utcOf(span.to) <= utcOf(span.from)) {
      const message =
        `\`to\` (${textOf(span.to)}) is not after \`from\` (${textOf(span.from)}): ` +
        'the end is the first moment that is no longer in the interval';
      problems.push({ code: 'empty-span', message, path });
    }
  }
  return problems;
}
