import {
  hostTable,
  sourceTable,
  tableUse,
  type SourceTable,
  type TableUse,
} from '../rows/index.ts';

/** Objects of an export that are rows, known by their keys. Keys are folded. */
export interface ExportTable {
  /** Keys an object has that is one; of a key written `a|b`, it has one of them. */
  readonly marks: readonly string[];
  readonly table: SourceTable;
  /** Tables by the value of `source`, for exports that mix what they list. */
  readonly bySource?: ReadonlyMap<string, SourceTable>;
}

/** A list of texts under a key: each is the column of a row. */
interface TextList {
  readonly use: TableUse;
  readonly column: string;
}

/** Keys that name the host of the object they stand in and of all below it, the surest first. */
export const HOST_KEYS: readonly string[] = [
  'hostname', // Fleet
  'computerdnsname', // Defender
  'devicename', // Defender, Intune
  'general.name', // Jamf
  'agentcomputername', // SentinelOne
  'endpointname',
  'computername',
  'endpointuuid',
  'deviceid',
];

/** What Fleet calls the source of a row; the names are mostly those of osquery's tables. */
const FLEET_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  apps: ['bundle_identifier > bundle_identifier', 'version > bundle_short_version'],
  programs: ['vendor > publisher', 'upgrade_code > upgrade_code', 'version > version'],
  deb_packages: ['version > version'],
  rpm_packages: ['vendor > vendor', 'version > version'],
  chrome_extensions: ['extension_id > identifier', 'version > version'],
  firefox_addons: ['extension_id > identifier', 'version > version'],
  safari_extensions: ['bundle_identifier > identifier', 'version > version'],
  homebrew_packages: ['version > version'],
  chocolatey_packages: ['version > version'],
  npm_packages: ['version > version'],
  python_packages: ['version > version'],
  vscode_extensions: ['vendor > publisher', 'version > version'],
};

const PHONE_APP = tableUse('phone_apps', {
  uses: ['name > name', 'bundle > bundle_id', 'package > android_id'],
  version: 'version',
});

const FLEET_SOURCES: ReadonlyMap<string, SourceTable> = new Map([
  ...Object.entries(FLEET_COLUMNS).map(
    ([table, columns]) => [table, sourceTable(table, ['name > name', ...columns])] as const,
  ),
  ['ios_apps', phoneApp('bundle')],
  ['ipados_apps', phoneApp('bundle')],
  ['android_apps', phoneApp('package')],
]);

function phoneApp(column: 'bundle' | 'package'): SourceTable {
  const id = `bundle_identifier | application_id > ${column}`;
  return sourceTable(PHONE_APP, ['name > name', 'version > version', id]);
}

const ASSET = tableUse('asset', {
  uses: ['vendor > manufacturer', 'model > name'],
  named: 'model name vendor',
});

/** Objects that are rows; the first table whose marks an object has counts. */
export const EXPORT_TABLES: readonly ExportTable[] = [
  // Fleet: software of a host, software titles.
  {
    marks: [
      'name',
      'source',
      'hostscount|installedpaths|bundleidentifier|extensionid|generatedcpe|vulnerabilities|vendor',
    ],
    table: sourceTable('programs', ['name > name', 'version > version', 'vendor > publisher']),
    bySource: FLEET_SOURCES,
  },
  // Fleet: who signed what is installed at a path.
  {
    marks: ['installedpath', 'teamidentifier'],
    table: sourceTable('signature', ['installed_path > path', 'team_identifier > team_identifier']),
  },
  // Defender: software of devices, and software of the organization.
  {
    marks: ['softwarename', 'softwarevendor'],
    table: sourceTable('programs', [
      'softwareName > name',
      'softwareVendor > publisher',
      'softwareVersion > version',
    ]),
  },
  {
    marks: ['name', 'vendor', 'exposedmachines|installedmachines'],
    table: sourceTable('programs', ['name > name', 'vendor > publisher', 'version > version']),
  },
  // Intune: detected apps of Graph, and the reports as JSON.
  {
    marks: ['displayname', 'publisher', 'devicecount|sizeinbyte|platform'],
    table: sourceTable('programs', [
      'displayName > name',
      'publisher > publisher',
      'version > version',
    ]),
  },
  // SentinelOne, and the reports of Intune, which call a program so as well.
  {
    marks: ['applicationname|applicationvendor|applicationpublisher'],
    table: sourceTable('programs', [
      'applicationName > name',
      'applicationVendor | applicationPublisher > publisher',
      'version | applicationVersion > version',
      'applicationInstallationPath > install_location',
    ]),
  },
  {
    marks: ['name', 'publisher|vendor', 'agentcomputername|endpointname'],
    table: sourceTable('programs', [
      'name > name',
      'publisher | vendor > publisher',
      'version > version',
    ]),
  },
  // Jamf: applications and certificates of a computer.
  {
    marks: ['name', 'bundleid'],
    table: sourceTable('apps', [
      'name > name',
      'bundleId > bundle_identifier',
      'path > path',
      'version > bundle_short_version',
    ]),
  },
  {
    marks: ['commonname', 'subjectname'],
    table: sourceTable('certificates', ['commonName > common_name', 'subjectName > subject']),
  },
  // Snipe-IT: devices with their maker.
  {
    marks: ['assettag', 'model', 'manufacturer'],
    table: sourceTable(ASSET, ['name > name', 'manufacturer.name > vendor', 'model.name > model']),
  },
];

/** A receipt of an installer stays when the program goes. */
const RECEIPT = tableUse('package_receipts', {
  uses: ['receipt > bundle_id'],
  named: 'receipt',
  supporting: true,
  presence: () => 'remnant',
});

export const TEXT_LISTS: ReadonlyMap<string, TextList> = new Map([
  // Fleet and Defender: where a program lies.
  ['installedpaths', { use: hostTable('file'), column: 'path' }],
  ['diskpaths', { use: hostTable('file'), column: 'path' }],
  // Jamf.
  ['installedbyjamfpro', { use: RECEIPT, column: 'receipt' }],
  ['installedbyinstallerswu', { use: RECEIPT, column: 'receipt' }],
]);

/** Jamf lists services as objects with nothing but a name. */
export const OBJECT_LISTS: ReadonlyMap<string, SourceTable> = new Map([
  ['services', sourceTable('launchd', ['name > label'])],
]);
