import type { Product, ProductId } from '../../model/index.ts';
import type { PartyIndex } from './party-index.ts';
import type { CatalogProblem, CatalogProblemCode } from './problem.ts';

/** What the checks of one file need to know of all of them. */
export interface LintScope {
  readonly file: number;
  readonly sources: Readonly<Record<string, unknown>>;
  readonly parties: PartyIndex;
  readonly products: ReadonlyMap<ProductId, Product>;
  readonly problems: CatalogProblem[];
}

/** Notes a problem at a place of the file under lint. */
export function report(
  scope: LintScope,
  code: CatalogProblemCode,
  message: string,
  path: CatalogProblem['path'],
): void {
  scope.problems.push({ code, message, file: scope.file, path });
}

/** Every source that something rests on must be in the file. */
export function lintSources(
  scope: LintScope,
  sources: readonly string[],
  path: CatalogProblem['path'],
): void {
  sources.forEach((source, index) => {
    if (Object.hasOwn(scope.sources, source)) return;
    const message = `source \`${source}\` is not among the sources of this file`;
    report(scope, 'unknown-source', message, [...path, 'sources', index]);
  });
}
