import { describe, expect, it } from 'vitest';
import type { Sign, SignField, SignOp, Strength } from '../../model/index.ts';
import type { CompiledSign } from './catalog.ts';
import { FieldIndex } from './field-index.ts';

type Row = readonly [id: string, op: SignOp, value: string, strength?: Strength];

function indexOf(field: SignField, ...rows: readonly Row[]): FieldIndex {
  const signs = rows.map(([id, op, value, strength = 'B']) => {
    const sign = { id, op, value, field, strength, verified: true } as unknown as Sign;
    return {
      sign,
      maker: 'm',
      party: 'm',
      product: undefined,
      cite: [],
    } as unknown as CompiledSign;
  });
  return new FieldIndex(field, signs);
}

function idsIn(index: FieldIndex, value: string): readonly string[] {
  return index.lookUp(value).map(({ sign }) => sign.sign.id);
}

describe('FieldIndex on organizations', () => {
  const index = indexOf(
    'publisher',
    ['ao', 'eq-org', 'AO Kaspersky Lab', 'A'],
    ['zao', 'eq-org', 'Kaspersky Lab ZAO', 'B'],
    ['generic', 'eq-org', 'Kaspersky Lab', 'A'],
    ['zte', 'eq-org', 'ZTE Corporation', 'A'],
    ['autel', 'eq-org', 'Autel lntelligent Technology Corp.,Ltd', 'A'],
  );

  it('finds the company of that legal form', () => {
    expect(idsIn(index, 'AO Kaspersky Lab')).toEqual(['ao']);
    expect(idsIn(index, 'Kaspersky Lab AO')).toEqual(['ao']);
  });

  it('finds the name without a form for a form it does not know', () => {
    expect(idsIn(index, 'Kaspersky Lab')).toEqual(['generic']);
    expect(idsIn(index, 'Kaspersky Lab Oy')).toEqual(['generic']);
  });

  it('adds the name without a form where it says more', () => {
    expect(idsIn(index, 'Kaspersky Lab ZAO')).toEqual(['zao', 'generic']);
  });

  it.each(['Aztech Electronics Pte Ltd', 'ZTEC Instruments, Inc.', 'Naztec, Inc.', 'Kaztek'])(
    'does not take %s for ZTE',
    (name) => {
      expect(idsIn(index, name)).toEqual([]);
    },
  );

  it('takes letters that look alike for strong at most', () => {
    const [alike] = index.lookUp('Autel Intelligent Technology Corp., Ltd.');
    const [spelled] = index.lookUp('Autel lntelligent Technology Corp.,Ltd');

    expect(alike?.strength).toBe('B');
    expect(spelled?.strength).toBe('A');
  });

  it('answers the same when it is asked again', () => {
    expect(idsIn(index, 'AO Kaspersky Lab')).toEqual(idsIn(index, 'AO Kaspersky Lab'));
    expect(idsIn(index, 'nobody')).toEqual(idsIn(index, 'nobody'));
  });
});

describe('FieldIndex on package URLs', () => {
  const index = indexOf(
    'purl',
    ['wide', 'under-namespace', 'pkg:maven/com.kaspersky'],
    ['narrow', 'under-namespace', 'pkg:maven/com.kaspersky.android-components'],
    ['package', 'eq', 'pkg:maven/com.kaspersky.android-components/kaspresso'],
    ['go', 'under-namespace', 'pkg:golang/github.com/Tencent'],
    ['scope', 'under-namespace', 'pkg:npm/%40kaspersky'],
  );

  it('finds the package and the narrowest namespace', () => {
    const purl = 'pkg:maven/com.kaspersky.android-components/kaspresso@1.5.3?type=aar';

    expect(idsIn(index, purl)).toEqual(['package', 'narrow']);
    expect(idsIn(index, 'pkg:maven/com.kaspersky.other/x@1')).toEqual(['wide']);
  });

  it('walks path namespaces and folds case', () => {
    expect(idsIn(index, 'pkg:golang/github.com/tencent/a/b/c@v1.0.0')).toEqual(['go']);
    expect(idsIn(index, 'pkg:npm/@kaspersky/hexa-ui')).toEqual(['scope']);
    expect(idsIn(index, 'pkg:golang/github.com/tencent%2Fa/b@v1')).toEqual(['go']);
  });

  it.each([
    'pkg:maven/com.kasperskytte/x@1',
    'pkg:golang/github.com/tencentric/x@v1.0.0',
    'pkg:npm/kaspersky@1',
    'pkg:pypi/com.kaspersky/x',
    'pkg:npm/%40kaspersky',
    'com.kaspersky',
    'pkg:',
  ])('finds nothing in %s', (purl) => {
    expect(idsIn(index, purl)).toEqual([]);
  });
});

describe('FieldIndex on hosts', () => {
  const index = indexOf(
    'host',
    ['suffix', 'suffix-domain', 'scr.kaspersky-labs.com'],
    ['exact', 'eq', 'touch.kaspersky.com'],
    ['regex', 'regex', String.raw`^[sp]\d\d\.upd\.kaspersky\.com$`],
  );

  it('walks labels, ignores case and a final dot', () => {
    expect(idsIn(index, 'gc.kis.v2.scr.kaspersky-labs.com')).toEqual(['suffix']);
    expect(idsIn(index, 'scr.kaspersky-labs.com')).toEqual(['suffix']);
    expect(idsIn(index, 'Touch.Kaspersky.COM.')).toEqual(['exact']);
    expect(idsIn(index, 'S07.upd.kaspersky.com')).toEqual(['regex']);
  });

  it.each([
    'xscr.kaspersky-labs.com',
    'touch.kaspersky.com.evil.example',
    's7.upd.kaspersky.com',
    '',
  ])('finds nothing in %j', (host) => {
    expect(idsIn(index, host)).toEqual([]);
  });
});

describe('FieldIndex on other fields', () => {
  it('compares paths by whole parts, with either slash', () => {
    const index = indexOf(
      'path',
      ['segment', 'path-segment', 'Kaspersky Lab'],
      ['prefix', 'prefix', '/opt/kaspersky/'],
    );

    expect(idsIn(index, 'C:\\Program Files\\KASPERSKY LAB\\avp.exe')).toEqual(['segment']);
    expect(idsIn(index, '/opt/kaspersky/kesl/bin')).toEqual(['prefix']);
    expect(idsIn(index, 'C:\\Kaspersky Lab rules\\x')).toEqual([]);
    expect(idsIn(index, '/opt/kasperskytte/x')).toEqual([]);
  });

  it('takes file names with and without their folder', () => {
    const index = indexOf('driver_file', ['klif', 'eq', 'klif.sys']);

    expect(idsIn(index, 'KLIF.SYS')).toEqual(['klif']);
    expect(idsIn(index, '\\SystemRoot\\System32\\drivers\\klif.sys')).toEqual(['klif']);
    expect(idsIn(index, 'klif.sys.bak')).toEqual([]);
  });

  it('finds the longest registered prefix of a MAC address in any writing', () => {
    const index = indexOf(
      'mac_prefix',
      ['block', 'prefix', '2CC44F'],
      ['part', 'prefix', '001882 2CC44F9/28'],
    );

    expect(idsIn(index, '2c:c4:4f:9a:00:01')).toEqual(['part']);
    expect(idsIn(index, '2CC4-4F9A-0001')).toEqual(['part']);
    expect(idsIn(index, '2cc4.4f1a.0001')).toEqual(['block']);
    expect(idsIn(index, '0:18:82:0:0:1')).toEqual(['part']);
    expect(idsIn(index, '00-18-83-00-00-01')).toEqual([]);
    expect(idsIn(index, '2C:C4')).toEqual([]);
  });

  it('reads numbers of private enterprises out of object ids', () => {
    const index = indexOf('snmp_pen', ['pen', 'eq', '23668']);

    expect(idsIn(index, '1.3.6.1.4.1.23668.1093.1')).toEqual(['pen']);
    expect(idsIn(index, '.1.3.6.1.4.1.23668')).toEqual(['pen']);
    expect(idsIn(index, '23668')).toEqual(['pen']);
    expect(idsIn(index, '1.3.6.1.4.1.9.23668')).toEqual([]);
  });

  it('compares a distinguished name in either direction and a common name in or out of one', () => {
    const subject = indexOf('tls_subject', ['tls', 'eq', 'CN=a.example,OU=B,O=C']);
    const root = indexOf('cert.subject', ['root', 'eq', 'Some Root']);

    expect(idsIn(subject, '/O=C/OU=B/CN=a.example')).toEqual(['tls']);
    expect(idsIn(subject, 'CN=a.example, O=C')).toEqual([]);
    expect(idsIn(root, 'O=AO Kaspersky Lab, CN=Some Root')).toEqual(['root']);
    expect(idsIn(root, 'some root')).toEqual(['root']);
  });

  it('reads class names in every writing of Android tools', () => {
    const index = indexOf('dex_class', ['sdk', 'prefix', 'com.kavsdk.']);

    expect(idsIn(index, 'Lcom/kavsdk/antivirus/Scanner;')).toEqual(['sdk']);
    expect(idsIn(index, 'com/kavsdk/')).toEqual(['sdk']);
    expect(idsIn(index, 'com.kavsdkx.A')).toEqual([]);
  });

  it('does not try a regular expression on a value no host or service has', () => {
    const index = indexOf('service_name', ['a', 'regex', '^a+$']);

    expect(idsIn(index, 'a'.repeat(300))).toEqual(['a']);
    expect(idsIn(index, 'a'.repeat(301))).toEqual([]);
  });
});
