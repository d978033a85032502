import { describe, expect, it } from 'vitest';
import type { InventoryRecord } from '../../../model/index.ts';
import { readFile, type FileRead } from '../../input/read.fixture.ts';
import { osquery } from './index.ts';
import { Replay } from './replay.ts';
import { findTable } from '../rows/index.ts';

function read(content: string): FileRead {
  return readFile([osquery], content);
}

function lines(...results: readonly object[]): string {
  return results.map((result) => `${JSON.stringify(result)}\n`).join('');
}

function program(name: string): Readonly<Record<string, string>> {
  return { name, version: '1', publisher: 'P' };
}

interface Change {
  readonly action?: 'added' | 'removed';
  readonly name?: string;
  readonly host?: string;
  readonly epoch?: number;
  readonly counter?: number;
  readonly unixTime?: number;
}

function change(columns: object, parts: Change = {}): object {
  const { action = 'added', host = 'h', name = 'pack_x_programs', ...rest } = parts;
  return { name, hostIdentifier: host, epoch: 0, counter: 0, action, columns, ...rest };
}

function names(records: readonly InventoryRecord[]): readonly string[] {
  return records.map((record) => (record.kind === 'component' ? record.name : ''));
}

describe('osquery, snapshots', () => {
  it('reads rows with the host of their result', () => {
    const { coverage, records } = read(
      lines({
        name: 'pack_x_programs',
        hostIdentifier: 'fin-ws-014',
        action: 'snapshot',
        snapshot: [
          {
            ...program('Kaspersky Endpoint Security for Windows'),
            install_location: 'C:\\Program Files (x86)\\Kaspersky Lab\\KES',
            identifying_number: '{7EC66A9F}',
            uninstall_string: 'MsiExec.exe /X{7EC66A9F}',
          },
        ],
      }),
    );

    expect(coverage).toMatchObject({ format: 'osquery', status: 'read', problems: [] });
    expect(records).toEqual([
      {
        kind: 'component',
        source: { file: 'file', pointer: 'line:1/snapshot/0' },
        host: 'fin-ws-014',
        name: 'Kaspersky Endpoint Security for Windows',
        version: '1',
        presence: 'installed',
        supporting: false,
        fields: [
          { field: 'name', value: 'Kaspersky Endpoint Security for Windows', at: ':name' },
          { field: 'publisher', value: 'P', at: ':publisher' },
          { field: 'product_code', value: '{7EC66A9F}', at: ':identifying_number' },
          {
            field: 'path',
            value: 'C:\\Program Files (x86)\\Kaspersky Lab\\KES',
            at: ':install_location',
          },
        ],
      },
    ]);
  });

  it('counts only the latest of a query on a host', () => {
    const snapshot = (time: number, name: string): object => ({
      name: 'programs',
      hostIdentifier: 'h',
      unixTime: time,
      action: 'snapshot',
      snapshot: [program(name)],
    });

    expect(names(read(lines(snapshot(20, 'new'), snapshot(10, 'old'))).records)).toEqual(['new']);
    expect(names(read(lines(snapshot(10, 'old'), snapshot(10, 'new'))).records)).toEqual(['new']);
  });

  it('reads one result that is printed over many lines', () => {
    const result = {
      name: 'programs',
      hostIdentifier: 'h',
      action: 'snapshot',
      snapshot: [program('a')],
    };

    expect(read(JSON.stringify(result, null, 2)).records).toMatchObject([
      { name: 'a', source: { pointer: '/snapshot/0' } },
    ]);
    expect(read(JSON.stringify([result, result], null, 2)).records).toMatchObject([
      { name: 'a', source: { pointer: '/1/snapshot/0' } },
    ]);
  });

  it('takes the host from wherever it stands', () => {
    const rest = { name: 'programs', action: 'snapshot', snapshot: [program('a')] };

    expect(read(lines({ ...rest, hostname: 'old' })).records).toMatchObject([{ host: 'old' }]);
    expect(read(lines({ ...rest, decorations: { hostname: 'dec' } })).records).toMatchObject([
      { host: 'dec' },
    ]);
    expect(readFile([osquery], lines(rest), { host: 'folder' }).records).toMatchObject([
      { host: 'folder' },
    ]);
  });
});

describe('osquery, logs of changes', () => {
  it('leaves what was added and not removed', () => {
    const { coverage, records } = read(
      lines(
        change(program('stays')),
        change(program('goes')),
        change(program('goes'), { action: 'removed', counter: 3 }),
      ),
    );

    expect(coverage).toMatchObject({ status: 'read', problems: [] });
    expect(names(records)).toEqual(['stays']);
  });

  it('follows the counters, whatever the order of lines', () => {
    const { coverage, records } = read(
      lines(
        change(program('a'), { action: 'removed', counter: 4 }),
        change(program('a'), { counter: 0 }),
        change(program('b'), { counter: 6 }),
        change(program('b'), { action: 'removed', counter: 5 }),
        change(program('b'), { counter: 0 }),
      ),
    );

    expect(coverage.status).toBe('read');
    expect(names(records)).toEqual(['b']);
  });

  it('keeps hosts and queries apart', () => {
    const { records } = read(
      lines(
        change(program('a'), { host: 'one' }),
        change(program('a'), { host: 'two' }),
        change(program('a'), { host: 'one', action: 'removed', counter: 1 }),
      ),
    );

    expect(records).toMatchObject([{ name: 'a', host: 'two' }]);
  });

  it('lets a new epoch begin anew', () => {
    const { records } = read(
      lines(
        change(program('old'), { epoch: 1, unixTime: 10 }),
        change(program('new'), { epoch: 2, unixTime: 20 }),
        change(program('old'), { epoch: 1, unixTime: 11, counter: 2, action: 'removed' }),
      ),
    );

    expect(names(records)).toEqual(['new']);
  });

  it('reads batches, with empty sides as osquery writes them', () => {
    const batch = (counter: number, added: unknown, removed: unknown): object => ({
      name: 'programs',
      hostname: 'h',
      epoch: '7',
      counter: String(counter),
      diffResults: { added, removed },
    });
    const { records, coverage } = read(
      lines(batch(0, [program('a'), program('b')], ''), batch(1, '', [program('a')])),
    );

    expect(coverage.status).toBe('read');
    expect(records).toMatchObject([
      { name: 'b', source: { pointer: 'line:1/diffResults/added/1' } },
    ]);
  });

  it('takes rows for the same when only the order of columns differs', () => {
    const { records } = read(
      lines(
        change({ name: 'a', version: '1', publisher: 'P' }),
        change({ publisher: 'P', version: '1', name: 'a' }, { action: 'removed', counter: 1 }),
      ),
    );

    expect(records).toEqual([]);
  });

  it('is not whole when the log begins after counter 0', () => {
    const { coverage } = read(lines(change(program('a'), { counter: 3 })));

    expect(coverage).toMatchObject({
      status: 'partial',
      records: 1,
      problems: [{ code: 'history-missing', pointer: 'line:1' }],
    });
  });

  it('is not whole when something is removed that was never added', () => {
    const { coverage } = read(
      lines(change(program('a')), change(program('b'), { action: 'removed', counter: 1 })),
    );

    expect(coverage.status).toBe('partial');
  });

  it('does not mind a late beginning of a table that is not read', () => {
    const cron = change({ minute: '1', command: 'x' }, { name: 'pack_x_crontab', counter: 9 });

    expect(read(lines(cron)).coverage).toMatchObject({
      status: 'read',
      problems: [{ code: 'table-not-mapped' }],
    });
  });

  it('notes that results carry no counter', () => {
    const { counter, ...rest } = change(program('a')) as { counter: number };

    expect(counter).toBe(0);
    expect(read(lines(rest)).coverage).toMatchObject({
      status: 'read',
      problems: [{ code: 'history-missing' }],
    });
  });

  it('stops holding rows at the limit, and says so', () => {
    const replay = new Replay(2);
    for (const name of ['a', 'b', 'c']) {
      const columns = program(name);
      const use = findTable('programs', columns);
      if (use === undefined) continue;
      const added = [{ columns, pointer: name, use }];
      const result = { query: 'programs', counter: 0, added, removed: [], misshapen: 0 };
      replay.add(result, { added, removed: [] }, name);
    }

    expect([...replay.rows()]).toHaveLength(2);
    expect([...replay.problems()]).toMatchObject([
      { lost: true, problem: { code: 'state-limit' } },
    ]);
  });
});

describe('osquery, tables', () => {
  function one(query: string, columns: object): InventoryRecord | undefined {
    return read(
      lines({ name: query, hostIdentifier: 'h', action: 'snapshot', snapshot: [columns] }),
    ).records[0];
  }

  it('reads drivers', () => {
    const columns = {
      device_name: 'Kaspersky Lab Core Driver',
      image: 'C:\\WINDOWS\\System32\\drivers\\klif.sys',
      service: 'klif',
      provider: 'AO Kaspersky Lab',
      manufacturer: 'AO Kaspersky Lab',
      version: '30.1',
    };

    expect(one('drivers', columns)).toMatchObject({
      name: 'Kaspersky Lab Core Driver',
      version: '30.1',
      supporting: true,
      fields: [
        { field: 'name' },
        { field: 'driver_file', value: 'klif.sys', at: ':image' },
        { field: 'path', value: 'C:\\WINDOWS\\System32\\drivers\\klif.sys' },
        { field: 'service_name', value: 'klif' },
        { field: 'publisher', value: 'AO Kaspersky Lab' },
        { field: 'manufacturer', value: 'AO Kaspersky Lab' },
      ],
    });
  });

  it('reads services: running, stopped, and left behind', () => {
    const service = {
      name: 'AVP21.3',
      display_name: 'Kaspersky',
      service_type: 'OWN_PROCESS',
      status: 'RUNNING',
      start_type: 'AUTO_START',
      path: '"C:\\Program Files\\A\\avp.exe" -r',
      module_path: '',
    };

    expect(one('services', service)).toMatchObject({
      presence: 'running',
      supporting: true,
      fields: [
        { field: 'service_name', value: 'AVP21.3' },
        { field: 'name', value: 'Kaspersky' },
        { field: 'exe_file', value: 'avp.exe', at: ':path' },
        { field: 'path', value: 'C:\\Program Files\\A\\avp.exe' },
      ],
    });
    expect(one('services', { ...service, status: 'STOPPED' })).toMatchObject({
      presence: 'installed',
    });
    expect(
      one('services', { ...service, status: 'STOPPED', start_type: 'DISABLED', path: '' }),
    ).toMatchObject({ presence: 'remnant' });
    expect(
      one('services', { ...service, path: '\\SystemRoot\\System32\\drivers\\klif.sys' }),
    ).toMatchObject({ fields: [{}, {}, { field: 'driver_file', value: 'klif.sys' }, {}] });
  });

  it('takes the signer of a signature that holds, and of no other', () => {
    const signed = {
      path: 'C:\\a\\avp.exe',
      original_program_name: 'avp',
      issuer_name: 'CA',
      subject_name: 'AO Kaspersky Lab',
      result: 'trusted',
    };
    const signer = { field: 'signer.cn', value: 'AO Kaspersky Lab', at: ':subject_name' };

    expect(one('authenticode', signed)).toMatchObject({ name: 'avp.exe' });
    expect(one('authenticode', signed)).toHaveProperty('fields', expect.arrayContaining([signer]));
    for (const result of ['untrusted', 'invalid', 'missing']) {
      expect(one('authenticode', { ...signed, result })).toHaveProperty(
        'fields',
        expect.not.arrayContaining([signer]),
      );
    }
  });

  it('takes the team of a signed file on a Mac', () => {
    const columns = {
      path: '/Applications/Kaspersky.app',
      signed: '1',
      identifier: 'com.kaspersky.kav',
      team_identifier: '2Y8XE5CQ94',
      authority: 'Developer ID Application: Kaspersky Lab (2Y8XE5CQ94)',
    };

    expect(one('signature', columns)).toMatchObject({
      fields: [{}, {}, { field: 'bundle_id' }, { field: 'team_id' }, { field: 'signer.cn' }],
    });
    expect(one('signature', { ...columns, signed: 0 })).toMatchObject({
      fields: [{ field: 'file_name' }, { field: 'path' }],
    });
  });

  it('reads certificates by their common names', () => {
    const columns = {
      common_name: 'Kaspersky Anti-Virus Personal Root Certificate',
      subject: 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab',
      issuer: '/O=AO Kaspersky Lab/CN=Kaspersky Anti-Virus Personal Root Certificate',
      store: 'Root',
    };

    expect(one('certificates', columns)).toMatchObject({
      supporting: true,
      fields: [{ field: 'cert.subject' }, { field: 'cert.issuer', at: ':issuer' }],
    });
  });

  it('reads packages of Linux, without their maintainer', () => {
    const deb = {
      name: 'kesl',
      version: '12',
      maintainer: 'AO Kaspersky Lab',
      status: 'deinstall ok config-files',
    };

    expect(one('deb_packages', deb)).toMatchObject({
      presence: 'remnant',
      fields: [{ field: 'package_name', value: 'kesl' }],
    });
    expect(
      one('rpm_packages', { name: 'kesl', version: '12', release: '1', arch: 'x', vendor: 'V' }),
    ).toMatchObject({
      fields: [{ field: 'package_name' }, { field: 'supplier', value: 'V' }],
    });
  });

  it.each([
    [
      'apps',
      { name: 'K.app', bundle_identifier: 'com.kaspersky.kav', path: '/A/K.app' },
      'bundle_id',
    ],
    ['chrome_extensions', { identifier: 'a'.repeat(32), name: 'X', update_url: 'u' }, 'chrome_id'],
    ['firefox_addons', { identifier: 'x@y', name: 'X', creator: 'C' }, 'firefox_id'],
    ['system_extensions', { identifier: 'com.x', team: 'T', state: 'activated' }, 'team_id'],
    ['kernel_extensions', { name: 'com.kaspersky.kext.klif', path: '/L/E/klif.kext' }, 'bundle_id'],
    [
      'windows_security_products',
      { name: 'Kaspersky', type: 'Antivirus', state: 'On' },
      'security_product',
    ],
    [
      'usb_devices',
      { vendor_id: '2C7C', model_id: '0125', model: 'EC25', removable: '1' },
      'usb_vid',
    ],
    [
      'systemd_units',
      { id: 'kesl.service', load_state: 'loaded', active_state: 'active' },
      'service_name',
    ],
    ['npm_packages', { name: '@kaspersky/hexa-ui', version: '6.1.0' }, 'purl'],
    ['hash', { path: '/a/b', sha256: 'f'.repeat(64) }, 'file_sha256'],
  ])('reads %s', (query, columns, field) => {
    const record = one(query, columns);

    expect(record?.kind).toBe('component');
    expect(record).toHaveProperty(
      'fields',
      expect.arrayContaining([expect.objectContaining({ field })]),
    );
  });

  it('writes package URLs as their type wants them', () => {
    expect(one('npm_packages', { name: '@kaspersky/hexa-ui', version: '6.1.0' })).toMatchObject({
      fields: [{}, { value: 'pkg:npm/%40kaspersky/hexa-ui@6.1.0' }],
    });
  });

  it('observes the network, removed rows included', () => {
    const query = { name: 'pack_x_dns_cache', host: 'h' };
    const columns = { name: 'ksn-file-geo.kaspersky-labs.com', type: 'A', flags: '0' };
    const { records, coverage } = read(
      lines(change(columns, query), change(columns, { ...query, action: 'removed', counter: 1 })),
    );

    expect(coverage.status).toBe('read');
    expect(records).toMatchObject([
      { kind: 'observation', what: 'dns', host: 'h', fields: [{ field: 'host' }] },
    ]);
  });

  it('observes no address that a phone made up', () => {
    expect(one('arp_cache', { address: '192.0.2.1', mac: '2c:c4:4f:9a:1b:2c' })).toMatchObject({
      what: 'arp',
      fields: [{ field: 'mac_prefix', value: '2CC44F9A1B2C' }],
    });
    expect(one('arp_cache', { address: '192.0.2.1', mac: '02:00:00:00:00:01' })).toBeUndefined();
  });

  it('says which tables hold nothing that is read', () => {
    const row = { minute: '1', hour: '2', command: 'x' };
    const { coverage } = read(
      lines({
        name: 'pack_ir_crontab',
        hostIdentifier: 'h',
        action: 'snapshot',
        snapshot: [row, row],
      }),
    );

    expect(coverage).toMatchObject({
      status: 'read',
      records: 0,
      problems: [
        {
          code: 'table-not-mapped',
          message: '2 rows of `pack_ir_crontab` were looked at and hold nothing that is read',
        },
      ],
    });
  });
});

describe('osquery, other inputs', () => {
  it('reads what osqueryi prints', () => {
    const rows = [program('a'), { ...program('b'), version: 2 }];

    expect(read(JSON.stringify(rows, null, 1)).records).toMatchObject([
      { name: 'a', source: { pointer: '/0' } },
      { name: 'b', version: '2' },
    ]);
  });

  it('reads the other lines when one in the middle is bad', () => {
    const { coverage, records } = read(
      [
        JSON.stringify(change(program('a'))),
        '{"name":"programs","columns":{"na',
        JSON.stringify(change(program('c'))),
      ].join('\n'),
    );

    expect(names(records)).toEqual(['a', 'c']);
    expect(coverage.status).toBe('partial');
    expect(coverage.problems[0]?.pointer).toMatch(/^line:2:/);
  });

  it('reports rows and results that are none', () => {
    const misshapen = {
      name: 'programs',
      hostIdentifier: 'h',
      action: 'snapshot',
      snapshot: [1, program('a')],
    };
    const { coverage, codes } = read(lines(misshapen, { name: 'programs', action: 'added' }, [1]));

    expect(coverage).toMatchObject({ status: 'partial', records: 1 });
    expect(codes).toEqual(['row-shape', 'row-shape', 'row-shape']);
  });

  it('counts lines of the status log', () => {
    const status = { severity: 0, filename: 'a.cpp', line: 1, message: 'm', version: '5' };
    const { coverage } = read(lines(change(program('a')), status));

    expect(coverage).toMatchObject({ status: 'read', problems: [{ code: 'table-not-mapped' }] });
  });

  it('leaves other JSON alone', () => {
    expect(read('[{"id":1,"label":"x"}]').format).toBeNull();
    expect(read('{"name":"x","columns":["a"],"action":"added"}').format).toBeNull();
    expect(read('[]').format).toBeNull();
  });
});
