import { describe, expect, it } from 'vitest';
import type { CatalogFile, PartyGroup } from '../../model/index.ts';
import { lintCatalog } from './lint-catalog.ts';
import { CATALOG_PROBLEMS } from './problem.ts';

const SOURCES = { s: { title: 'A source', citation: 'p. 1', published: '2024-06-24' } };

const PARTIES = [
  {
    schema: 'interdict.parties/1',
    group: { id: 'acme', title: 'Acme', members: ['acme-inc'] },
    sources: {},
    parties: [{ id: 'acme-inc', schema: 'Company', name: 'Acme, Inc.' }],
  },
  {
    schema: 'interdict.parties/1',
    group: { id: 'other', title: 'Other', members: ['other-inc'] },
    sources: {},
    parties: [{ id: 'other-inc', schema: 'Company', name: 'Other, Inc.' }],
  },
] as unknown as readonly PartyGroup[];

const PRODUCT = {
  id: 'acme-shield',
  maker: 'acme-inc',
  name: 'Acme Shield',
  class: 'endpoint-protection',
  sources: ['s'],
};

const SIGN = {
  id: 'acme.name.acme-shield',
  product: 'acme-shield',
  field: 'name',
  op: 'token-seq',
  value: 'Acme Shield',
  strength: 'B',
  verified: true,
  sources: ['s'],
  test: { yes: ['Acme Shield 3'], no: ['Shield'] },
};

const EMBEDDING = {
  id: 'acme.embedding.gate',
  host: { name: 'Gate', maker: 'Gatemaker', class: 'security-appliance' },
  embedded: 'acme-shield',
  how: 'engine',
  optional: false,
  strength: 'B',
  verified: true,
  sources: ['s'],
};

interface Parts {
  readonly products?: readonly object[];
  readonly signs?: readonly object[];
  readonly embeddings?: readonly object[];
  readonly group?: string;
  readonly sources?: object;
}

function fileOf(parts: Parts): CatalogFile {
  return {
    schema: 'interdict.catalog/1',
    group: 'acme',
    sources: SOURCES,
    products: [PRODUCT],
    signs: [],
    embeddings: [],
    ...parts,
  } as unknown as CatalogFile;
}

function problemsIn(...files: readonly CatalogFile[]) {
  return lintCatalog(files, PARTIES, () => 'elsewhere').map(({ code, file, path }) => [
    code,
    file,
    path.join('.'),
  ]);
}

function signProblems(change: object) {
  return problemsIn(fileOf({ signs: [{ ...SIGN, ...change }] }));
}

describe('CATALOG_PROBLEMS', () => {
  it.each(Object.entries(CATALOG_PROBLEMS))('says what %s means', (code, meaning) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(meaning).toMatch(/^[a-z].*[^.]$/);
  });
});

describe('lintCatalog', () => {
  it('has nothing to say about a catalog that holds', () => {
    expect(problemsIn(fileOf({ signs: [SIGN], embeddings: [EMBEDDING] }))).toEqual([]);
  });

  it('finds references to nothing', () => {
    expect(problemsIn(fileOf({ group: 'nobody' }))).toContainEqual(['unknown-group', 0, 'group']);
    expect(problemsIn(fileOf({ products: [{ ...PRODUCT, maker: 'nobody' }] }))).toContainEqual([
      'unknown-party',
      0,
      'products.0.maker',
    ]);
    expect(signProblems({ party: 'nobody', product: undefined })).toContainEqual([
      'unknown-party',
      0,
      'signs.0.party',
    ]);
    expect(signProblems({ product: 'nothing' })).toContainEqual([
      'unknown-product',
      0,
      'signs.0.product',
    ]);
    expect(signProblems({ sources: ['s', 't'] })).toEqual([
      ['unknown-source', 0, 'signs.0.sources.1'],
    ]);
    expect(problemsIn(fileOf({ embeddings: [{ ...EMBEDDING, embedded: 'nothing' }] }))).toEqual([
      ['unknown-product', 0, 'embeddings.0.embedded'],
    ]);
  });

  it('finds a source that nothing rests on', () => {
    const sources = { ...SOURCES, t: { title: 'Another', citation: 'p. 2', noted: '2026-11-23' } };

    expect(problemsIn(fileOf({ sources }))).toEqual([['unused-source', 0, 'sources.t']]);
  });

  it('finds a source without a date', () => {
    const sources = { s: { title: 'A source', citation: 'p. 1' } };

    expect(problemsIn(fileOf({ sources }))).toEqual([['undated-source', 0, 'sources.s']]);
  });

  it('finds a sign of nobody, and one whose product another maker makes', () => {
    expect(signProblems({ product: undefined })).toContainEqual(['no-target', 0, 'signs.0']);
    expect(signProblems({ party: 'other-inc' })).toEqual([['wrong-maker', 0, 'signs.0.product']]);
    expect(signProblems({ party: 'acme-inc' })).toEqual([]);
  });

  it('finds duplicates, also across files', () => {
    const signs = [SIGN, { ...SIGN, id: 'acme.name.2', value: 'ACME shield' }];
    const second = fileOf({
      products: [{ ...PRODUCT, id: 'acme-other', name: 'acme SHIELD' }],
      signs: [SIGN],
    });

    expect(problemsIn(fileOf({ signs }))).toEqual([['duplicate-sign', 0, 'signs.1.value']]);
    expect(problemsIn(fileOf({ signs: [SIGN] }), second)).toEqual([
      ['duplicate-name', 1, 'products.0.name'],
      ['duplicate-id', 1, 'signs.0.id'],
      ['duplicate-sign', 1, 'signs.0.value'],
    ]);
  });

  it('never lets what was not seen at its source identify alone', () => {
    expect(signProblems({ strength: 'A', verified: false })).toEqual([
      ['unverified-a', 0, 'signs.0.strength'],
    ]);
    const embedding = { ...EMBEDDING, strength: 'A', verified: false };
    expect(problemsIn(fileOf({ embeddings: [embedding] }))).toEqual([
      ['unverified-a', 0, 'embeddings.0.strength'],
    ]);
  });

  it('refuses bare short names, and takes the same letters as an exact id', () => {
    const test = { yes: ['zte'], no: ['aztech'] };

    expect(signProblems({ value: 'zte', op: 'token-seq', test })).toEqual([
      ['bare-name', 0, 'signs.0.value'],
    ]);
    expect(signProblems({ field: 'cpe.vendor', op: 'eq', value: 'zte', test })).toEqual([]);
    expect(
      signProblems({
        field: 'package_name',
        op: 'eq',
        value: 'kesl',
        test: { yes: ['kesl'], no: ['kes'] },
      }),
    ).toEqual([]);
  });

  it('refuses operators that do not fit the field', () => {
    expect(signProblems({ op: 'eq-org' })).toContainEqual(['wrong-operator', 0, 'signs.0.op']);
    expect(signProblems({ op: 'under-namespace' })).toContainEqual([
      'wrong-operator',
      0,
      'signs.0.op',
    ]);
  });

  it('refuses unsafe regular expressions', () => {
    const test = { yes: ['acme'], no: ['x'] };

    expect(signProblems({ op: 'regex', value: 'acme', test })).toEqual([
      ['unsafe-regex', 0, 'signs.0.value'],
    ]);
    expect(signProblems({ op: 'regex', value: '^(a+)+$', test })).toEqual([
      ['unsafe-regex', 0, 'signs.0.value'],
    ]);
  });

  it('refuses values that the field cannot hold', () => {
    const mac = { field: 'mac_prefix', op: 'prefix', test: { yes: ['00:18:82:0:0:1'], no: ['x'] } };

    expect(signProblems({ ...mac, value: '001882 2CC4' })).toEqual([
      ['wrong-value', 0, 'signs.0.value'],
    ]);
    expect(signProblems({ field: 'purl', op: 'eq', value: 'acme' })).toContainEqual([
      'wrong-value',
      0,
      'signs.0.value',
    ]);
  });

  it('holds signs to their examples', () => {
    expect(signProblems({ test: { yes: ['Shield'], no: ['Acme Shield'] } })).toEqual([
      ['unmatched-yes', 0, 'signs.0.test.yes.0'],
      ['matched-no', 0, 'signs.0.test.no.0'],
    ]);
  });

  it('refuses ranges that are empty or open at both ends', () => {
    const versions = [{ from: '2.0', before: '1.0' }, {}];

    expect(problemsIn(fileOf({ embeddings: [{ ...EMBEDDING, versions }] }))).toEqual([
      ['wrong-range', 0, 'embeddings.0.versions.0'],
      ['wrong-range', 0, 'embeddings.0.versions.1'],
    ]);
  });
});
