import { describe, expect, it } from 'vitest';
import { readFile, type FileRead } from '../../input/read.fixture.ts';
import { dpkgList } from './index.ts';

type RowParts = readonly [codes: string, name: string, version: string, architecture: string];

/** A table as dpkg prints it, with columns of the given widths. */
function table(widths: readonly [number, number, number], rows: readonly RowParts[]): string {
  const rule = widths.map((width) => '='.repeat(width)).join('-');
  const lines = rows.map(([codes, ...cells]) => {
    const padded = cells.map((cell, index) =>
      cell.slice(0, widths[index]).padEnd(widths[index] ?? 0),
    );
    return `${codes} ${padded.join(' ')} a description`;
  });
  return [
    'Desired=Unknown/Install/Remove/Purge/Hold',
    '| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend',
    '|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)',
    '||/ Name           Version      Architecture Description',
    `+++-${rule}-=================`,
    ...lines,
    '',
  ].join('\n');
}

function read(text: string): FileRead {
  return readFile([dpkgList], text, { host: 'web-srv-02' });
}

const ROWS: readonly RowParts[] = [
  ['ii ', 'apt', '2.4.9', 'amd64'],
  ['rc ', 'kesl', '11.2.0-4528', 'amd64'],
  ['hi ', 'libc6:amd64', '2.35-0ubuntu3', 'amd64'],
  ['pn ', 'adduser', '', ''],
  ['iUR', 'half', '1', 'amd64'],
];

describe('dpkgList', () => {
  it('takes the columns from the rule and the state from the letters', () => {
    const { coverage, records } = read(table([20, 14, 12], ROWS));

    expect(coverage).toMatchObject({ format: 'dpkg-list', status: 'read', records: 4 });
    expect(
      records.map((record) =>
        record.kind === 'component' ? [record.name, record.version, record.presence] : [],
      ),
    ).toEqual([
      ['apt', '2.4.9', 'installed'],
      ['kesl', '11.2.0-4528', 'remnant'],
      ['libc6', '2.35-0ubuntu3', 'installed'],
      ['half', '1', 'installed'],
    ]);
    expect(records[1]).toMatchObject({
      host: 'web-srv-02',
      source: { pointer: 'line:7' },
      fields: [{ field: 'package_name', value: 'kesl', at: ':Name' }],
    });
  });

  it('says which names may have been cut, on a terminal', () => {
    const rows: readonly RowParts[] = [
      ...ROWS,
      ['ii ', 'linux-image-generic-hwe', '5.15', 'amd64'],
    ];
    const { coverage } = read(table([16, 16, 16], rows));

    expect(coverage.status).toBe('partial');
    expect(coverage.problems).toContainEqual(
      expect.objectContaining({ code: 'name-cut', pointer: 'line:11' }),
    );
  });

  it('does not call a name cut when the columns fit their longest entries', () => {
    const rows: readonly RowParts[] = [
      ['ii ', 'linux-image-generic-hwe', '5.15.0.60.45', 'amd64'],
      ['ii ', 'apt', '2.4.9', 'amd64'],
    ];

    expect(read(table([23, 12, 12], rows)).coverage).toMatchObject({
      status: 'read',
      problems: [],
    });
  });

  it('reports a line that is no row and reads the others', () => {
    const { coverage } = read(`${table([20, 14, 12], ROWS)}broken\n`);

    expect(coverage).toMatchObject({ status: 'partial', records: 4 });
    expect(coverage.problems).toContainEqual(
      expect.objectContaining({ code: 'row-shape', pointer: 'line:11' }),
    );
  });

  it('reads the table without architectures of old versions', () => {
    const text = '+++-==============-============-====\nii  kesl           11.2.0-4528  text\n';

    expect(read(text).records).toMatchObject([{ name: 'kesl', version: '11.2.0-4528' }]);
  });
});
