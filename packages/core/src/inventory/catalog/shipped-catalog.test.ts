import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CatalogFileSchema, type CatalogFile, type PartyGroup } from '../../model/index.ts';
import { checkSchema } from '../../document/index.ts';
import { LOOK_ALIKES } from './look-alikes.fixture.ts';
import { compileCatalog, lintCatalog } from './index.ts';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));

function yamlIn(folder: string): readonly (readonly [string, unknown])[] {
  return readdirSync(`${ROOT}${folder}`)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => [name, parse(readFileSync(`${ROOT}${folder}/${name}`, 'utf8'))] as const);
}

const files = yamlIn('catalog') as readonly (readonly [string, CatalogFile])[];
const parties = yamlIn('rulebook/parties').map(([, group]) => group as PartyGroup);
const catalogs = files.map(([, file]) => file);
const catalog = compileCatalog(catalogs, parties);

function strongHits(field: string, value: string): readonly string[] {
  const hits = catalog.fields[field as keyof typeof catalog.fields]?.lookUp(value) ?? [];
  return hits
    .filter(({ strength }) => strength === 'A' || strength === 'B')
    .map(({ sign }) => sign.sign.id);
}

describe('the catalog that ships', () => {
  it.each(files)('%s has the right shape', (_, file) => {
    expect(checkSchema(CatalogFileSchema, file)).toEqual([]);
  });

  it('has nothing the lint objects to; so every sign bears out its examples', () => {
    const problems = lintCatalog(catalogs, parties, () => 'elsewhere').map(
      ({ file, code, message, path }) =>
        `${files[file]?.[0] ?? ''} ${path.join('.')} ${code}: ${message}`,
    );

    expect(problems).toEqual([]);
  });

  it('is whole: every group has signs, and products where any are known', () => {
    const withProducts =
      'acronis alibaba alipay autel baidu bytedance camscanner china-mobile china-telecom ' +
      'china-unicom dahua deepseek dji fibocom hikvision huawei hytera kaspersky moomoo pdd ' +
      'positive-technologies quectel rednote shareit shein tencent tiger-brokers tp-link uniview ' +
      'vkontakte vmate webull wps-office zte';
    const makersOnly =
      'baai baichuan cloudwalk cxmt gotion-high-tech group-ib hisense iflytek megvii minimax ' +
      'moonshot-ai nuctech pacific-networks robosense sensetime smic stepfun tcl';
    const all = [...withProducts.split(' '), ...makersOnly.split(' ')].sort();

    expect(catalogs.map(({ group }) => group)).toEqual(all);
    for (const { group, products, signs } of catalogs) {
      if (makersOnly.split(' ').includes(group)) expect(products).toEqual([]);
      else expect(products.length).toBeGreaterThan(0);
      expect(signs.length).toBeGreaterThan(1);
    }
  });

  it('is as large as the README says', () => {
    expect(catalogs).toHaveLength(52);
    expect(catalog.products.size).toBeGreaterThanOrEqual(160);
    expect(catalog.signs.size).toBeGreaterThan(1_600);
    expect(catalog.embeddings.length).toBeGreaterThanOrEqual(80);
  });

  it('lets nothing be proof that rests on general knowledge alone', () => {
    const rests = [...catalog.signs.values()]
      .map(({ sign }) => sign)
      .filter(({ strength, sources }) => strength === 'A' && sources.every((s) => s === 'know'));

    expect(rests).toEqual([]);
  });

  it('finds every yes example among all signs together, by its sign or a narrower one', () => {
    const lost: string[] = [];
    for (const { sign } of catalog.signs.values()) {
      for (const value of sign.test.yes) {
        const hits = catalog.fields[sign.field]?.lookUp(value) ?? [];
        if (!hits.some((hit) => hit.sign.sign.id === sign.id)) lost.push(`${sign.id}: ${value}`);
      }
    }

    expect(lost).toEqual([]);
  });

  it('lets no strong sign fire on what only looks like it', () => {
    const values = Object.entries(LOOK_ALIKES).flatMap(([field, own]) =>
      own.map((value) => [field, value] as const),
    );
    const fired = values
      .map(([field, value]) => ({ field, value, signs: strongHits(field, value) }))
      .filter(({ signs }) => signs.length > 0);

    expect(values.length).toBeGreaterThanOrEqual(300);
    expect(fired).toEqual([]);
  });

  it('gives the same digest for the same files', () => {
    expect(catalog.digest).toBe(compileCatalog(catalogs, parties).digest);
    expect(catalog.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    'pkg:golang/github.com/tencentcloud/tencentcloud-sdk-go',
    'pkg:golang/github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common@v1.0.490',
    'pkg:golang/github.com/tencentyun/cos-go-sdk-v5@v0.7.40',
  ])('finds %s', (purl) => {
    expect(strongHits('purl', purl)).toHaveLength(1);
  });

  it('keeps packer-plugin-tencentcloud from its look-alike', () => {
    const purl = 'pkg:golang/github.com/hashicorp/packer-plugin-tencentcloud@v1.0.0';

    expect(strongHits('purl', purl)).toEqual([]);
  });
});
