import { describe, expect, it } from 'vitest';
import { readFile, type FileRead } from '../../input/read.fixture.ts';
import { dpkgStatus } from './index.ts';

function read(text: string): FileRead {
  return readFile([dpkgStatus], text, { host: 'dns-01' });
}

const KESL = `Package: kesl
Status: install ok installed
Priority: extra
Maintainer: AO Kaspersky Lab <support@vendor.example>
Architecture: amd64
Version: 12.0.0-6672
Conffiles:
 /etc/kesl.conf 0123456789abcdef
Description: endpoint protection
 A longer text,
 .
 Package: not-a-package
`;

const REMOVED = `Package: klnagent64
Status: deinstall ok config-files
Version: 15.0.0-12912
`;

const ABSENT = `Package: old
Status: purge ok not-installed
`;

describe('dpkgStatus', () => {
  it('reads installed and removed packages, and counts those that are absent', () => {
    const { coverage, records } = read(`${KESL}\n${REMOVED}\n${ABSENT}\n`);

    expect(coverage).toMatchObject({
      format: 'dpkg-status',
      status: 'read',
      problems: [
        { code: 'table-not-mapped', message: '1 packages are known to dpkg and not installed' },
      ],
    });
    expect(records).toEqual([
      {
        kind: 'component',
        source: { file: 'file', pointer: 'line:1' },
        host: 'dns-01',
        name: 'kesl',
        version: '12.0.0-6672',
        presence: 'installed',
        supporting: false,
        fields: [{ field: 'package_name', value: 'kesl', at: '/Package' }],
      },
      expect.objectContaining({ name: 'klnagent64', presence: 'remnant' }),
    ]);
  });

  it('counts half-installed packages as installed', () => {
    const [record] = read(KESL.replace('ok installed', 'reinstreq half-configured')).records;

    expect(record).toMatchObject({ presence: 'installed' });
  });

  it('reads the single stanzas of distroless images', () => {
    const { records, format } = read('Package: base-files\nVersion: 12\nArchitecture: all\n');

    expect(format).toBe('dpkg-status');
    expect(records).toMatchObject([{ name: 'base-files', version: '12', presence: 'installed' }]);
  });

  it('does not take packages that can be had for installed ones', () => {
    expect(read('Package: kesl\nVersion: 1\nFilename: pool/k.deb\n').format).toBeNull();
    expect(read('Package: kesl\nArchitecture: any\nDescription: source\n').format).toBeNull();
  });

  it('reads Windows line ends', () => {
    expect(read(`${KESL}\n${REMOVED}`.replaceAll('\n', '\r\n')).records).toMatchObject([
      { name: 'kesl', version: '12.0.0-6672' },
      { name: 'klnagent64' },
    ]);
  });

  it('reports a stanza without a package, and lines that are no field', () => {
    const { coverage } = read(`${KESL}\nVersion: 1\n\nnot a field\nPackage: b\nVersion: 2\n`);

    expect(coverage).toMatchObject({
      status: 'partial',
      records: 2,
      problems: [
        { code: 'row-shape', pointer: 'line:14' },
        { code: 'row-shape', pointer: 'line:16' },
      ],
    });
  });

  it('does not trust the field a file breaks off in', () => {
    const { coverage, records } = read(`${KESL}\n${REMOVED}`.trimEnd());

    expect(coverage.status).toBe('partial');
    expect(coverage.problems).toMatchObject([{ code: 'truncated', pointer: 'line:14' }]);
    expect(records[1]).toMatchObject({ name: 'klnagent64', presence: 'remnant' });
    expect(records[1]).not.toHaveProperty('version');
    expect(read(`${KESL}\nPackage: klna`).records).toHaveLength(1);
  });

  it('knows its files by content', () => {
    expect(read('Package: a\n').format).toBeNull();
    expect(read('A text.\nPackage: a\nVersion: 1\n').format).toBeNull();
  });
});
