import type {
  ComponentRecord,
  Evidence,
  GroupId,
  ObservationRecord,
  PartyId,
  Presence,
  Privilege,
  Product,
  SignId,
  SourcePointer,
} from '../../model/index.ts';
import { PRESENCES } from '../../model/index.ts';
import type { Weight } from './combine.ts';
import { IDENTIFY_LIMITS } from './limits.ts';

/** Records that identification works on. */
export type IdentifiableRecord = ComponentRecord | ObservationRecord;

/** A piece of evidence with what it weighs and shows. */
export interface Item extends Weight {
  readonly evidence: Evidence;
  readonly party: PartyId;
  readonly privilege: Privilege | undefined;
  /** State this piece shows. */
  readonly presence: Presence;
}

/** What a finding is about, as the report shows it. */
export interface Subject {
  readonly kind: 'component' | 'observation';
  readonly name: string;
  readonly version?: string;
  readonly host?: string;
  readonly source: SourcePointer;
}

/** How a unit of evidence stands to a product. */
export type Claim =
  /** It shows this product. */
  | { readonly kind: 'product'; readonly product: Product }
  /** A trace goes by the name of this product, as files and services of its sisters may do. */
  | { readonly kind: 'hint'; readonly product: Product }
  /** It shows the maker and, failing anything more specific of that class, this product. */
  | { readonly kind: 'default'; readonly product: Product }
  /** It shows the maker and says nothing about the product. */
  | { readonly kind: 'maker' }
  /** It is a program of that maker which the catalog does not know by name. */
  | { readonly kind: 'program'; readonly key: string }
  /** Somebody looked at the maker's web site. */
  | { readonly kind: 'visit' };

/** Evidence of one record, or of several that say the same, for one maker. */
export interface Unit {
  readonly maker: GroupId | PartyId;
  readonly claim: Claim;
  /** Why this evidence cannot identify. */
  readonly against: string | undefined;
  readonly subject: Subject;
  /** The record is a program, and not a trace of one. */
  readonly isProgram: boolean;
  readonly items: Item[];
  readonly countBySign: Map<SignId, number>;
  presence: Presence;
  /** Days on which it was observed, as far as they are known. */
  readonly days: Set<string>;
}

/** The subject of a record; an observation is called by what was seen. */
export function subjectOf(record: IdentifiableRecord, seen?: string): Subject {
  const host = record.host === undefined ? {} : { host: record.host };
  if (record.kind === 'observation') {
    return { kind: 'observation', name: seen ?? record.what, ...host, source: record.source };
  }
  const version = record.version === undefined ? {} : { version: record.version };
  return { kind: 'component', name: record.name, ...version, ...host, source: record.source };
}

/** The stronger of two states. */
export function strongerPresence(a: Presence, b: Presence): Presence {
  return PRESENCES[a].rank >= PRESENCES[b].rank ? a : b;
}

/** Adds evidence to a unit, unless the same sign has spoken often enough. */
export function addItem(unit: Unit, item: Item): void {
  const count = unit.countBySign.get(item.evidence.sign) ?? 0;
  if (count >= IDENTIFY_LIMITS.evidencePerSignMax) return;
  unit.countBySign.set(item.evidence.sign, count + 1);
  unit.items.push(item);
}

/** Adds what another unit of the same claim found. */
export function mergeUnit(into: Unit, from: Unit): void {
  for (const item of from.items) addItem(into, item);
  into.presence = strongerPresence(into.presence, from.presence);
  for (const day of from.days)
    if (into.days.size < IDENTIFY_LIMITS.visitDaysMax) into.days.add(day);
}
