import type {
  Embedding,
  GroupId,
  PartyId,
  Product,
  ProductId,
  Sign,
  SignField,
  SignId,
  SignOrigin,
  Strength,
} from '../../model/index.ts';
import type { FieldIndex } from './field-index.ts';
import type { PartyIndex } from './party-index.ts';
import type { TokenIndex } from './token-index.ts';

/** A sign with everything it refers to looked up. */
export interface CompiledSign {
  readonly sign: Sign;
  /** Who is shown: makers of one group are one maker. */
  readonly maker: GroupId | PartyId;
  readonly party: PartyId;
  readonly product: Product | undefined;
  /**
   * The product is only what it stands for when nothing more specific of its class is found: the
   * sign names a party and a product. A driver shows the maker's endpoint protection, whichever.
   */
  readonly isDefault: boolean;
  readonly origin: SignOrigin;
  /** Sources of the fact behind it, as they are cited. */
  readonly cite: readonly string[];
}

/** A sign that matched a value; the strength can be below the sign's own. */
export interface Hit {
  readonly sign: CompiledSign;
  readonly strength: Strength;
}

/** An embedding with the embedded product and its maker looked up. */
export interface CompiledEmbedding {
  readonly embedding: Embedding;
  /** Undefined when the host is known not to hold anything of the makers in the catalog. */
  readonly product: Product | undefined;
  readonly maker: GroupId | PartyId | undefined;
  readonly cite: readonly string[];
}

/** A compiled catalog: every sign indexed by its field. Nobody changes it once it is made. */
export interface Catalog {
  readonly digest: string;
  readonly parties: PartyIndex;
  readonly products: ReadonlyMap<ProductId, Product>;
  /** Products by the counting words of their names and aliases. */
  readonly productsByName: ReadonlyMap<string, Product>;
  readonly signs: ReadonlyMap<SignId, CompiledSign>;
  readonly fields: Readonly<Partial<Record<SignField, FieldIndex>>>;
  readonly embeddings: readonly CompiledEmbedding[];
  readonly embeddingHosts: TokenIndex<CompiledEmbedding>;
  /** Words that open each maker's product names, for names that leave the maker out. */
  readonly makerWords: ReadonlyMap<GroupId | PartyId, readonly string[]>;
}
