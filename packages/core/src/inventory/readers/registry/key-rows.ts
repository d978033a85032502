// long lines: paths of keys
import {
  hostTable,
  sourceRow,
  sourceTable,
  tableUse,
  type HostRow,
  type LineRow,
  type SourceTable,
} from '../rows/index.ts';
import { certificateOf } from './certificate-blob.ts';
import type { RegistryValue } from './read-value.ts';

/** What a key shows. */
export interface KeyRows {
  readonly rows: readonly LineRow[];
  /** What of the key could not be read. */
  readonly problem?: string;
}

type Values = ReadonlyMap<string, RegistryValue>;

interface KeyKind {
  /** Matches the path below the hive; the groups go into the row as columns. */
  readonly path: RegExp;
  readonly rows: (groups: Readonly<Record<string, string>>, values: Values) => KeyRows;
}

const NO_ROWS: KeyRows = { rows: [] };

const PROGRAM = sourceTable('programs', [
  'DisplayName > name',
  'DisplayVersion > version',
  'Publisher > publisher',
  'InstallLocation > install_location',
  'UninstallString > uninstall_string',
  'BundleUpgradeCode > upgrade_code',
]);

const SERVICE = sourceTable('services', [
  'DisplayName > display_name',
  'ImagePath > path',
  'ServiceDll > module_path',
  'ObjectName > user_account',
]);

const DRIVER = sourceTable('drivers', ['DisplayName > device_name', 'ImagePath > image']);

const SECURITY_PRODUCT = sourceTable('windows_security_products', [
  'DISPLAYNAME > name',
  'REPORTINGEXE > remediation_path',
]);

const NATIVE_HOST = tableUse('native_messaging_hosts', {
  uses: ['name > native_host', 'manifest > path'],
});

/** Bits of a service's type: a kernel driver, a file system driver (winnt.h). */
const DRIVER_TYPES = 0x1 | 0x2;
/** A service that may not start (winnt.h, SERVICE_DISABLED). */
const START_DISABLED = 4;

const SOFTWARE = String.raw`(?:.*\\)?SOFTWARE\\(?:WOW6432Node\\)?`;

/** Keys that are read, by their path; the first that matches counts. */
const KINDS: readonly KeyKind[] = [
  {
    path: new RegExp(
      String.raw`^${SOFTWARE}Microsoft\\Windows\\CurrentVersion\\Uninstall\\(?<identifying_number>[^\\]+)$`,
      'i',
    ),
    rows: (groups, values) => {
      // Updates and hidden parts of a program have no name of their own.
      if (!values.has('DisplayName')) return NO_ROWS;
      return { rows: [rowOf(PROGRAM, values, groups)] };
    },
  },
  {
    path: /^SYSTEM\\(?:CurrentControlSet|ControlSet\d{3})\\Services\\(?<name>[^\\]+)$/i,
    rows: serviceRows,
  },
  {
    path: new RegExp(
      String.raw`^${SOFTWARE}(?:Policies\\)?Microsoft\\SystemCertificates\\(?<store>ROOT|AuthRoot|CA|Disallowed|TrustedPublisher)\\Certificates\\(?<sha1>[0-9a-f]{40})$`,
      'i',
    ),
    rows: certificateRows,
  },
  {
    path: /^SOFTWARE\\Microsoft\\Security Center\\Provider\\(?<type>Av|Fw|As)\\[^\\]+$/i,
    rows: ({ type = '' }, values) => {
      const state = values.get('STATE');
      const columns = state?.kind === 'number' ? productState(state.number) : {};
      return { rows: [rowOf(SECURITY_PRODUCT, values, { type, ...columns })] };
    },
  },
  {
    path: new RegExp(
      String.raw`^${SOFTWARE}(?:Google\\Chrome|Microsoft\\Edge|Chromium|BraveSoftware\\Brave-Browser)\\Extensions\\(?<identifier>[a-p]{32})$`,
      'i',
    ),
    rows: (groups, values) => ({
      rows: [rowOf(sourceTable('chrome_extensions', ['version > version']), values, groups)],
    }),
  },
  {
    path: new RegExp(String.raw`^${SOFTWARE}.*\\NativeMessagingHosts\\(?<name>[^\\]+)$`, 'i'),
    rows: (groups, values) => ({
      rows: [rowOf({ use: NATIVE_HOST, columns: new Map() }, values, groups)],
    }),
  },
];

/** The rows of a key; none for keys that are not read. */
export function keyRows(path: string, values: Values): KeyRows {
  const below = path.slice(path.indexOf('\\') + 1);
  for (const kind of KINDS) {
    const groups = kind.path.exec(below)?.groups;
    if (groups !== undefined) return kind.rows({ ...groups }, values);
  }
  return NO_ROWS;
}

function rowOf(table: SourceTable, values: Values, more: HostRow): LineRow {
  const { row, places } = sourceRow(table, texts(values), (name) => `:${name}`);
  return { kind: 'row', use: table.use, row: { ...row, ...more }, places };
}

function* texts(values: Values): Generator<readonly [string, string]> {
  for (const [name, value] of values) if (value.kind === 'text') yield [name, value.text];
}

function numberOf(values: Values, name: string): number | undefined {
  const value = values.get(name);
  return value?.kind === 'number' ? value.number : undefined;
}

function serviceRows({ name = '' }: Readonly<Record<string, string>>, values: Values): KeyRows {
  const type = numberOf(values, 'Type');
  // Subkeys of devices and of performance counters hold no service.
  if (type === undefined) return NO_ROWS;
  const isDisabled = numberOf(values, 'Start') === START_DISABLED;
  const state = { name, start_type: isDisabled ? 'DISABLED' : 'OTHER', path: '' };
  if ((type & DRIVER_TYPES) !== 0 && values.has('ImagePath')) {
    return { rows: [rowOf(DRIVER, values, { service: name })] };
  }
  const service = rowOf(SERVICE, values, {});
  return { rows: [{ ...service, row: { ...state, ...service.row } }] };
}

function certificateRows(
  { store = '', sha1 = '' }: Readonly<Record<string, string>>,
  values: Values,
): KeyRows {
  const blob = values.get('Blob');
  if (blob?.kind !== 'bytes') return NO_ROWS;
  const names = certificateOf(blob.bytes);
  if (names === undefined) {
    return { rows: [], problem: `the certificate ${sha1} in ${store} could not be read` };
  }
  const row = { ...names, store, sha1 };
  return { rows: [{ kind: 'row', use: hostTable('certificates'), row, places: BLOB_PLACES }] };
}

const BLOB_PLACES: ReadonlyMap<string, string> = new Map(
  ['common_name', 'subject', 'issuer'].map((column) => [column, ':Blob']),
);

/** Parts of the state the Security Center keeps of a product (iwscapi.h, in its undocumented sum). */
const STATE_MASK = 0xf000;
const SIGNATURE_MASK = 0xf0;
const STATES: ReadonlyMap<number, string> = new Map([
  [0x0000, 'Off'],
  [0x1000, 'On'],
  [0x2000, 'Snoozed'],
  [0x3000, 'Expired'],
]);

function productState(sum: number): HostRow {
  const state = STATES.get(sum & STATE_MASK);
  const isCurrent = (sum & SIGNATURE_MASK) === 0;
  return {
    ...(state === undefined ? {} : { state }),
    signatures_up_to_date: isCurrent ? '1' : '0',
  };
}
