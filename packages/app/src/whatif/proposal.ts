import {
  compileRulebook,
  openCatalog,
  openRulebook,
  resolveItem,
  runExamples,
  type Rule,
} from '@interdict/core';
import { layOver, type Books } from '../edition/index.ts';
import { InterdictError } from '../problems.ts';

/** A proposal laid over the books of today. */
export interface Proposal {
  /** Where it was read from. */
  readonly path: string;
  readonly today: Books;
  readonly proposed: Books;
  readonly rules: readonly Rule[];
}

/** Lines about the worked examples of rules that do not come out as the rules say. */
function failingExamples(rules: readonly Rule[], { rulebook, catalog }: Books): readonly string[] {
  const own = compileRulebook(openRulebook({ ...rulebook, rules }));
  const signs = openCatalog(catalog, rulebook.groups);
  return runExamples(own, (item) => resolveItem(signs, item)).failures.map(
    ({ rule, example, differences }) =>
      `the example \`${example}\` of \`${rule}\` does not come out: ${differences.join('; ')}`,
  );
}

/**
 * Lays a proposal over the books of today.
 * @throws InterdictError `path-missing`, or `rulebook-invalid` when it is wrong, holds no rule, or
 * has an example that does not come out: it would say something else than its writer means.
 */
export function readProposal(today: Books, path: string): Proposal {
  const proposed = layOver(today, path);
  const known = new Set(today.rulebook.rules.map(({ id }) => id));
  const rules = proposed.rulebook.rules.filter(({ id }) => !known.has(id));
  const problems =
    rules.length === 0 ? [`there is no rule in \`${path}\``] : failingExamples(rules, proposed);
  if (problems.length > 0) throw new InterdictError('rulebook-invalid', problems.join('\n'));
  return { path, today, proposed, rules };
}
