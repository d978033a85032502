import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interdict, type Run } from './program.fixture.ts';

// These tests drive the built program over the made-up county of examples/.

interface ListedCase {
  readonly id: string;
  readonly state: string;
  readonly reports: readonly {
    readonly rule: string;
    readonly duty: string;
    readonly to: string;
  }[];
}

const NOTHING = { rule: '', duty: '', to: '' };

let folder: string;
let report: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-cases-cli-'));
  report = path.join(folder, 'report.json');
  const check = ['check', 'examples/county/orders', '--profile', 'examples/county/profile.yaml'];
  interdict([...check, '--as-of', '2024-10-01', '--format', 'json', '--output', report]);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function place(name: string): readonly string[] {
  return ['--journal', path.join(folder, name)];
}

function listed(name: string, ...options: readonly string[]): readonly ListedCase[] {
  const { stdout } = interdict(['cases', 'list', ...place(name), '--format', 'json', ...options]);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ListedCase);
}

function act(name: string, id: string, ...words: readonly string[]): Run {
  return interdict(['cases', 'act', id, ...words, ...place(name)]);
}

describe('interdict cases', () => {
  it('opens cases for a report, once, and lists the most urgent first', () => {
    const open = ['cases', 'open', '--report', report, ...place('a')];

    const first = interdict(open);
    const second = interdict([...open, '--format', 'json']);
    const list = interdict(['cases', 'list', ...place('a')]);

    expect(first.stderr).toBe('');
    expect(first.stdout).toMatch(/^[1-9]\d* opened, 0 reopened/);
    expect(JSON.parse(second.stdout)).toMatchObject({ opened: 0, reopened: 0 });
    expect(list.stdout).toContain('OVERDUE');
    expect(list.status).toBe(1);
    expect(listed('a').every(({ state }) => state === 'evaluated')).toBe(true);
  });

  it('opens cases for paths, with the answer of the check on record', () => {
    const profile = ['--profile', 'examples/county/profile.yaml', '--as-of', '2024-10-01'];
    const run = interdict(['cases', 'open', 'examples/county/orders', ...profile, ...place('b')]);
    const audit = interdict(['audit', 'list', path.join(folder, 'b')]);

    expect(run.status).toBe(0);
    expect(audit.stdout).toMatch(/^ +1 .* answer /);
    expect(audit.stdout).toMatch(/ case /);
  });

  it('leads a case from its finding to a request nobody may grant to himself', () => {
    interdict(['cases', 'open', '--report', report, ...place('c')]);
    const id = listed('c').at(0)?.id ?? '';

    const steps = [
      act('c', id, 'clear', '--reason', 'nothing'),
      act('c', id, 'flag'),
      act('c', id, 'review'),
      act('c', id, 'accept', '--reason', 'it is so'),
      act('c', id, 'request-exception', '--reason', 'no other', '--waiver', 'W-1'),
      act('c', id, 'approve', '--reason', 'mine', '--expires', '2099-01-01'),
    ];
    const show = interdict(['cases', 'show', id, ...place('c')]);

    expect(steps.map(({ status }) => status)).toEqual([2, 0, 0, 0, 0, 2]);
    expect(steps[0]?.stderr).toContain('(verdict-frees)');
    expect(steps[5]?.stderr).toContain('missing: the answer of another person');
    expect(show.stdout).toContain('exception requested');
    expect(show.stdout).toMatch(/request-exception: .* \(decide\)/);
  });

  it('takes a report that is owed for sent, by its digest, and no other', () => {
    interdict(['cases', 'open', '--report', report, ...place('d')]);
    const [late] = listed('d', '--overdue');
    const [owed] = late?.reports ?? [];
    const { id, rule, duty, to } = { ...NOTHING, ...owed, id: late?.id ?? '' };
    const document = path.join(folder, 'sent.eml');
    writeFileSync(document, 'made');
    const words = ['report', '--rule', rule, '--to', to, '--document', document, '--duty'];

    const wrong = act('d', id, ...words, 'no-such-duty');
    const sent = act('d', id, ...words, duty);
    const show = interdict(['cases', 'show', id, ...place('d')]);

    expect(wrong.stderr).toContain('(report-owed)');
    expect(sent.status).toBe(0);
    expect(show.stdout).toContain(`sent: ${duty} of ${rule}`);
  });

  it.each([
    [['act', 'case-0000000000000000', 'flag'], /there is no case/],
    [['act', 'case-0000000000000000', 'flga'], /the nearest is `flag`/],
    [['list', '--state', 'opne'], /the nearest is `open`/],
    [['open'], /give either paths to check or a report/],
    [['open', '--report', 'package.json'], /package.json: not a report/],
    [['open', '--report', 'README.md'], /README.md: not JSON/],
    [['list', '--database-url', 'postgresql://a:secret@127.0.0.1:1/x'], /the database failed/],
  ])('refuses %j with a message', (words, message) => {
    const { status, stdout, stderr } = interdict(['cases', ...words, ...place('e')]);

    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/secret|    at /);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

describe('interdict rebuild', () => {
  it('says that nothing differs, and makes a database that is gone again', () => {
    interdict(['cases', 'open', '--report', report, ...place('f')]);
    const before = listed('f');
    const same = interdict(['rebuild', ...place('f')]);
    const file = path.join(folder, 'f', 'interdict.sqlite');
    expect(statSync(file).mode & 0o077).toBe(0);
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });

    const again = interdict(['rebuild', ...place('f'), '--format', 'json']);

    expect(same.status).toBe(0);
    expect(again.status).toBe(1);
    expect(JSON.parse(again.stdout)).toMatchObject({ isSame: false, found: 0 });
    expect(listed('f')).toEqual(before);
  });
});
