import type { EmbeddedItem, RecordField } from '../../model/index.ts';

/** Splits a CPE at its colons, but not at those that are escaped. */
function cpeParts(cpe: string): readonly string[] {
  return cpe.split(/(?<!\\):/).map((part) => part.replaceAll(/\\(.)/g, '$1'));
}

/** Vendor and product of a CPE name in either binding; undefined when it is none. */
function cpeNames(cpe: string): { vendor: string; product: string } | undefined {
  const parts = cpeParts(cpe.trim());
  const [vendor, product] = /^cpe:2\.3:/i.test(cpe.trim())
    ? parts.slice(3, 5)
    : /^cpe:\//i.test(cpe.trim())
      ? parts.slice(2, 4)
      : [];
  if (vendor === undefined || vendor === '' || vendor === '*') return undefined;
  return { vendor: decoded(vendor), product: decoded(product ?? '') };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The fields of an item that signs speak of. */
export function fieldsOfItem(item: EmbeddedItem): readonly RecordField[] {
  const fields: RecordField[] = [];
  if (item.name !== undefined) fields.push({ field: 'name', value: item.name, at: '/name' });
  if (item.product !== undefined && item.product !== item.name) {
    fields.push({ field: 'name', value: item.product, at: '/product' });
  }
  if (item.maker !== undefined) {
    fields.push({ field: 'manufacturer', value: item.maker, at: '/maker' });
  }
  if (item.purl !== undefined) fields.push({ field: 'purl', value: item.purl, at: '/purl' });
  const cpe = item.cpe === undefined ? undefined : cpeNames(item.cpe);
  if (cpe !== undefined) {
    fields.push({ field: 'cpe.vendor', value: cpe.vendor, at: '/cpe' });
    fields.push({ field: 'cpe.product', value: `${cpe.vendor}:${cpe.product}`, at: '/cpe' });
  }
  return fields;
}
