/**
 * The catalog: products, the signs by which they show, and what is embedded in what.
 *
 * `lintCatalog` refuses files that claim more than was seen or whose examples do not hold;
 * `compileCatalog` turns files into an index with one look-up structure per field and operator,
 * so that a record costs the same against ten signs and against ten thousand.
 * Signs are bound to a field. Nothing here searches for a substring, and nothing decides
 * whether a finding stands: that is the work of `identify`.
 */
export type { Catalog, CompiledEmbedding, CompiledSign, Hit } from './catalog.ts';
export { placeInRanges } from './compare-version.ts';
export { compileCatalog } from './compile-catalog.ts';
export { lintCatalog } from './lint-catalog.ts';
export { normalizeOrg } from './normalize-org.ts';
export { purlName } from './parse-purl.ts';
export { nameKey, nameWords, opensWith } from './token-index.ts';
