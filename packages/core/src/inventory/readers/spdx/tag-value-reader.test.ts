import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../limits.ts';
import { bytesOf, pieces, readFile, type FileRead } from '../../input/read.fixture.ts';
import { spdxTagValue } from './index.ts';

/** Made for tests. */
const PORTAL = `SPDXVersion: SPDX-2.3
DataLicense: CC0-1.0
SPDXID: SPDXRef-DOCUMENT
DocumentName: portal

##### Packages

PackageName: portal
SPDXID: SPDXRef-portal
PackageVersion: 3.11.0
PackageSupplier: Organization: Halden Fallow (info@halden.example)
PackageLicenseComments: <text>
PackageName: not a package
</text>

PackageName: kaspresso
SPDXID: SPDXRef-kaspresso
PackageVersion: 1.5.5
PackageOriginator: Person: A Developer
PackageChecksum: SHA1: e6b1000b94e835ffd37f4c6dcbdad43f4b48a02a
PackageChecksum: SHA256: f498a8ff2dd007e29c2074f5e4b01a9a01775c3ff3aeaf6906ea503bc5791b7b
ExternalRef: PACKAGE-MANAGER purl pkg:maven/com.kaspersky.android-components/kaspresso@1.5.5
ExternalRef: SECURITY cpe23Type cpe:2.3:a:kaspersky:kaspresso:1.5.5:*:*:*:*:*:*:*

PackageName: openssl
SPDXID: SPDXRef-openssl
PackageSupplier: Organization: A Maintainer
ExternalRef: PACKAGE_MANAGER purl pkg:deb/ubuntu/openssl@3

FileName: ./drivers/klif.sys
SPDXID: SPDXRef-file
FileChecksum: SHA256: a498a8ff2dd007e29c2074f5e4b01a9a01775c3ff3aeaf6906ea503bc5791b7b

LicenseID: LicenseRef-1
PackageVersion: 9

Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-portal
`;

function read(content: string | Uint8Array): FileRead {
  return readFile([spdxTagValue], content);
}

describe('spdxTagValue', () => {
  it('reads packages and files with what they say, and the product they belong to', () => {
    const { records, coverage } = read(PORTAL);

    expect(coverage).toMatchObject({ format: 'spdx-tag-value', status: 'read', problems: [] });
    expect(records).toMatchObject([
      // Files are known at once, packages when the document has said what it describes.
      {
        name: './drivers/klif.sys',
        supporting: true,
        fields: [
          { field: 'driver_file', value: 'klif.sys', at: ':FileName' },
          { field: 'path' },
          { field: 'file_sha256', at: ':FileChecksum' },
        ],
      },
      {
        name: 'portal',
        version: '3.11.0',
        source: { pointer: 'line:8' },
        fields: [
          { field: 'name' },
          { field: 'supplier', value: 'Halden Fallow', at: ':PackageSupplier' },
        ],
      },
      {
        name: 'kaspresso',
        parent: { name: 'portal', version: '3.11.0' },
        fields: [
          { field: 'name' },
          { field: 'author', value: 'A Developer' },
          { field: 'file_sha256', at: ':PackageChecksum' },
          { field: 'purl', at: ':ExternalRef' },
          { field: 'cpe.vendor', value: 'kaspersky' },
          { field: 'cpe.product', value: 'kaspersky:kaspresso' },
        ],
      },
      {
        name: 'openssl',
        fields: [{ field: 'name' }, { field: 'package_name' }, { field: 'purl' }],
      },
    ]);
    expect(records[1]).not.toHaveProperty('parent');
  });

  it.each(['SPDX-2.0', 'SPDX-2.1', 'SPDX-2.2', 'SPDX-2.3'])('reads %s', (version) => {
    expect(read(PORTAL.replace('SPDX-2.3', version)).coverage.status).toBe('read');
  });

  it('reads the same with Windows line breaks, a byte order mark and in pieces', () => {
    const windows = `\u{feff}${PORTAL.replaceAll('\n', '\r\n')}`;
    const { records, coverage } = readFile([spdxTagValue], pieces(windows, 3));

    expect(coverage.status).toBe('read');
    expect(records).toEqual(read(PORTAL).records);
  });

  it.each(['SPDX-1.2', 'SPDX-3.0', 'SPDX-2.2DataLicense: CC0-1.0SPDXID: x'])(
    'refuses the version `%s`',
    (version) => {
      const { coverage } = read(PORTAL.replace('SPDX-2.3', version));

      expect(coverage).toMatchObject({
        status: 'unreadable',
        records: 0,
        problems: [{ code: 'version-unsupported', pointer: 'line:1' }],
      });
    },
  );

  it('does not guess where tags end that are parted by carriage returns', () => {
    const { coverage } = read(PORTAL.replaceAll('\n', '\r'));

    expect(coverage.status).toBe('unreadable');
    expect(coverage.problems[0]).toMatchObject({ code: 'row-shape', pointer: 'line:1' });
  });

  it('says of lines that are no tags, and reads the others', () => {
    const { coverage, records } = read(PORTAL.replace('##### Packages', 'Packages follow\nso'));

    expect(records).toHaveLength(4);
    expect(coverage).toMatchObject({
      status: 'partial',
      problems: [{ code: 'row-shape', pointer: 'line:6' }],
    });
  });

  it('takes a document that ends without a line break in a known relationship for whole', () => {
    expect(read(PORTAL.trimEnd()).coverage.status).toBe('read');
    expect(read(PORTAL.trimEnd().slice(0, -1)).codes).toEqual(['truncated']);
  });

  it('cut inside any line: is not called read, and gives no package twice or in part', () => {
    const whole = new Set(read(PORTAL).records.map((one) => JSON.stringify(one.source)));
    const bytes = bytesOf(PORTAL);
    for (let length = 5; length < bytes.length; length += 1) {
      const isInLine = bytes[length - 1] !== 0x0a && bytes[length] !== 0x0a;
      const { coverage, records } = read(bytes.subarray(0, length));

      if (isInLine && PORTAL.slice(0, length).trimEnd() === PORTAL.slice(0, length)) {
        const line = PORTAL.slice(0, length).split('\n').at(-1) ?? '';
        if (!line.startsWith('#')) {
          expect(coverage.status, `cut at ${length}`).toMatch(/^(partial|unreadable)$/);
        }
      }
      for (const record of records) expect(whole.has(JSON.stringify(record.source))).toBe(true);
    }
  }, 30_000);

  it('a text without end, of 50 MB: costs little memory and is said', () => {
    const source = {
      *chunks() {
        yield bytesOf(`${PORTAL}PackageComment: <text>\n`);
        for (let count = 0; count < 50; count += 1) yield bytesOf(`${'x'.repeat(999_999)}\n`);
      },
    };
    const { coverage, codes } = readFile([spdxTagValue], source);

    expect(codes).toEqual(['truncated']);
    expect(coverage).toMatchObject({ status: 'partial', records: 4 });
  }, 30_000);

  it('a value longer than the limit: is cut, and said to be', () => {
    const { codes } = read(
      PORTAL.replace(
        'PackageVersion: 3.11.0',
        `PackageName: ${'n'.repeat(LIMITS.textLengthMax + 1)}`,
      ),
    );

    expect(codes).toContain('text-limit');
  });

  it('one package with more tags than are kept: is read in part, and said to be', () => {
    const tag = 'ExternalRef: SECURITY cpe23Type cpe:2.3:a:v:p:1:*:*:*:*:*:*:*\n';
    const { coverage, codes } = read(
      `SPDXVersion: SPDX-2.3\nPackageName: a\n${tag.repeat(LIMITS.fieldsMax + 5)}`,
    );

    expect(codes).toEqual(['state-limit']);
    expect(coverage).toMatchObject({ status: 'partial', records: 1 });
  }, 30_000);

  it('NUL bytes and damaged characters: are said', () => {
    expect(read(PORTAL.replace('kaspresso', 'a\0b')).coverage).toMatchObject({
      status: 'unreadable',
    });
    const [before, after] = PORTAL.split('portal', 2);
    const bytes = new Uint8Array([...bytesOf(`${before}`), 0xff, ...bytesOf(`${after}\n`)]);
    expect(read(bytes).codes).toContain('encoding');
  });

  it('anything behind a head: is answered and not thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(PORTAL.length), (text, at) => {
        const { coverage, records } = read(PORTAL.slice(0, at) + text + PORTAL.slice(at));

        expect(coverage.records).toBe(records.length);
        if (coverage.status !== 'read') expect(coverage.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  }, 30_000);
});
