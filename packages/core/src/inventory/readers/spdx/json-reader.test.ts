import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFile, type FileRead } from '../../input/read.fixture.ts';
import { spdxJson } from './json-reader.ts';

const PORTAL = readFileSync(new URL('fixtures/portal-2.3.spdx.json', import.meta.url), 'utf8');

function read(content: string | object): FileRead {
  return readFile([spdxJson], typeof content === 'string' ? content : JSON.stringify(content));
}

function change(parts: object): object {
  return { ...(JSON.parse(PORTAL) as object), ...parts };
}

describe('spdxJson', () => {
  const reading = read(PORTAL);

  it('reads packages and files, with the product they belong to', () => {
    expect(reading.coverage).toMatchObject({ format: 'spdx-json', status: 'read', problems: [] });
    expect(
      reading.records.map((record) =>
        record.kind === 'component'
          ? [record.source.pointer, record.name, record.supporting, record.parent?.version]
          : [],
      ),
    ).toEqual([
      ['/packages/0', 'portal', false, undefined],
      ['/packages/1', 'kaspresso', false, '3.11.0'],
      ['/packages/2', 'openssl', false, '3.11.0'],
      ['/packages/3', 'tool', false, '3.11.0'],
      ['/files/0', './drivers/klif.sys', true, undefined],
    ]);
  });

  it('takes package URL, CPE once, digest and originator', () => {
    expect(reading.records[1]).toMatchObject({
      version: '1.5.5',
      presence: 'present-in-build',
      fields: [
        { field: 'name', value: 'kaspresso', at: '/name' },
        { field: 'manufacturer', value: 'Kaspersky Lab (UK)', at: '/originator' },
        { field: 'purl', at: '/externalRefs/0/referenceLocator' },
        { field: 'cpe.vendor', value: 'kaspersky' },
        { field: 'cpe.product', value: 'kaspersky:kaspresso' },
        { field: 'file_sha256', at: '/checksums/1/checksumValue' },
      ],
    });
  });

  it('takes a person for an author, and the maintainer of a Debian package for nobody', () => {
    expect(reading.records[3]).toMatchObject({
      fields: [{ field: 'name' }, { field: 'author', value: 'A Person' }],
    });
    expect(reading.records[2]).toMatchObject({
      fields: [{ field: 'name' }, { field: 'package_name', value: 'openssl' }, { field: 'purl' }],
    });
  });

  it('knows a driver among the files', () => {
    expect(reading.records[4]).toMatchObject({
      fields: [
        { field: 'driver_file', value: 'klif.sys' },
        { field: 'path', value: './drivers/klif.sys' },
        { field: 'file_sha256' },
      ],
    });
  });

  it('finds what is described by relationships of either direction', () => {
    for (const relationship of [
      {
        spdxElementId: 'SPDXRef-DOCUMENT',
        relationshipType: 'DESCRIBES',
        relatedSpdxElement: 'SPDXRef-portal',
      },
      {
        spdxElementId: 'SPDXRef-portal',
        relationshipType: 'DESCRIBED_BY',
        relatedSpdxElement: 'SPDXRef-DOCUMENT',
      },
    ]) {
      const { records } = read(
        change({ documentDescribes: undefined, relationships: [relationship] }),
      );

      expect(records[1]).toMatchObject({ parent: { name: 'portal' } });
    }
  });

  it('names no product when several are described', () => {
    const { records } = read(change({ documentDescribes: ['SPDXRef-portal', 'SPDXRef-tool'] }));

    expect(records[1]).not.toHaveProperty('parent');
  });

  it('notes documents that are not part of the file', () => {
    expect(read(change({ externalDocumentRefs: [{}] })).coverage).toMatchObject({
      status: 'read',
      problems: [{ code: 'external-document' }],
    });
  });

  it.each([['SPDX-3.0'], ['SPDX-2.1'], [2.3], [undefined]])('refuses version %s', (version) => {
    expect(read(change({ spdxVersion: version })).coverage).toMatchObject({
      status: 'unreadable',
      records: 0,
      problems: [{ code: 'version-unsupported', pointer: '/spdxVersion' }],
    });
  });

  it('reports a package without a name and reads the others', () => {
    const { coverage } = read(
      change({ packages: [{ SPDXID: 'SPDXRef-a' }, { SPDXID: 'b', name: 'b' }] }),
    );

    expect(coverage).toMatchObject({
      status: 'partial',
      records: 2,
      problems: [{ pointer: '/packages/0/name' }],
    });
  });

  it('knows a document that begins with its files', () => {
    const files = Array.from({ length: 2000 }, (_, index) => ({
      fileName: `./file-${index}`,
      SPDXID: `SPDXRef-${index}`,
    }));

    expect(read({ files, packages: [], spdxVersion: 'SPDX-2.2' }).coverage).toMatchObject({
      format: 'spdx-json',
      status: 'read',
      records: 2000,
    });
  });

  it('leaves SPDX 3 alone', () => {
    const document = { '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': [] };

    expect(read(document).format).toBeNull();
  });

  it('gives at every byte only records of the whole, and never calls it read', () => {
    const known = new Set(reading.records.map((record) => JSON.stringify(record)));
    const bytes = new TextEncoder().encode(PORTAL.trimEnd());
    for (let length = 0; length < bytes.length; length += 1) {
      const { records, coverage } = readFile([spdxJson], bytes.subarray(0, length));

      expect(coverage.status, `cut at byte ${length}`).not.toBe('read');
      for (const record of records) expect(known).toContain(JSON.stringify(record));
    }
  });
});
