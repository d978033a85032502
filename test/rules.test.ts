import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interdict, type Run } from './program.fixture.ts';

// These tests drive the built program: options, formats, exit status and where output goes.

const COUNTY = ['--profile', 'examples/county/profile.yaml'];
const NOW = ['--as-of', '2026-11-24'];
const SPAWNS_TIMEOUT_MS = 120_000;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-rules-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function rules(...args: readonly string[]): Run {
  return interdict(['rules', ...args]);
}

/** Something went well: a result on standard output and nothing else. */
function expectResult({ status, stdout, stderr }: Run, content: string | RegExp): void {
  expect(stderr).toBe('');
  expect(stdout).toMatch(content);
  expect(status).toBe(0);
}

function expectUsage({ status, stdout, stderr }: Run, message: string | RegExp): void {
  expect(stderr).toMatch(message);
  expect(stderr).not.toContain('    at ');
  expect(stdout).toBe('');
  expect(status).toBe(2);
}

const ORDER = JSON.stringify({
  id: 'order-1',
  at: '2024-10-01',
  activity: 'procure',
  actor: { name: 'a county', country: 'US', classes: ['local-government'] },
  counterparty: { name: 'AO Kaspersky Lab' },
  item: { product: 'Kaspersky Endpoint Security' },
});

describe('help', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  it.each(
    [['rules'], ['rules', 'list'], ['rules', 'show'], ['rules', 'timeline']].concat([
      ['rules', 'explain'],
      ['rules', 'test'],
      ['init'],
    ]),
  )('of %s %s shows examples', (...words) => {
    const { status, stdout } = interdict([...words, '--help']);

    expect(stdout).toContain(`Examples:\n  interdict ${words.join(' ')}`);
    expect(status).toBe(0);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});

describe('rules list', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  it('answers for a profile as a table, JSON, CSV, Markdown and HTML', () => {
    expectResult(rules('list', ...COUNTY, ...NOW), /^BINDS YOU \(\d+\) ─/mu);
    const { rules: all } = JSON.parse(
      rules('list', ...COUNTY, ...NOW, '--format', 'json').stdout,
    ) as { rules: { binds: string }[] };
    expect(all.some(({ binds }) => binds === 'binds')).toBe(true);
    expectResult(rules('list', ...NOW, '--format', 'csv'), /^rule,title,jurisdiction/u);
    expectResult(rules('list', ...NOW, '--format', 'markdown'), /^# Rules$/mu);
    expectResult(rules('list', ...NOW, '--format', 'html'), /^<!doctype html>/u);
  });

  it('filters, and says how many of how many are listed', () => {
    const run = rules('list', '--jurisdiction', 'us-tx,de', '--status', 'in-force', ...NOW);

    expectResult(run, /^Listed +\d of \d+ rules$/mu);
  });

  it('shows what is overdue', () => {
    const run = rules('list', '--status', 'overdue', '--as-of', '2026-12-02');

    expectResult(run, /OVERDUE FOR CONFIRMATION[^]*us-ear-affiliates-rule/u);
  });

  it.each([
    [['--bound', 'federal-contracter'], /the nearest is `federal-contractor`/u],
    [['--status', 'sleeping'], /--status `sleeping` is none of not-yet, in-force/u],
    [['--party', 'Kasperski Lab'], /no party named `Kasperski Lab`/u],
    [['--jurisdiction', 'uk'], /no rule is of the jurisdiction `uk`/u],
    [['--format', 'xml'], /--format `xml` is none of table/u],
    [['--as-of', 'soon'], /--as-of `soon` is no date/u],
  ])('refuses %j', (args, message) => {
    expectUsage(rules('list', ...args), message);
  });
});

describe('rules show', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  it('shows a rule as wide as the terminal', () => {
    const run = interdict(['rules', 'show', 'us-pafaca', ...NOW], { env: { COLUMNS: '80' } });

    expectResult(run, /^WHO IS BOUND ─+$/mu);
    for (const line of run.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(rules('show', 'us-pafaca', ...NOW, '--format', 'json').stdout).toContain(
      '"schema": "interdict.rule-page/1"',
    );
  });

  it('names the nearest rule', () => {
    expectUsage(rules('show', 'us-pafca'), /the nearest is `us-pafaca`/u);
  });
});

describe('rules timeline', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  it('says what changes, as a table and as a calendar', () => {
    expectResult(rules('timeline', ...COUNTY, '--as-of', '2026-11-01'), /^10 November 2026/mu);
    const { stdout } = rules('timeline', '--as-of', '2026-11-01', '--format', 'ics');
    expect(stdout).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/u);
    expect(stdout.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it('refuses days in the wrong order', () => {
    expectUsage(rules('timeline', '--from', '2026-12-01', '--to', '2026-11-01'), /lies before/u);
  });
});

describe('rules explain', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  it('explains standard input, and gives the verdict of `decide` in JSON', () => {
    const table = interdict(['rules', 'explain', '-'], { input: ORDER });
    const json = interdict(['rules', 'explain', '-', '--format', 'json'], { input: ORDER });
    const decided = interdict(['decide', '-'], { input: ORDER });

    expectResult(table, /^Decided by: New agreements between Kaspersky and US persons/mu);
    const {
      verdict,
      rules: all,
      outOfScope,
    } = JSON.parse(json.stdout) as {
      verdict: string;
      rules: { row: { rule: string } }[];
      outOfScope: { rule: string }[];
    };
    const decision = JSON.parse(decided.stdout) as { verdict: string; rows: { rule: string }[] };
    expect(verdict).toBe(decision.verdict);
    const byRule = (a: { rule: string }, b: { rule: string }) => (a.rule < b.rule ? -1 : 1);
    const rows = [...all.map(({ row }) => row), ...outOfScope];
    expect(rows.toSorted(byRule)).toEqual(decision.rows.toSorted(byRule));
  });

  it('ends with 3 when a part of the input is lost, and with 2 when all of it is', () => {
    const file = path.join(folder, 'orders.ndjson');
    writeFileSync(file, `${ORDER}\n{"id":"x"}\n`);

    const part = rules('explain', file, '--rule', 'us-icts-kaspersky-2024');
    expect(part.status).toBe(3);
    expect(part.stderr).toContain(`${file}#line:2`);
    writeFileSync(file, '{"id":"x"}\n');
    expect(rules('explain', file).status).toBe(2);
    expectUsage(rules('explain', path.join(folder, 'none')), /cannot read/u);
  });
});

describe('init', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  it('writes a profile, says what binds, and keeps what is there', () => {
    const file = path.join(folder, 'profile.yaml');
    const args = [
      'init',
      '--name',
      'A county',
      '--country',
      'us',
      '--state',
      'tx',
      '--output',
      file,
    ];
    const who = ['--class', 'local-government', '--sector', 'water', ...NOW];

    const { status, stdout, stderr } = interdict([...args, ...who]);

    expect(status).toBe(0);
    expect(stderr).toBe(`interdict: profile written to ${file}\n`);
    expect(stdout).toMatch(/BINDS YOU[^]*us-tx-prohibited-tech/u);
    const text = readFileSync(file, 'utf8');
    expectUsage(interdict([...args, '--class', 'dod']), /is there already: give --force/u);
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(interdict([...args, '--class', 'dod', '--force']).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('  - dod\n');
  });

  it('prints a profile to standard output, and nothing else', () => {
    const args = ['init', '--name', 'x', '--output', '-'];

    expectResult(
      interdict([...args, '--fact', 'federalSystem=false']),
      /^ {2}federalSystem: false$/mu,
    );
  });

  it.each([
    [[], /who is it for\? give --name/u],
    [['--country', 'US'], /who is it for\? give --name/u],
    [['--name', ' '], /--name is empty/u],
    [['--name', 'x', '--country', 'USA'], /--country `USA` is no country/u],
    [['--name', 'x', '--class', 'reselller'], /the nearest is `reseller`/u],
    [['--name', 'x', '--sector', 'waters'], /the nearest is `water`/u],
    [['--name', 'x', '--fact', 'federalSystem'], /is no fact: write name=value/u],
    [['--name', 'x', '--fact', 'federalSystm=true'], /the nearest is `federalSystem`/u],
    [['--name', 'x', '--fact', 'federalSystem=perhaps'], /is none of true, false/u],
    [
      ['--name', 'x', '--class', 'dod', '--class-unknown', 'dod'],
      /both as a class and as unknown/u,
    ],
  ])('refuses %j', (args, message) => {
    expectUsage(interdict(['init', ...args, '--output', path.join(folder, 'no.yaml')]), message);
  });
});
