import { describe, expect, it } from 'vitest';
import { SIGN_FIELDS } from '../../../model/index.ts';
import { findTable } from './find-table.ts';
import { TABLES } from './host-tables.ts';

function tableOf(query: string | undefined, columns: readonly string[]): string | undefined {
  return findTable(query, Object.fromEntries(columns.map((name) => [name, 'x'])))?.table;
}

describe('findTable', () => {
  it.each([
    ['programs', ['name'], 'programs'],
    ['pack_county-inventory_deb_packages', ['name', 'version'], 'deb_packages'],
    ['pack/mac_apps_pack/apps', ['path'], 'apps'],
    ['pack_vuln-management_rpm_packages', ['name'], 'rpm_packages'],
    ['pack_x_kernel_extensions', ['name'], 'kernel_extensions'],
    ['PACK_X_SERVICES', ['name'], 'services'],
  ])('knows %s by its name', (query, columns, name) => {
    expect(tableOf(query, columns)).toBe(name);
  });

  it.each([
    [['name', 'version', 'publisher'], 'programs'],
    [['parent', 'path', 'pid'], 'processes'],
    [['name', 'version', 'arch', 'revision', 'status', 'maintainer'], 'deb_packages'],
    [['name', 'version', 'release', 'arch', 'epoch'], 'rpm_packages'],
    [['name', 'bundle_identifier', 'bundle_short_version'], 'apps'],
    [['device_id', 'device_name', 'image', 'provider'], 'drivers'],
    [['name', 'service_type', 'status', 'start_type', 'path'], 'services'],
    [['common_name', 'issuer', 'store', 'sha1'], 'certificates'],
    [['identifier', 'team', 'state', 'category'], 'system_extensions'],
    [['address', 'mac', 'interface'], 'arp_cache'],
    [['path', 'subject_name', 'issuer_name', 'result'], 'authenticode'],
    [['path', 'signed', 'team_identifier'], 'signature'],
  ])('knows %j by its columns', (columns, name) => {
    expect(tableOf(undefined, columns)).toBe(name);
    expect(tableOf('pack_x_whatever', columns)).toBe(name);
  });

  it('does not believe a name whose columns are of something else', () => {
    expect(tableOf('programs', ['minute', 'hour', 'command'])).toBeUndefined();
    expect(tableOf('programs', ['pid', 'cmdline'])).toBe('processes');
  });

  it('takes a whole word for the name', () => {
    expect(tableOf('my_webapps', ['path'])).toBeUndefined();
  });

  it('is not misled by names every object has', () => {
    expect(tableOf('constructor', ['toString'])).toBeUndefined();
    expect(findTable(undefined, {})).toBeUndefined();
  });
});

describe('TABLES', () => {
  it('use only fields of the closed list', () => {
    for (const { table, uses } of TABLES) {
      for (const { field, column } of uses) {
        expect(Object.hasOwn(SIGN_FIELDS, field), `${table}.${column} > ${field}`).toBe(true);
      }
    }
  });
});
