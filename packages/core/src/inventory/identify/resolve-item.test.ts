import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CatalogFile, Item, PartyGroup } from '../../model/index.ts';
import { compileCatalog } from '../catalog/index.ts';
import { resolveItem } from './resolve-item.ts';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));

function yamlIn(folder: string): readonly unknown[] {
  return readdirSync(`${ROOT}${folder}`)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => parse(readFileSync(`${ROOT}${folder}/${name}`, 'utf8')) as unknown);
}

const catalog = compileCatalog(
  yamlIn('catalog') as readonly CatalogFile[],
  yamlIn('rulebook/parties') as readonly PartyGroup[],
);

function of(item: Item) {
  return resolveItem(catalog, item);
}

describe('resolveItem', () => {
  it('looks up a product by its id and by its name', () => {
    const expected = {
      maker: 'kaspersky-lab',
      makerLevel: 'identified',
      product: 'kaspersky-endpoint-security',
      class: 'endpoint-protection',
    };

    expect(of({ product: 'kaspersky-endpoint-security' })).toMatchObject(expected);
    expect(of({ product: 'Kaspersky Endpoint Security' })).toMatchObject(expected);
    expect(of({ name: 'KASPERSKY ENDPOINT SECURITY 12' })).toMatchObject(expected);
    expect(of({ name: 'Kaspersky Endpoint Security', maker: 'Kaspersky Lab' })).toMatchObject(
      expected,
    );
  });

  it('leaves a name that goes on probable, until the maker is stated too', () => {
    const name = 'Kaspersky Endpoint Security, 50 seats, one year';

    expect(of({ name })).toMatchObject({ makerLevel: 'probable' });
    expect(of({ name, maker: 'AO Kaspersky Lab' })).toMatchObject({ makerLevel: 'identified' });
    expect(of({ name, maker: 'Kaspersky Lab Spanish affiliate' })).toMatchObject({
      makerLevel: 'identified',
    });
  });

  it('reads a name that leaves the maker out with the maker beside it', () => {
    expect(of({ name: 'Endpoint Security', maker: 'Kaspersky' })).toMatchObject({
      maker: 'kaspersky-lab',
      product: 'kaspersky-endpoint-security',
      class: 'endpoint-protection',
    });
    expect(of({ name: 'Endpoint Security', maker: 'ESET' })).toEqual({
      name: 'Endpoint Security',
      makerName: 'ESET',
      makerLevel: 'stated',
      evidence: [],
    });
  });

  it('takes a maker by any of its names and legal forms', () => {
    expect(of({ maker: 'ZAO Kaspersky Lab' })).toMatchObject({ maker: 'kaspersky-lab-ao' });
    expect(of({ maker: 'Kaspersky Lab' })).toMatchObject({ maker: 'kaspersky-lab' });
    expect(of({ maker: 'Лаборатория Касперского' })).toMatchObject({ maker: 'kaspersky-lab' });
    expect(of({ maker: 'Huawei Technologies Co.,Ltd.' })).toMatchObject({
      maker: 'huawei-technologies',
      makerLevel: 'identified',
    });
    expect(of({ maker: 'kaspersky-labs-gmbh' })).toMatchObject({ maker: 'kaspersky-labs-gmbh' });
  });

  it('leaves a maker open by a name that others bear too', () => {
    expect(of({ maker: 'MiniMax' })).toMatchObject({
      maker: 'minimax-ai',
      makerLevel: 'identified',
    });
    for (const maker of ['Minimax', 'MINIMAX', 'minimax', 'Minimax GmbH', 'MiniMax GmbH']) {
      expect(of({ maker })).toMatchObject({ maker: 'minimax-ai', makerLevel: 'probable' });
    }
    expect(of({ maker: 'Tcl' })).toMatchObject({ makerLevel: 'probable' });
    expect(of({ maker: '深度求索' })).toMatchObject({ maker: 'deepseek', makerLevel: 'probable' });
  });

  it('finds an app that a list names, by that name', () => {
    expect(of({ name: 'RedNote' })).toMatchObject({
      maker: 'rednote',
      makerLevel: 'identified',
      class: 'messaging-app',
    });
    expect(of({ name: 'Temu', maker: 'a publisher' })).toMatchObject({
      maker: 'pdd',
      makerLevel: 'probable',
    });
  });

  it('keeps a stated maker it does not know apart from no maker at all', () => {
    expect(of({ name: 'a router', maker: 'a router maker', function: 'router' })).toEqual({
      name: 'a router',
      makerName: 'a router maker',
      makerLevel: 'stated',
      class: 'router',
      evidence: [],
    });
    expect(of({ name: 'a router' })).toEqual({
      name: 'a router',
      makerLevel: 'unknown',
      evidence: [],
    });
    expect(of({})).toEqual({ makerLevel: 'unknown', evidence: [] });
  });

  it('does not let a reseller in the place of the maker clear a name', () => {
    expect(of({ name: 'Kaspersky Endpoint Security', maker: 'A Reseller, Inc.' })).toMatchObject({
      maker: 'kaspersky-lab',
      makerLevel: 'probable',
    });
  });

  it('believes another maker of the catalog over a name', () => {
    expect(of({ name: 'Kaspersky Plus', maker: 'Acronis AG' })).toMatchObject({
      maker: 'acronis-ag',
      makerLevel: 'identified',
    });
  });

  it('looks up package URLs and CPE names', () => {
    expect(of({ purl: 'pkg:npm/%40kaspersky/hexa-ui@6.198.2' })).toMatchObject({
      maker: 'kaspersky-lab',
      makerLevel: 'identified',
      product: 'kaspersky-hexa-ui',
      class: 'developer-library',
    });
    expect(of({ cpe: 'cpe:2.3:a:kaspersky:endpoint_security:11.6:*:*:*:*:*:*:*' })).toMatchObject({
      maker: 'kaspersky-lab',
      product: 'kaspersky-endpoint-security',
    });
    expect(of({ cpe: 'cpe:/o:hikvision:ds-2cd2042wd_firmware' })).toMatchObject({
      maker: 'hikvision',
      makerLevel: 'identified',
    });
    expect(of({ purl: 'pkg:npm/kaspersky@1' })).toMatchObject({ makerLevel: 'unknown' });
  });

  it('says what is only information', () => {
    expect(of({ name: 'Kaspersky Threat Intelligence Portal' })).toMatchObject({
      class: 'threat-intelligence',
      purelyInformational: true,
    });
    expect(of({ name: 'Kaspersky SOC Consulting' })).not.toHaveProperty('purelyInformational');
  });

  it('prefers what the catalog knows of a product to the stated function', () => {
    const item: Item = { name: 'Kaspersky Anti-Virus', function: 'developer-library' };

    expect(of(item).class).toBe('endpoint-protection');
  });

  it('resolves what is stated to be inside', () => {
    const { embedded } = of({
      name: 'a gateway',
      maker: 'a gateway maker',
      embeds: [
        { name: 'Kaspersky Anti-Virus SDK', maker: 'Kaspersky Lab', function: 'engine-sdk' },
        'kaspersky-scan-engine',
        'something else',
      ],
    });

    expect(embedded).toMatchObject([
      { maker: 'kaspersky-lab', makerLevel: 'identified', class: 'engine-sdk' },
      { maker: 'kaspersky-lab', makerLevel: 'identified', product: 'kaspersky-scan-engine' },
      { name: 'something else', makerLevel: 'unknown' },
    ]);
    expect(of({ name: 'a gateway', embeds: [] }).embedded).toEqual([]);
    expect(of({ name: 'a gateway' })).not.toHaveProperty('embedded');
  });

  it('takes a text for what is inside as a product or as its maker', () => {
    const { embedded } = of({ name: 'a router', embeds: ['Kaspersky', 'Kaspersky Scan Engine'] });

    expect(embedded).toMatchObject([
      { name: 'Kaspersky', maker: 'kaspersky-lab', makerLevel: 'identified' },
      { maker: 'kaspersky-lab', makerLevel: 'identified', product: 'kaspersky-scan-engine' },
    ]);
    expect(embedded?.[0]).not.toHaveProperty('product');
  });

  it('leaves it open who made what begins with the word of a maker', () => {
    expect(of({ name: 'Kaspersky something new' })).toMatchObject({
      maker: 'kaspersky-lab',
      makerLevel: 'lead',
    });
    expect(of({ name: 'Huawei-compatible charger', maker: 'Acme' })).toMatchObject({
      makerLevel: 'stated',
    });
  });

  it('knows what is inside hosts of the catalog, by their version', () => {
    const inside = (item: Item) => of(item).embedded?.map((one) => [one.product, one.makerLevel]);

    expect(inside({ name: 'Juniper SRX 340', version: '12.1X46-D30' })).toEqual([
      ['kaspersky-anti-virus-sdk', 'identified'],
    ]);
    expect(inside({ name: 'Juniper SRX 340' })).toEqual([['kaspersky-anti-virus-sdk', 'probable']]);
    expect(inside({ name: 'Juniper SRX 340', version: '18.4R1' })).toEqual([]);
    expect(inside({ name: 'MetaDefender Core', version: '5.2' })).toEqual([
      ['kaspersky-anti-virus-sdk', 'probable'],
    ]);
    expect(inside({ name: 'UltraAV', maker: 'Pango' })).toEqual([]);
  });

  it('makes no claim of what is only reported, nor of a connector', () => {
    expect(of({ name: 'F-Secure Anti-Virus' })).not.toHaveProperty('embedded');
    expect(of({ name: 'Rspamd' })).not.toHaveProperty('embedded');
  });

  it('gives no maker to what is only about a product', () => {
    expect(of({ name: 'Kaspersky Security Center connector' })).toMatchObject({
      makerLevel: 'unknown',
    });
  });

  it('says where the evidence stands', () => {
    const source = { file: 'orders.json', pointer: '/3/item' };
    const [first] = resolveItem(catalog, { maker: 'AO Kaspersky Lab' }, source).evidence;

    expect(first).toMatchObject({
      sign: 'kaspersky.manufacturer.ao-kaspersky-lab',
      source: { file: 'orders.json', pointer: '/3/item/maker' },
    });
  });

  it('never throws, whatever an order says', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('__proto__', 'pkg:%', 'cpe:2.3:'),
    );
    const item = fc.record(
      { product: text, name: text, maker: text, purl: text, cpe: text, version: text },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(item, (one) => {
        expect(() => of(one)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
