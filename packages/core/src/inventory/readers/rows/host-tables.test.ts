// long lines: tables with their columns
import { describe, expect, it } from 'vitest';
import { RecordMaker } from '../field/index.ts';
import { findTable, hostTable, rowRecord } from './index.ts';

// Tables of osquery with their columns, as its schema has them, and the fields a row gives.
const ROWS: readonly (readonly [table: string, row: string, fields: string])[] = [
  [
    'programs',
    'name=P version=1 install_location=C:\\P install_source=x publisher=Q uninstall_string=C:\\P\\u.exe install_date=1 identifying_number={G} package_family_name=f upgrade_code={U}',
    'name=P publisher=Q product_code={G} upgrade_code={U} path=C:\\P path=C:\\P\\u.exe',
  ],
  [
    'drivers',
    'device_id=d device_name=D image=C:\\k.sys service=s version=1 class=c provider=V manufacturer=M signed=1',
    'name=D driver_file=k.sys path=C:\\k.sys service_name=s publisher=V manufacturer=M',
  ],
  [
    'services',
    'name=s service_type=OWN_PROCESS display_name=S status=STOPPED start_type=AUTO path=C:\\a.exe module_path=C:\\b.dll user_account=x',
    'service_name=s name=S exe_file=a.exe path=C:\\a.exe file_name=b.dll path=C:\\b.dll',
  ],
  [
    'authenticode',
    'path=C:\\k.sys original_program_name=O serial_number=1 issuer_name=I subject_name=N result=trusted',
    'driver_file=k.sys path=C:\\k.sys name=O signer.cn=N',
  ],
  [
    'signature',
    'path=/a/b signed=1 identifier=com.b cdhash=x team_identifier=T authority=A',
    'file_name=b path=/a/b bundle_id=com.b team_id=T signer.cn=A',
  ],
  [
    'certificates',
    'common_name=C subject=CN=S issuer=CN=I ca=1 self_signed=1 sha1=x store=Root store_location=m path=p username=u',
    'cert.subject=C cert.subject=S cert.issuer=I',
  ],
  [
    'secureboot_certificates',
    'common_name=C subject=CN=S issuer=CN=I',
    'cert.subject=C cert.subject=S cert.issuer=I',
  ],
  [
    'system_extensions',
    'identifier=com.k team=T category=c state=activated_enabled version=1 bundle_path=/e',
    'bundle_id=com.k team_id=T path=/e',
  ],
  ['kernel_extensions', 'name=com.k version=1 linked_against=1 path=/k', 'bundle_id=com.k path=/k'],
  ['kernel_modules', 'name=m size=1 used_by=- status=Live', 'name=m'],
  ['deb_packages', 'name=p version=1 source=s arch=a status=x maintainer=m', 'package_name=p'],
  [
    'rpm_packages',
    'name=p version=1 release=1 arch=a epoch=0 vendor=V',
    'package_name=p supplier=V',
  ],
  [
    'apps',
    'name=A.app bundle_identifier=com.a bundle_name=A bundle_short_version=1 path=/A.app',
    'name=A name=A.app bundle_id=com.a path=/A.app',
  ],
  [
    'chrome_extensions',
    'browser_type=chrome identifier=i name=N permissions=p from_webstore=1 state=1 update_url=u author=W',
    'chrome_id=i name=N author=W',
  ],
  [
    'firefox_addons',
    'identifier=i name=N creator=W active=1 version=1',
    'firefox_id=i name=N author=W',
  ],
  [
    'windows_security_products',
    'type=Antivirus name=K state=On signatures_up_to_date=1',
    'security_product=K',
  ],
  ['chocolatey_packages', 'name=c version=1 author=W', 'name=c author=W'],
  ['homebrew_packages', 'name=b version=1 path=/b', 'name=b path=/b'],
  ['npm_packages', 'name=@s/n version=1 author=W', 'name=@s/n purl=pkg:npm/%40s/n@1 author=W'],
  ['python_packages', 'name=N_p version=1 author=W', 'name=N_p purl=pkg:pypi/n-p@1 author=W'],
  ['arp_cache', 'address=192.0.2.1 mac=00:18:82:01:02:03 interface=e', 'mac_prefix=001882010203'],
  ['dns_cache', 'name=h.example type=A flags=0', 'host=h.example'],
  [
    'usb_devices',
    'vendor_id=2c7c model_id=0125 vendor=V model=M usb_port=1',
    'usb_vid=2c7c manufacturer=V name=M',
  ],
  [
    'pci_devices',
    'vendor_id=0x19e5 model_id=1 vendor=V model=M pci_slot=1',
    'manufacturer=V name=M',
  ],
  [
    'interface_details',
    'interface=e mac=00:18:82:01:02:03 manufacturer=M',
    'mac_prefix=001882010203 manufacturer=M',
  ],
  [
    'systemd_units',
    'id=k.service load_state=loaded active_state=active fragment_path=/k',
    'service_name=k.service path=/k',
  ],
  [
    'launchd',
    'label=com.k program=/k/agent path=/l.plist run_at_load=1',
    'service_name=com.k exe_file=agent path=/k/agent path=/l.plist',
  ],
];

function rowOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text
      .split(' ')
      .map((cell) => [cell.slice(0, cell.indexOf('=')), cell.slice(cell.indexOf('=') + 1)]),
  );
}

describe('a table of osquery', () => {
  it.each(ROWS)('%s gives the fields signs are bound to', (table, cells, fields) => {
    const row = rowOf(cells);
    const use = findTable(`pack_x_${table}`, row);
    const item = use && rowRecord(row, use, { pointer: '/0' }, new RecordMaker({ file: 'f' }));
    const record = item?.kind === 'record' ? item.record : undefined;
    const given = record !== undefined && 'fields' in record ? record.fields : [];

    expect(given.map(({ field, value }) => `${field}=${value}`).join(' ')).toBe(fields);
  });

  it.each([
    ['certificates', { common_name: 'C', store: 'Untrusted Certificates' }, 'remnant'],
    [
      'certificates',
      { common_name: 'C', store: 'Trusted Root Certification Authorities' },
      'installed',
    ],
    ['system_extensions', { identifier: 'a', state: 'activated_enabled' }, 'running'],
    [
      'system_extensions',
      { identifier: 'a', state: 'terminated_waiting_to_uninstall_on_reboot' },
      'remnant',
    ],
    ['services', { name: 'a', start_type: 'DISABLED', path: '' }, 'remnant'],
    ['windows_security_products', { name: 'a', state: 'Snoozed' }, 'installed'],
  ])('%s says of %o that it is %s', (table, row, presence) => {
    expect(hostTable(table).presence(row)).toBe(presence);
  });
});
