import type { SignField } from '../../../model/index.ts';
import type { ReadItem } from '../../reader.ts';
import { addCpe, baseName, fileField, type RecordMaker } from '../field/index.ts';
import type { HeaderColumn } from './find-header.ts';
import type { TableRow } from './table-row.ts';

/** Columns whose value is that of a field. `name` depends on where the row comes from. */
const FIELDS: ReadonlyMap<string, SignField> = new Map<string, SignField>([
  ['publisher', 'publisher'],
  ['manufacturer', 'manufacturer'],
  ['supplier', 'supplier'],
  ['bundleId', 'bundle_id'],
  ['androidId', 'android_id'],
  ['wingetId', 'winget_id'],
  ['packageName', 'package_name'],
  ['productCode', 'product_code'],
  ['upgradeCode', 'upgrade_code'],
  ['teamId', 'team_id'],
  ['signer', 'signer.cn'],
  ['service', 'service_name'],
  ['purl', 'purl'],
]);

/** Columns that hold a file name or a path, with the field of the name; by kind when empty. */
const FILES: ReadonlyMap<string, SignField | ''> = new Map<string, SignField | ''>([
  ['exe', ''],
  ['driver', 'driver_file'],
]);

/** What Fleet calls lists of operating-system packages; names there are package names. */
const PACKAGE_SOURCES: ReadonlySet<string> = new Set([
  'deb_packages',
  'rpm_packages',
  'apk_packages',
  'pacman_packages',
  'portage_packages',
]);

/** Columns a component can be called by when it has no name. */
const NAMES = ['name', 'packageName', 'bundleId', 'wingetId', 'driver', 'service', 'exe'];

const GONE: ReadonlySet<string> = new Set([
  'uninstalled',
  'removed',
  'deleted',
  'not installed',
  'deinstalliert',
]);

// Chrome's ids are 32 letters from a to p.
const CHROME_ID = /^[a-p]{32}$/;
const SHA256 = /^[0-9a-fA-F]{64}$/;

/** The component of a row; undefined when it names none, or says that it is gone. */
export function softwareRecord(
  row: TableRow,
  columns: readonly HeaderColumn[],
  maker: RecordMaker,
): ReadItem | undefined {
  const name = nameOf(row);
  if (name === undefined || isGone(row)) return undefined;
  const source = row.text('source')?.toLowerCase() ?? '';
  for (const { column, heading } of columns) {
    const value = row.cell(column).trim();
    if (value === '') continue;
    const at = `:${heading}`;
    const field = FIELDS.get(column);
    if (field === undefined) addOther(maker, column, { value, at, source });
    else maker.add(field, value, at);
  }
  return maker.component({
    pointer: row.pointer,
    host: row.text('host'),
    name,
    version: row.text('version'),
    presence: 'installed',
    supporting: false,
  });
}

/** Whether a row says that what it names is no longer there. */
export function isGone(row: TableRow): boolean {
  return GONE.has(row.cell('status').trim().toLowerCase());
}

function nameOf(row: TableRow): string | undefined {
  for (const column of NAMES) {
    const name = row.text(column);
    if (name !== undefined) return name;
  }
  return undefined;
}

interface Cell {
  readonly value: string;
  readonly at: string;
  readonly source: string;
}

function addOther(maker: RecordMaker, column: string, { value, at, source }: Cell): void {
  switch (column) {
    case 'name':
      maker.add(PACKAGE_SOURCES.has(source) ? 'package_name' : 'name', value, at);
      break;
    case 'path':
      maker.add('path', value, at);
      break;
    case 'exe':
    case 'driver': {
      const base = baseName(value);
      maker.add(FILES.get(column) || fileField(base), base, at);
      if (base !== value) maker.add('path', value, at);
      break;
    }
    case 'sha256':
      if (SHA256.test(value)) maker.add('file_sha256', value, at);
      break;
    case 'extensionId':
      maker.add(CHROME_ID.test(value) ? 'chrome_id' : 'firefox_id', value, at);
      break;
    case 'applicationId':
      // Stores number their apps as they like; only Android's id is a package name.
      if (source.startsWith('android')) maker.add('android_id', value, at);
      break;
    case 'cpe':
      addCpe(maker, value, at);
      break;
    default:
  }
}
