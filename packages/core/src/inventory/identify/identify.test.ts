import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type {
  CatalogFile,
  ComponentRecord,
  InventoryRecord,
  ObservationRecord,
  PartyGroup,
  RecordField,
  SignField,
} from '../../model/index.ts';
import { compileCatalog } from '../catalog/index.ts';
import { identify } from './identify.ts';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));

function yamlIn(folder: string): readonly unknown[] {
  return readdirSync(`${ROOT}${folder}`)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => parse(readFileSync(`${ROOT}${folder}/${name}`, 'utf8')) as unknown);
}

const catalog = compileCatalog(
  yamlIn('catalog') as readonly CatalogFile[],
  yamlIn('rulebook/parties') as readonly PartyGroup[],
);

type Values = Readonly<Partial<Record<SignField, string>>>;

function fieldsOf(values: Values): RecordField[] {
  return Object.entries(values).map(([field, value]) => ({
    field: field as SignField,
    value,
    at: `:${field}`,
  }));
}

function component(
  name: string,
  values: Values = {},
  more: Partial<ComponentRecord> = {},
): ComponentRecord {
  return {
    kind: 'component',
    source: { file: 'inventory.csv', pointer: 'line:2' },
    name,
    presence: 'installed',
    supporting: false,
    fields: fieldsOf({ name, ...values }),
    ...more,
  };
}

function trace(values: Values, more: Partial<ComponentRecord> = {}): ComponentRecord {
  return component('trace', {}, { supporting: true, ...more, fields: fieldsOf(values) });
}

function seen(values: Values, host?: string): ObservationRecord {
  return {
    kind: 'observation',
    source: { file: 'dns.log', pointer: 'line:7' },
    ...(host === undefined ? {} : { host }),
    what: 'dns',
    fields: fieldsOf(values),
  };
}

function run(...records: readonly InventoryRecord[]) {
  return identify(catalog, records);
}

/** The findings in short: product or party, level, presence, privilege. */
function brief(...records: readonly InventoryRecord[]) {
  return run(...records).map(({ identification: one }) => [
    one.product ?? one.party,
    one.level,
    one.presence,
    one.privilege,
  ]);
}

describe('identify on one record', () => {
  it('proves by publisher and name what a name alone leaves probable', () => {
    const name = 'Kaspersky Endpoint Security for Windows';

    expect(brief(component(name))).toEqual([
      ['kaspersky-endpoint-security-windows', 'probable', 'installed', 4],
    ]);
    expect(brief(component(name, { publisher: 'AO Kaspersky Lab' }))).toEqual([
      ['kaspersky-endpoint-security-windows', 'identified', 'installed', 4],
    ]);
  });

  it('counts publisher and display name as one origin', () => {
    const record = component('Kaspersky Total Security', { publisher: 'Kaspersky' });

    expect(brief(record)).toEqual([['kaspersky-total-security', 'probable', 'installed', 4]]);
  });

  it('says where each piece of evidence stands and what it rests on', () => {
    const [found] = run(
      component('Kaspersky Plus', { publisher: 'AO Kaspersky Lab' }, { host: 'pc-1' }),
    );

    expect(found?.subject).toEqual({
      kind: 'component',
      name: 'Kaspersky Plus',
      host: 'pc-1',
      source: { file: 'inventory.csv', pointer: 'line:2' },
    });
    expect(found?.identification.evidence).toMatchObject([
      {
        sign: 'kaspersky.publisher.ao-kaspersky-lab',
        field: 'publisher',
        value: 'AO Kaspersky Lab',
        strength: 'A',
        source: { file: 'inventory.csv', pointer: 'line:2:publisher' },
        cite: [expect.stringContaining('BIS press release')],
      },
      { sign: 'kaspersky.name.kaspersky-plus', strength: 'B' },
    ]);
  });

  it('points one level up for what stands beside the record', () => {
    const record: ComponentRecord = {
      ...component('Foo'),
      source: { file: 'a.json', pointer: '/metadata/component' },
      fields: [{ field: 'supplier', value: 'AO Kaspersky Lab', at: '1/supplier/name' }],
    };
    const [found] = run(record);

    expect(found?.identification.evidence[0]?.source.pointer).toBe('/metadata/supplier/name');
  });

  it('leaves the product open when only the maker is shown', () => {
    const [found] = run(component('Foo', { publisher: 'AO Kaspersky Lab' }));

    expect(found?.identification).toMatchObject({
      party: 'kaspersky-lab-ao',
      level: 'identified',
      privilege: 2,
    });
    expect(found?.identification).not.toHaveProperty('product');
    expect(found?.identification).not.toHaveProperty('class');
  });

  it('reads a name that leaves the maker out together with the vendor beside it', () => {
    const record = component('endpoint_security', { publisher: 'kaspersky' });

    expect(brief(record)).toEqual([['kaspersky-endpoint-security', 'probable', 'installed', 4]]);
    expect(brief(component('endpoint_security', { publisher: 'bitdefender' }))).toEqual([]);
  });

  it('takes the narrower of two names for one product', () => {
    const record = component('Kaspersky Endpoint Security for Linux', {
      'cpe.vendor': 'kaspersky',
      'cpe.product': 'kaspersky:endpoint_security',
    });

    expect(brief(record)).toEqual([
      ['kaspersky-endpoint-security-linux', 'identified', 'installed', 4],
    ]);
  });

  it('gives support alone no more than a lead', () => {
    expect(brief(trace({ exe_file: 'avp.exe' }))).toEqual([
      ['kaspersky-endpoint-protection', 'lead', 'installed', 0],
    ]);
    expect(brief(component('Kaspersky Foo'))).toEqual([['kaspersky-lab', 'lead', 'installed', 0]]);
  });

  it('finds the makers of libraries by their package URL', () => {
    const sdk = component(
      'tencentcloud-sdk-go',
      { purl: 'pkg:golang/github.com/tencentcloud/tencentcloud-sdk-go@v1.0.162' },
      { presence: 'present-in-build' },
    );
    const kaspresso = component(
      'kaspresso',
      { purl: 'pkg:maven/com.kaspersky.android-components/kaspresso@1.5.3' },
      { presence: 'present-in-build' },
    );

    expect(brief(sdk, kaspresso)).toEqual([
      ['tencent-cloud-sdk', 'identified', 'present-in-build', 1],
      ['kaspresso', 'identified', 'present-in-build', 1],
    ]);
    expect(run(kaspresso)[0]?.identification.class).toBe('developer-library');
  });

  it('believes neither the name nor the guessed CPE of a registry package', () => {
    const stranger = component(
      'kaspersky',
      {
        purl: 'pkg:npm/kaspersky@0.0.1',
        'cpe.vendor': 'kaspersky',
        'cpe.product': 'kaspersky:kaspersky',
      },
      { presence: 'present-in-build' },
    );

    expect(brief(stranger).map(([, level]) => level)).toEqual(['lead']);
  });

  it('finds a package of a distribution by the name in its package URL', () => {
    const record = component(
      'kesl',
      { purl: 'pkg:rpm/redos/kesl@11.2.0-4528?arch=x86_64' },
      { presence: 'present-in-build' },
    );

    expect(brief(record)).toEqual([
      ['kaspersky-endpoint-security-linux', 'identified', 'present-in-build', 4],
    ]);
  });
});

describe('identify on what speaks against', () => {
  it('caps the record at a lead and gives the reason', () => {
    const [found] = run(component('Kaspersky Security Center connector'));

    expect(found?.identification).toMatchObject({
      level: 'lead',
      capped: 'something about the product, not the product',
    });
  });

  it('caps even what would be proof', () => {
    const [found] = run(
      component('Kaspersky Anti-Virus uninstaller', { publisher: 'AO Kaspersky Lab' }),
    );

    expect(found?.identification.level).toBe('lead');
  });

  it('finds nothing where something speaks against it only', () => {
    const purl = 'pkg:golang/github.com/hashicorp/packer-plugin-tencentcloud@v1.0.0';

    expect(run(component('packer-plugin-tencentcloud', { purl }))).toEqual([]);
    expect(run(component('wechaty', { purl: 'pkg:npm/wechaty@1.20.2' }))).toEqual([]);
  });

  it('takes a removal tool for a removal tool', () => {
    const [found] = run(trace({ exe_file: 'kavremover.exe', 'signer.o': 'AO Kaspersky Lab' }));

    expect(found?.identification).toMatchObject({
      product: 'kaspersky-remover',
      class: 'removal-tool',
      level: 'identified',
    });
  });

  it('never clears a host because of another record on it', () => {
    const host = 'pc-1';
    const program = component('Kaspersky Plus', { publisher: 'AO Kaspersky Lab' }, { host });
    const connector = component('Kaspersky Plus connector', {}, { host });
    const visit = seen({ host: 'www.kaspersky.com' }, host);

    expect(brief(program, connector, visit)).toEqual([
      ['kaspersky-plus', 'identified', 'installed', 4],
    ]);
  });
});

describe('identify on hosts', () => {
  const host = 'pc-1';
  const program = component('Kaspersky Endpoint Security for Windows', {}, { host });
  const driver = trace({ driver_file: 'klif.sys' }, { host, presence: 'running' });

  it('lets a driver strengthen the program and add presence and privilege', () => {
    expect(brief(program, driver)).toEqual([
      ['kaspersky-endpoint-security-windows', 'identified', 'running', 5],
    ]);
    expect(brief(driver, program)).toEqual(brief(program, driver));
  });

  it('names the program as the subject, whatever came first', () => {
    expect(run(driver, program)[0]?.subject.name).toBe('Kaspersky Endpoint Security for Windows');
  });

  it('lets a driver alone stand for endpoint protection of no known edition', () => {
    const [found] = run(driver);

    expect(found?.identification).toMatchObject({
      product: 'kaspersky-endpoint-protection',
      class: 'endpoint-protection',
      level: 'identified',
      privilege: 5,
    });
  });

  it('keeps products apart', () => {
    const agent = component('Kaspersky Security Center Network Agent', {}, { host });
    const service = trace({ service_name: 'klnagent' }, { host, presence: 'running' });

    expect(brief(program, driver, agent, service)).toEqual([
      ['kaspersky-endpoint-security-windows', 'identified', 'running', 5],
      ['kaspersky-network-agent', 'identified', 'running', 4],
    ]);
  });

  it('joins what shows only the maker to the single product of the host', () => {
    const signer = trace({ 'signer.o': 'AO Kaspersky Lab' }, { host });

    expect(brief(program, signer)).toEqual([
      ['kaspersky-endpoint-security-windows', 'identified', 'installed', 4],
    ]);
  });

  it('leaves it open when there are two products, and when there is none', () => {
    const signer = trace({ 'signer.o': 'AO Kaspersky Lab' }, { host });
    const vpn = component('Kaspersky VPN Secure Connection', {}, { host });

    expect(brief(program, vpn, signer).map(([what]) => what)).toEqual([
      'kaspersky-endpoint-security-windows',
      'kaspersky-vpn',
      'kaspersky-lab-ao',
    ]);
    expect(brief(signer).map(([what]) => what)).toEqual(['kaspersky-lab-ao']);
  });

  it('never hides a program it does not know behind one it knows', () => {
    const unknown = component('Foo Utility', { publisher: 'AO Kaspersky Lab' }, { host });

    expect(run(program, unknown).map(({ subject }) => subject.name)).toEqual([
      'Kaspersky Endpoint Security for Windows',
      'Foo Utility',
    ]);
  });

  it('lets files and services that go by a sister’s name join the program', () => {
    const service = trace(
      { service_name: 'AVP21.3', name: 'Kaspersky Anti-Virus Service' },
      { host },
    );
    const file = trace(
      { 'pe.product': 'Kaspersky Anti-Virus', 'signer.o': 'AO Kaspersky Lab' },
      { host },
    );
    const total = component('Kaspersky Total Security', {}, { host });

    expect(brief(total, service, file, driver)).toEqual([
      ['kaspersky-total-security', 'identified', 'running', 5],
    ]);
    expect(brief(driver, file)).toEqual([['kaspersky-anti-virus', 'identified', 'running', 5]]);
  });

  it('takes a process for a trace, not for a program of its own', () => {
    const path = 'C:\\Program Files (x86)\\Kaspersky Lab\\KES\\soyuz.exe';
    const process = component(
      'soyuz.exe',
      { path, exe_file: 'soyuz.exe' },
      { host, presence: 'running' },
    );

    expect(brief(program, process)).toEqual([
      ['kaspersky-endpoint-security-windows', 'identified', 'running', 4],
    ]);
  });

  it('counts a name that stands in another field once', () => {
    const record: ComponentRecord = {
      ...component('Kaspersky Total Security', {}, { host }),
      fields: fieldsOf({ security_product: 'Kaspersky Total Security' }),
    };

    expect(brief(record)).toEqual([['kaspersky-total-security', 'probable', 'installed', 4]]);
  });

  it('takes two copies on two hosts for two', () => {
    const other = { ...program, host: 'pc-2' };

    expect(run(program, other).map(({ subject }) => subject.host)).toEqual(['pc-1', 'pc-2']);
    expect(brief({ ...driver, host: 'pc-2' }, program)).toContainEqual([
      'kaspersky-endpoint-security-windows',
      'probable',
      'installed',
      4,
    ]);
  });

  it('takes records without a host for subjects of their own', () => {
    const { host: _, ...free } = program;

    expect(run(free, free)).toHaveLength(2);
    expect(brief({ ...driver, host: undefined } as never, free).map(([, level]) => level)).toEqual([
      'identified',
      'probable',
    ]);
  });

  it('takes the same program from two sources for one', () => {
    expect(run(program, program)).toHaveLength(1);
  });

  it('reports what is left after removal as left, without privilege', () => {
    const left = trace({ package_name: 'kesl' }, { host, presence: 'remnant' });

    expect(brief(left)).toEqual([
      ['kaspersky-endpoint-security-linux', 'identified', 'remnant', 0],
    ]);
  });

  it('takes the strongest state that anything shows', () => {
    const root = trace(
      { 'cert.subject': 'Kaspersky Anti-Virus Personal Root Certificate' },
      { host },
    );

    expect(brief(program, root)).toEqual([
      ['kaspersky-endpoint-security-windows', 'identified', 'intercepting', 4],
    ]);
  });

  it('keeps a bounded number of pieces of evidence, however long the log is', () => {
    const rows = Array.from({ length: 5_000 }, () => seen({ host: 's00.upd.kaspersky.com' }, host));
    const [found] = run(...rows);

    expect(found?.identification.level).toBe('probable');
    expect(found?.identification.evidence.length).toBeLessThan(10);
  });
});

describe('identify on the network', () => {
  it('tells an update, a license, a look-up and an interception from a visit', () => {
    function of(host: string) {
      return brief(seen({ host }, '10.0.0.7'));
    }

    expect(of('s13.upd.kaspersky.com')).toEqual([
      ['kaspersky-endpoint-protection', 'probable', 'updating', 3],
    ]);
    expect(of('activation-v2.kaspersky.com')).toEqual([
      ['kaspersky-lab', 'probable', 'licensed', 2],
    ]);
    expect(of('ksn-verdict.geoksn.kaspersky.com')).toEqual([
      ['kaspersky-endpoint-protection', 'identified', 'running', 2],
    ]);
    expect(of('gc.kis.v2.scr.kaspersky-labs.com')).toEqual([
      ['kaspersky-endpoint-protection', 'identified', 'intercepting', 4],
    ]);
  });

  it.each(['www.kaspersky.com', 'www.kaspersky.de', 'kaspersky.com', 'support.kaspersky.com'])(
    'takes %s for a visit and no product',
    (host) => {
      const found = run(seen({ host }, '10.0.0.7'));

      expect(found).toHaveLength(1);
      expect(found[0]?.identification).toMatchObject({
        level: 'lead',
        presence: 'visited',
        privilege: 0,
      });
      expect(found[0]?.identification).not.toHaveProperty('product');
    },
  );

  it.each(['securelist.com', 'kasperskytte.example', 'example.org'])(
    'finds nothing in %s',
    (host) => {
      expect(run(seen({ host }, '10.0.0.7'))).toEqual([]);
    },
  );

  it('calls what it saw by its name', () => {
    const [found] = run(seen({ host: 's13.upd.kaspersky.com' }, '10.0.0.7'));

    expect(found?.subject).toMatchObject({ name: 's13.upd.kaspersky.com', host: '10.0.0.7' });
  });

  it('never lets a visit back up a name', () => {
    const host = 'pc-1';
    const program = component('Kaspersky Plus', {}, { host });

    expect(brief(program, seen({ host: 'www.kaspersky.com' }, host))).toEqual([
      ['kaspersky-plus', 'probable', 'installed', 4],
    ]);
  });

  it('joins the answer of a device to its prefix', () => {
    const banner = seen({ http_server: 'Hikvision-Webs' }, '10.0.0.9');
    const prefix = seen({ mac_prefix: '28:57:be:00:00:01' }, '10.0.0.9');

    expect(brief(banner, prefix)).toEqual([['hikvision-video-device', 'identified', 'running', 3]]);
  });

  it('leaves a prefix of Huawei a lead: switches of others carry it', () => {
    const found = brief(seen({ oui_org: 'HUAWEI TECHNOLOGIES CO.,LTD' }, '10.0.0.9'));

    expect(found.map(([, level]) => level)).toEqual(['lead']);
  });

  it('bridges no two makers', () => {
    const host = '10.0.0.9';
    const found = brief(
      seen({ oui_org: 'zte corporation' }, host),
      component('Kaspersky Plus', {}, { host }),
    );

    expect(found.map(([what, level]) => [what, level])).toEqual([
      ['zte-corporation', 'probable'],
      ['kaspersky-plus', 'probable'],
    ]);
  });
});

describe('identify on what is inside', () => {
  it('carries the product whose bill of materials holds a component', () => {
    const purl = 'pkg:golang/github.com/tencentcloud/tencentcloud-sdk-go@v1.0.162';
    const parent = { name: 'vault', version: '1.13.0' };
    const sdk = component('sdk', { purl }, { presence: 'present-in-build', parent });

    expect(run(sdk)[0]?.identification.embeddedIn).toBe('vault');
  });

  it('does not call a part of the maker’s own program embedded', () => {
    const part = component(
      'engine',
      { supplier: 'AO Kaspersky Lab' },
      { presence: 'present-in-build', parent: { name: 'Kaspersky Endpoint Security 12.1' } },
    );

    expect(run(part)[0]?.identification).not.toHaveProperty('embeddedIn');
  });

  function junos(version?: string) {
    const record = component('Juniper SRX 340', {}, version === undefined ? {} : { version });
    return run(record).map(({ identification }) => identification);
  }

  it('decides by the version whether a firewall holds the engine', () => {
    expect(junos('12.1X46-D30')).toMatchObject([
      {
        product: 'kaspersky-anti-virus-sdk',
        class: 'engine-sdk',
        level: 'identified',
        presence: 'present-in-build',
        privilege: 1,
        embeddedIn: 'Juniper SRX Series full antivirus',
      },
    ]);
    expect(junos('15.1X49-D10')).toEqual([]);
    expect(junos('18.4R1')).toEqual([]);
  });

  it('names the version that decides when it is not known or cannot be placed', () => {
    const capped = expect.stringContaining('before 15.1X49-D10');

    expect(junos()).toMatchObject([{ level: 'probable', capped }]);
    expect(junos('15.1R7')).toMatchObject([{ level: 'probable', capped }]);
  });

  it('leaves an engine of choice probable', () => {
    const [found] = run(component('OPSWAT MetaDefender Core', {}, { version: '5.2.1' }));

    expect(found?.identification).toMatchObject({
      level: 'probable',
      capped: expect.stringContaining('customer chooses'),
    });
  });

  it('makes no more than a lead of what is only reported', () => {
    const [found] = run(component('Stormshield Network Security', {}, { version: '4.3' }));

    expect(found?.identification).toMatchObject({
      level: 'lead',
      privilege: 0,
      capped: expect.stringContaining('reported'),
    });
  });

  it.each(['UltraAV', 'Rspamd', 'Assemblyline', 'ownCloud files_antivirus'])(
    'finds nothing in %s',
    (name) => {
      expect(run(component(name))).toEqual([]);
    },
  );

  it('calls no camera of another brand Hikvision’s or Dahua’s, and asks', () => {
    const levels = brief(component('Lorex IP camera')).map(([what, level]) => [what, level]);

    expect(levels).toEqual([
      ['dahua-video-device', 'lead'],
      ['hikvision-video-device', 'lead'],
    ]);
    expect(run(component('Honeywell thermostat'))).toEqual([]);
  });
});

describe('identify on what nobody verified', () => {
  const signed = { field: 'signer.cn', value: 'AO Kaspersky Lab', at: '/signer/0' } as const;

  it('takes a signer that was not verified for a strong sign and no proof', () => {
    const file = trace({ file_name: 'a.dll' }, { host: 'pc-1' });
    const verified = { ...file, fields: [...file.fields, signed] };
    const claimed = { ...file, fields: [...file.fields, { ...signed, unverified: true as const }] };

    expect(run(verified)[0]?.identification.level).toBe('identified');
    expect(run(claimed)[0]?.identification).toMatchObject({
      level: 'probable',
      evidence: [{ field: 'signer.cn', strength: 'B' }],
    });
  });
});

describe('identify on what was seen in the network', () => {
  function asked(host: string, day: string, client = '192.0.2.7'): ObservationRecord {
    return { ...seen({ host }, client), at: `${day} 01:58:55` };
  }

  it('takes what only a product asks for as one, at the first time', () => {
    expect(brief(asked('s01.upd.kaspersky.com', 'Sep  3'))).toEqual([
      ['kaspersky-endpoint-protection', 'probable', 'updating', 3],
    ]);
    expect(brief(asked('activation-v2.kaspersky.com', 'Sep  3'))).toMatchObject([
      ['kaspersky-lab', 'probable', 'licensed', expect.anything()],
    ]);
  });

  it('takes the domain of a maker as a visit until it is asked for on three days', () => {
    const days = ['Sep  3', 'Sep  4', 'Sep  9'];
    const often = days.map((day) => asked('api.tiktok.com', day));

    expect(brief(...often.slice(0, 2), ...often.slice(0, 2))).toEqual([
      ['bytedance-limited', 'lead', 'visited', 0],
    ]);
    expect(run(...often)).toMatchObject([
      { identification: { level: 'probable', presence: 'visited', privilege: 0, powers: [] } },
    ]);
    expect(run(...often)[0]?.identification.capped).toContain('3 days');
  });

  it('does not add up the days of several clients, nor of pages that people read', () => {
    const days = ['Sep  3', 'Sep  4', 'Sep  9'];

    expect(
      brief(...days.map((day, index) => asked('api.tiktok.com', day, `192.0.2.${index}`))),
    ).toEqual(days.map(() => ['bytedance-limited', 'lead', 'visited', 0]));
    expect(brief(...days.map((day) => asked('www.kaspersky.com', day)))).toEqual([
      ['kaspersky-lab', 'lead', 'visited', 0],
    ]);
    // A log without times tells no days.
    const { at: _, ...timeless } = asked('api.tiktok.com', '');
    expect(brief(timeless, timeless, timeless)).toEqual([
      ['bytedance-limited', 'lead', 'visited', 0],
    ]);
  });
});

describe('what a product could be used for', () => {
  it('has all states that are shown, with the signs that show the privilege', () => {
    const host = { host: 'pc-1' };
    const [found] = run(
      component('Kaspersky Endpoint Security for Windows', { publisher: 'AO Kaspersky Lab' }, host),
      trace({ driver_file: 'klif.sys' }, { ...host, presence: 'running' }),
      trace({ 'cert.subject': 'Kaspersky Anti-Virus Personal Root Certificate' }, host),
    );

    expect(found?.identification).toMatchObject({
      presence: 'running',
      states: ['running', 'intercepting', 'installed'],
      privilege: 5,
      privilegeBy: ['kaspersky.driver_file.klif'],
      powers: ['read-data', 'install-code', 'intercept-tls', 'withhold-updates'],
    });
    const traces = found?.identification.evidence.map(({ trace: kind }) => kind);
    expect(new Set(traces)).toEqual(new Set(['program', 'driver', 'certificate']));
  });

  it('is nothing for a library, and rests on no sign where the catalog knows it', () => {
    const [library] = run(
      component(
        'x',
        { purl: 'pkg:golang/github.com/tencentcloud/a@1' },
        { presence: 'present-in-build' },
      ),
    );
    const [program] = run(component('Kaspersky Total Security', { publisher: 'AO Kaspersky Lab' }));

    expect(library?.identification).toMatchObject({ privilege: 1, powers: [] });
    expect(program?.identification).toMatchObject({ privilege: 4, privilegeBy: [] });
    expect(program?.identification.powers).not.toContain('intercept-tls');
  });
});
