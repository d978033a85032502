import type { PartyId, ProductId } from './id.ts';
import type { Evidence, Level } from './identification.ts';
import type { ProductClass } from './vocabulary/index.ts';

/** An item of a transaction after looking it up in the catalog. */
export interface ResolvedItem {
  readonly name?: string;
  readonly maker?: PartyId;
  /** The maker as stated, when it is nobody the catalog knows. */
  readonly makerName?: string;
  /** How the maker is known. `stated` without `maker`: someone the catalog does not know. */
  readonly makerLevel: Level | 'stated' | 'unknown';
  readonly product?: ProductId;
  readonly class?: ProductClass;
  readonly purelyInformational?: boolean;
  /** What is inside; undefined when nothing is known about it. */
  readonly embedded?: readonly ResolvedItem[];
  readonly evidence: readonly Evidence[];
}
