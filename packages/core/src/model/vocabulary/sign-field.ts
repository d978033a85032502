import type { Word } from './word.ts';

/** What kind of origin a field's value has; two signs of one origin count once. */
export type SignOrigin =
  | 'registry'
  | 'signer'
  | 'file'
  | 'service'
  | 'package'
  | 'network'
  | 'hardware'
  | 'certificate';

export interface SignFieldWord extends Word {
  readonly origin: SignOrigin;
}

function word(origin: SignOrigin, meaning: string): SignFieldWord {
  return { origin, meaning };
}

/** Fields a sign can name, version 1 (closed list). */
export const SIGN_FIELDS = {
  publisher: word('registry', 'Publisher as an installer registered it.'),
  supplier: word('package', 'Supplier organization of a component.'),
  manufacturer: word('package', 'Manufacturer organization of a component or device.'),
  author: word('package', 'Author of a component; never more than supporting.'),
  name: word('registry', 'Name of a component as displayed or registered.'),
  'signer.o': word('signer', 'Organization in a code-signing certificate.'),
  'signer.cn': word('signer', 'Common name in a code-signing certificate.'),
  team_id: word('signer', 'Apple developer team.'),
  'cert.subject': word('certificate', 'Subject common name of an installed certificate.'),
  'cert.issuer': word('certificate', 'Issuer common name of a certificate.'),
  'cpe.vendor': word('package', 'Vendor of a CPE name.'),
  'cpe.product': word('package', 'Vendor and product of a CPE name, as vendor:product.'),
  purl: word('package', 'Package URL, matched by type, namespace and name.'),
  package_name: word('package', 'Name of an operating-system package.'),
  bundle_id: word('package', 'Apple bundle identifier.'),
  android_id: word('package', 'Android package name.'),
  chrome_id: word('package', 'Chrome extension id.'),
  firefox_id: word('package', 'Firefox add-on id.'),
  winget_id: word('package', 'Windows package manager id.'),
  upgrade_code: word('registry', 'Windows installer upgrade code.'),
  product_code: word('registry', 'Windows installer product code or uninstall key.'),
  service_name: word('service', 'Windows service name or systemd unit.'),
  driver_file: word('file', 'File name of a kernel driver.'),
  exe_file: word('file', 'File name of a program.'),
  file_name: word('file', 'Name of any other file.'),
  path: word('file', 'Path of a file or folder.'),
  'pe.company': word('file', 'CompanyName in a version resource.'),
  'pe.product': word('file', 'ProductName in a version resource.'),
  host: word('network', 'Host name looked up or connected to.'),
  registrable_domain: word('network', 'Registrable domain of a host name.'),
  mac_prefix: word('hardware', 'Registered prefix of a MAC address.'),
  oui_org: word('hardware', 'Organization a MAC prefix is registered to.'),
  snmp_pen: word('network', 'Private enterprise number in an SNMP object id.'),
  http_server: word('network', 'HTTP Server header.'),
  http_realm: word('network', 'HTTP authentication realm.'),
  rtsp_server: word('network', 'RTSP Server header.'),
  tls_subject: word('network', 'Subject of a certificate seen on the wire.'),
  usb_vid: word('hardware', 'USB vendor id, four hex digits.'),
  asn: word('network', 'Autonomous system number.'),
  file_sha256: word('file', 'SHA-256 of a file.'),
  dex_class: word('file', 'Class name in an Android program file.'),
  native_host: word('package', 'Native messaging host name of a browser.'),
  security_product: word('service', 'Name a security product registered with the system.'),
} as const satisfies Readonly<Record<string, SignFieldWord>>;

export type SignField = keyof typeof SIGN_FIELDS;
