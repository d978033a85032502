import type { Embedding } from '../../model/index.ts';
import { compareVersions } from './compare-version.ts';
import { lintSources, report, type LintScope } from './lint-scope.ts';

function lintVersions(scope: LintScope, embedding: Embedding, position: number): void {
  (embedding.versions ?? []).forEach((range, index) => {
    const path = ['embeddings', position, 'versions', index];
    if (range.from === undefined && range.before === undefined) {
      report(scope, 'wrong-range', 'a range needs `from` or `before`', path);
    }
    if (range.from === undefined || range.before === undefined) return;
    if (compareVersions(range.from, range.before) === -1) return;
    const message = `\`${range.from}\` does not come before \`${range.before}\``;
    report(scope, 'wrong-range', message, path);
  });
}

/** Checks embeddings: what they refer to, what they claim, and their ranges of versions. */
export function lintEmbeddings(scope: LintScope, embeddings: readonly Embedding[]): void {
  embeddings.forEach((embedding, position) => {
    const path = ['embeddings', position];
    lintSources(scope, embedding.sources, path);
    if (embedding.embedded !== null && !scope.products.has(embedding.embedded)) {
      const message = `product \`${embedding.embedded}\` is in no file of the catalog`;
      report(scope, 'unknown-product', message, [...path, 'embedded']);
    }
    if (embedding.strength === 'A' && !embedding.verified) {
      const message = `\`${embedding.id}\` was not seen at its source and cannot identify alone`;
      report(scope, 'unverified-a', message, [...path, 'strength']);
    }
    lintVersions(scope, embedding, position);
  });
}
