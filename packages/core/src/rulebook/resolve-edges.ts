import type { Edge, EdgeSource } from '../model/index.ts';
import type { DocumentPath } from '../document/index.ts';
import type { RulePathProblem } from './problem.ts';
import { resolveEdge } from './resolve-edge.ts';
import { isEdgePath } from './walk-rule.ts';

/**
 * A copy of a document in which every dated edge is written out with its zone and instant.
 * What cannot be resolved is reported and left as it was.
 */
export function resolveEdges<T>(
  document: T,
  zone: string | undefined,
): { readonly document: T; readonly problems: readonly RulePathProblem[] } {
  const problems: RulePathProblem[] = [];
  function copy(value: unknown, path: DocumentPath): unknown {
    if (isEdgePath(path) && value !== undefined) {
      const result = resolveEdge(value as EdgeSource, zone);
      if (result.ok) return result.edge satisfies Edge;
      problems.push({ code: result.code, message: result.message, path });
      return value;
    }
    if (Array.isArray(value)) return value.map((one, index) => copy(one, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, copy(one, [...path, key])]),
    );
  }
  return { document: copy(document, []) as T, problems };
}
