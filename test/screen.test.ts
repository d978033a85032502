import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interdict, type Run } from './program.fixture.ts';

// These tests drive the built program with a made list; nobody in it exists.

const TIMEOUT_MS = 60_000;

let folder: string;

function run(args: readonly string[], input = ''): Run {
  return interdict(args, { input, env: { INTERDICT_DATA: path.join(folder, 'data') } });
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-screen-'));
  const list = path.join(folder, 'own.csv');
  writeFileSync(list, 'name,type\nZorvex Quandary Holdings,organization\n');
  run(['lists', 'import', 'own.made', list, '--published', '2026-01-01']);
}, TIMEOUT_MS);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const OWN = ['--list', 'own.made', '--as-of', '2026-02-01'];

describe('interdict screen', { timeout: TIMEOUT_MS }, () => {
  it('ends with 1 for a match, 0 for none, 3 where a list is missing', () => {
    const match = run(['screen', '-', ...OWN], 'Zorvex Quandary Holdings\n');
    const none = run(['screen', '-', ...OWN], 'Nobody Whatsoever\n');
    const missing = run(['screen', '-', '--as-of', '2026-02-01'], 'Nobody Whatsoever\n');

    expect([match.status, none.status, missing.status]).toEqual([1, 0, 3]);
    expect(JSON.parse(match.stdout)).toMatchObject({ status: 'complete', id: 'line:1' });
    expect(missing.stderr).toContain('interdict lists update');
  });

  it('ends with 2 for what cannot be meant', () => {
    const wrong = [
      ['screen', path.join(folder, 'no-such-file')],
      ['screen', '-', '--threshold', 'high'],
      ['screen', '-', '--threshold', '2'],
      ['screen', '-', '--limit', '0'],
      ['screen', '-', '--as-of', 'yesterday'],
      ['screen', '-', '--list', 'no-such-list'],
    ];

    expect(wrong.map((args) => run(args).status)).toEqual(wrong.map(() => 2));
  });

  it('answers the lines that can be read, names the others, and ends with 3', () => {
    const party = '{"id":"a","schema":"Company","properties":{"name":["Nobody Whatsoever"]}}';

    const { status, stdout, stderr } = run(
      ['screen', '-', ...OWN],
      `${party}\n{"b": oh}\n${party}\n`,
    );

    expect(status).toBe(3);
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect(stderr).toMatch(/line:2:\d+: /);
  });
});

describe('interdict lists build', { timeout: TIMEOUT_MS }, () => {
  it('prints what is in the index, and leaves it for screening', () => {
    const { status, stdout } = run(['lists', 'build', '--format', 'json']);

    // The official lists are expected and missing.
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ entries: 1, names: 1, unreadable: [] });
  });
});

describe('interdict compare', { timeout: TIMEOUT_MS }, () => {
  it('ends with 1 for a pair that matches, 0 for none, 3 for a line that is no pair', () => {
    const alike = '{"a":"Zorvex Quandary","b":"Zorveks Quandary"}\n';
    const unlike = '{"a":"Zorvex Quandary","b":"Brimlock Tessaly"}\n';
    const compare = (input: string): number | null => run(['compare', '-'], input).status;

    expect([
      compare(alike),
      compare(unlike),
      compare(`${unlike}nope\n`),
      compare('nope\n'),
    ]).toEqual([1, 0, 3, 2]);
  });
});

describe('interdict check', { timeout: TIMEOUT_MS }, () => {
  it('screens suppliers against the lists in the store', () => {
    const party =
      '{"id":"a","schema":"Company","properties":{"name":["Zorvex Quandary Holdings"]}}';

    const { status, stdout } = run(
      ['check', '-', '--as-of', '2026-02-01', '--format', 'json'],
      `${party}\n`,
    );

    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [{ verdict: 'undetermined', screened: { matches: [{ list: 'own.made' }] } }],
    });
  });
});
