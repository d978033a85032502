// long lines: keys as they are exported
import { madeCertificate, madeName } from '../der/der.fixture.ts';
import type { Sample } from '../sample.fixture.ts';

/** As regedit writes bytes: in pairs, a line at a time. */
function hex(bytes: Uint8Array): string {
  const pairs = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  const lines: string[] = [];
  while (pairs.length > 0) lines.push(pairs.splice(0, 24).join(','));
  return `hex:${lines.join(',\\\r\n  ')}`;
}

function word(value: number): readonly number[] {
  return [value & 0xff, value >> 8, 0, 0];
}

/** A blob as the registry keeps it: a property nobody reads, and the certificate. */
function blobOf(certificate: Uint8Array): Uint8Array {
  return Uint8Array.from([
    ...word(0x0f),
    ...word(1),
    ...word(4),
    ...word(9),
    ...word(0x20),
    ...word(1),
    ...word(certificate.length),
    ...certificate,
  ]);
}

function utf16(text: string): Uint8Array {
  const bytes = [0xff, 0xfe];
  for (let at = 0; at < text.length; at += 1) {
    bytes.push(text.charCodeAt(at) & 0xff, text.charCodeAt(at) >> 8);
  }
  return Uint8Array.from(bytes);
}

const ROOT = madeName('AO Kaspersky Lab', 'Kaspersky Anti-Virus Personal Root Certificate');
const UNINSTALL = String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall`;
const SERVICES = String.raw`HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services`;
const CERTIFICATES = String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\SystemCertificates`;
const SHA1 = '1EAC5410'.padEnd(40, '0');

const EXPORT = [
  'Windows Registry Editor Version 5.00',
  '',
  `[${UNINSTALL}]`,
  '',
  String.raw`[${UNINSTALL}\InstallWIX_{EA7CC47B-0000-0000-0000-000000000000}]`,
  '@="made for a test"',
  '"DisplayName"="Kaspersky \\"Internet\\" Security"',
  '"DisplayVersion"="21.3.10.391"',
  '"Publisher"="Kaspersky"',
  '"InstallLocation"="C:\\\\Program Files (x86)\\\\Kaspersky Lab\\\\"',
  '"EstimatedSize"=dword:0001e240',
  '"Gone"=-',
  '',
  String.raw`[${UNINSTALL}\KB123]`,
  '"SystemComponent"=dword:00000001',
  '',
  String.raw`[-${UNINSTALL}\Deleted]`,
  '',
  String.raw`[${SERVICES}\KLIF]`,
  '"Type"=dword:00000002',
  '"Start"=dword:00000001',
  // REG_EXPAND_SZ: the path in UTF-16, over two lines.
  String.raw`"ImagePath"=hex(2):64,00,72,00,69,00,76,00,65,00,72,00,73,00,5c,00,6b,00,6c,00,\
  69,00,66,00,2e,00,73,00,79,00,73,00,00,00`,
  '',
  String.raw`[${SERVICES}\KLIF\Parameters]`,
  '"a"=dword:00000001',
  '',
  `[${CERTIFICATES}\\ROOT\\Certificates\\${SHA1}]`,
  `"Blob"=${hex(blobOf(madeCertificate(ROOT, ROOT)))}`,
  '',
  String.raw`[HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Security Center\Provider\Av\{0}]`,
  '"DISPLAYNAME"="Kaspersky"',
  '"STATE"=dword:00041000',
  '',
  String.raw`[HKEY_LOCAL_MACHINE\SOFTWARE\Google\Chrome\Extensions\ahkjpbeeocnddjkakilopmfdlnjdpcdm]`,
  '"version"="1.0"',
  '',
].join('\r\n');

const RECORDS = [
  ' | Kaspersky "Internet" Security | name=Kaspersky "Internet" Security, publisher=Kaspersky, ' +
    'product_code=InstallWIX_{EA7CC47B-0000-0000-0000-000000000000}, ' +
    String.raw`path=C:\Program Files (x86)\Kaspersky Lab` +
    '\\',
  String.raw` | klif.sys | driver_file=klif.sys, path=drivers\klif.sys, service_name=KLIF`,
  ' | Kaspersky Anti-Virus Personal Root Certificate | ' +
    'cert.subject=Kaspersky Anti-Virus Personal Root Certificate, ' +
    'cert.issuer=Kaspersky Anti-Virus Personal Root Certificate',
  ' | Kaspersky | security_product=Kaspersky',
  ' | ahkjpbeeocnddjkakilopmfdlnjdpcdm | chrome_id=ahkjpbeeocnddjkakilopmfdlnjdpcdm',
];

export const REGISTRY_SAMPLES: readonly Sample[] = [
  {
    title: 'an export of the registry in UTF-16',
    format: 'registry',
    content: utf16(EXPORT),
    records: RECORDS,
  },
  {
    title: 'an export of the registry in the old form',
    format: 'registry',
    content: EXPORT.replace('Windows Registry Editor Version 5.00', 'REGEDIT4'),
    records: RECORDS,
  },
];
