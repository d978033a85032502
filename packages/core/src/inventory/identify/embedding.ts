import type {
  ComponentRecord,
  Embedding,
  Evidence,
  Identification,
  Level,
  Product,
  SourcePointer,
} from '../../model/index.ts';
import { nameKey, placeInRanges, type Catalog, type CompiledEmbedding } from '../catalog/index.ts';
import type { Identified } from './settle.ts';
import { subjectOf } from './unit.ts';

/** What an embedding says of a product of a certain version. */
export type Standing =
  /** It is inside, as surely as `level` says; `capped` names what holds the level down. */
  | { readonly kind: 'inside'; readonly level: Level; readonly capped?: string }
  /** It is known not to be inside. */
  | { readonly kind: 'absent' }
  /** Nothing is claimed: a connector, or a range that leaves the version out. */
  | { readonly kind: 'none' };

function rangesInWords(embedding: Embedding): string {
  return (embedding.versions ?? [])
    .map(({ from, before }) =>
      from === undefined
        ? `before ${before ?? ''}`
        : before === undefined
          ? `from ${from}`
          : `from ${from} and before ${before}`,
    )
    .join(', or ');
}

/** The reason that keeps an embedding from being proof; undefined when it is decided. */
function openReason(
  embedding: Embedding,
  place: 'inside' | 'unknown' | undefined,
): string | undefined {
  if (embedding.optional) return 'the customer chooses the engine: ask which one is in use';
  if (embedding.versions === undefined) {
    return `no version decides it (${embedding.period ?? 'period not known'})`;
  }
  if (place === 'inside') return undefined;
  return `the version decides: ${rangesInWords(embedding)}`;
}

/** What an embedding means for its host in that version. */
export function standingOf(embedding: Embedding, version: string | undefined): Standing {
  if (embedding.embedded === null) return { kind: 'absent' };
  const { strength, versions } = embedding;
  if (strength === 'neg') return { kind: 'none' };
  const place =
    versions === undefined
      ? undefined
      : version === undefined
        ? 'unknown'
        : placeInRanges(version, versions);
  if (place === 'outside') return { kind: 'absent' };
  if (strength === 'C' || strength === 'D') {
    const note = strength === 'D' ? 'reported, and not confirmed' : 'supported by one sign only';
    return { kind: 'inside', level: 'lead', capped: `${note}: ask the maker` };
  }
  const capped = openReason(embedding, place);
  if (capped !== undefined) return { kind: 'inside', level: 'probable', capped };
  return { kind: 'inside', level: strength === 'A' ? 'identified' : 'probable' };
}

/** The evidence an embedding gives; what is only reported supports and never more. */
export function embeddingEvidence(
  { embedding, cite }: CompiledEmbedding,
  name: string,
  source: SourcePointer,
): Evidence {
  const { strength } = embedding;
  return {
    sign: embedding.id,
    field: 'name',
    value: name,
    strength: strength === 'D' ? 'C' : strength,
    source,
    cite,
  };
}

/** Embeddings of a host product by its name; an exact name goes before one that goes on. */
const NONE: readonly CompiledEmbedding[] = [];

/** A model joined to its series is taken apart: an SRX240 is of the series SRX. */
function seriesName(name: string): string {
  return name.replaceAll(/\b(\p{L}{2,})(\d+)\b/gu, '$1 $2');
}

export function embeddingsOf(catalog: Catalog, name: string): readonly CompiledEmbedding[] {
  const hosts = catalog.embeddingHosts;
  if (!hosts.knowsFirstWordOf(name)) return NONE;
  const direct = hosts.lookUp(name);
  const found = direct.length > 0 ? direct : hosts.lookUp(seriesName(name));
  if (found.length < 2) return found;
  const key = nameKey(name);
  const exact = found.filter(({ embedding: { host } }) =>
    [host.name, ...(host.aliases ?? [])].some((one) => nameKey(one) === key),
  );
  return exact.length > 0 ? exact : found;
}

function identification(
  compiled: CompiledEmbedding,
  product: Product,
  standing: Extract<Standing, { kind: 'inside' }>,
  evidence: Evidence,
): Identification {
  const { level, capped } = standing;
  return {
    party: product.maker,
    product: product.id,
    productName: product.name,
    class: product.class,
    level,
    presence: 'present-in-build',
    states: ['present-in-build'],
    privilege: level === 'lead' ? 0 : 1,
    privilegeBy: [],
    powers: [],
    embeddedIn: compiled.embedding.host.name,
    ...(capped === undefined ? {} : { capped }),
    evidence: [evidence],
  };
}

/** Products that are inside a component by what is known of its maker's product. */
export function identifyEmbedded(catalog: Catalog, record: ComponentRecord): readonly Identified[] {
  const found: Identified[] = [];
  const seen = new Set<string>();
  for (const compiled of embeddingsOf(catalog, record.name)) {
    const { product, embedding } = compiled;
    const standing = standingOf(embedding, record.version);
    if (product === undefined || standing.kind !== 'inside' || seen.has(product.id)) continue;
    seen.add(product.id);
    const evidence = embeddingEvidence(compiled, record.name, record.source);
    const result = identification(compiled, product, standing, evidence);
    found.push({ subject: subjectOf(record), identification: result });
  }
  return found;
}
