import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CatalogFile, Checklist, PartyGroup, ProductId } from '../../model/index.ts';
import { compileCatalog } from '../catalog/index.ts';
import { checklistOf } from './checklist.ts';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));

function yamlIn(folder: string): readonly unknown[] {
  return readdirSync(`${ROOT}${folder}`)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parse(readFileSync(`${ROOT}${folder}/${name}`, 'utf8')) as unknown);
}

const catalog = compileCatalog(
  yamlIn('catalog') as readonly CatalogFile[],
  yamlIn('rulebook/parties') as readonly PartyGroup[],
);

function items(id: string): Checklist['items'] {
  return checklistOf(catalog, id as ProductId)?.items ?? [];
}

function values(id: string, kind: string): readonly string[] {
  return items(id)
    .filter((item) => item.kind === kind)
    .map(({ value }) => value);
}

describe('checklistOf', () => {
  it('has what any edition of a protective product brings, as traces are alike', () => {
    const drivers = values('kaspersky-endpoint-security-windows', 'driver');

    expect(drivers).toContain('klif.sys');
    expect(drivers).toEqual(values('kaspersky-total-security', 'driver'));
    expect(values('kaspersky-endpoint-security-windows', 'certificate')).toContain(
      'Kaspersky Anti-Virus Personal Root Certificate',
    );
  });

  it('has no driver of the anti-virus for another product of the maker', () => {
    expect(values('kaspersky-password-manager', 'driver')).toEqual([]);
    expect(values('kaspersky-vpn', 'service')).toEqual([String.raw`^KSDE\d+\.\d+(\.\d+)?$`]);
  });

  it('names of each item the sign of the catalog and a value it matches', () => {
    for (const { sign, field, op, example } of items('kaspersky-endpoint-security-windows')) {
      const compiled = catalog.signs.get(sign);

      expect(compiled?.sign).toMatchObject({ field, op });
      expect(compiled?.sign.strength).not.toBe('neg');
      const hits = catalog.fields[field]?.lookUp(example) ?? [];
      expect(hits.map((hit) => hit.sign.sign.id)).toContain(sign);
    }
  });

  it('is not there for a product the catalog does not have', () => {
    expect(checklistOf(catalog, 'no-such-product' as ProductId)).toBeUndefined();
  });
});
