/**
 * Inventory: from the bytes of a file to what is in it.
 *
 * `readInput` with READERS turns bytes into records, `identify` turns records into what they
 * are, `resolveItem` looks up the item of a transaction, and `loadCatalog`/`openCatalog` make
 * the catalog they look things up in.
 * Nothing here knows a rule: maker, product and privilege are stated with their evidence, and
 * whether something is barred is asked elsewhere.
 */
export { normalizeOrg, type Catalog } from './catalog/index.ts';
export { identify, matchRecord, resolveItem, type Identified } from './identify/index.ts';
export { readInput, type InputReading } from './input/index.ts';
export * from './load-catalog.ts';
export type { ByteSource, FileHead, ReadContext, Reader, ReadItem } from './reader.ts';
export { READERS } from './readers/index.ts';
