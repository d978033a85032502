import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../limits.ts';
import {
  baseName,
  commonName,
  cpeParts,
  fileField,
  isMaintained,
  isSystemPackage,
  macDigits,
  organization,
  programPath,
  purlType,
  RecordMaker,
} from './index.ts';

describe('cpeParts', () => {
  it.each([
    [
      'cpe:2.3:a:kaspersky:anti-virus:21.3:*:*:*:*:*:*:*',
      { vendor: 'kaspersky', product: 'anti-virus' },
    ],
    ['cpe:2.3:a:vendor\\:x:pro\\\\duct:1', { vendor: 'vendor:x', product: 'pro\\duct' }],
    [
      'cpe:/a:kaspersky:internet_security:9.0',
      { vendor: 'kaspersky', product: 'internet_security' },
    ],
    ['cpe:/o:dahuasecurity:a%7eb', { vendor: 'dahuasecurity', product: 'a~b' }],
    ['CPE:2.3:h:hikvision:*', { vendor: 'hikvision' }],
    ['cpe:/a:huawei', { vendor: 'huawei' }],
  ])('reads %s', (name, parts) => {
    expect(cpeParts(name)).toEqual(parts);
  });

  it.each(['', 'cpe:2.3:a:*:*', 'cpe:/a::x', 'cpe:2.3:a:-:x', 'kaspersky', 'cpe:2.3:'])(
    'names nobody for `%s`',
    (name) => {
      expect(cpeParts(name)).toBeUndefined();
    },
  );
});

describe('file names', () => {
  it('end a path of any system', () => {
    expect(baseName('C:\\Windows\\System32\\drivers\\klif.sys')).toBe('klif.sys');
    expect(baseName('/opt/kaspersky/kesl/bin/kesl')).toBe('kesl');
    expect(baseName('avp.exe')).toBe('avp.exe');
  });

  it('tell drivers, programs and other files apart', () => {
    expect(fileField('KLIF.SYS')).toBe('driver_file');
    expect(fileField('avp.exe')).toBe('exe_file');
    expect(fileField('avp.com')).toBe('exe_file');
    expect(fileField('kavbase.dll')).toBe('file_name');
    expect(fileField('sys')).toBe('file_name');
  });

  it.each([
    ['"C:\\Program Files (x86)\\A B\\avp.exe" -r', 'C:\\Program Files (x86)\\A B\\avp.exe'],
    ['C:\\Program Files\\A B\\svc.exe --run all', 'C:\\Program Files\\A B\\svc.exe'],
    ['\\SystemRoot\\System32\\drivers\\klif.sys', '\\SystemRoot\\System32\\drivers\\klif.sys'],
    ['/usr/bin/kesl', '/usr/bin/kesl'],
  ])('are found in the command %s', (command, path) => {
    expect(programPath(command)).toBe(path);
  });
});

describe('distinguished names', () => {
  it.each([
    ['CN=AO Kaspersky Lab, O=AO Kaspersky Lab, C=RU', 'AO Kaspersky Lab'],
    ['/C=RU/O=AO Kaspersky Lab/CN=Kaspersky Root', 'Kaspersky Root'],
    ['O=X, CN="Lab, Inc."', 'Lab, Inc.'],
    ['CN=Lab\\, Inc.,O=X', 'Lab, Inc.'],
    [
      'Kaspersky Anti-Virus Personal Root Certificate',
      'Kaspersky Anti-Virus Personal Root Certificate',
    ],
  ])('%s has a common name', (name, common) => {
    expect(commonName(name)).toBe(common);
  });

  it('may have none', () => {
    expect(commonName('O=Only, C=US')).toBeUndefined();
    expect(commonName(' ')).toBeUndefined();
    expect(organization('/C=RU/O=AO Kaspersky Lab/CN=x')).toBe('AO Kaspersky Lab');
  });
});

describe('macDigits', () => {
  it.each([
    ['2c:c4:4f:9a:1b:2c', '2CC44F9A1B2C'],
    ['2c-c4-4f-9a-1b-2c', '2CC44F9A1B2C'],
    ['2cc4.4f9a.1b2c', '2CC44F9A1B2C'],
    ['2cc4-4f9a-1b2c', '2CC44F9A1B2C'],
    ['0:1b:2:a:b:c', '001B020A0B0C'],
  ])('reads %s', (address, digits) => {
    expect(macDigits(address)).toBe(digits);
  });

  it.each([
    '00:00:00:00:00:00',
    'ff:ff:ff:ff:ff:ff',
    '01:00:5e:00:00:01',
    '02:aa:bb:cc:dd:ee',
    'x',
    '',
  ])('names no maker for %s', (address) => {
    expect(macDigits(address)).toBeUndefined();
  });
});

describe('package URLs', () => {
  it('have a type', () => {
    expect(purlType('pkg:NPM/%40scope/name@1')).toBe('npm');
    expect(purlType('pkg://deb/debian/apt')).toBe('deb');
    expect(purlType('pkg:npm')).toBeUndefined();
    expect(purlType('npm/name')).toBeUndefined();
  });

  it('tell packages of the system from those of a maker', () => {
    expect(isSystemPackage('pkg:rpm/centos/bash')).toBe(true);
    expect(isMaintained('pkg:rpm/centos/bash')).toBe(false);
    expect(isMaintained('pkg:deb/debian/bash')).toBe(true);
    expect(isMaintained(undefined)).toBe(false);
  });
});

describe('RecordMaker', () => {
  const facts = { pointer: 'line:1', name: 'a', presence: 'installed', supporting: false } as const;

  it('takes the fields added since the last record', () => {
    const maker = new RecordMaker({ file: 'f', host: 'known' });
    maker.add('publisher', 'P', ':p');
    maker.add('publisher', '  ', ':p');
    maker.add('publisher', 7, ':p');
    maker.addOnce('publisher', 'P', ':q');

    expect(maker.component(facts)).toEqual({
      kind: 'record',
      record: {
        kind: 'component',
        source: { file: 'f', pointer: 'line:1' },
        host: 'known',
        name: 'a',
        presence: 'installed',
        supporting: false,
        fields: [{ field: 'publisher', value: 'P', at: ':p' }],
      },
    });
    expect(maker.component({ ...facts, host: 'named' })).toMatchObject({
      record: { host: 'named', fields: [] },
    });
  });

  it('cuts values that are too long, and says so once', () => {
    const maker = new RecordMaker({ file: 'f' });
    maker.add('name', 'x'.repeat(LIMITS.textLengthMax + 1), ':n');
    const item = maker.component(facts);

    expect(item).toMatchObject({
      record: { fields: [{ value: 'x'.repeat(LIMITS.textLengthMax) }] },
    });
    expect(maker.cutProblems()).toMatchObject([
      { lost: true, problem: { code: 'text-limit', pointer: 'line:1' } },
    ]);
  });
});
