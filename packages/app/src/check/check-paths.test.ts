import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  assert,
  checkSchema,
  parseWhen,
  ReportSchema,
  type Profile,
  type Report,
} from '@interdict/core';
import { zipSync } from 'fflate';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadEdition, type Edition } from '../edition/index.ts';
import { renderReportParts } from '../report/index.ts';
import { checkPaths } from './index.ts';

const DATA = fileURLToPath(new URL('../../dist/data', import.meta.url));
const EXAMPLES = fileURLToPath(new URL('../../../../examples/', import.meta.url));
const CLEAN = `${EXAMPLES}damaged/good-clean.cdx.json`;
const WITH_FINDING = `${EXAMPLES}damaged/good-with-finding.cdx.json`;

const PROFILE: Profile = {
  schema: 'interdict.profile/1',
  name: 'a county',
  country: 'US',
  classes: ['local-government'],
};

let edition: Edition;
let folder: string;

beforeAll(() => {
  edition = loadEdition(DATA);
});

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-check-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function check(...paths: readonly string[]): Report {
  const asOf = parseWhen('2024-10-01');
  assert(asOf !== undefined, 'the date exists');
  return checkPaths(paths, { edition, profile: PROFILE, asOf });
}

describe('a report', () => {
  it('is one its schema accepts, and covers every file with its digest', () => {
    const report = check(CLEAN, WITH_FINDING);

    expect(checkSchema(ReportSchema, report)).toEqual([]);
    expect(report.coverage.map(({ status }) => status)).toEqual(['read', 'read']);
    for (const { sha256 } of report.coverage) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('names the changes of rules that were to be confirmed by now, and were not', () => {
    const asked = (at: string): Report => {
      const asOf = parseWhen(at);
      assert(asOf !== undefined, 'the date exists');
      return checkPaths([CLEAN], { edition, profile: PROFILE, asOf });
    };

    expect(asked('2026-11-30').rulebook.overdue).toBeUndefined();
    const late = asked('2026-12-01');
    expect(late.rulebook.overdue).toMatchObject([
      { rule: 'us-ear-affiliates-rule', state: 'effective', confirmBy: '2026-11-30' },
    ]);
    expect(checkSchema(ReportSchema, late)).toEqual([]);
    for (const format of ['table', 'html'] as const) {
      const shown = [...renderReportParts(late, format, { columns: 100, color: false })].join('');
      expect(shown).toMatch(/OVERDUE[\s\S]*us-ear-affiliates-rule/);
    }
  });

  it('is clear only when something was read, all of it, and nothing found', () => {
    expect(check(CLEAN).summary).toMatchObject({ status: 'clear', files: 1, filesIncomplete: 0 });
    expect(check(folder).summary).toMatchObject({ status: 'incomplete', files: 0 });
    expect(check(CLEAN, write('empty', '')).summary.status).toBe('incomplete');
    expect(check(write('notes.txt', 'bring milk\n')).summary.status).toBe('incomplete');
  });

  it('is incomplete as soon as a supplier was given and no list was there', () => {
    const report = check(CLEAN, write('suppliers.csv', 'Supplier Name,Country\nSalt Works,US\n'));

    expect(report.lists.length).toBeGreaterThan(0);
    expect(report.lists.every(({ status }) => status === 'missing')).toBe(true);
    expect(report.summary.status).toBe('incomplete');
    expect(report.summary.notCovered.join(' ')).toContain('official lists (');
  });

  it('names no list when neither suppliers nor orders were given', () => {
    expect(check(CLEAN).lists).toEqual([]);
  });

  it('has each finding once, also when files come in another order', () => {
    const forward = check(CLEAN, WITH_FINDING);
    const backward = check(WITH_FINDING, CLEAN, WITH_FINDING);

    expect(backward.findings).toEqual(forward.findings);
    expect(forward.findings).toHaveLength(1);
  });

  it('has the most severe finding first', () => {
    const { findings } = check(`${EXAMPLES}county`);

    const severe = findings.findIndex(({ verdict }) => verdict !== 'barred');
    expect(severe).toBeGreaterThan(0);
    expect(findings.slice(severe).every(({ verdict }) => verdict !== 'barred')).toBe(true);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  });

  it('names each rule and party of its findings, and no other', () => {
    const { rules, parties, findings } = check(WITH_FINDING);

    const inFindings = new Set(
      findings.flatMap(({ verdicts }) => verdicts.map(({ rule }) => rule)),
    );
    expect(rules.map(({ id }) => id)).toEqual([...inFindings].toSorted());
    expect(parties.map(({ id }) => id)).toEqual(['kaspersky-lab']);
    expect(check(CLEAN)).toMatchObject({ rules: [], parties: [], findings: [], toDo: [] });
  });
});

describe('what was left aside', () => {
  it('is listed with its reason and no digest', () => {
    write('.git/config', 'x');
    write('inventory.cdx.json', readFileSync(CLEAN, 'utf8'));
    symlinkSync('inventory.cdx.json', path.join(folder, 'link'));

    const { coverage, summary } = check(folder);

    expect(
      coverage.map(({ path: file, status, problems }) => [
        path.basename(file),
        status,
        problems[0]?.code,
      ]),
    ).toEqual([
      ['.git', 'skipped', 'version-control'],
      ['inventory.cdx.json', 'read', undefined],
      ['link', 'skipped', 'symbolic-link'],
    ]);
    expect(summary.notCovered.join(' ')).toContain('2 files of other formats');
  });

  it('keeps the answer from being clear when a link leads out of the folder', () => {
    write('given/inventory.cdx.json', readFileSync(CLEAN, 'utf8'));
    const elsewhere = write('elsewhere.cdx.json', readFileSync(CLEAN, 'utf8'));
    symlinkSync(elsewhere, path.join(folder, 'given', 'link'));

    const { coverage, summary } = check(path.join(folder, 'given'));

    const link = coverage.find(({ path: file }) => path.basename(file) === 'link');
    expect(link).toMatchObject({ status: 'unreadable' });
    expect(link?.problems[0]?.code).toBe('link-not-followed');
    expect(summary.status).toBe('incomplete');
  });

  it('keeps the answer from being clear when an archive is damaged or of another kind', () => {
    const damaged = write('boms.zip', 'PK\u0003\u0004 and what follows');
    const other = write('boms.rar', 'Rar!\u001a\u0007 and what follows');

    expect(check(CLEAN, damaged).summary.status).toBe('incomplete');
    expect(check(CLEAN, other).summary.status).toBe('incomplete');
  });

  it('names a README beside an inventory, in a folder or an archive, and stays clear', () => {
    write('README.md', '# Bills of materials\n');
    write('package.json', '{"name": "portal", "version": "1.0.0"}');
    write('logo.png', '\u0089PNG\r\n\u001a\n\u0000');
    write('inventory.cdx.json', readFileSync(CLEAN, 'utf8'));
    expect(check(folder).summary.status).toBe('clear');

    const zip = path.join(folder, 'boms.zip');
    const inside = ['README.md', 'inventory.cdx.json'].map(
      (name) => [name, readFileSync(path.join(folder, name))] as const,
    );
    writeFileSync(zip, zipSync(Object.fromEntries(inside)));
    const { coverage, summary } = check(zip);

    expect(summary).toMatchObject({ status: 'clear', files: 2 });
    expect(coverage.map(({ path: file, format }) => [path.relative(folder, file), format])).toEqual(
      [
        ['boms.zip', 'zip'],
        ['boms.zip!/inventory.cdx.json', 'cyclonedx-json'],
      ],
    );
  });

  it('finds what is in an archive, with the way to it and the host it is about', () => {
    const zip = path.join(folder, 'hosts.zip');
    const status = 'Package: kesl\nStatus: install ok installed\nVersion: 12\n\n';
    writeFileSync(zip, zipSync({ 'hosts/log-01/status': new TextEncoder().encode(status) }));
    const { findings } = check(zip);

    expect(findings[0]?.subject).toMatchObject({
      host: 'log-01',
      source: { file: `${zip}!/hosts/log-01/status`, pointer: 'line:1' },
    });
  });

  it('keeps the answer from being clear when a list of software has an unknown shape', () => {
    const apps = write(
      'apps.json',
      '{"apps": [{"appName": "a", "publisher": "AO Kaspersky Lab"}]}',
    );

    expect(check(CLEAN, apps).summary.status).toBe('incomplete');
  });

  it('is unreadable, not skipped, where folders are too deep to look into', () => {
    write(`${'d/'.repeat(65)}inventory.json`, '{}');

    const { coverage, summary } = check(CLEAN, folder);

    expect(coverage[1]).toMatchObject({
      status: 'unreadable',
      problems: [{ code: 'depth-limit' }],
    });
    expect(summary.status).toBe('incomplete');
  });

  it('keeps the answer from being clear when it is an inventory of another format', () => {
    const bom = write('bom.rdf', '<rdf:RDF xmlns="http://spdx.org/rdf/terms#"></rdf:RDF>\n');

    expect(check(CLEAN, bom).summary.status).toBe('incomplete');
  });
});

describe('hosts', () => {
  const STATUS = `Package: kesl
Status: install ok installed
Maintainer: AO Kaspersky Lab <support@kaspersky.com>
Architecture: amd64
Version: 12.0.0-1
Description: Kaspersky Endpoint Security for Linux

`;

  it('come from the folder below `hosts`, with the number of their records', () => {
    write('hosts/log-01/status', STATUS);

    const { hosts, findings } = check(folder);

    expect(findings[0]?.subject.host).toBe('log-01');
    expect(hosts).toEqual([
      expect.objectContaining({ host: 'log-01', records: 1, findings: 1, verdict: 'barred' }),
    ]);
  });

  it('are listed when nothing was found on them, so that clean ones are seen', () => {
    write('hosts/log-01/status', STATUS.replaceAll(/kesl|AO Kaspersky.*|Kaspersky.*/g, 'salt'));

    expect(check(folder).hosts).toMatchObject([
      {
        host: 'log-01',
        records: 1,
        findings: 0,
        verdict: null,
        privilege: 0,
        removal: { status: 'unverified' },
      },
    ]);
  });
});

describe('progress', () => {
  it('tells every file before it is read, with what was read until then', () => {
    const seen: (readonly [number, number, string])[] = [];
    const asOf = parseWhen('2024-10-01');
    assert(asOf !== undefined, 'the date exists');

    checkPaths([CLEAN, WITH_FINDING], {
      edition,
      profile: PROFILE,
      asOf,
      onProgress: ({ files, records, path: file }) => seen.push([files, records, file]),
    });

    expect(seen).toEqual([
      [0, 0, CLEAN],
      [1, 5, WITH_FINDING],
    ]);
  });
});
