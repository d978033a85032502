import {
  SIGN_FIELDS,
  type CatalogFile,
  type Embedding,
  type GroupId,
  type PartyGroup,
  type PartyId,
  type Product,
  type ProductId,
  type Sign,
  type SignField,
  type SignId,
} from '../../model/index.ts';
import { digestOf } from '../../document/index.ts';
import type { Catalog, CompiledEmbedding, CompiledSign } from './catalog.ts';
import { FieldIndex } from './field-index.ts';
import { normalizeOrg } from './normalize-org.ts';
import { PartyIndex } from './party-index.ts';
import { nameKey, nameWords, TokenIndex } from './token-index.ts';

interface Known {
  readonly parties: PartyIndex;
  readonly products: ReadonlyMap<ProductId, Product>;
}

type Sources = CatalogFile['sources'];

function citesOf(keys: readonly string[], sources: Sources): readonly string[] {
  return keys.map((key) => {
    const source = Object.hasOwn(sources, key) ? sources[key] : undefined;
    return source === undefined ? key : `${source.title} (${source.citation})`;
  });
}

function makerOf(party: PartyId, { parties }: Known): GroupId | PartyId {
  return parties.groupOf(party) ?? party;
}

/** Looks up what a sign refers to; undefined when it refers to nothing the catalog has. */
export function compileSign(
  sign: Sign,
  known: Known,
  sources: Sources = {},
): CompiledSign | undefined {
  const product = sign.product === undefined ? undefined : known.products.get(sign.product);
  const party = sign.party ?? product?.maker;
  if (party === undefined) return undefined;
  return {
    sign,
    maker: makerOf(party, known),
    party,
    product,
    isDefault: sign.party !== undefined && product !== undefined,
    origin: SIGN_FIELDS[sign.field].origin,
    cite: citesOf(sign.sources, sources),
  };
}

function compileFields(
  signs: Iterable<CompiledSign>,
): Readonly<Partial<Record<SignField, FieldIndex>>> {
  const byField = new Map<SignField, CompiledSign[]>();
  for (const compiled of signs) {
    const { field } = compiled.sign;
    const known = byField.get(field);
    if (known === undefined) byField.set(field, [compiled]);
    else known.push(compiled);
  }
  const fields: Partial<Record<SignField, FieldIndex>> = {};
  for (const [field, own] of byField) {
    let index: FieldIndex | undefined;
    // Indexed when first asked for: one decision looks into few of the forty fields.
    Object.defineProperty(fields, field, {
      enumerable: true,
      get: () => (index ??= new FieldIndex(field, own)),
    });
  }
  return fields;
}

function namesOf(product: Product): readonly string[] {
  return [product.name, ...(product.aliases ?? [])];
}

function indexNames(products: Iterable<Product>): Map<string, Product> {
  const byName = new Map<string, Product>();
  for (const product of products) {
    for (const name of namesOf(product)) {
      const key = nameKey(name);
      if (!byName.has(key)) byName.set(key, product);
    }
  }
  return byName;
}

/**
 * The word that opens both a maker's own name and its products' names, so that `Endpoint
 * Security` by Kaspersky can be asked for as a whole. `Kaspresso` opens no company's name.
 */
function indexMakerWords(known: Known): Map<GroupId | PartyId, readonly string[]> {
  const ownNames = new Map<GroupId | PartyId, Set<string>>();
  for (const { id, name, aliases = [] } of known.parties.all()) {
    const maker = makerOf(id, known);
    const words = ownNames.get(maker) ?? new Set();
    for (const one of [name, ...aliases]) {
      for (const word of nameWords(normalizeOrg(one))) words.add(word);
    }
    ownNames.set(maker, words);
  }
  const opening = new Map<GroupId | PartyId, readonly string[]>();
  for (const product of known.products.values()) {
    const maker = makerOf(product.maker, known);
    const [first] = nameWords(product.name);
    const found = opening.get(maker) ?? [];
    if (first === undefined || found.includes(first)) continue;
    if (ownNames.get(maker)?.has(first) === true) opening.set(maker, [...found, first]);
  }
  return opening;
}

function compileEmbedding(embedding: Embedding, known: Known, sources: Sources): CompiledEmbedding {
  const product = embedding.embedded === null ? undefined : known.products.get(embedding.embedded);
  const cite = citesOf(embedding.sources, sources);
  return { embedding, product, maker: product && makerOf(product.maker, known), cite };
}

function indexHosts(embeddings: readonly CompiledEmbedding[]): TokenIndex<CompiledEmbedding> {
  const hosts = new TokenIndex<CompiledEmbedding>();
  for (const compiled of embeddings) {
    const { name, aliases = [] } = compiled.embedding.host;
    // One word is part of many names; it must be the whole name.
    for (const one of [name, ...aliases]) hosts.add(one, compiled, nameWords(one).length === 1);
  }
  return hosts;
}

/**
 * Compiles the files of the catalog against the parties of the rulebook. What the files refer to
 * and does not exist is left out here; `lintCatalog` is what refuses it. The digest of the files
 * can be given where it is known, since making it takes longer than the rest.
 */
export function compileCatalog(
  files: readonly CatalogFile[],
  parties: readonly PartyGroup[],
  digest: string = digestOf(files),
): Catalog {
  const products = new Map<ProductId, Product>();
  for (const file of files) for (const product of file.products) products.set(product.id, product);
  const known: Known = { parties: new PartyIndex(parties), products };
  const signs = new Map<SignId, CompiledSign>();
  for (const file of files) {
    for (const sign of file.signs) {
      const compiled = compileSign(sign, known, file.sources);
      if (compiled !== undefined) signs.set(sign.id, compiled);
    }
  }
  const embeddings = files.flatMap((file) =>
    file.embeddings.map((embedding) => compileEmbedding(embedding, known, file.sources)),
  );
  return {
    digest,
    parties: known.parties,
    products,
    productsByName: indexNames(products.values()),
    signs,
    fields: compileFields(signs.values()),
    embeddings,
    embeddingHosts: indexHosts(embeddings),
    makerWords: indexMakerWords(known),
  };
}
