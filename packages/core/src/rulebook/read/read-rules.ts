import { RuleSchema, type Rule } from '../../model/index.ts';
import { checkSchema, didYouMean, type DocumentPath } from '../../document/index.ts';
import { conditionAround, lintCondShape, lintEdgeShape, lintRule } from '../lint/index.ts';
import type { PartyDirectory } from '../party-directory.ts';
import type { RulePathProblem } from '../problem.ts';
import { resolveEdges } from '../resolve-edges.ts';
import type { PlacedDocument, ProblemSink } from './documents.ts';

/** What rules may refer to. */
export interface Surroundings {
  readonly directory: PartyDirectory;
  /** Rules that are there already. */
  readonly below?: readonly Rule[];
}

/** Whether a path is the other, or leads into it. */
function isBelow(path: DocumentPath, other: DocumentPath): boolean {
  return other.every((key, index) => path[index] === key);
}

/**
 * What is wrong with the shape of a rule. Conditions and dates are looked at apart, since the
 * schema can only say of them that none of several forms fits; what it says of those is dropped.
 */
function shapeProblems(value: unknown): readonly RulePathProblem[] {
  const own = [...lintCondShape(value), ...lintEdgeShape(value)];
  const explained = own.map(({ path }) => conditionAround(path) ?? path);
  const rest = checkSchema(RuleSchema, value).filter(
    ({ path }) => !explained.some((one) => isBelow(path, one) || isBelow(one, path)),
  );
  return [...own, ...rest];
}

function lintSeeAlso(rule: Rule, ids: ReadonlySet<string>): RulePathProblem[] {
  const problems: RulePathProblem[] = [];
  (rule.seeAlso ?? []).forEach((other, index) => {
    if (ids.has(other)) return;
    const message = `rule \`${other}\` does not exist${didYouMean(other, ids)}`;
    problems.push({ code: 'unknown-rule', message, path: ['seeAlso', index] });
  });
  return problems;
}

/** Reads and lints rules. */
export function readRules(
  documents: readonly PlacedDocument[],
  { directory, below = [] }: Surroundings,
  sink: ProblemSink,
): Rule[] {
  const read: { document: PlacedDocument; rule: Rule }[] = [];
  for (const document of documents) {
    const shape = shapeProblems(document.value);
    sink.add(document, shape);
    if (shape.length > 0) continue;
    const source = document.value as Rule;
    const resolved = resolveEdges(source, source.zone);
    sink.add(document, resolved.problems);
    if (resolved.problems.length === 0) read.push({ document, rule: resolved.document });
  }
  const seen = new Set<string>(below.map(({ id }) => id));
  const ids = new Set<string>([...seen, ...read.map(({ rule }) => rule.id)]);
  for (const { document, rule } of read) {
    sink.add(document, lintRule(rule, directory));
    if (seen.has(rule.id)) {
      const message =
        `rule \`${rule.id}\` is already given in ${sink.placeOfId('rule', rule.id)}: ` +
        'no rule changes another; give this one an id of its own';
      sink.add(document, [{ code: 'duplicate-id', message, path: ['id'] }]);
    }
    seen.add(rule.id);
    sink.record('rule', rule.id, document, ['id']);
    sink.add(document, lintSeeAlso(rule, ids));
  }
  return read.map(({ rule }) => rule);
}
