import { didYouMean } from '../../document/index.ts';
import type { RulePathProblem } from '../problem.ts';
import { citesOf } from '../walk-rule.ts';

/** Every citation names a source of its file and says where in it. */
export function lintCites(document: {
  readonly sources: Readonly<Record<string, unknown>>;
}): RulePathProblem[] {
  const problems: RulePathProblem[] = [];
  for (const { value, path } of citesOf(document)) {
    if (!Object.hasOwn(document.sources, value.source)) {
      const near = didYouMean(value.source, Object.keys(document.sources));
      const message = `source \`${value.source}\` is not among the sources of this file${near}`;
      problems.push({ code: 'unknown-source', message, path: [...path, 'source'] });
    }
    if (value.pinpoint.trim() === '') {
      const message = 'the citation does not say where: write the section, paragraph or page';
      problems.push({ code: 'missing-pinpoint', message, path: [...path, 'pinpoint'] });
    }
  }
  return problems;
}
