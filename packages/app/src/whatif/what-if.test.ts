import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  assert,
  checkSchema,
  parseWhen,
  WhatIfSchema,
  type Profile,
  type WhatIf,
  type WhatIfDifference,
} from '@interdict/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPaths } from '../check/index.ts';
import { loadEdition, readBooks, readProfile, type Books } from '../edition/index.ts';
import { renderWhatIfParts, WHAT_IF_FORMATS } from '../report/index.ts';
import { readProposal, whatIf } from './index.ts';

const DATA = fileURLToPath(new URL('../../dist/data', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const COUNTY = `${ROOT}examples/county`;
const POLICY = `${ROOT}examples/own-rule/policy`;
const PROPOSAL = `${ROOT}examples/own-rule/proposal`;

let books: Books;
let profile: Profile;
let folder: string;

beforeAll(() => {
  books = readBooks(DATA);
  profile = readProfile(`${COUNTY}/profile.yaml`);
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-whatif-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function ask(proposal: string, asOf: string, paths: readonly string[] = [COUNTY]): WhatIf {
  const when = parseWhen(asOf);
  assert(when !== undefined, 'the date exists');
  return whatIf(readProposal(books, proposal), paths, { profile, asOf: when });
}

function inOrder(answer: WhatIf, order: string): readonly WhatIfDifference[] {
  return answer.differences.filter((one) => one.order === order);
}

describe('whatIf about a vendor that no rule names', { timeout: 60_000 }, () => {
  let answer: WhatIf;

  beforeAll(() => {
    answer = ask(PROPOSAL, '2026-11-24');
  }, 60_000);

  it('finds every host of the county that has its product, from the day of the list', () => {
    const listed = readFileSync(`${COUNTY}/hosts/sheriff-installed-software.csv`, 'utf8')
      .split('\n')
      .filter((line) => line.includes('Adjilon Timeclock'))
      .map((line) => line.split(',')[0]);

    const hosts = answer.hosts.map(({ name }) => name);
    expect(hosts).toEqual(expect.arrayContaining([...new Set(listed)]));
    expect(hosts.length).toBeGreaterThan(listed.length);
    expect(answer.summary.first).toBe('2027-07-01');
    expect(new Set(answer.differences.map(({ from }) => from))).toEqual(new Set(['2027-07-01']));
  });

  it('names the product, its maker, the act and the reason', () => {
    expect(answer.differences).toContainEqual(
      expect.objectContaining({
        kind: 'newly-barred',
        product: 'Adjilon Timeclock Station',
        maker: 'Adjilon Systems LLC',
        activity: 'use',
        today: 'out-of-scope',
        proposed: 'barred',
        rule: 'us-oh-vendor-list-proposed',
        prohibition: 'p-use',
        because: 'the vendor is on the list',
      }),
    );
  });

  it('says what it does not cover, and is what its schema says', () => {
    expect(answer.notCovered.join(' ')).toContain('suppliers');
    expect(answer.coverage.length).toBe(answer.summary.files);
    expect(checkSchema(WhatIfSchema, answer)).toEqual([]);
  });

  it('finds nothing in what the list is not about', () => {
    const clean = ask(PROPOSAL, '2026-11-24', [`${ROOT}examples/damaged/good-clean.cdx.json`]);

    expect(clean.differences).toEqual([]);
    expect(clean.summary.records).toBeGreaterThan(0);
  });
});

describe('whatIf about a policy beside others', { timeout: 60_000 }, () => {
  let answer: WhatIf;

  beforeAll(() => {
    answer = ask(POLICY, '2024-12-01');
  }, 60_000);

  it('tells only what is more severe than today', () => {
    const barred = answer.differences.filter(({ kind }) => kind === 'newly-barred');

    for (const { today } of barred) expect(today).not.toMatch(/^barred/);
    expect(answer.differences.map(({ today }) => today)).toEqual(
      expect.arrayContaining(['permitted', 'undetermined']),
    );
    expect(answer.summary.alreadyBarred).toBeGreaterThan(0);
  });

  // Updates of signatures are barred by the determination; the policy changes nothing there.
  it('leaves out what is barred without it', () => {
    const updates = answer.differences.filter(
      ({ activity, kind }) => activity === 'update-signature' && kind === 'newly-barred',
    );

    expect(updates).toEqual([]);
  });

  it('asks orders as of their own date, and earlier ones as if made again', () => {
    const [later] = inOrder(answer, 'PB-2025-0044');
    const [earlier] = inOrder(answer, 'PB-2024-0279');

    expect(later).toMatchObject({ kind: 'newly-barred', from: '2025-03-12', repeated: false });
    expect(earlier).toMatchObject({ kind: 'newly-barred', from: '2025-02-01', repeated: true });
  });

  it('keeps to the answers of a check with the rule laid over', () => {
    const when = parseWhen('2025-02-01');
    assert(when !== undefined, 'the date exists');
    const edition = loadEdition(DATA, undefined, [POLICY]);

    const report = checkPaths([COUNTY], { edition, profile, asOf: when });

    for (const one of answer.differences) {
      if (one.subject.kind === 'transaction') continue;
      const finding = report.findings.find(({ id }) => id === one.finding);
      const row = finding?.verdicts.find(
        ({ rule, activity }) => rule === one.rule && activity === one.activity,
      );
      expect(row?.verdict).toBe(one.proposed);
    }
  });

  it('tells what hangs on a fact that is missing', () => {
    const undecided = answer.differences.filter(({ kind }) => kind === 'undecided');

    expect(undecided.length).toBe(answer.summary.undecided);
    expect(undecided.length).toBeGreaterThan(0);
    for (const { missing } of undecided) expect(missing.length).toBeGreaterThan(0);
  });
});

describe('the times of a what-if', { timeout: 60_000 }, () => {
  it('follow a rule of today to where it ends, when the proposal goes on', () => {
    const answer = ask(POLICY, '2024-12-01');

    expect(answer.times[0]).toBe('2024-12-01');
    expect(answer.times).toContain('2025-02-01');
    expect(answer.times).toEqual(
      answer.times.toSorted((a, b) => (parseWhen(a)?.utc ?? 0) - (parseWhen(b)?.utc ?? 0)),
    );
  });
});

// Each asks the whole county, twice.
describe.each(WHAT_IF_FORMATS)('a what-if as %s', { timeout: 60_000 }, (format) => {
  const hostile = '<script>alert(1)</script>\u001b[31m=cmd()';

  function render(answer: WhatIf): string {
    return [...renderWhatIfParts(answer, format, { columns: 100, color: false })].join('');
  }

  it('is the same each time, and names edition and proposal', () => {
    const answer = ask(PROPOSAL, '2026-11-24');

    const text = render(answer);
    expect(render(ask(PROPOSAL, '2026-11-24'))).toBe(text);
    expect(text).toContain(answer.rulebook.digest);
    expect(text).toContain('Adjilon Timeclock Station');
  });

  it('shows texts of the input, and runs none of them', () => {
    const file = path.join(folder, 'orders.json');
    const order = {
      id: `PO-${hostile}`,
      activity: 'use',
      at: '2027-08-01',
      actor: { country: 'US', state: 'OH', classes: ['local-government'] },
      item: { name: hostile, maker: 'Adjilon Systems LLC', function: 'cloud-service', embeds: [] },
    };
    writeFileSync(file, JSON.stringify([order]));

    const text = render(ask(PROPOSAL, '2026-11-24', [file]));

    expect(text).toContain('alert(1)');
    if (format === 'html') expect(text).not.toContain('<script>');
    if (format !== 'json') expect(text).not.toContain('\u001b');
    if (format === 'csv') expect(text).not.toMatch(/(^|,)=cmd/m);
  });
});
