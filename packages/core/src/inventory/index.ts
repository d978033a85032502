/**
 * Inventory: from the bytes of a file to what is in it.
 *
 * `readInput` with READERS turns bytes into records, `identify` turns records into what they
 * are, `resolveItem` looks up the item of a transaction, and `loadCatalog`/`openCatalog` make
 * the catalog they look things up in.
 * The parts of readers that other formats need too (text, rows, XML, archives, countries) are
 * handed on.
 * Nothing here knows a rule: maker, product and privilege are stated with their evidence, and
 * whether something is barred is asked elsewhere.
 */
export { normalizeOrg, type Catalog } from './catalog/index.ts';
export {
  checklistOf,
  identify,
  isProtective,
  matchRecord,
  recordKindOf,
  resolveItem,
  traceKindOf,
  type Identified,
} from './identify/index.ts';
export {
  decodeText,
  gunzipSource,
  isGzip,
  isProblem,
  joinChunks,
  makeHead,
  peekSource,
  readInput,
  readLines,
  sourceOf,
  type Decoded,
  type InputReading,
  type ReadProblem,
} from './input/index.ts';
export { CONTAINERS, Expansion, type Container } from './input/container/index.ts';
export { readJson, readJsonValues } from './input/json/index.ts';
export { readXml, type XmlHandler, type XmlTag } from './input/xml/index.ts';
export * from './load-catalog.ts';
export type { ByteSource, FileHead, ReadContext, Reader, ReadItem } from './reader.ts';
export { countryCode } from './readers/csv/country.ts';
export { splitRows, type Row } from './readers/csv/split-rows.ts';
export { READERS } from './readers/index.ts';
