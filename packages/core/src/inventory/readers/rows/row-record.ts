import type { SignField } from '../../../model/index.ts';
import type { ReadItem } from '../../reader.ts';
import {
  baseName,
  commonName,
  cpeParts,
  fileField,
  macDigits,
  programPath,
  type RecordMaker,
} from '../field/index.ts';
import { cellOf, type HostRow } from './cell.ts';
import type { ColumnUse, TableUse } from './table-use.ts';

/** Where a row comes from. */
export interface RowOrigin {
  readonly pointer: string;
  readonly host?: string | undefined;
  /** Time of the result as written. */
  readonly time?: string | undefined;
  /** Where in the row a column stands, when the source calls it otherwise: `:Publisher`. */
  readonly places?: ReadonlyMap<string, string> | undefined;
}

/** What a signature says of its signer. */
const SIGNED_FIELDS: ReadonlySet<SignField> = new Set([
  'signer.cn',
  'signer.o',
  'team_id',
  'bundle_id',
]);

/** The record a row stands for; undefined when it says that nothing is there. */
export function rowRecord(
  row: HostRow,
  use: TableUse,
  origin: RowOrigin,
  maker: RecordMaker,
): ReadItem | undefined {
  const { pointer, host } = origin;
  const presence = use.presence(row);
  if (presence === undefined) return undefined;
  const isTrusted = use.trusts === undefined || use.trusts(row);
  for (const one of use.uses) {
    const value = cellOf(row, one.column);
    if (value === undefined || (!isTrusted && SIGNED_FIELDS.has(one.field))) continue;
    addCell(maker, { value, use: one, row, at: origin.places?.get(one.column) ?? one.at });
  }
  if (use.observes !== undefined) {
    // A randomized address names no maker; then there is nothing to observe.
    if (maker.fieldCount === 0) return undefined;
    return maker.observation({ pointer, host, what: use.observes, at: origin.time });
  }
  const name = nameOf(row, use);
  if (name === undefined) {
    maker.drop();
    return undefined;
  }
  const version = use.version === undefined ? undefined : cellOf(row, use.version);
  const { supporting } = use;
  const registered = use.registers?.(row);
  return maker.component({ pointer, host, name, version, presence, supporting, registered });
}

function nameOf(row: HostRow, use: TableUse): string | undefined {
  for (const column of use.named) {
    const value = cellOf(row, column);
    if (value === undefined) continue;
    return column === 'path' || column === 'image' ? baseName(value) || value : value;
  }
  return undefined;
}

interface Cell {
  readonly value: string;
  readonly use: ColumnUse;
  readonly row: HostRow;
  readonly at: string;
}

function addCell(maker: RecordMaker, { value, use, row, at }: Cell): void {
  const { field, form } = use;
  switch (form) {
    case 'text':
      maker.addOnce(field, value, at);
      break;
    case 'path':
      addPath(maker, value, fileField(baseName(value)), at);
      break;
    case 'program':
    case 'driver':
      addPath(maker, value, field, at);
      break;
    case 'command': {
      const path = programPath(value);
      const kind = fileField(baseName(path));
      addPath(maker, path, kind === 'file_name' ? field : kind, at);
      break;
    }
    case 'command-path': {
      const path = programPath(value);
      if (baseName(path) !== path) maker.addOnce('path', path, at);
      break;
    }
    case 'common-name':
      maker.addOnce(field, commonName(value), at);
      break;
    case 'mac':
      maker.addOnce(field, macDigits(value), at);
      break;
    case 'usb-id':
      maker.addOnce(field, usbId(value), at);
      break;
    case 'cpe':
      addCpe(maker, value, at);
      break;
    case 'url-host':
      maker.addOnce(field, urlHost(value), at);
      break;
    case 'npm':
    case 'pypi':
      maker.addOnce(field, packageUrl(form, value, cellOf(row, 'version')), at);
      break;
  }
}

function addPath(maker: RecordMaker, path: string, field: SignField, at: string): void {
  const base = baseName(path);
  if (base !== '') maker.addOnce(field, base, at);
  if (base !== path) maker.addOnce('path', path, at);
}

function addCpe(maker: RecordMaker, value: string, at: string): void {
  const parts = cpeParts(value);
  if (parts === undefined) return;
  maker.addOnce('cpe.vendor', parts.vendor, at);
  if (parts.product !== undefined) {
    maker.addOnce('cpe.product', `${parts.vendor}:${parts.product}`, at);
  }
}

// A proxy writes `https://user@host:8443/path`, and `host:443` for what it only passes on.
const URL_HOST = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@?#\s]*@)?(\[[^\]]*\]|[^/:?#\s]+)/i;

/** The host of an address; undefined when it has none. */
function urlHost(value: string): string | undefined {
  return URL_HOST.exec(value)?.[1];
}

/** Four hex digits in lower case, as the USB registry writes them. */
function usbId(value: string): string | undefined {
  return /^(?:0x)?([0-9a-f]{4})$/i.exec(value.trim())?.[1]?.toLowerCase();
}

function packageUrl(type: 'npm' | 'pypi', name: string, version: string | undefined): string {
  const path = name.split('/').map(encodeURIComponent).join('/');
  const base = `pkg:${type}/${type === 'pypi' ? path.toLowerCase().replaceAll('_', '-') : path}`;
  return version === undefined ? base : `${base}@${encodeURIComponent(version)}`;
}
