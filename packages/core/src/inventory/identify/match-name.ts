import type { GroupId, PartyId, SignField } from '../../model/index.ts';
import type { Catalog } from '../catalog/index.ts';
import type { SignMatch } from './match-record.ts';
import type { IdentifiableRecord } from './unit.ts';

/** Fields that name the maker in a column of its own. */
const MAKER_FIELDS: ReadonlySet<SignField> = new Set<SignField>([
  'publisher',
  'supplier',
  'manufacturer',
  'cpe.vendor',
]);

/** Products of a maker that a name without the maker's word means. */
export function productMatches(
  catalog: Catalog,
  maker: GroupId | PartyId,
  name: string,
  at: string,
): readonly SignMatch[] {
  const field = { field: 'name', value: name, at } as const;
  return (catalog.makerWords.get(maker) ?? []).flatMap((word) =>
    (catalog.fields.name?.lookUp(`${word} ${name}`) ?? [])
      .filter(({ sign }) => sign.maker === maker && sign.product !== undefined && !sign.isDefault)
      .map(({ sign, strength }) => ({ sign, strength, field })),
  );
}

/**
 * Reads a name together with the maker that stands beside it: tables with a column for the vendor
 * write `kaspersky` and `endpoint_security`. Only for a record that shows no product yet.
 */
export function matchName(
  catalog: Catalog,
  record: IdentifiableRecord,
  maker: GroupId | PartyId,
  matches: readonly SignMatch[],
): readonly SignMatch[] {
  if (record.kind !== 'component' || record.supporting) return [];
  if (matches.some(({ sign }) => sign.product !== undefined && !sign.isDefault)) return [];
  const hasMaker = matches.some(
    ({ field, strength }) => MAKER_FIELDS.has(field.field) && strength !== 'C',
  );
  return hasMaker ? productMatches(catalog, maker, record.name, '') : [];
}
