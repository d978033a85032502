import type { CatalogFile, PartyGroup, Product, ProductId } from '../../model/index.ts';
import { foldValue } from './field-value.ts';
import { lintEmbeddings } from './lint-embeddings.ts';
import { lintSources, report, type LintScope } from './lint-scope.ts';
import { lintSign } from './lint-sign.ts';
import { PartyIndex } from './party-index.ts';
import type { CatalogProblem } from './problem.ts';
import { nameKey } from './token-index.ts';

function lintDates(scope: LintScope, file: CatalogFile): void {
  for (const [source, { published, noted }] of Object.entries(file.sources)) {
    if (published !== undefined || noted !== undefined) continue;
    const advice = 'write `published` or `noted: YYYY-MM-DD`';
    const message = `source \`${source}\` has no date: ${advice}`;
    report(scope, 'undated-source', message, ['sources', source]);
  }
}

function lintUnused(scope: LintScope, file: CatalogFile): void {
  const used = new Set(
    [...file.products, ...file.signs, ...file.embeddings].flatMap((one) => one.sources),
  );
  for (const source of Object.keys(file.sources)) {
    if (used.has(source)) continue;
    report(scope, 'unused-source', `nothing rests on source \`${source}\``, ['sources', source]);
  }
}

function lintProduct(scope: LintScope, product: Product, index: number): void {
  lintSources(scope, product.sources, ['products', index]);
  if (scope.parties.byId(product.maker) !== undefined) return;
  const message = `party \`${product.maker}\` is in no file of rulebook/parties`;
  report(scope, 'unknown-party', message, ['products', index, 'maker']);
}

/** Where the id at a path of a file stands, for a message about a second one. */
type PlaceOfId = (file: number, path: CatalogProblem['path'], id: string) => string;

class Duplicates {
  readonly #ids = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #signs = new Map<string, string>();
  readonly #placeOf: PlaceOfId;

  constructor(placeOf: PlaceOfId) {
    this.#placeOf = placeOf;
  }

  check(scope: LintScope, file: CatalogFile): void {
    file.products.forEach((product, index) => {
      this.#checkId(scope, product.id, ['products', index, 'id']);
      for (const name of [product.name, ...(product.aliases ?? [])]) {
        const key = nameKey(name);
        const other = this.#names.get(key);
        if (other !== undefined && other !== product.id) {
          const message =
            `\`${name}\` is the name of product \`${other}\` too ` +
            `(${this.#ids.get(other) ?? ''})`;
          report(scope, 'duplicate-name', message, ['products', index, 'name']);
        }
        this.#names.set(key, product.id);
      }
    });
    file.signs.forEach((sign, index) => {
      this.#checkId(scope, sign.id, ['signs', index, 'id']);
      const key = [sign.field, sign.op, foldValue(sign.field, sign.value)].join(' ');
      const other = this.#signs.get(key);
      if (other !== undefined) {
        const message = `sign \`${other}\` (${this.#ids.get(other) ?? ''}) matches the same value`;
        report(scope, 'duplicate-sign', message, ['signs', index, 'value']);
      }
      this.#signs.set(key, sign.id);
    });
    file.embeddings.forEach((embedding, index) => {
      this.#checkId(scope, embedding.id, ['embeddings', index, 'id']);
    });
  }

  #checkId(scope: LintScope, id: string, path: CatalogProblem['path']): void {
    const place = this.#ids.get(id);
    if (place === undefined) this.#ids.set(id, this.#placeOf(scope.file, path, id));
    else report(scope, 'duplicate-id', `\`${id}\` is already given in ${place}`, path);
  }
}

/**
 * Everything that can be wrong with catalog files whose shape is right: dangling references,
 * signs that claim more than was seen, and examples that the signs do not bear out. `placeOf`
 * says where something stands that another file gives again.
 */
export function lintCatalog(
  files: readonly CatalogFile[],
  parties: readonly PartyGroup[],
  placeOf: PlaceOfId,
): readonly CatalogProblem[] {
  const problems: CatalogProblem[] = [];
  const index = new PartyIndex(parties);
  const products = new Map<ProductId, Product>();
  for (const file of files) for (const product of file.products) products.set(product.id, product);
  const duplicates = new Duplicates(placeOf);
  files.forEach((file, at) => {
    const scope = { file: at, sources: file.sources, parties: index, products, problems };
    if (!index.hasGroup(file.group)) {
      const message = `group \`${file.group}\` is in no file of rulebook/parties`;
      report(scope, 'unknown-group', message, ['group']);
    }
    lintDates(scope, file);
    lintUnused(scope, file);
    file.products.forEach((product, position) => lintProduct(scope, product, position));
    file.signs.forEach((sign, position) => lintSign(scope, sign, position));
    lintEmbeddings(scope, file.embeddings);
    duplicates.check(scope, file);
  });
  return problems;
}
