import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, readFile, type FileRead } from '../../input/read.fixture.ts';
import { spdx3 } from './index.ts';

const CONTEXT = 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld';

/** Made for tests. */
const GRAPH = [
  { type: 'CreationInfo', '@id': '_:c', specVersion: '3.0.1', created: '2025-01-01T00:00:00Z' },
  { type: 'Organization', spdxId: 'urn:o', name: 'Organization: AO Kaspersky Lab' },
  { type: 'Person', spdxId: 'urn:p', name: 'A Developer' },
  { type: 'SpdxDocument', spdxId: 'urn:d', rootElement: ['urn:portal'] },
  {
    type: 'ExternalIdentifier',
    spdxId: 'urn:e',
    externalIdentifierType: 'cpe23',
    identifier: 'cpe:2.3:a:kaspersky:anti-virus_sdk:8.9:*:*:*:*:*:*:*',
  },
  {
    type: 'software_Package',
    spdxId: 'urn:portal',
    name: 'portal',
    software_packageVersion: '3',
  },
  {
    type: 'software_Package',
    spdxId: 'urn:sdk',
    name: 'sdk',
    suppliedBy: 'urn:o',
    originatedBy: ['urn:p', { type: 'Organization', name: 'Maker' }, 'urn:nowhere'],
    externalIdentifier: [
      'urn:e',
      { externalIdentifierType: 'packageUrl', identifier: 'pkg:npm/sdk@1' },
    ],
    verifiedUsing: [{ type: 'Hash', algorithm: 'sha256', hashValue: 'ab'.repeat(32) }],
  },
  { type: 'software_File', spdxId: 'urn:f', name: './drivers/klif.sys' },
];

function document(graph: readonly unknown[] = GRAPH): string {
  return JSON.stringify({ '@context': CONTEXT, '@graph': graph });
}

function read(content: string | Uint8Array): FileRead {
  return readFile([spdx3], content);
}

describe('spdx3', () => {
  it('reads packages and files, with what ids and elements in place stand for', () => {
    const { records, coverage } = read(document());

    expect(coverage).toMatchObject({ format: 'spdx-3-json', status: 'read', problems: [] });
    expect(records).toMatchObject([
      { name: 'portal', version: '3', source: { pointer: '/@graph/5' } },
      {
        name: 'sdk',
        parent: { name: 'portal', version: '3' },
        fields: [
          { field: 'name' },
          { field: 'supplier', value: 'AO Kaspersky Lab', at: '/suppliedBy' },
          { field: 'author', value: 'A Developer' },
          { field: 'manufacturer', value: 'Maker', at: '/originatedBy' },
          { field: 'cpe.vendor', value: 'kaspersky', at: '/externalIdentifier/0/identifier' },
          { field: 'cpe.product', value: 'kaspersky:anti-virus_sdk' },
          { field: 'purl', value: 'pkg:npm/sdk@1', at: '/externalIdentifier/1/identifier' },
          { field: 'file_sha256' },
        ],
      },
      { name: './drivers/klif.sys', supporting: true, fields: [{ field: 'driver_file' }, {}] },
    ]);
    expect(records[0]).not.toHaveProperty('parent');
  });

  it('reads long type names, a package kind of its own and a document of one element', () => {
    const long = {
      '@type': 'https://spdx.org/rdf/3.0.1/terms/Software/Package',
      spdxId: 'urn:a',
      name: 'a',
    };
    const model = { type: 'ai_AIPackage', spdxId: 'urn:b', name: 'b' };
    expect(read(document([long, model])).records).toMatchObject([{ name: 'a' }, { name: 'b' }]);
    expect(
      read(JSON.stringify({ '@context': CONTEXT, ...model, creationInfo: '_:c' })).records,
    ).toMatchObject([{ name: 'b', source: { pointer: '' } }]);
  });

  it('takes the maintainer of a Debian package for nobody', () => {
    const { records } = read(
      document([
        { type: 'Organization', spdxId: 'urn:o', name: 'Maintainers' },
        {
          type: 'software_Package',
          spdxId: 'urn:a',
          name: 'a',
          suppliedBy: 'urn:o',
          software_packageUrl: 'pkg:deb/debian/a@1',
        },
      ]),
    );

    expect(records).toMatchObject([
      { fields: [{ field: 'name' }, { field: 'package_name' }, { field: 'purl' }] },
    ]);
  });

  it('says of a package without a name, of newer versions and of other documents', () => {
    expect(read(document([{ type: 'software_Package', spdxId: 'urn:a' }])).coverage).toMatchObject({
      status: 'unreadable',
      problems: [{ code: 'schema', pointer: '/@graph/0/name' }],
    });
    expect(
      read(document([{ type: 'CreationInfo', specVersion: '3.2.0' }, ...GRAPH])).coverage,
    ).toMatchObject({ status: 'partial', problems: [{ code: 'version-unsupported' }] });
    expect(
      read(document([{ type: 'SpdxDocument', import: [{ externalSpdxId: 'urn:x' }] }, ...GRAPH]))
        .codes,
    ).toEqual(['external-document']);
  });

  it('ids of prototypes and circles of ids: are ids like others', () => {
    const { records, coverage } = read(
      document([
        { type: 'software_Package', spdxId: '__proto__', name: 'a', suppliedBy: '__proto__' },
        { type: 'SpdxDocument', spdxId: 'constructor', rootElement: ['constructor', 'toString'] },
      ]),
    );

    expect(records).toMatchObject([{ name: 'a' }]);
    expect(coverage.status).toBe('read');
  });

  it('cut at any byte behind its context: is not called read, and gives whole elements', () => {
    const text = document();
    const names = new Set(['portal', 'sdk', './drivers/klif.sys']);
    for (let length = text.indexOf(CONTEXT) + 25; length < text.length; length += 1) {
      const { coverage, records } = read(bytesOf(text.slice(0, length)));

      expect(coverage.status, `cut at ${length}`).toMatch(/^(partial|unreadable)$/);
      for (const one of records) expect(one.kind === 'component' && names.has(one.name)).toBe(true);
    }
  }, 30_000);

  it('any value in any place: is answered and not thrown at', () => {
    fc.assert(
      fc.property(fc.nat(GRAPH.length - 1), fc.jsonValue(), fc.nat(6), (index, value, at) => {
        const graph = structuredClone(GRAPH) as Record<string, unknown>[];
        const node = graph[index] ?? {};
        node[Object.keys(node)[at] ?? 'name'] = value;

        const { coverage, records } = read(document(graph));
        expect(coverage.records).toBe(records.length);
      }),
      { numRuns: 500 },
    );
  }, 30_000);
});
