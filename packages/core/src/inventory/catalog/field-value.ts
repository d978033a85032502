import type { SignField } from '../../model/index.ts';

function lower(value: string): string {
  return value.trim().toLowerCase();
}

/** Printable ASCII with single spaces inside: there is nothing to fold but case. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

function spaced(value: string): string {
  if (PLAIN.test(value)) return value.toLowerCase();
  return lower(value.normalize('NFKC')).replaceAll(/\s+/g, ' ');
}

/** The last part of a path: readers give file names with and without their folder. */
function baseName(value: string): string {
  return lower(value.slice(Math.max(value.lastIndexOf('/'), value.lastIndexOf('\\')) + 1));
}

/** A path in lower case with forward slashes. */
export function foldPath(value: string): string {
  return lower(value).replaceAll('\\', '/');
}

function foldHost(value: string): string {
  const folded = lower(value);
  return folded.endsWith('.') ? folded.slice(0, -1) : folded;
}

/** Hex digits of a MAC address or prefix; BSD writes `0:1b:…` with single digits. */
function foldMac(value: string): string {
  const parts = value.trim().split(/[:-]/);
  const padded = parts.length > 3 ? parts.map((part) => part.padStart(2, '0')) : parts;
  return padded.join('').replaceAll('.', '').toLowerCase();
}

/** The number after `1.3.6.1.4.1`, which is where IANA hangs private enterprises. */
function foldEnterprise(value: string): string {
  return lower(value).replace(
    /^\.?(iso\.3\.6\.1\.4\.1|1\.3\.6\.1\.4\.1|enterprises)\.(\d+).*$/,
    '$2',
  );
}

/** The common name of a distinguished name; any other text as it is. */
function foldCommonName(value: string): string {
  const found = /(?:^|[,/+]\s*)CN\s*=\s*([^,/+]+)/i.exec(value);
  return spaced(found?.[1] ?? value);
}

/** A distinguished name with its parts sorted: tools write them in either direction. */
function foldDistinguishedName(value: string): string {
  return value
    .split(/[,/]\s*(?=[A-Za-z.0-9]+\s*=)/)
    .map((part) => spaced(part).replace(/\s*=\s*/, '='))
    .filter((part) => part !== '')
    .sort()
    .join(',');
}

/** A class name in dots: Android tools write `Lcom/kavsdk/Foo;` and `com/kavsdk/`. */
function foldClassName(value: string): string {
  return value
    .trim()
    .replace(/^L(.*);$/, '$1')
    .replaceAll('/', '.');
}

/**
 * The value of a field in the form in which signs compare it. Case never tells makers apart, so
 * it is folded everywhere but in class names.
 */
export function foldValue(field: SignField, value: string): string {
  switch (field) {
    case 'driver_file':
    case 'exe_file':
    case 'file_name':
      return baseName(value);
    case 'path':
      return foldPath(value);
    case 'host':
    case 'registrable_domain':
      return foldHost(value);
    case 'mac_prefix':
      return foldMac(value);
    case 'snmp_pen':
      return foldEnterprise(value);
    case 'asn':
      return lower(value).replace(/^as\s*/, '');
    case 'usb_vid':
      return lower(value).replace(/^(0x|vid_)/, '');
    case 'cpe.vendor':
    case 'cpe.product':
      return lower(value).replaceAll('\\', '');
    case 'cert.subject':
    case 'cert.issuer':
    case 'signer.cn':
      return foldCommonName(value);
    case 'tls_subject':
      return foldDistinguishedName(value);
    case 'dex_class':
      return foldClassName(value);
    case 'name':
    case 'pe.product':
    case 'security_product':
    case 'publisher':
    case 'supplier':
    case 'manufacturer':
    case 'author':
    case 'oui_org':
    case 'signer.o':
    case 'pe.company':
      return spaced(value);
    default:
      return lower(value);
  }
}
