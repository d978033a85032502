import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkSchema, DecisionSchema, ReportSchema, WhatIfSchema } from '@interdict/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interdict, ROOT, type Run } from './program.fixture.ts';

// Editions, overlays, what-if and the comparison of editions, as their users call them.

const SPAWNS_TIMEOUT_MS = 120_000;
const PROFILE = ['--profile', 'examples/county/profile.yaml'];
const POLICY = 'examples/own-rule/policy';
const PROPOSAL = 'examples/own-rule/proposal';
const CLEAN = 'examples/damaged/good-clean.cdx.json';

let folder: string;
let edition: string;

function inFolder(name: string): string {
  return path.join(folder, name);
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-editions-'));
  interdict(['rules', 'keygen', inFolder('key.pem')]);
  const key = ['--key', inFolder('key.pem')];
  const { stdout } = interdict(['rules', 'pack', ...key, '--output', folder]);
  edition = stdout.trim();
}, SPAWNS_TIMEOUT_MS);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function expectUsage(run: Run, message: string | RegExp): void {
  expect(run.stderr).toMatch(message);
  expect(run.stderr).not.toContain('    at ');
  expect(run.stdout).toBe('');
  expect(run.status).toBe(2);
}

describe('rules keygen, pack and verify', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  it('make a key that only its owner can read, and print none of it', () => {
    const { stdout, stderr, status } = interdict(['rules', 'keygen', inFolder('second.pem')]);

    const key = readFileSync(inFolder('second.pem'), 'utf8').split('\n')[1] ?? '';
    expect(status).toBe(0);
    expect(key.length).toBeGreaterThan(40);
    expect(stdout + stderr).not.toContain(key);
    expect(statSync(inFolder('second.pem')).mode & 0o077).toBe(0);
    expectUsage(interdict(['rules', 'keygen', inFolder('second.pem')]), 'nothing is written over');
  });

  it('pack to a file that is named after its content, and vouch for it', () => {
    const run = interdict(['rules', 'verify', edition, '--public-key', inFolder('key.pem.pub')]);

    const digest = /[0-9a-f]{64}/.exec(path.basename(edition))?.[0] ?? 'none';
    expect(run.stdout).toContain(digest);
    expect(run.stdout).toContain('verified: intact, and signed with the key given');
    expect(run.status).toBe(0);
  });

  it('say that an unsigned edition may come from anybody', () => {
    const packed = interdict(['rules', 'pack', '--output', inFolder('bare.json')]);
    const alone = interdict(['rules', 'verify', inFolder('bare.json')]);
    const key = ['--public-key', inFolder('key.pem.pub')];
    const trusted = interdict(['rules', 'verify', inFolder('bare.json'), ...key]);

    expect(packed.stderr).toContain('not signed');
    expect(alone.stdout).toContain('intact, but not signed');
    expect(alone.status).toBe(3);
    expect(trusted.stdout).toContain('(unsigned)');
    expect(trusted.status).toBe(1);
  });

  it('name the rule that was changed, and refuse to decide by the file', () => {
    const file = inFolder('changed.json');
    const text = readFileSync(edition, 'utf8');
    writeFileSync(file, text.replace('"id":"us-bod-17-01"', '"id":"us-bod-17-02"'));

    const run = interdict(['rules', 'verify', file]);
    const check = interdict(['check', CLEAN, ...PROFILE, '--rulebook', file]);

    expect(run.stdout).toContain('rule `us-bod-17-02` was added after packing');
    expect(run.stdout).toContain('rule `us-bod-17-01` was taken out after packing');
    expect(run.status).toBe(1);
    expectUsage(check, 'us-bod-17-02');
  });

  it('answer a file that is no edition with what it is', () => {
    const run = interdict(['rules', 'verify', 'package.json']);

    expect(run.stdout).toContain('is no packed edition');
    expect(run.status).toBe(1);
    expectUsage(interdict(['rules', 'verify', inFolder('nowhere.json')]), 'cannot read');
  });
});

describe('the edition of the build', () => {
  it('is packed under the name of its content, and unsigned unless a key was given', () => {
    const release = `${ROOT}packages/app/dist/release`;
    const [name = '', ...rest] = readdirSync(release);

    const run = interdict(['rules', 'verify', path.join(release, name)]);

    expect(rest).toEqual([]);
    expect(name).toMatch(/^interdict-rulebook-[\d.-]+-[0-9a-f]{64}\.json$/);
    expect(run.status).toBe(3);
  });
});

describe('answers by a packed edition', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  it('are those of the built-in rulebook, with its digest', () => {
    const args = ['decide', 'examples/county/orders/transactions.ndjson', ...PROFILE];

    const built = interdict(args);
    const packed = interdict([...args, '--rulebook', edition]);

    expect(packed.stdout).toBe(built.stdout);
    expect(packed.status).toBe(built.status);
    const [first = ''] = built.stdout.split('\n');
    const decision = JSON.parse(first) as { readonly rulebook: { readonly digest: string } };
    expect(checkSchema(DecisionSchema, decision)).toEqual([]);
    expect(path.basename(edition)).toContain(decision.rulebook.digest);
  });
});

describe('overlays', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  const check = ['check', 'examples/county', '--as-of', '2025-03-01', '--format', 'json'];

  it('are in the report, in its digest and in its list', () => {
    const plain = interdict([...check, ...PROFILE]);
    const laid = interdict([...check, ...PROFILE, '--overlay', POLICY, '--overlay', PROPOSAL]);

    const [before, after] = [plain, laid].map(({ stdout }) => JSON.parse(stdout) as Report);
    expect(checkSchema(ReportSchema, after)).toEqual([]);
    expect(after?.rulebook.digest).not.toBe(before?.rulebook.digest);
    expect(after?.rulebook.overlays?.map((one) => one.path)).toEqual([POLICY, PROPOSAL]);
    expect(after?.rules.map(({ id }) => id)).toContain('us-oh-pawpaw-bend-kaspersky');
    expect(after?.catalog.digest).not.toBe(before?.catalog.digest);
  });

  it('can stand in the profile', () => {
    const profile = inFolder('profile.yaml');
    const text = readFileSync(`${ROOT}examples/county/profile.yaml`, 'utf8');
    cpSync(`${ROOT}${POLICY}`, inFolder('our-rules'), { recursive: true });
    writeFileSync(profile, `${text}\noverlays: [our-rules]\n`);

    const { stdout } = interdict([...check, '--profile', profile]);

    const report = JSON.parse(stdout) as Report;
    expect(report.rulebook.overlays?.map((one) => one.path)).toEqual([inFolder('our-rules')]);
  });

  it('are named in the table and the page', () => {
    const args = ['check', CLEAN, ...PROFILE, '--overlay', POLICY];

    for (const format of ['table', 'html']) {
      expect(interdict([...args, '--format', format]).stdout).toContain(POLICY);
    }
  });

  it('fail with both places when they give again what is given', () => {
    const run = interdict(['rules', 'test', '--overlay', 'rulebook/rules/us']);

    expectUsage(run, /rule `us-\S+` is already given in rulebook\/rules\/us\/\S+:\d+:\d+/);
  });
});

interface Report {
  readonly rulebook: {
    readonly digest: string;
    readonly overlays?: readonly { readonly path: string }[];
  };
  readonly catalog: { readonly digest: string };
  readonly rules: readonly { readonly id: string }[];
}

describe('whatif', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  const ask = ['whatif', PROPOSAL, 'examples/county', ...PROFILE, '--as-of', '2026-11-24'];

  it('ends with 1 when something would be barred', () => {
    const { stdout, status } = interdict([...ask, '--format', 'json']);

    expect(checkSchema(WhatIfSchema, JSON.parse(stdout))).toEqual([]);
    expect(status).toBe(1);
  });

  it('ends with 0 when nothing would change, and with 3 when not all could be read', () => {
    const clean = ['whatif', PROPOSAL, CLEAN, ...PROFILE];

    expect(interdict(clean).status).toBe(0);
    expect(interdict([...clean, 'examples/damaged/empty.cdx.json']).status).toBe(3);
  });

  it('refuses a proposal without a rule, and one whose examples do not come out', () => {
    const parties = `${PROPOSAL}/adjilon.parties.yaml`;
    const wrong = inFolder('wrong');
    cpSync(`${ROOT}${POLICY}`, wrong, { recursive: true });
    const file = path.join(wrong, 'no-kaspersky.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replace('expect: {verdict: out-of-scope}', 'expect: {verdict: barred}'),
    );

    expectUsage(interdict(['whatif', parties, CLEAN, ...PROFILE]), 'there is no rule in');
    expectUsage(interdict(['whatif', wrong, CLEAN, ...PROFILE]), 'example `e-other-maker`');
  });

  it('writes over none of the files it is about', () => {
    const inventory = inFolder('inventory.json');
    cpSync(`${ROOT}${CLEAN}`, inventory);

    const run = interdict(['whatif', PROPOSAL, inventory, ...PROFILE, '--output', inventory]);

    expectUsage(run, 'is one of the files checked');
    expect(readFileSync(inventory, 'utf8')).toBe(readFileSync(`${ROOT}${CLEAN}`, 'utf8'));
  });
});

describe('rules diff', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  it('ends with 0 between an edition and itself, packed or not', () => {
    const { stdout, status } = interdict(['rules', 'diff', 'built-in', edition]);

    expect(stdout).toContain('rules: 0 added, 0 removed, 0 changed');
    expect(stdout).toMatch(/answers: 0 of \d{3,} cases differ\nthe same\n$/);
    expect(status).toBe(0);
  });

  it('names the part that changed and the answers that change with it', () => {
    const mine = inFolder('rulebook');
    cpSync(`${ROOT}rulebook`, mine, { recursive: true });
    const file = path.join(mine, 'rules/us-ny/us-ny-deepseek-2025.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('effect: barred', 'effect: advisory-against'));

    const { stdout, status } = interdict(['rules', 'diff', 'built-in', mine]);

    expect(stdout).toContain('~ us-ny-deepseek-2025');
    expect(stdout).toMatch(/effect: prohibitions\.\S+\.effect: barred → advisory-against/);
    expect(stdout).toMatch(/us-ny-deepseek-2025\/\S+ as of 2025-02-10: barred → /);
    expect(stdout).toMatch(/us-ny-deepseek-2025: barred → advisory-against/);
    expect(status).toBe(1);
  });

  it('asks about transactions of one’s own, and refuses what is none', () => {
    const cases = ['--cases', 'examples/county/orders/transactions.ndjson'];

    const own = interdict(['rules', 'diff', 'built-in', edition, ...cases]);
    const none = interdict(['rules', 'diff', 'built-in', edition, '--cases', 'README.md']);

    expect(own.status).toBe(0);
    expectUsage(none, 'README.md');
    expectUsage(interdict(['rules', 'diff', 'built-in', inFolder('nowhere')]), 'does not exist');
  });
});
