import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ComponentRecord } from '../../../model/index.ts';
import { readFile, type FileRead } from '../../input/read.fixture.ts';
import { cyclonedxJson } from './json-reader.ts';

const APPLIANCE = readFileSync(new URL('fixtures/appliance-1.6.cdx.json', import.meta.url), 'utf8');

function read(content: string | object): FileRead {
  return readFile([cyclonedxJson], typeof content === 'string' ? content : JSON.stringify(content));
}

function bom(parts: object): object {
  return { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, ...parts };
}

function componentsOf({ records }: FileRead): readonly ComponentRecord[] {
  return records.filter((record) => record.kind === 'component');
}

function componentAt(reading: FileRead, pointer: string): ComponentRecord {
  const found = componentsOf(reading).find(({ source }) => source.pointer === pointer);
  if (found === undefined) throw new Error(`nothing at ${pointer}`);
  return found;
}

describe('cyclonedxJson, where components stand', () => {
  const reading = read(APPLIANCE);

  it('reads every place, in document order', () => {
    expect(reading.coverage.status).toBe('read');
    expect(componentsOf(reading).map(({ source, name }) => [source.pointer, name])).toEqual([
      ['/metadata/component', 'MailWarden 400'],
      ['/metadata/component/components/0', 'warden-boot'],
      ['/metadata/tools/components/0', 'made-up-packer'],
      ['/metadata/tools/services/0', 'made-up signer'],
      ['/components/0', 'Kaspersky Anti-Virus SDK'],
      ['/components/0/components/0', '/opt/warden/engine/kavbase.dll'],
      ['/components/0/components/0/components/0', 'signatures'],
      ['/components/1', 'mail-parser'],
      ['/components/1/pedigree/ancestors/0', 'old-parser'],
      ['/components/2', 'openssl'],
      ['/components/3', 'C:\\Windows\\System32\\drivers\\klif.sys'],
      ['/services/0', 'reputation'],
      ['/services/0/services/0', 'reputation-cache'],
    ]);
  });

  it('names the product a part belongs to, and none for tools', () => {
    const parent = { name: 'MailWarden 400', version: '6.2.1' };

    expect(componentAt(reading, '/components/0/components/0').parent).toEqual(parent);
    expect(componentAt(reading, '/services/0').parent).toEqual(parent);
    expect(componentAt(reading, '/metadata/component/components/0').parent).toEqual(parent);
    expect(componentAt(reading, '/metadata/component').parent).toBeUndefined();
    expect(componentAt(reading, '/metadata/tools/components/0').parent).toBeUndefined();
  });

  it('reads tools in the shape of 1.2 to 1.4', () => {
    const tool = { vendor: 'Tool Example', name: 'packer', version: '2' };
    const [record] = componentsOf(read(bom({ metadata: { tools: [tool] } })));

    expect(record).toMatchObject({
      source: { pointer: '/metadata/tools/0' },
      version: '2',
      fields: [
        { field: 'name', value: 'packer', at: '/name' },
        { field: 'manufacturer', value: 'Tool Example', at: '/vendor' },
      ],
    });
  });

  it('walks nesting up to the limit of depth', () => {
    let nested: object = { type: 'library', name: 'innermost' };
    for (let depth = 0; depth < 400; depth += 1) {
      nested = { type: 'library', name: `level ${depth}`, components: [nested] };
    }

    expect(read(bom({ components: [nested] })).coverage).toMatchObject({
      status: 'read',
      records: 401,
    });
  });
});

describe('cyclonedxJson, fields', () => {
  const reading = read(APPLIANCE);

  it('takes everything a component says of its maker', () => {
    expect(componentAt(reading, '/components/0').fields).toEqual([
      { field: 'name', value: 'Kaspersky Anti-Virus SDK', at: '/name' },
      { field: 'publisher', value: 'Kaspersky Lab', at: '/publisher' },
      { field: 'supplier', value: 'AO Kaspersky Lab', at: '/supplier/name' },
      { field: 'manufacturer', value: 'AO Kaspersky Lab', at: '/manufacturer/name' },
      { field: 'author', value: 'Scan Team', at: '/author' },
      { field: 'author', value: 'First Author', at: '/authors/0/name' },
      { field: 'cpe.vendor', value: 'kaspersky', at: '/cpe' },
      { field: 'cpe.product', value: 'kaspersky:anti-virus_sdk', at: '/cpe' },
      {
        field: 'file_sha256',
        value: 'f498a8ff2dd007e29c2074f5e4b01a9a01775c3ff3aeaf6906ea503bc5791b7b',
        at: '/hashes/1/content',
      },
    ]);
  });

  it('does not take who packaged a Debian package for its maker', () => {
    expect(componentAt(reading, '/components/2').fields.map(({ field }) => field)).toEqual([
      'name',
      'package_name',
      'purl',
      'cpe.vendor',
      'cpe.product',
    ]);
  });

  it('puts the group before the name when there is no package URL', () => {
    expect(componentAt(reading, '/components/1').fields).toContainEqual({
      field: 'name',
      value: 'org.example/mail-parser',
      at: '/group',
    });
  });

  it('knows files and drivers as evidence, by their names', () => {
    expect(componentAt(reading, '/components/0/components/0')).toMatchObject({
      supporting: true,
      fields: [
        { field: 'name' },
        { field: 'file_name', value: 'kavbase.dll' },
        { field: 'path', value: '/opt/warden/engine/kavbase.dll' },
      ],
    });
    expect(componentAt(reading, '/components/3').fields).toContainEqual({
      field: 'driver_file',
      value: 'klif.sys',
      at: '/name',
    });
  });

  it('takes the supplier of the product from beside it', () => {
    expect(componentAt(reading, '/metadata/component').fields).toContainEqual({
      field: 'supplier',
      value: 'Halden Fallow Systems, Inc.',
      at: '1/supplier/name',
    });
  });

  it('takes provider and hosts of a service', () => {
    expect(componentAt(reading, '/services/0').fields).toEqual([
      { field: 'name', value: 'reputation', at: '/name' },
      { field: 'name', value: 'com.example/reputation', at: '/group' },
      { field: 'supplier', value: 'Cloud Example', at: '/provider/name' },
      { field: 'host', value: 'ksn.example', at: '/endpoints/0' },
    ]);
  });

  it('says that everything is part of a build', () => {
    expect(new Set(componentsOf(reading).map(({ presence }) => presence))).toEqual(
      new Set(['present-in-build']),
    );
  });
});

describe('cyclonedxJson, what the document says of itself', () => {
  it('notes that a part is declared incomplete', () => {
    expect(read(APPLIANCE).coverage.problems).toMatchObject([
      { code: 'declared-incomplete', pointer: '/compositions/1' },
      { code: 'not-inventory', pointer: '/formulation' },
    ]);
  });

  it('notes signatures and never calls them verified', () => {
    const signed = { type: 'library', name: 'a', signature: { algorithm: 'ES256' } };
    const { coverage } = read(bom({ signature: {}, components: [signed] }));

    expect(coverage.status).toBe('read');
    expect(coverage.problems.map(({ code }) => code)).toEqual([
      'signature-not-verified',
      'signature-not-verified',
    ]);
  });

  it('notes that a component has a bill of materials elsewhere', () => {
    const externalReferences = [{ type: 'bom', url: 'https://vendor.example/bom.json' }];
    const { coverage } = read(
      bom({ components: [{ type: 'device', name: 'a', externalReferences }] }),
    );

    expect(coverage).toMatchObject({ status: 'read', problems: [{ code: 'external-document' }] });
  });
});

describe('cyclonedxJson, of documents that are wrong', () => {
  it.each([
    ['another bomFormat', { bomFormat: 'Other' }, '/bomFormat'],
    ['no bomFormat', { bomFormat: undefined }, '/bomFormat'],
    ['no specVersion', { specVersion: undefined }, '/specVersion'],
    ['an old specVersion', { specVersion: '1.1' }, '/specVersion'],
    ['a specVersion of another kind', { specVersion: 1.5 }, '/specVersion'],
    ['a bad serial number', { serialNumber: 'urn:uuid:12' }, '/serialNumber'],
  ])('refuses %s', (_, parts, pointer) => {
    const components = [{ type: 'library', name: 'a' }];
    const { coverage } = read({ ...bom({ components }), ...parts });

    expect(coverage.status).toBe('unreadable');
    expect(coverage.records).toBe(0);
    expect(coverage.problems[0]?.pointer).toBe(pointer);
  });

  it('reads a newer 1.x as far as it is known', () => {
    const { coverage } = read({
      ...bom({ components: [{ type: 'library', name: 'a' }] }),
      specVersion: '1.8',
    });

    expect(coverage).toMatchObject({
      status: 'partial',
      records: 1,
      problems: [{ code: 'version-unsupported' }],
    });
  });

  const md5 = '3942447fac867ae5cdb3229b658f4d48';
  it.each([
    ['no type', { name: 'a' }, '/type'],
    ['an unknown type', { type: 'foo', name: 'a' }, '/type'],
    ['no name', { type: 'library' }, '/name'],
    [
      'an unknown hash',
      { type: 'library', name: 'a', hashes: [{ alg: 'FOO', content: md5 }] },
      '/hashes/0/alg',
    ],
    [
      'a cut hash',
      { type: 'library', name: 'a', hashes: [{ alg: 'MD5', content: '39' }] },
      '/hashes/0/content',
    ],
    ['a SWID without id', { type: 'library', name: 'a', swid: { name: 'a' } }, '/swid'],
  ])('refuses a document in which the only component has %s', (_, wrong, at) => {
    const { coverage } = read(bom({ components: [wrong] }));

    expect(coverage).toMatchObject({ status: 'unreadable', records: 0 });
    expect(coverage.problems[0]).toMatchObject({ code: 'schema', pointer: `/components/0${at}` });
  });

  it('reads a wrong component among right ones, and says so', () => {
    const right = { type: 'library', name: 'right' };
    const wrong = { type: 'foo', name: 'wrong' };
    const { coverage, records } = read(bom({ components: [wrong, right, wrong] }));

    expect(records).toHaveLength(3);
    expect(coverage.status).toBe('partial');
    expect(coverage.problems).toHaveLength(2);
  });

  it('reads hashes whose algorithm is only spelled wrong', () => {
    const hashes = [{ alg: 'SHA256', content: 'a'.repeat(64) }];
    const { coverage, records } = read(
      bom({ components: [{ type: 'library', name: 'a', hashes }] }),
    );

    expect(coverage.status).toBe('read');
    expect(records).toMatchObject([{ fields: [{}, { field: 'file_sha256' }] }]);
  });

  it('wants a version up to 1.3, and reads the component without', () => {
    const parts = { components: [{ type: 'library', name: 'a' }] };

    expect(read({ ...bom(parts), specVersion: '1.3' }).coverage).toMatchObject({
      status: 'partial',
      records: 1,
      problems: [{ pointer: '/components/0/version' }],
    });
    expect(read({ ...bom(parts), specVersion: '1.4' }).coverage.status).toBe('read');
  });

  it('reports lists that are no lists', () => {
    const { coverage } = read(bom({ components: { type: 'library', name: 'a' } }));

    expect(coverage).toMatchObject({
      status: 'unreadable',
      problems: [{ pointer: '/components' }],
    });
  });

  it('survives members of every wrong type', () => {
    for (const wrong of [null, 1, 'x', [], [null], {}, [[]]]) {
      const component = Object.fromEntries(
        [
          'supplier',
          'authors',
          'hashes',
          'evidence',
          'components',
          'pedigree',
          'cpe',
          'purl',
          'swid',
        ].map((key) => [key, wrong]),
      );
      const parts = [
        'metadata',
        'components',
        'services',
        'formulation',
        'annotations',
        'vulnerabilities',
        'declarations',
        'compositions',
      ].map((key) => [key, wrong]);

      read(bom(Object.fromEntries(parts)));
      read(
        bom({
          components: [{ type: 'library', name: 'a', ...component }],
          metadata: { tools: wrong, component: wrong },
        }),
      );
    }
  });
});

describe('cyclonedxJson, of documents that break off', () => {
  it('gives at every byte only records of the whole, and never calls it read', () => {
    const known = new Set(read(APPLIANCE).records.map((record) => JSON.stringify(record)));
    const bytes = new TextEncoder().encode(APPLIANCE.trimEnd());
    for (let length = 0; length < bytes.length; length += 1) {
      const { records, coverage } = readFile([cyclonedxJson], bytes.subarray(0, length));

      expect(coverage.status, `cut at byte ${length}`).not.toBe('read');
      for (const record of records) expect(known).toContain(JSON.stringify(record));
    }
  }, 30_000);

  it('gives the components before a fault in the middle', () => {
    const text = APPLIANCE.replace('"name": "openssl",', '"name": openssl,');
    const { coverage, records } = read(text);

    expect(coverage.status).toBe('partial');
    expect(coverage.problems[0]).toMatchObject({ code: 'json-syntax' });
    expect(records.map(({ source }) => source.pointer)).toContain('/components/1');
  });
});

describe('cyclonedxJson, recognizing', () => {
  it('knows the head of a large document that has its format at the end', () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({
      type: 'library',
      name: `n${index}`,
    }));
    const document = { components: many, bomFormat: 'CycloneDX', specVersion: '1.5' };

    expect(read(document).coverage).toMatchObject({ format: 'cyclonedx-json', records: 3000 });
  });

  it('leaves other JSON alone', () => {
    expect(read({ components: [{ id: 1 }] }).format).toBeNull();
    expect(read('[{"bomFormat":"CycloneDX"}]').format).toBeNull();
  });
});
