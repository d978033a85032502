import type {
  EmbeddedItem,
  Evidence,
  GroupId,
  Item,
  Level,
  PartyId,
  Product,
  ProductId,
  ResolvedItem,
  SourcePointer,
} from '../../model/index.ts';
import { nameKey, nameWords, type Catalog, type CompiledEmbedding } from '../catalog/index.ts';
import { levelOf } from './combine.ts';
import { embeddingEvidence, embeddingsOf, standingOf } from './embedding.ts';
import { fieldsOfItem } from './item-fields.ts';
import { IDENTIFY_LIMITS } from './limits.ts';
import { productMatches } from './match-name.ts';
import { matchFields, type SignMatch } from './match-record.ts';

type Group = GroupId | PartyId;

/** Where the item stands when the caller does not say. */
const NOWHERE: SourcePointer = { file: '', pointer: '' };

/** The maker as stated: one of the parties, or somebody else. */
interface Stated {
  readonly party: PartyId | undefined;
  readonly group: Group | undefined;
  readonly level: Level;
  readonly words: readonly string[];
}

/** A product with how surely the item is it. */
interface Found {
  readonly product: Product;
  readonly level: Level;
  /** Found by an id or a package, which no stated maker can gainsay. */
  readonly isCertain: boolean;
}

function groupOf(catalog: Catalog, party: PartyId): Group {
  return catalog.parties.groupOf(party) ?? party;
}

function statedMaker(catalog: Catalog, maker: string | undefined): Stated | undefined {
  if (maker === undefined || maker.trim() === '') return undefined;
  const words = nameWords(maker);
  const found = catalog.parties.lookUp(maker);
  if (found === undefined) return { party: undefined, group: undefined, level: 'lead', words };
  const { id } = found.party;
  const level = found.isUnsure ? 'probable' : 'identified';
  return { party: id, group: groupOf(catalog, id), level, words };
}

/** Matches of the item without those of a maker that something speaks against. */
function speaking(matches: readonly SignMatch[]): readonly SignMatch[] {
  const against = new Set(
    matches
      .filter(({ strength, sign }) => strength === 'neg' && sign.product === undefined)
      .map(({ sign }) => sign.maker),
  );
  return matches.filter(({ strength, sign }) => strength !== 'neg' && !against.has(sign.maker));
}

function isPackageMatch({ field }: SignMatch): boolean {
  return field.field === 'purl' || field.field === 'cpe.product';
}

function matchesOf(matches: readonly SignMatch[], product: Product): readonly SignMatch[] {
  return matches.filter(({ sign }) => sign.product?.id === product.id);
}

function weights(matches: readonly SignMatch[]) {
  return matches.map(({ strength, sign }) => ({ strength, origin: sign.origin }));
}

function namesOf(item: EmbeddedItem): readonly string[] {
  return [item.product, item.name].filter(
    (name): name is string => name !== undefined && name.trim() !== '',
  );
}

function byName(catalog: Catalog, item: EmbeddedItem): Found | undefined {
  for (const name of namesOf(item)) {
    const product = catalog.productsByName.get(nameKey(name));
    if (product !== undefined) return { product, level: 'identified', isCertain: false };
  }
  return undefined;
}

function bySigns(matches: readonly SignMatch[]): Found | undefined {
  const specific = matches.filter(({ sign }) => sign.product !== undefined && !sign.isDefault);
  const sorted = [...specific].sort((a, b) => (a.strength < b.strength ? -1 : 1));
  const product = sorted[0]?.sign.product;
  if (product === undefined) return undefined;
  const own = matchesOf(matches, product);
  const level = levelOf(weights(own)) ?? 'lead';
  return {
    product,
    level,
    isCertain: own.some((one) => one.strength === 'A' && isPackageMatch(one)),
  };
}

/** A name that leaves the maker out, read with the maker that is stated beside it. */
function byMakerAndName(
  catalog: Catalog,
  item: EmbeddedItem,
  group: Group | undefined,
): Found | undefined {
  if (group === undefined) return undefined;
  for (const name of namesOf(item)) {
    const found = bySigns(productMatches(catalog, group, name, '/name'));
    if (found !== undefined) return found;
  }
  return undefined;
}

function findProduct(
  catalog: Catalog,
  item: EmbeddedItem,
  matches: readonly SignMatch[],
  stated: Stated | undefined,
): Found | undefined {
  const direct = catalog.products.get((item.product ?? '') as ProductId);
  if (direct !== undefined) return { product: direct, level: 'identified', isCertain: true };
  const signed = bySigns(matches);
  if (signed?.isCertain === true) return signed;
  const found = byName(catalog, item) ?? signed ?? byMakerAndName(catalog, item, stated?.group);
  if (found !== undefined) return found;
  const fallback = matches.find(({ sign, strength }) => sign.isDefault && strength !== 'C');
  const product = fallback?.sign.product;
  if (product === undefined) return undefined;
  return { product, level: levelOf(weights(matches)) ?? 'lead', isCertain: false };
}

interface Maker {
  readonly party: PartyId | undefined;
  readonly level: ResolvedItem['makerLevel'];
  readonly product: Product | undefined;
}

/** Whether a stated maker and a product's maker are the same, or may be by their names. */
function agrees(catalog: Catalog, stated: Stated, group: Group): boolean {
  if (stated.group !== undefined) return stated.group === group;
  const words = catalog.makerWords.get(group) ?? [];
  return stated.words.some((word) => words.includes(word));
}

function makerOfProduct(catalog: Catalog, found: Found, stated: Stated | undefined): Maker {
  const { product, level, isCertain } = found;
  const own = { party: product.maker, product };
  if (isCertain || stated === undefined) return { ...own, level };
  if (agrees(catalog, stated, groupOf(catalog, product.maker))) {
    return { ...own, level: stated.level === 'probable' ? 'probable' : 'identified' };
  }
  // Another maker of the catalog is stated: the name alone does not overrule that.
  if (stated.party !== undefined) {
    return { party: stated.party, level: stated.level, product: undefined };
  }
  // A reseller may stand where the maker should: the name keeps it from being cleared.
  return { ...own, level: level === 'lead' ? 'lead' : 'probable' };
}

function makerWithoutProduct(matches: readonly SignMatch[], stated: Stated | undefined): Maker {
  if (stated?.party !== undefined) {
    return { party: stated.party, level: stated.level, product: undefined };
  }
  const [first] = [...matches].sort((a, b) => (a.strength < b.strength ? -1 : 1));
  const level =
    first && levelOf(weights(matches.filter(({ sign }) => sign.maker === first.sign.maker)));
  // A name that only begins with the maker's word leaves it open who made it; a stated maker
  // who is somebody else settles that.
  const isOpen = level !== undefined && (level !== 'lead' || stated === undefined);
  if (first !== undefined && isOpen) return { party: first.sign.party, level, product: undefined };
  return {
    party: undefined,
    level: stated === undefined ? 'unknown' : 'stated',
    product: undefined,
  };
}

function evidenceOf(matches: readonly SignMatch[], source: SourcePointer): readonly Evidence[] {
  return matches.slice(0, IDENTIFY_LIMITS.evidenceMax).map(({ sign, strength, field }) => ({
    sign: sign.sign.id,
    field: field.field,
    value: field.value.slice(0, IDENTIFY_LIMITS.evidenceValueLengthMax),
    strength,
    source: { file: source.file, pointer: `${source.pointer}${field.at}` },
    cite: sign.cite,
  }));
}

function embeddedProduct(
  compiled: CompiledEmbedding,
  product: Product,
  level: Level,
  evidence: Evidence,
): ResolvedItem {
  return {
    name: product.name,
    maker: product.maker,
    makerLevel: level,
    product: product.id,
    class: product.class,
    ...(product.purelyInformational === undefined
      ? {}
      : { purelyInformational: product.purelyInformational }),
    evidence: [evidence],
  };
}

/** What the catalog knows to be inside; undefined when it knows nothing. */
function knownInside(
  catalog: Catalog,
  item: Item,
  source: SourcePointer,
): readonly ResolvedItem[] | undefined {
  let isKnown = false;
  const inside: ResolvedItem[] = [];
  for (const name of namesOf(item)) {
    for (const compiled of embeddingsOf(catalog, name)) {
      const standing = standingOf(compiled.embedding, item.version);
      if (standing.kind === 'absent') isKnown = true;
      const { product } = compiled;
      // What is only reported is a question to the maker and no ground for a verdict.
      if (standing.kind !== 'inside' || standing.level === 'lead' || product === undefined)
        continue;
      const evidence = embeddingEvidence(compiled, name, source);
      inside.push(embeddedProduct(compiled, product, standing.level, evidence));
    }
    if (inside.length > 0) return inside;
  }
  return isKnown ? [] : undefined;
}

function statedInside(catalog: Catalog, embeds: Item['embeds'], source: SourcePointer) {
  return (embeds ?? []).slice(0, IDENTIFY_LIMITS.embeddedMax).map((one, index) => {
    const at = { ...source, pointer: `${source.pointer}/embeds/${index}` };
    if (typeof one !== 'string') return resolveOne(catalog, one, at);
    // A text can name a product or only its maker.
    const isMaker = catalog.parties.lookUp(one) !== undefined;
    return isMaker
      ? { ...resolveOne(catalog, { maker: one }, at), name: one }
      : resolveOne(catalog, { product: one }, at);
  });
}

function resolveOne(catalog: Catalog, item: EmbeddedItem, source: SourcePointer): ResolvedItem {
  const stated = statedMaker(catalog, item.maker);
  const matches = speaking(matchFields(catalog, fieldsOfItem(item)));
  const found = findProduct(catalog, item, matches, stated);
  const maker =
    found === undefined
      ? makerWithoutProduct(matches, stated)
      : makerOfProduct(catalog, found, stated);
  const { product } = maker;
  const name = item.name ?? product?.name ?? item.product;
  const productClass = product?.class ?? item.function;
  const group = maker.party && groupOf(catalog, maker.party);
  return {
    ...(name === undefined ? {} : { name }),
    ...(maker.party === undefined ? {} : { maker: maker.party }),
    ...(maker.party === undefined && item.maker !== undefined ? { makerName: item.maker } : {}),
    makerLevel: maker.level,
    ...(product === undefined ? {} : { product: product.id }),
    ...(productClass === undefined ? {} : { class: productClass }),
    ...(product?.purelyInformational === undefined
      ? {}
      : { purelyInformational: product.purelyInformational }),
    evidence: evidenceOf(
      matches.filter(({ sign }) => sign.maker === group),
      source,
    ),
  };
}

/**
 * Looks up the item of a transaction: product, maker, class, and what is inside. What is not
 * recognized stays unknown; a maker that is stated and is none of the parties is said to be
 * stated, so that a decision knows it is somebody else.
 */
export function resolveItem(
  catalog: Catalog,
  item: Item,
  source: SourcePointer = NOWHERE,
): ResolvedItem {
  const resolved = resolveOne(catalog, item, source);
  const embedded =
    item.embeds === undefined
      ? knownInside(catalog, item, source)
      : statedInside(catalog, item.embeds, source);
  return embedded === undefined ? resolved : { ...resolved, embedded };
}
