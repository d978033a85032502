import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../limits.ts';
import type { InventoryRecord, RecordField } from '../../model/index.ts';
import type { ByteSource } from '../reader.ts';
import { pieces, readFile, type FileRead } from '../input/read.fixture.ts';
import { madeCertificate, madeName, madeSignature } from './der/der.fixture.ts';
import { READERS } from './index.ts';
import { madeFat, madeMach } from './mac-program/mac-program.fixture.ts';
import { madeProgram } from './windows-program/windows-program.fixture.ts';

// What lies in folders: programs, certificates and browser extensions, all of them made here.

const KASPERSKY = madeName('AO Kaspersky Lab', 'AO Kaspersky Lab');
const AUTHORITY = madeName('Example Authority', 'Example Code Signing');
const DRIVER = madeProgram({
  strings: {
    CompanyName: 'AO Kaspersky Lab',
    ProductName: 'Kaspersky Anti-Virus',
    OriginalFilename: 'KLIF.SYS',
    ProductVersion: '21.3.10.391',
    Comments: '',
  },
  signatures: [
    madeSignature(KASPERSKY, AUTHORITY, madeSignature(madeName('N', 'Nested'), AUTHORITY)),
  ],
  isDriver: true,
});

function read(content: Uint8Array | string | ByteSource, file: string, host?: string): FileRead {
  return readFile(READERS, content, { file, ...(host === undefined ? {} : { host }) });
}

function fieldsOf(records: readonly InventoryRecord[]): readonly RecordField[] {
  return records.flatMap((record) => (record.kind === 'component' ? record.fields : []));
}

function inWords(records: readonly InventoryRecord[]): readonly string[] {
  return fieldsOf(records).map(({ field, value }) => `${field}=${value}`);
}

describe('a program of Windows', () => {
  it('shows its version resource and its signers, nested ones too, as not verified', () => {
    const { format, records, coverage, codes } = read(DRIVER, 'C/drivers/klif.sys', 'pc-1');

    expect(format).toBe('windows-program');
    expect(coverage.status).toBe('read');
    expect(codes).toEqual(['signature-not-verified']);
    expect(records).toMatchObject([
      { name: 'klif.sys', version: '21.3.10.391', host: 'pc-1', presence: 'installed' },
    ]);
    expect(inWords(records)).toEqual([
      'driver_file=klif.sys',
      'pe.company=AO Kaspersky Lab',
      'pe.product=Kaspersky Anti-Virus',
      'driver_file=KLIF.SYS',
      'signer.cn=AO Kaspersky Lab',
      'signer.o=AO Kaspersky Lab',
      'signer.cn=Nested',
      'signer.o=N',
    ]);
    const unverified = fieldsOf(records).filter((one) => one.unverified === true);
    expect(new Set(unverified.map(({ field }) => field))).toEqual(
      new Set(['signer.cn', 'signer.o']),
    );
  });

  it.each([
    ['of 32 bits', { is64: false, strings: { CompanyName: 'C' } }, 'pe.company=C'],
    [
      'without a resource',
      { signatures: [madeSignature(KASPERSKY, AUTHORITY)] },
      'signer.o=AO Kaspersky Lab',
    ],
    ['without anything', {}, 'exe_file=a.exe'],
  ])('%s is read as well', (_, parts, field) => {
    const { coverage, records } = read(madeProgram(parts), 'a.exe');

    expect(coverage.status).toBe('read');
    expect(inWords(records)).toContain(field);
    expect(records).toMatchObject([{ presence: 'present-in-build', supporting: true }]);
  });

  it('is read at a few places where that can be done, and not to its end', () => {
    let placed = 0;
    const source: ByteSource = {
      *chunks() {
        yield DRIVER;
        // The format is told from the first pieces; nothing behind them is asked for.
        yield new Uint8Array(LIMITS.sniffBytes);
        throw new Error('read further than needed');
      },
      readAt(offset, length) {
        placed += length;
        return DRIVER.subarray(offset, offset + length);
      },
    };
    const { records, coverage } = read(source, 'k.sys');

    expect(coverage.status).toBe('read');
    expect(inWords(records)).toContain('signer.o=AO Kaspersky Lab');
    expect(placed).toBeLessThan(20_000);
  });

  it('cut at any byte is not taken for whole where something of it is missing', () => {
    const whole = inWords(read(DRIVER, 'k.sys').records);
    for (let length = 0x40; length < DRIVER.length; length += 3) {
      const { format, coverage, records } = read(pieces(DRIVER.subarray(0, length), 100), 'k.sys');
      if (format === null) continue;

      if (inWords(records).length < whole.length) {
        expect(coverage.status, `cut at ${length}`).not.toBe('read');
      }
    }
  });

  it('with any byte changed is answered, and names no signer that is not in it', () => {
    fc.assert(
      fc.property(fc.nat(DRIVER.length - 1), fc.nat(255), (at, byte) => {
        const broken = DRIVER.slice();
        broken[at] = byte;
        const { coverage, records } = read(broken, 'k.sys');

        expect(coverage.records).toBe(records.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a program of macOS', () => {
  it('shows the identifier and team of each architecture, as not verified', () => {
    const fat = madeFat(madeMach('com.kaspersky.kav', '2Y8XE5CQ94'), madeMach('com.kaspersky.kav'));
    const { format, coverage, records, codes } = read(fat, 'K.app/Contents/MacOS/kav');

    expect(format).toBe('mac-program');
    expect(coverage.status).toBe('read');
    expect(codes).toEqual(['signature-not-verified']);
    expect(inWords(records)).toEqual([
      'file_name=kav',
      'bundle_id=com.kaspersky.kav',
      'team_id=2Y8XE5CQ94',
    ]);
    expect(fieldsOf(records).filter(({ unverified }) => unverified)).toHaveLength(2);
  });

  it('without a signature is a file and no more', () => {
    expect(inWords(read(madeMach(), 'tool').records)).toEqual(['file_name=tool']);
  });

  it('is told from a class file of Java, which begins with the same four bytes', () => {
    const java = Uint8Array.from([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 0x41, ...new Uint8Array(60)]);

    expect(read(java, 'A.class').coverage).toMatchObject({ format: null, status: 'skipped' });
  });

  it('cut or changed anywhere is answered', () => {
    const fat = madeFat(madeMach('com.kaspersky.kav', '2Y8XE5CQ94'));
    for (let length = 32; length < fat.length; length += 1) {
      const { coverage, records } = read(fat.subarray(0, length), 'kav');
      if (coverage.format !== null && inWords(records).length < 3) {
        expect(coverage.status, `cut at ${length}`).not.toBe('read');
      }
    }
    fc.assert(
      fc.property(fc.nat(fat.length - 1), fc.nat(255), (at, byte) => {
        const broken = fat.slice();
        broken[at] = byte;
        const { coverage, records } = read(broken, 'kav');

        expect(coverage.records).toBe(records.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('certificates', () => {
  const ROOT = madeCertificate(KASPERSKY, AUTHORITY);
  const BODY = Buffer.from(ROOT).toString('base64');
  const PEM = `-----BEGIN CERTIFICATE-----\n${BODY}\n-----END CERTIFICATE-----\n`;
  const FIELDS = ['cert.subject=AO Kaspersky Lab', 'cert.issuer=Example Code Signing'];

  it('are read from DER and from PEM with other text around them', () => {
    expect(inWords(read(ROOT, 'root.cer').records)).toEqual(FIELDS);
    const { format, records, coverage } = read(`subject=x\n${PEM}\n${PEM}`, 'bundle.pem', 'pc-1');

    expect(format).toBe('certificate');
    expect(coverage.status).toBe('read');
    expect(records.map(({ source }) => source.pointer)).toEqual(['line:2', 'line:6']);
    expect(inWords(records)).toEqual([...FIELDS, ...FIELDS]);
  });

  it('that are damaged or have no end are said to be lost', () => {
    expect(read(PEM.replace(/MI?/, '*'), 'a.pem').codes).toEqual(['value']);
    expect(read(PEM.slice(0, 60), 'a.pem').codes).toEqual(['truncated']);
    expect(read(`-----BEGIN CERTIFICATE-----\n${PEM}`, 'a.pem').codes).toEqual(['truncated']);
  });
});

describe('a browser extension', () => {
  const MANIFEST = {
    manifest_version: 3,
    name: 'Kaspersky Protection',
    version: '1.0',
    author: 'K',
  };

  it.each([
    [
      'Chrome, by its folder',
      MANIFEST,
      'Extensions/ahkjpbeeocnddjkakilopmfdlnjdpcdm/1.0_0/manifest.json',
      'chrome_id=ahkjpbeeocnddjkakilopmfdlnjdpcdm',
    ],
    // The id is half the digest of the key: of no bytes, e3b0c442…
    [
      'Chrome, by its key',
      { ...MANIFEST, key: '' },
      'x/manifest.json',
      'name=Kaspersky Protection',
    ],
    [
      'Firefox',
      { ...MANIFEST, browser_specific_settings: { gecko: { id: 'light_plugin@kaspersky.com' } } },
      'x/manifest.json',
      'firefox_id=light_plugin@kaspersky.com',
    ],
  ])('of %s is known', (_, manifest, file, field) => {
    const { format, records, coverage } = read(JSON.stringify(manifest), file);

    expect(format).toBe('browser-extension');
    expect(coverage.status).toBe('read');
    expect(inWords(records)).toContain(field);
  });

  it('has the id Chrome makes of its key', () => {
    const key = Buffer.from('a key made for this test').toString('base64');
    const { records } = read(JSON.stringify({ ...MANIFEST, key }), 'x/manifest.json');

    // SHA-256 of these bytes, its first half written with the letters a to p.
    expect(inWords(records)).toContain('chrome_id=ellggafabjpimbkohaaiiehgiaghiejb');
  });
});
