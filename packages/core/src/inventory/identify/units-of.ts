import {
  PRESENCES,
  type Evidence,
  type GroupId,
  type PartyId,
  type Presence,
  type Product,
  type SignField,
} from '../../model/index.ts';
import { nameKey, type Catalog } from '../catalog/index.ts';
import { dayOf } from './day-of.ts';
import { isWiderThan } from './wider-product.ts';
import { IDENTIFY_LIMITS } from './limits.ts';
import { matchName } from './match-name.ts';
import type { SignMatch } from './match-record.ts';
import { recordKindOf } from './trace-kind.ts';
import {
  addItem,
  strongerPresence,
  subjectOf,
  type Claim,
  type IdentifiableRecord,
  type Item,
  type Unit,
} from './unit.ts';

type Maker = GroupId | PartyId;

/** Fields in which a thing is called by the name of a product. */
const NAMING: ReadonlySet<SignField> = new Set<SignField>([
  'name',
  'pe.product',
  'cpe.product',
  'security_product',
]);

/** The state a sign shows in a record; a record that is removed or in a build stays that. */
function presenceOf(record: IdentifiableRecord, match: SignMatch): Presence {
  const { implies } = match.sign.sign;
  if (record.kind === 'observation') return implies ?? 'visited';
  const { presence } = record;
  if (implies === undefined || PRESENCES[presence].rank < PRESENCES.installed.rank) return presence;
  return strongerPresence(presence, implies);
}

/** Where a field stands: below the record, or, when it opens with a number, that many levels up. */
function placeOf(pointer: string, at: string): string {
  const [, levels, rest = ''] = /^(\d+)(\/.*)?$/.exec(at) ?? [];
  if (levels === undefined) return `${pointer}${at}`;
  const parts = pointer.split('/');
  return `${parts.slice(0, Math.max(1, parts.length - Number(levels))).join('/')}${rest}`;
}

/** Kind of the thing a record lists, when it is one on a host. */
function traceOf(record: IdentifiableRecord): Pick<Evidence, 'trace'> {
  const isThing = record.kind === 'component' && record.host !== undefined;
  return isThing ? { trace: recordKindOf(record) } : {};
}

function evidenceOf(record: IdentifiableRecord, match: SignMatch): Evidence {
  const { file, pointer } = record.source;
  const { field, value, at } = match.field;
  return {
    sign: match.sign.sign.id,
    field: match.sign.sign.field === 'registrable_domain' ? 'registrable_domain' : field,
    value: value.slice(0, IDENTIFY_LIMITS.evidenceValueLengthMax),
    strength: match.strength,
    source: { file, pointer: placeOf(pointer, at) },
    ...traceOf(record),
    cite: match.sign.cite,
  };
}

function itemOf(record: IdentifiableRecord, match: SignMatch): Item {
  const { origin, party, sign } = match.sign;
  const evidence = evidenceOf(record, match);
  const presence = presenceOf(record, match);
  return { evidence, strength: match.strength, origin, party, privilege: sign.privilege, presence };
}

function isVisit(record: IdentifiableRecord, match: SignMatch): boolean {
  return record.kind === 'observation' && presenceOf(record, match) === 'visited';
}

function narrowest(products: readonly Product[]): readonly Product[] {
  return products.filter((product) => !products.some((other) => isWiderThan(product, other)));
}

function specificProducts(matches: readonly SignMatch[]): readonly Product[] {
  const found = new Map<string, Product>();
  for (const { sign } of matches) {
    if (sign.product !== undefined && !sign.isDefault) found.set(sign.product.id, sign.product);
  }
  return narrowest([...found.values()]);
}

/** Whether evidence of a record belongs to one of the products shown by the same record. */
function belongsTo(product: Product, match: SignMatch): boolean {
  const own = match.sign.product;
  if (own === undefined || match.sign.isDefault) return true;
  return own.id === product.id || isWiderThan(own, product);
}

/** Whether a trace shows its product by name only: files of all editions carry one name. */
function isTraceByName(record: IdentifiableRecord, matches: readonly SignMatch[]): boolean {
  if (record.kind !== 'component' || !record.supporting) return false;
  return matches.every(
    ({ sign }) => sign.product === undefined || sign.isDefault || NAMING.has(sign.sign.field),
  );
}

interface Sorted {
  readonly positive: readonly SignMatch[];
  readonly against: string | undefined;
}

/**
 * Takes what speaks against apart. Against a product: that product is not shown. Against the
 * maker: nothing in this record can identify.
 */
function sortMatches(matches: readonly SignMatch[]): Sorted {
  const negatives = matches.filter(({ strength }) => strength === 'neg');
  const positive = matches.filter(({ strength }) => strength !== 'neg');
  if (negatives.length === 0) return { positive, against: undefined };
  const notThese = new Set(
    negatives.flatMap(({ sign }) => (sign.product === undefined ? [] : [sign.product.id])),
  );
  const againstMaker = negatives.find(({ sign }) => sign.product === undefined);
  return {
    positive: positive.flatMap((match) => withoutProducts(match, notThese)),
    against: againstMaker && (againstMaker.sign.sign.note ?? againstMaker.sign.sign.id),
  };
}

function withoutProducts(match: SignMatch, notThese: ReadonlySet<string>): readonly SignMatch[] {
  const { product, isDefault } = match.sign;
  if (product === undefined || !notThese.has(product.id)) return [match];
  if (!isDefault) return [];
  return [{ ...match, sign: { ...match.sign, product: undefined, isDefault: false } }];
}

/**
 * Whether the record is a program by itself: an entry of a list of programs or packages. A running
 * process is none; its path and signature say whose it is, and not which program it came with.
 */
function isOwnProgram(record: IdentifiableRecord, matches: readonly SignMatch[]): boolean {
  if (record.kind !== 'component' || record.supporting) return false;
  return matches.some(({ sign }) => sign.origin === 'registry' || sign.origin === 'package');
}

function claimOf(record: IdentifiableRecord, matches: readonly SignMatch[]): Claim {
  const fallback = matches.find(({ sign }) => sign.isDefault)?.sign.product;
  if (fallback !== undefined) return { kind: 'default', product: fallback };
  return record.kind === 'component' && isOwnProgram(record, matches)
    ? { kind: 'program', key: nameKey(record.name) }
    : { kind: 'maker' };
}

function daysOf(record: IdentifiableRecord): Set<string> {
  const day = record.kind === 'observation' ? dayOf(record.at) : undefined;
  return new Set(day === undefined ? [] : [day]);
}

function unitFrom(record: IdentifiableRecord, maker: Maker, claim: Claim, sorted: Sorted): Unit {
  const [first] = sorted.positive;
  const unit: Unit = {
    maker,
    claim,
    against: sorted.against,
    subject: subjectOf(record, first?.field.value),
    isProgram: isOwnProgram(record, sorted.positive),
    items: [],
    countBySign: new Map(),
    presence: first === undefined ? 'visited' : presenceOf(record, first),
    days: daysOf(record),
  };
  for (const match of sorted.positive) {
    addItem(unit, itemOf(record, match));
    unit.presence = strongerPresence(unit.presence, presenceOf(record, match));
  }
  return unit;
}

function unitsOfMaker(
  catalog: Catalog,
  record: IdentifiableRecord,
  maker: Maker,
  matches: readonly SignMatch[],
): readonly Unit[] {
  const { positive, against } = sortMatches(matches);
  if (positive.length === 0) return [];
  const telling = positive.filter((match) => !isVisit(record, match));
  if (telling.length === 0) {
    return [unitFrom(record, maker, { kind: 'visit' }, { positive, against })];
  }
  const named = [...telling, ...matchName(catalog, record, maker, telling)];
  const products = specificProducts(named);
  if (products.length === 0) {
    return [unitFrom(record, maker, claimOf(record, named), { positive: named, against })];
  }
  return products.map((product) => {
    const own = named.filter((match) => belongsTo(product, match));
    const kind = isTraceByName(record, own) ? 'hint' : 'product';
    return unitFrom(record, maker, { kind, product }, { positive: own, against });
  });
}

/** The units of evidence in one record, for each maker that its matches show. */
export function unitsOf(
  catalog: Catalog,
  record: IdentifiableRecord,
  matches: readonly SignMatch[],
): readonly Unit[] {
  const byMaker = new Map<Maker, SignMatch[]>();
  for (const match of matches) {
    const { maker } = match.sign;
    byMaker.set(maker, [...(byMaker.get(maker) ?? []), match]);
  }
  return [...byMaker].flatMap(([maker, own]) => unitsOfMaker(catalog, record, maker, own));
}
