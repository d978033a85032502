import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkSchema, DecisionSchema, ReportSchema, type Decision } from '@interdict/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interdict, shell, type Run } from './program.fixture.ts';

// These tests drive the built program: what they assert is what scripts of users rely on.

const PROFILE = ['--profile', 'examples/county/profile.yaml'];
const ENDED = ['--as-of', '2024-10-01'];
const WITH_FINDING = 'examples/damaged/good-with-finding.cdx.json';
const CLEAN = 'examples/damaged/good-clean.cdx.json';
const EMPTY = 'examples/damaged/empty.cdx.json';

const SPAWNS_TIMEOUT_MS = 120_000;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-cli-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Writes a file of a temporary folder and gives its path. */
function write(name: string, text: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function check(paths: readonly string[], ...options: readonly string[]): Run {
  return interdict(['check', ...paths, ...PROFILE, ...ENDED, ...options]);
}

/** What went wrong was said in one way: on standard error, with status 2 and no result. */
function expectUsage(run: Run, message: string | RegExp): void {
  expect(run.stderr).toMatch(message);
  expect(run.stderr).not.toContain('    at ');
  expect(run.stdout).toBe('');
  expect(run.status).toBe(2);
}

/** A transaction that is barred: an update by the maker after the second phase. */
const UPDATE = {
  id: 'update-1',
  at: '2024-10-01',
  activity: 'update-signature',
  actor: { name: 'Kaspersky Lab, Inc.' },
  counterparty: { name: 'a county', country: 'US', state: 'OH', classes: ['local-government'] },
  item: {
    name: 'Kaspersky Endpoint Security',
    maker: 'Kaspersky Lab',
    function: 'endpoint-protection',
  },
};

const SALT = {
  id: 'salt',
  at: '2024-10-01',
  activity: 'procure',
  actor: { name: 'a county', country: 'US', classes: ['local-government'] },
  counterparty: { name: 'Salt Works', country: 'US', classes: ['private-organization'] },
  item: { name: 'road salt', maker: 'Salt Works' },
};

describe('the exit status of check', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  it('is 0 when all was read and nothing found', () => {
    const { status, stderr, stdout } = check([CLEAN]);

    expect(stdout).toContain('NOTHING BARRED FOUND');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('is 1 when something barred is found', () => {
    expect(check([WITH_FINDING]).status).toBe(1);
  });

  it('is 1 when something barred is found, although not everything could be read', () => {
    const { status, stdout } = check([WITH_FINDING, EMPTY]);

    expect(stdout).toContain('1 file was not read completely');
    expect(status).toBe(1);
  });

  it('is 3 when nothing is found and a file could not be read', () => {
    const { status, stdout } = check([CLEAN, EMPTY]);

    expect(stdout).toContain('INCOMPLETE');
    expect(status).toBe(3);
  });

  it('is 3 when suppliers were given and no list was there to compare them with', () => {
    const file = write('suppliers.csv', 'Supplier Name,Country\nSalt Works,US\n');

    const { status, stdout } = check([file], '--format', 'json');

    expect(JSON.parse(stdout)).toMatchObject({ summary: { records: 1, status: 'incomplete' } });
    expect(status).toBe(3);
  });

  it('is 3 when the files are of formats that are not read', () => {
    expect(check([write('notes.txt', 'bring milk\n')]).status).toBe(3);
  });

  it('is 3 when a folder holds no file at all', () => {
    const empty = path.join(folder, 'empty');
    mkdirSync(empty, { recursive: true });

    expect(check([empty]).status).toBe(3);
  });

  it('is 3 when an answer stays open and --fail-on asks for bars only', () => {
    const before = ['--profile', 'examples/county/profile.yaml', '--as-of', '2024-08-15'];
    const build = write(
      'kaspresso.cdx.json',
      bomOf('pkg:maven/com.kaspersky.android-components/kaspresso@1.5.3'),
    );

    const { status, stdout } = interdict(['check', build, ...before, '--format', 'json']);

    expect(JSON.parse(stdout)).toMatchObject({
      findings: [{ verdict: 'undetermined' }],
      summary: { status: 'incomplete' },
    });
    expect(status).toBe(3);
  });

  it.each([
    ['barred', 1],
    ['advisory', 1],
    ['probable', 1],
    ['never', 0],
  ] as const)('with something barred and --fail-on %s is %d', (level, expected) => {
    expect(check([WITH_FINDING], '--fail-on', level).status).toBe(expected);
  });
});

function bomOf(purl: string): string {
  return JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name: 'portal', version: '1' } },
    components: [{ type: 'library', name: 'kaspresso', version: '1.5.3', purl }],
  });
}

describe('check writes a report', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  it.each([
    ['table', /^INTERDICT: BARRED\n/],
    ['json', /^\{\n {2}"schema": "interdict.report\/1"/],
    ['ndjson', /^\{"schema":"interdict.report\/1","kind":"header"/],
    ['csv', /^finding,kind,name,version,host/],
    ['sarif', /^\{\n {2}"\$schema": "[^"]*sarif/],
    ['html', /^<!doctype html>\n/],
  ])('as %s, on standard output and nothing else there', (format, start) => {
    const { status, stdout, stderr } = check([WITH_FINDING], '--format', format);

    expect(stdout).toMatch(start);
    expect(stdout.endsWith('\n')).toBe(true);
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  it('as JSON that its published schema accepts', () => {
    const { stdout } = check([WITH_FINDING, EMPTY, 'examples/county/orders'], '--format', 'json');

    expect(checkSchema(ReportSchema, JSON.parse(stdout))).toEqual([]);
  });

  it('as NDJSON and SARIF that parse', () => {
    const ndjson = check([WITH_FINDING], '--format', 'ndjson').stdout.trimEnd().split('\n');
    const sarif = check([WITH_FINDING], '--format', 'sarif').stdout;

    const kinds = ndjson.map((line) => (JSON.parse(line) as { kind: string }).kind);
    expect(kinds[0]).toBe('header');
    expect(kinds.at(-1)).toBe('trailer');
    expect(JSON.parse(sarif)).toMatchObject({ version: '2.1.0' });
  });

  it('to a file with --output, with the same bytes and a message on standard error', () => {
    const file = path.join(folder, 'report.html');

    const toFile = check([WITH_FINDING], '--format', 'html', '--output', file);
    const toStdout = check([WITH_FINDING], '--format', 'html');

    expect(toFile.stdout).toBe('');
    expect(toFile.stderr).toBe(`interdict: report written to ${file}\n`);
    expect(toFile.status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(toStdout.stdout);
  });

  it('to standard output with --output -', () => {
    const { stdout, stderr } = check([CLEAN], '--output', '-');

    expect(stdout).toContain('INTERDICT:');
    expect(stderr).toBe('');
  });

  it('about standard input for -', () => {
    const input = readFileSync(WITH_FINDING, 'utf8');

    const { status, stdout } = interdict(['check', '-', ...PROFILE, ...ENDED, '--format', 'json'], {
      input,
    });

    expect(JSON.parse(stdout)).toMatchObject({
      coverage: [{ path: '-', format: 'cyclonedx-json', status: 'read', records: 6 }],
      findings: [{ verdict: 'barred', subject: { source: { file: '-' } } }],
    });
    expect(status).toBe(1);
  });

  it('about an empty standard input: incomplete, not clear', () => {
    expect(interdict(['check', '-', ...PROFILE], { input: '' }).status).toBe(3);
  });

  it('about standard input that arrives late and in pieces', () => {
    const line = `(head -c 300 ${WITH_FINDING}; sleep 0.3; tail -c +301 ${WITH_FINDING}) |
      $INTERDICT check - --as-of 2024-10-01 --profile examples/county/profile.yaml`;

    expect(shell(line).status).toBe(1);
  });

  it('with the same bytes for the same input', () => {
    const args = ['--format', 'json'];

    const first = check([EMPTY, 'examples/county'], ...args);
    const second = check([EMPTY, 'examples/county'], ...args);

    expect(second.stdout).toBe(first.stdout);
    expect(first.stdout.length).toBeGreaterThan(10_000);
  });

  it('dated now when no date is given, with a time in UTC', () => {
    const { stdout } = interdict(['check', CLEAN, ...PROFILE, '--format', 'json']);

    const { asOf } = JSON.parse(stdout) as { asOf: string };
    expect(asOf).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(Math.abs(Date.parse(asOf) - Date.now())).toBeLessThan(SPAWNS_TIMEOUT_MS);
  });

  it('that says so when nobody said who we are', () => {
    const { stdout } = interdict(['check', WITH_FINDING, ...ENDED, '--format', 'json']);

    expect(JSON.parse(stdout)).toMatchObject({
      profile: { name: 'nobody in particular (no profile given)' },
    });
  });
});

describe('colors', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  const args = ['check', WITH_FINDING, ...PROFILE, ...ENDED];
  const hasColor = (env: Readonly<Record<string, string>>, more: readonly string[] = []): boolean =>
    interdict([...args, ...more], { env }).stdout.includes('\u001B[');

  it('are left out where the output is no terminal', () => {
    expect(hasColor({})).toBe(false);
    expect(hasColor({ FORCE_COLOR: '0' })).toBe(false);
  });

  it('are there with FORCE_COLOR, and not in a report for machines', () => {
    expect(hasColor({ FORCE_COLOR: '1' })).toBe(true);
    expect(hasColor({ FORCE_COLOR: '1' }, ['--format', 'json'])).toBe(false);
    expect(hasColor({ FORCE_COLOR: '1' }, ['--format', 'csv'])).toBe(false);
  });

  it('are left out with NO_COLOR, whatever FORCE_COLOR says', () => {
    expect(hasColor({ NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false);
  });

  it('are left out of a file', () => {
    const file = path.join(folder, 'plain.txt');

    interdict([...args, '--output', file], { env: { FORCE_COLOR: '1' } });

    expect(readFileSync(file, 'utf8')).not.toContain('\u001B');
  });
});

describe('a table', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  it('keeps to the columns the environment names', () => {
    const { stdout } = interdict(['check', WITH_FINDING, ...PROFILE, ...ENDED], {
      env: { COLUMNS: '60' },
    });

    const widest = Math.max(...stdout.split('\n').map((line) => line.length));
    expect(widest).toBeLessThanOrEqual(60);
  });
});

describe('output that nobody takes', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  const DEEP = '--format json --as-of 2024-10-01 --profile examples/county/profile.yaml';

  it('ends quietly when the reader goes away early', () => {
    const run = shell(`$INTERDICT check examples/county ${DEEP} | head -1`);

    expect(run).toEqual({ status: 0, stdout: '{\n', stderr: '' });
  });

  it('keeps the exit status of the answer when the reader goes away early', () => {
    const run = shell(
      `{ $INTERDICT check examples/county ${DEEP}; echo "status $?" >&2; } | head -c 1`,
    );

    expect(run.stderr).toBe('status 1\n');
  });

  it.each([['decide examples/county/orders/transactions.ndjson'], ['rules list']])(
    '%s ends quietly as well',
    (command) => {
      expect(shell(`$INTERDICT ${command} | head -c 1`).stderr).toBe('');
    },
  );

  const full = existsSync('/dev/full') ? [['/dev/full']] : [];

  it.each([...full, ['examples/no-such-folder/report.json'], ['examples']])(
    'written to %s is a failure of output with status 2',
    (output) => {
      expectUsage(check([CLEAN], '--output', output), /^interdict: cannot write the report: E/);
    },
  );

  // A write that fails ends as a defect with status 1, which says that something was found.
  it('to a full disk on standard output is a failure of output with status 2', () => {
    const run = shell(`$INTERDICT check ${CLEAN} ${DEEP} > /dev/full`);

    expect(run.stderr).toMatch(/^interdict: cannot write/);
    expect(run.status).toBe(2);
  });

  // Without findings a CSV has only its header: nothing in it says what was not read.
  it('as CSV says that it is incomplete also when nothing was found', () => {
    const { stdout } = check([EMPTY], '--format', 'csv');

    expect(stdout).toContain('incomplete');
  });
});

describe('wrong usage', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  it.each([['2024-02-30'], ['yesterday'], ['2024-09-29T00:00'], ['2024-09-29T24:00Z'], ['']])(
    'a date like `%s` is refused with an example',
    (text) => {
      const run = interdict(['check', CLEAN, '--as-of', text]);

      expectUsage(run, `interdict: --as-of \`${text}\` is no date: write 2024-09-28, or`);
    },
  );

  it('the dates of decide are looked at as well', () => {
    expectUsage(interdict(['decide', '-', '--as-of', 'x']), '--as-of `x` is no date');
    expectUsage(interdict(['decide', '-', '--known-at', 'x']), '--known-at `x` is no date');
  });

  it('a wrong profile is refused with line and column, every problem on its own line', () => {
    const profile = write(
      'wrong.yaml',
      'schema: interdict.profile/1\nname: x\ncountry: USA\nclasses: [reseller, emperor]\n',
    );

    const run = interdict(['check', CLEAN, '--profile', profile]);

    expectUsage(run, `interdict: ${profile}:3:10: \`country\` is "USA"`);
    expect(run.stderr).toContain(`interdict: ${profile}:4:21: \`classes/1\` is "emperor"`);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  it('a profile that is no YAML is refused with line and column', () => {
    const profile = write('broken.yaml', 'schema: interdict.profile/1\nname: [x\nclasses: []\n');

    expectUsage(interdict(['check', CLEAN, '--profile', profile]), `${profile}:3:1: `);
  });

  it('a profile that is not there is named', () => {
    expectUsage(
      interdict(['check', CLEAN, '--profile', 'no/such.yaml']),
      /^interdict: cannot read profile: ENOENT.*no\/such\.yaml/,
    );
  });

  it('an unknown format names the formats', () => {
    expectUsage(
      check([CLEAN], '--format', 'pdf'),
      'interdict: --format `pdf` is none of table, json, ndjson, csv, sarif, html\n',
    );
  });

  it('an unknown threshold names the thresholds', () => {
    expectUsage(
      check([CLEAN], '--fail-on', 'everything'),
      'interdict: --fail-on `everything` is none of barred, advisory, probable, never\n',
    );
  });

  it('a path that is not there is named', () => {
    expectUsage(check(['no-such-folder']), 'interdict: `no-such-folder` does not exist\n');
    expectUsage(interdict(['decide', 'no-such-file']), /^interdict: cannot read: ENOENT/);
    expectUsage(interdict(['rules', 'test', 'no-such-rules']), '`no-such-rules` does not exist\n');
  });

  it('a path that is not there is refused also after one that is', () => {
    expectUsage(check([WITH_FINDING, 'no-such-folder']), '`no-such-folder` does not exist\n');
  });

  it.each([
    [['check', CLEAN, '--colour'], "error: unknown option '--colour'"],
    [['check'], "error: missing required argument 'path'"],
    [['decide', 'a', 'b'], 'error: too many arguments'],
    [['chekc', CLEAN], "error: unknown command 'chekc'"],
    [['rules', 'lst'], "error: unknown command 'lst'"],
    [['check', CLEAN, '--format'], "error: option '--format <name>' argument missing"],
  ])('%j gets a hint at the help', (args, message) => {
    const run = interdict(args);

    expectUsage(run, message);
    expect(run.stderr).toContain('(add --help for usage and examples)');
  });

  it('no command at all shows the help on standard error', () => {
    expectUsage(interdict([]), 'Usage: interdict [options] [command]');
  });

  it('terminal codes in a file do not reach the terminal through a message', () => {
    const file = write('escape.ndjson', `${JSON.stringify({ ...SALT, activity: '\u001B[2J' })}\n`);

    expect(interdict(['decide', file]).stderr).not.toContain('\u001B');
  });
});

describe('help', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  it.each([
    [['check', '--help'], 'interdict check sbom.json --as-of 2024-09-28'],
    [['help', 'check'], 'interdict check sbom.json --as-of 2024-09-28'],
    [['decide', '--help'], 'interdict decide orders.ndjson --profile profile.yaml'],
    [['rules', 'test', '--help'], 'interdict rules test my-rules/'],
  ])('%j shows examples', (args, example) => {
    const { status, stdout, stderr } = interdict(args);

    expect(stdout).toContain('Examples:\n');
    expect(stdout).toContain(example);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('names the commands and the exit statuses', () => {
    const { status, stdout } = interdict(['--help']);

    for (const word of ['check', 'decide', 'rules', 'Exit status:']) expect(stdout).toContain(word);
    for (const code of [0, 1, 2, 3]) expect(stdout).toMatch(new RegExp(`^  ${code}  `, 'm'));
    expect(status).toBe(0);
  });

  it('--version prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync('packages/app/package.json', 'utf8')) as {
      version: string;
    };

    expect(interdict(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('decide', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  function decide(input: string, ...options: readonly string[]): Run {
    return interdict(['decide', '-', ...options], { input });
  }

  function decisionsOf({ stdout }: Run): readonly Decision[] {
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Decision);
  }

  it.each([
    ['one a line', `${JSON.stringify(UPDATE)}\n${JSON.stringify(SALT)}\n`],
    ['in an array', JSON.stringify([UPDATE, SALT])],
  ])('answers transactions %s with a line each, in their order', (_, input) => {
    const run = decide(input);

    expect(decisionsOf(run).map(({ id, verdict }) => [id, verdict])).toEqual([
      ['update-1', 'barred'],
      ['salt', 'out-of-scope'],
    ]);
    expect(run.stderr).toBe('');
    expect(run.status).toBe(1);
  });

  it('gives each line the keys of its contract', () => {
    const input = readFileSync('examples/county/orders/transactions.ndjson', 'utf8');

    const decisions = decisionsOf(decide(input, ...PROFILE));

    expect(decisions).toHaveLength(46);
    for (const decision of decisions) {
      expect(checkSchema(DecisionSchema, decision), decision.id).toEqual([]);
      expect(Object.keys(decision)).toEqual(
        expect.arrayContaining(['id', 'asOf', 'verdict', 'rows']),
      );
      expect(decision.rows.length).toBeGreaterThan(0);
      for (const row of decision.rows) {
        expect(Object.keys(row)).toEqual(
          expect.arrayContaining([
            'rule',
            'activity',
            'verdict',
            'because',
            'missing',
            'duties',
            'cite',
          ]),
        );
        expect(row.cite.length).toBeGreaterThan(0);
      }
    }
    const duties = decisions.flatMap(({ rows }) => rows.flatMap((row) => row.duties));
    expect(duties.length).toBeGreaterThan(0);
    expect(duties).toContainEqual(expect.objectContaining({ action: 'report', due: '2024-07-16' }));
    expect(decisions.find(({ next }) => next !== undefined)?.next).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      verdict: expect.any(String),
    });
  });

  it('answers for the date of the transaction before the one of --as-of', () => {
    const { at, ...undated } = UPDATE;
    const early = ['--as-of', '2024-09-01'];

    const [dated] = decisionsOf(decide(JSON.stringify(UPDATE), ...early));
    const [open] = decisionsOf(decide(JSON.stringify(undated), ...early));

    expect([dated?.asOf, dated?.verdict]).toEqual([at, 'barred']);
    expect([open?.asOf, open?.verdict]).toEqual(['2024-09-01', 'permitted']);
  });

  it('answers from what the rulebook had recorded by --known-at', () => {
    const [then] = decisionsOf(decide(JSON.stringify(UPDATE), '--known-at', '2020-01-01'));

    expect(then?.verdict).not.toBe('barred');
  });

  it('reads orders in CSV and says on standard error what it left out', () => {
    const run = interdict(['decide', 'examples/damaged/bad-date.purchase-orders.csv', ...PROFILE]);

    expect(decisionsOf(run).map(({ id }) => id)).toEqual(['DM-0001', 'DM-0003']);
    expect(run.stderr).toMatch(/^interdict: examples\/damaged\/bad-date.*#line:3:2: `2024-13-45`/m);
    expect(run.status).toBe(1);
  });

  it('exits with 0 when nothing is barred and everything settled', () => {
    expect(decide(JSON.stringify(SALT)).status).toBe(0);
  });

  it('exits with 3 when an answer stays open', () => {
    const { counterparty: _, ...alone } = UPDATE;
    const run = decide(JSON.stringify({ ...alone, actor: {}, item: { name: 'Kaspersky' } }));

    expect(decisionsOf(run)[0]?.verdict).toBe('undetermined');
    expect(run.status).toBe(3);
  });

  it('exits with 3 when a line is lost and nothing found, and answers the others', () => {
    const run = decide(`${JSON.stringify(SALT)}\n{"id":"broken","act\n${JSON.stringify(SALT)}\n`);

    expect(decisionsOf(run)).toHaveLength(2);
    expect(run.stderr).toContain('-#line:2');
    expect(run.status).toBe(3);
  });

  it('exits with 3 when a transaction has a word that does not exist', () => {
    const wrong = { ...UPDATE, activity: 'juggle' };
    const run = decide(`${JSON.stringify(SALT)}\n${JSON.stringify(wrong)}\n`);

    expect(run.stderr).toMatch(/`activity` is "juggle"/);
    expect(run.status).toBe(3);
  });

  it('is used wrongly with a file that holds no transaction, and says what to use', () => {
    const run = interdict(['decide', CLEAN]);

    expectUsage(run, /5 records of cyclonedx-json are no transactions: use `check`/);
  });

  it('is used wrongly with nothing at all or a folder', () => {
    expectUsage(decide(''), /-: the file is empty/);
    expectUsage(interdict(['decide', 'examples']), /EISDIR/);
  });
});

const OWN_EDITION = 'schema: interdict.rulebook/1\nedition: 2026.1.1\ncutoff: 2026-01-01\n';

const SELLER = 'actor: {name: a shop, country: US, classes: [private-organization]}';
const CAMERA = 'item: {name: a camera, maker: "Dahua Technology", function: camera}';

/** A whole rulebook of one rule, which names a party group of the built-in one. */
const OWN_RULE = `schema: interdict.rule/1
id: us-oh-cameras
title: No cameras of Dahua for our offices
jurisdiction: us-oh
issuer: Pawpaw Bend County
kind: order
zone: America/New_York
recordedAt: 2026-01-01
summary: Nobody in the county may sell cameras that Dahua makes.
boundText: Everybody in the United States
sources:
  act: {title: Resolution 7, citation: Resolution 2024-7}
authority:
  - {source: act, pinpoint: s.1, verification: verified}
instrument: {source: act, pinpoint: s.2, verification: verified}
terms:
  by-dahua:
    meaning: Made by Dahua.
    is: {fact: item.maker, op: related, value: {relation: member, group: dahua}}
timeline:
  - state: enacted
    from: 2024-01-01
    to: 2024-07-01
    cite: {source: act, pinpoint: s.3, verification: verified}
  - state: effective
    from: 2024-07-01
    cite: {source: act, pinpoint: s.5, verification: verified}
prohibitions:
  - id: p-sell
    title: Selling
    activities: [sell]
    binds: actor
    bound: {fact: actor.usPerson, op: eq, value: true}
    target: {term: by-dahua}
    effect: barred
    because: selling is barred
    span: {from: {local: 2024-07-01 00:00, zone: America/New_York}}
    cite: {source: act, pinpoint: s.4, verification: verified}
examples:
  - id: e-before
    title: On the day before
    at: 2024-06-30
    boundaryOf: p-sell.from.before
    activity: sell
    ${SELLER}
    ${CAMERA}
    expect: {verdict: not-yet}
    because: not yet effective
    cite: {source: act, pinpoint: s.4, verification: verified}
  - id: e-at
    title: On the day
    at: 2024-07-01
    boundaryOf: p-sell.from.at
    activity: sell
    ${SELLER}
    ${CAMERA}
    expect: {verdict: barred}
    because: effective
    cite: {source: act, pinpoint: s.4, verification: verified}
  - id: e-use
    title: Use
    at: 2024-08-01
    activity: use
    ${SELLER}
    ${CAMERA}
    expect: {verdict: out-of-scope}
    because: using is not named
    cite: {source: act, pinpoint: s.4, verification: verified}
`;

/** Writes a rulebook with one rule and gives its folder. */
function writeRules(name: string, ruleText: string): string {
  write(`${name}/rulebook.yaml`, OWN_EDITION);
  write(`${name}/rules/cameras.yaml`, ruleText);
  return path.join(folder, name);
}

describe('rules', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  it('list shows each rule with its id, title and state', () => {
    const { status, stdout } = interdict(['rules', 'list', '--format', 'json']);

    const { rules } = JSON.parse(stdout);
    expect(rules.length).toBeGreaterThanOrEqual(60);
    expect(rules).toContainEqual(
      expect.objectContaining({
        id: 'us-icts-kaspersky-2024',
        title: expect.stringContaining('Kaspersky Final'),
      }),
    );
    expect(status).toBe(0);
  });

  it('test passes every example of the built-in rulebook', () => {
    const { status, stdout, stderr } = interdict(['rules', 'test']);

    expect(stdout).toMatch(/^rulebook \S+: \d+ rules, \d{3} examples passed, 0 failed\n$/);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('a rulebook of one’s own may name a built-in group, in every command', () => {
    const own = writeRules('own', OWN_RULE);
    const sale = {
      id: 'sale',
      at: '2024-08-01',
      activity: 'sell',
      actor: { name: 'a shop', country: 'US', classes: ['private-organization'] },
      item: { name: 'a camera', maker: 'Dahua Technology', function: 'camera' },
    };

    const tested = interdict(['rules', 'test', own]);
    const listed = interdict(['rules', 'list', own]);
    const decided = interdict(['decide', '-', '--rulebook', own], { input: JSON.stringify(sale) });
    const checked = check([WITH_FINDING], '--rulebook', own, '--format', 'json');

    expect(tested.stderr).toBe('');
    expect(tested.stdout).toBe('rulebook 2026.1.1: 1 rules, 3 examples passed, 0 failed\n');
    expect(tested.status).toBe(0);
    expect(listed.stdout).toContain('us-oh-cameras');
    expect(JSON.parse(decided.stdout)).toMatchObject({
      verdict: 'barred',
      rows: [{ rule: 'us-oh-cameras', prohibition: 'p-sell' }],
    });
    expect(decided.status).toBe(1);
    expect(JSON.parse(checked.stdout)).toMatchObject({
      rulebook: { edition: '2026.1.1', rules: 1 },
      findings: [{ verdict: 'out-of-scope' }],
    });
    expect(checked.status).toBe(0);
  });

  it('test fails with 1 when an example expects something else, and shows what', () => {
    const own = writeRules(
      'failing',
      OWN_RULE.replace('verdict: out-of-scope', 'verdict: permitted'),
    );

    const { status, stdout } = interdict(['rules', 'test', own]);

    expect(stdout).toMatch(/^us-oh-cameras e-use: Use\n {2}.*permitted/);
    expect(stdout).toContain('out-of-scope');
    expect(stdout).toContain('2 examples passed, 1 failed\n');
    expect(status).toBe(1);
  });

  it.each([
    ['an unknown group', 'group: dahua', 'group: dahau', /`dahau`/],
    ['an unknown word', 'activities: [sell]', 'activities: [vend]', /"vend"/],
    ['a date that does not exist', 'at: 2024-06-30', 'at: 2024-06-31', /2024-06-31/],
    ['an unknown source', '{source: act, pinpoint: s.3', '{source: law, pinpoint: s.3', /`law`/],
  ])('test refuses a rule with %s and names file, line and column', (name, before, after, word) => {
    const own = writeRules(`bad-${name.replaceAll(' ', '-')}`, OWN_RULE.replace(before, after));
    const file = path.join(own, 'rules/cameras.yaml');
    const lines = OWN_RULE.replace(before, after).split('\n');
    const line = lines.findIndex((text) => text.includes(after)) + 1;

    const run = interdict(['rules', 'test', own]);

    expectUsage(run, word);
    expect(run.stderr).toMatch(new RegExp(`^interdict: ${file}:${line}:\\d+: `, 'm'));
  });

  it('test refuses a folder without an edition, without YAML, and a file that is no rule', () => {
    const bare = write('bare/rule.yaml', OWN_RULE);
    const none = write('none/readme.txt', 'nothing');

    expectUsage(interdict(['rules', 'test', path.dirname(bare)]), 'the rulebook has no edition');
    expectUsage(interdict(['rules', 'test', path.dirname(none)]), 'there are no YAML files in');
    expectUsage(
      interdict(['rules', 'list', 'examples/county/profile.yaml']),
      'examples/county/profile.yaml:5:9: the first line must be `schema: interdict.rule/1`',
    );
  });
});

describe('interdict audit', { timeout: SPAWNS_TIMEOUT_MS }, () => {
  it('keeps answers on record that verify, and that a second run gives again', () => {
    const journal = path.join(folder, 'journal');
    check([WITH_FINDING], '--journal', journal);
    check([WITH_FINDING], '--journal', journal);
    const order = write('order.json', JSON.stringify(UPDATE));
    interdict(['decide', order, '--journal', journal]);

    const verified = interdict(['audit', 'verify', journal]);
    const listed = interdict(['audit', 'list', journal, '--format', 'json']);

    expect(verified.status).toBe(0);
    expect(verified.stdout).toContain('intact: 3 records');
    const bodies = listed.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).body);
    expect(bodies.map(({ command }) => command)).toEqual(['check', 'check', 'decide']);
    expect(bodies[0].report).toBe(bodies[1].report);
  });

  it('signs a journal, and names the first record that was changed afterwards', () => {
    const journal = path.join(folder, 'signed-journal');
    const { privateKey } = generateKeyPairSync('ed25519');
    const key = write('k.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    check([CLEAN], '--journal', journal);

    expect(interdict(['audit', 'checkpoint', journal, '--key', key]).status).toBe(0);
    expect(interdict(['audit', 'verify', journal]).stdout).toContain('1 checkpoint; 0 records');
    const segment = path.join(journal, '0000000000000001.ndjson');
    writeFileSync(segment, readFileSync(segment, 'utf8').replace('"check"', '"chock"'));

    const damaged = interdict(['audit', 'verify', journal]);
    expect(damaged.status).toBe(1);
    expect(damaged.stdout).toContain('0000000000000001.ndjson:1: record 1');
    expectUsage(check([CLEAN], '--journal', journal), /nothing is written to a damaged journal/);
  });

  it('does not take an empty folder for an intact journal', () => {
    mkdirSync(path.join(folder, 'no-journal'));

    expectUsage(interdict(['audit', 'verify', path.join(folder, 'no-journal')]), /no journal/);
    expectUsage(interdict(['audit', 'verify', path.join(folder, 'nowhere')]), /cannot read/);
  });
});
