// long lines: rows of tables as they stand in files
import { describe, expect, it } from 'vitest';
import type { InventoryRecord, Transaction } from '../../../model/index.ts';
import { readFile, type FileRead } from '../../input/read.fixture.ts';
import { csv } from './index.ts';

function read(content: string | Uint8Array): FileRead {
  return readFile([csv], content);
}

function transactions({ records }: FileRead): readonly Transaction[] {
  return records.flatMap((record) => (record.kind === 'transaction' ? [record.transaction] : []));
}

function fieldsOf(record: InventoryRecord | undefined): readonly string[] {
  if (record?.kind !== 'component') return [];
  return record.fields.map(({ field, value }) => `${field}=${value}`);
}

describe('csv, of installed software', () => {
  it('reads the host and what is installed on it', () => {
    const { coverage, records } = read(
      'Host Name,Application,Version,Publisher\nso-ws-02,"Kaspersky, Endpoint",12.5,AO Kaspersky Lab\n',
    );

    expect(coverage).toMatchObject({ format: 'csv', status: 'read', problems: [] });
    expect(records).toEqual([
      {
        kind: 'component',
        source: { file: 'file', pointer: 'line:2' },
        host: 'so-ws-02',
        name: 'Kaspersky, Endpoint',
        version: '12.5',
        presence: 'installed',
        supporting: false,
        fields: [
          { field: 'name', value: 'Kaspersky, Endpoint', at: ':Application' },
          { field: 'publisher', value: 'AO Kaspersky Lab', at: ':Publisher' },
        ],
      },
    ]);
  });

  it.each([
    ['semicolons', 'Rechnername;Anwendung;Version;Herausgeber\nh;K;1;P\n'],
    ['tabs', 'computer_name\tdisplay_name\tdisplay_version\tvendor\nh\tK\t1\tP\n'],
    ['a word on the delimiter', 'sep=;\r\nHost;Software;Version;Publisher\r\nh;K;1;P\r\n'],
    [
      'a title above',
      'Installed software\n\nReport of,2024-09-01\nHost,Name,Version,Publisher\nh,K,1,P\n',
    ],
    ['a byte order mark', '\u{feff}Host,Name,Version,Publisher\nh,K,1,P\n'],
  ])('reads tables with %s', (_, text) => {
    expect(read(text).records).toMatchObject([{ host: 'h', name: 'K', version: '1' }]);
    expect(fieldsOf(read(text).records[0])).toEqual(['name=K', 'publisher=P']);
  });

  it('reads UTF-16, as PowerShell writes it', () => {
    const text = '\u{feff}Computer\tName\tVersion\r\nh\tKäspersky\t1\r\n';

    expect(read(new Uint8Array(Buffer.from(text, 'utf16le'))).records).toMatchObject([
      { host: 'h', name: 'Käspersky' },
    ]);
  });

  it('reads exports of Intune and Defender', () => {
    const intune =
      '"DeviceName","ApplicationKey","ApplicationId","ApplicationName","ApplicationPublisher","ApplicationVersion","Platform"\n"d","k","i","Kaspersky VPN","Kaspersky","21","Windows"\n';
    const defender =
      'DeviceId,DeviceName,OSPlatform,SoftwareVendor,SoftwareName,SoftwareVersion\n1,d,Windows11,kaspersky,endpoint_security,12\n';

    expect(read(intune)).toMatchObject({ coverage: { problems: [] }, records: [{ host: 'd' }] });
    expect(fieldsOf(read(defender).records[0])).toEqual([
      'publisher=kaspersky',
      'name=endpoint_security',
    ]);
  });

  it('reads Fleet by the source of a row', () => {
    const { records } = read(
      [
        'hostname,name,version,source,vendor,bundle_identifier,extension_id,application_id',
        'h,kesl,12,deb_packages,,,,',
        'h,Kaspersky,1,apps,,com.kaspersky.kav,,',
        `h,Kaspersky Protection,1,chrome_extensions,,,${'a'.repeat(32)},`,
        'h,KSC,1,android_apps,,,,com.kms.free',
      ].join('\n'),
    );

    expect(records.map(fieldsOf)).toEqual([
      ['package_name=kesl'],
      ['name=Kaspersky', 'bundle_id=com.kaspersky.kav'],
      ['name=Kaspersky Protection', `chrome_id=${'a'.repeat(32)}`],
      ['name=KSC', 'android_id=com.kms.free'],
    ]);
  });

  it('leaves out what is no longer installed, and says how much', () => {
    const { coverage } = read('Host,Name,Version,Install Status\nh,a,1,Installed\nh,b,1,Removed\n');

    expect(coverage).toMatchObject({
      status: 'read',
      records: 1,
      problems: [{ message: '1 rows say that they are no longer installed' }],
    });
  });

  it('notes a column nobody knows, once', () => {
    const { coverage } = read('Host,Name,Version,Blood Group\nh,a,1,A\nh,b,1,B\n');

    expect(coverage).toMatchObject({
      status: 'read',
      problems: [{ code: 'column-unknown', pointer: 'line:1:4' }],
    });
  });

  it('does not read a row whose cells may stand in other columns', () => {
    const { coverage, records } = read(
      'Host,Name,Version,Publisher\nh,a,1,Lab, Inc.\nh,b,1,P\nh,c\nh,d,1,P,,\n\n',
    );

    expect(records).toMatchObject([{ name: 'b' }, { name: 'c' }, { name: 'd' }]);
    expect(coverage.status).toBe('partial');
    expect(coverage.problems.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['row-shape', 'line:2'],
      ['row-shape', 'line:4'],
    ]);
  });

  it('reads names with letters that are no text, and is then partial', () => {
    const bytes = new Uint8Array(Buffer.from('Host,Name,Version\nh,M\u00fcller,1\n', 'latin1'));

    expect(read(bytes)).toMatchObject({
      coverage: { status: 'partial', problems: [{ code: 'encoding', pointer: 'byte:21' }] },
      records: [{ name: 'M\u{fffd}ller' }],
    });
  });
});

describe('csv, of parties', () => {
  it('reads suppliers in the FollowTheMoney shape', () => {
    const { coverage, records } = read(
      [
        'Supplier No,Supplier Name,Doing Business As,Street,City,State,Country,Tax ID,Contact',
        'V-1002,"Kaspersky Lab, Inc.",KL; Kaspersky,500 Unicorn Park,Woburn,MA,United States,00-1,',
        ',Somebody,,,,,,,',
      ].join('\n'),
    );

    expect(coverage).toMatchObject({ status: 'read', problems: [] });
    expect(records).toEqual([
      {
        kind: 'party',
        source: { file: 'file', pointer: 'line:2' },
        id: 'V-1002',
        schema: 'LegalEntity',
        properties: {
          name: ['Kaspersky Lab, Inc.'],
          alias: ['KL', 'Kaspersky'],
          country: ['us'],
          address: ['500 Unicorn Park, Woburn, MA'],
          taxNumber: ['00-1'],
        },
      },
      expect.objectContaining({ id: 'file#line:3', properties: { name: ['Somebody'] } }),
    ]);
  });

  it('knows persons and vessels', () => {
    const persons = read(
      'First Name,Last Name,Date of Birth,Country\nAnton,Ivanov,1965-11-12,Russia\n',
    );
    const vessels = read('Name,IMO Number,Type,Country\nSeagull,9074729,Vessel,PA\n');

    expect(persons.records).toMatchObject([
      {
        schema: 'Person',
        properties: { name: ['Anton Ivanov'], birthDate: ['1965-11-12'], country: ['ru'] },
      },
    ]);
    expect(vessels.records).toMatchObject([
      { schema: 'Vessel', properties: { imoNumber: ['9074729'] } },
    ]);
  });

  it('reports a row without a name', () => {
    expect(read('Supplier,Country\n,US\nA,US\n').coverage).toMatchObject({
      status: 'partial',
      records: 1,
      problems: [{ pointer: 'line:2' }],
    });
  });
});

describe('csv, of orders', () => {
  const PURCHASES =
    'PO Number,Order Date,Order Type,Supplier,Supplier Country,Product,Maker,Funding';

  it('reads purchases, renewals and payments', () => {
    const reading = read(
      [
        PURCHASES,
        'PB-1,2024-08-15,Renewal,"Kaspersky Lab, Inc.",US,"Kaspersky Endpoint Security, 1 year",Kaspersky Lab,General Fund',
        'PB-2,2024-08-16,purchase,Meadowlark,USA,Desk lamps,,General Fund',
        'PB-3,,Automatic renewal,A,,B,,',
        'PB-4,2024-09-05,Payment,A,RU,Speaking fee,,',
      ].join('\n'),
    );

    expect(reading.coverage).toMatchObject({
      status: 'read',
      problems: [{ code: 'column-unknown' }],
    });
    expect(transactions(reading)).toEqual([
      {
        id: 'PB-1',
        activity: 'renew',
        at: '2024-08-15',
        counterparty: { name: 'Kaspersky Lab, Inc.', country: 'US' },
        item: { name: 'Kaspersky Endpoint Security, 1 year', maker: 'Kaspersky Lab' },
      },
      {
        id: 'PB-2',
        activity: 'procure',
        at: '2024-08-16',
        counterparty: { name: 'Meadowlark', country: 'US' },
        item: { name: 'Desk lamps' },
      },
      { id: 'PB-3', activity: 'roll-over', counterparty: { name: 'A' }, item: { name: 'B' } },
      {
        id: 'PB-4',
        activity: 'pay',
        at: '2024-09-05',
        counterparty: { name: 'A', country: 'RU' },
        item: { name: 'Speaking fee' },
      },
    ]);
    expect(transactions(reading).every(({ actor }) => actor === undefined)).toBe(true);
  });

  it('reads sales, with the customer on the other side', () => {
    const reading = read(
      'Invoice Number,Invoice Date,Order Type,Customer,Customer Country,Product\nS-1,2024-08-20,Resale,Mudlark Township,US,K\nS-2,2024-08-20,Service,T,US,Hosting\nS-3,2024-08-20,Export,AO Kaspersky Lab,Russia,Disks\n',
    );

    expect(transactions(reading)).toMatchObject([
      { id: 'S-1', activity: 'resell', counterparty: { name: 'Mudlark Township' } },
      { id: 'S-2', activity: 'provide-service' },
      { id: 'S-3', activity: 'export', counterparty: { country: 'RU' } },
    ]);
  });

  it('takes a word of the vocabulary before the order type', () => {
    const reading = read(
      'Id,Activity,Order Type,Supplier,Customer,Product\n1,extend contract,,S,C,P\n2,resell,Purchase,S,C,P\n3,,Purchase,S,C,P\n',
    );

    expect(transactions(reading)).toMatchObject([
      { activity: 'extend-contract', counterparty: { name: 'S' } },
      { activity: 'resell', counterparty: { name: 'C' } },
      { activity: 'procure', counterparty: { name: 'S' } },
    ]);
  });

  it('takes an order under the heading of purchase orders for a purchase', () => {
    expect(transactions(read('PO Number,Vendor,Product\nP-1,V,K\n'))).toMatchObject([
      { id: 'P-1', activity: 'procure', counterparty: { name: 'V' } },
    ]);
  });

  it.each([
    ['type', 'PB-1,2024-08-15,Swap,A,US,P,M,F', 'line:2:3'],
    ['sale from a supplier', 'PB-1,2024-08-15,Sale,A,US,P,M,F', 'line:2:3'],
    ['date', 'PB-1,2024-13-45,Renewal,A,US,P,M,F', 'line:2:2'],
    ['date of two readings', 'PB-1,09/10/2024,Renewal,A,US,P,M,F', 'line:2:2'],
  ])('leaves out an order whose %s is not known', (_, row, pointer) => {
    const reading = read(`${PURCHASES}\n${row}\n`);

    expect(reading.records).toEqual([]);
    expect(reading.coverage.problems.at(-1)).toMatchObject({ code: 'value', pointer });
  });

  it('names the value, the column and the line that cannot be read', () => {
    const { problems } = read(`${PURCHASES}\nPB-1,2024-13-45,Renewal,A,US,P,M,F\n`).coverage;

    expect(problems.at(-1)?.message).toContain('`2024-13-45` in column `Order Date` of line 2');
  });

  it('reads dates with strokes when the table shows which number is the month', () => {
    const american = read(
      `${PURCHASES}\n1,09/10/2024,Purchase,A,,P,,\n2,09/29/2024,Purchase,A,,P,,\n`,
    );
    const european = read(
      `${PURCHASES}\n1,09/10/2024,Purchase,A,,P,,\n2,29/09/2024,Purchase,A,,P,,\n`,
    );
    const both = read(`${PURCHASES}\n1,29/09/2024,Purchase,A,,P,,\n2,09/29/2024,Purchase,A,,P,,\n`);

    expect(transactions(american).map(({ at }) => at)).toEqual(['2024-09-10', '2024-09-29']);
    expect(transactions(european).map(({ at }) => at)).toEqual(['2024-10-09', '2024-09-29']);
    expect(both.records).toEqual([]);
  });

  it('states facts, owners and classes, and leaves out what it cannot read', () => {
    const reading = read(
      [
        'PO Number,Vendor,Vendor Country,Vendor Owner,Owner Percent,Vendor Classes,Product,Function,Supply Agreement Date,License Held,ECCN,Embeds',
        '1,V,Germany,AO Kaspersky Lab,49.9 %,reseller; federal-contractor,P,endpoint-protection,2024-01-15,yes,EAR99,A; B',
        '2,V,Atlantis,O,many,unheard-of,P,gadget,1/2/2024,perhaps,,',
      ].join('\n'),
    );

    expect(transactions(reading)).toEqual([
      {
        id: '1',
        activity: 'procure',
        counterparty: {
          name: 'V',
          country: 'DE',
          classes: ['reseller', 'federal-contractor'],
          ownership: [{ owner: 'AO Kaspersky Lab', percent: 49.9 }],
        },
        item: { name: 'P', function: 'endpoint-protection', embeds: ['A', 'B'] },
        facts: { supplyAgreementDate: '2024-01-15', licenseHeld: true, eccn: 'EAR99' },
      },
      {
        id: '2',
        activity: 'procure',
        counterparty: { name: 'V', ownership: [{ owner: 'O' }] },
        item: { name: 'P' },
      },
    ]);
    expect(reading.coverage.problems.map(({ pointer }) => pointer)).toEqual([
      'line:3:3',
      'line:3:6',
      'line:3:5',
      'line:3:8',
      'line:3:9',
      'line:3:10',
    ]);
  });

  it('says when times of day were left out', () => {
    const { coverage } = read(
      `${PURCHASES.replace(',Funding', '')}\n1,2024-08-15 10:00,Purchase,A,,P,\n`,
    );

    expect(coverage).toMatchObject({ status: 'read', problems: [{ code: 'value' }] });
  });
});

describe('csv, recognizing', () => {
  it.each([
    ['a table of something else', 'date,temperature\n2024-01-01,4\n'],
    ['a list of drivers and their makers', 'driver,altitude,company\nklif.sys,320400,Kaspersky\n'],
    ['registered prefixes', 'prefix_hex,bits,organisation\n000947,24,"Aztek, Inc."\n'],
    ['a log of Zeek', '#separator \\x09\n#fields\thost\tname\tversion\n1\t2\t3\n'],
    ['prose', 'Name, version and host are what an inventory needs.\n'],
    ['names and addresses of mail', 'Name,Email\nA,a@example.com\n'],
  ])('leaves %s alone', (_, text) => {
    expect(read(text).format).toBeNull();
  });

  it('reads headings no object should be asked for', () => {
    const { coverage, records } = read('Host,Name,Version,__proto__,constructor\nh,a,1,x,y\n');

    expect(records).toHaveLength(1);
    expect(coverage.problems).toHaveLength(2);
  });
});
