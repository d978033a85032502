import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { assert, type Coverage, type Finding, type Report } from '@interdict/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { interdict, ROOT, type Run } from './program.fixture.ts';

// The table of examples/damaged/README.md, as it says, on the built program.

const FOLDER = 'examples/damaged';
const OPTIONS = ['--profile', 'examples/county/profile.yaml', '--as-of', '2024-09-29T00:00-04:00'];

const RUNS_TIMEOUT_MS = 120_000;

/** Above what the program takes for one small file, and far below what the bomb would take. */
const MEMORY_MB_MAX = 350;
const HEAP_MB_MAX = 128;

interface Damage {
  readonly file: string;
  readonly format: string | null;
  readonly status: Coverage['status'];
  readonly records: number;
  /** The problem that says what is damaged; undefined where nothing is. */
  readonly problem?: { readonly code: string; readonly pointer?: string; readonly says: RegExp };
  /** Exit status of a check of this file alone. */
  readonly exit: number;
}

const DAMAGES: readonly Damage[] = [
  {
    file: 'good-clean.cdx.json',
    format: 'cyclonedx-json',
    status: 'read',
    records: 5,
    exit: 0,
  },
  {
    file: 'good-with-finding.cdx.json',
    format: 'cyclonedx-json',
    status: 'read',
    records: 6,
    exit: 1,
  },
  {
    file: 'truncated.cdx.json',
    format: 'cyclonedx-json',
    status: 'partial',
    records: 3,
    problem: { code: 'truncated', pointer: 'line:30:19', says: /ends inside a string/ },
    exit: 1,
  },
  {
    file: 'deep.cdx.json',
    format: 'cyclonedx-json',
    status: 'unreadable',
    records: 0,
    problem: { code: 'depth-limit', pointer: 'line:1:20032', says: /deeper than 1000/ },
    exit: 3,
  },
  {
    file: 'empty.cdx.json',
    format: null,
    status: 'unreadable',
    records: 0,
    problem: { code: 'empty', says: /empty/ },
    exit: 3,
  },
  {
    file: 'bomb.cdx.json.gz',
    format: 'cyclonedx-json',
    status: 'partial',
    records: 5,
    problem: { code: 'expansion-limit', says: /more than 200-fold/ },
    exit: 3,
  },
  {
    file: 'broken-line.osqueryd.results.log',
    format: 'osquery',
    status: 'partial',
    records: 3,
    problem: { code: 'truncated', pointer: 'line:2:305', says: /ends inside a string/ },
    exit: 1,
  },
  {
    file: 'bad-date.purchase-orders.csv',
    format: 'csv',
    status: 'partial',
    records: 2,
    problem: { code: 'value', pointer: 'line:3:2', says: /`2024-13-45`/ },
    exit: 1,
  },
];

/** Without the bomb, which takes most of the time, and without what is whole and clean. */
const QUICK = DAMAGES.map(({ file }) => `${FOLDER}/${file}`).filter(
  (file) => !/good-clean|bomb/.test(file),
);

function checkDamaged(paths: readonly string[], ...more: readonly string[]): Run {
  return interdict(['check', ...paths, ...OPTIONS, ...more]);
}

function reportOf({ stdout, stderr }: Run): Report {
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Report;
}

describe('a check of the damaged files', { timeout: RUNS_TIMEOUT_MS }, () => {
  let run: Run;
  let report: Report;

  beforeAll(() => {
    run = checkDamaged([FOLDER], '--format', 'json');
    report = reportOf(run);
  }, RUNS_TIMEOUT_MS);

  function coverageOf(file: string): Coverage {
    const found = report.coverage.find(({ path }) => path === `${FOLDER}/${file}`);
    assert(found !== undefined, 'every file of the folder is in the coverage');
    return found;
  }

  function findingsOf(file: string): readonly Finding[] {
    return report.findings.filter(({ subject }) => subject.source.file === `${FOLDER}/${file}`);
  }

  it('covers every file of the table and the folder, and the table has every file', () => {
    const table = readFileSync(`${ROOT}${FOLDER}/README.md`, 'utf8');
    const named = Array.from(
      table.matchAll(/^\| `([^`]+)` \|(?: [^|]+ \|){3}$/gm),
      ([, name]) => name ?? '',
    );

    expect(named.toSorted()).toEqual(DAMAGES.map(({ file }) => file).toSorted());
    expect(report.coverage.map(({ path }) => path).toSorted()).toEqual(
      ['README.md', ...DAMAGES.map(({ file }) => file)]
        .map((file) => `${FOLDER}/${file}`)
        .toSorted(),
    );
  });

  it.each(DAMAGES)('says of $file that it is $status', (damage) => {
    const { format, status, records, problems } = coverageOf(damage.file);

    expect({ format, status, records }).toEqual({
      format: damage.format,
      status: damage.status,
      records: damage.records,
    });
    if (damage.problem === undefined) {
      expect(problems).toEqual([]);
    } else {
      const { code, pointer, says } = damage.problem;
      const problem = problems.find((one) => one.code === code);
      expect(problem?.message).toMatch(says);
      if (pointer !== undefined) expect(problem?.pointer).toBe(pointer);
    }
  });

  it('stops unpacking the bomb at the limit, and says where', () => {
    const { problems, sha256 } = coverageOf('bomb.cdx.json.gz');

    const [, byte] = /^byte:(\d+)$/.exec(problems[0]?.pointer ?? '') ?? [];
    expect(Number(byte)).toBeGreaterThanOrEqual(64 * 1024 * 1024);
    expect(Number(byte)).toBeLessThan(72 * 1024 * 1024);
    expect(sha256).toBeUndefined();
  });

  it('uses what could be read of a damaged file, and finds nothing where nothing is', () => {
    const found = Object.fromEntries(
      DAMAGES.map(({ file }) => [
        file,
        findingsOf(file).map(({ verdict, identified }) => [
          verdict,
          identified?.level ?? 'stated',
          identified?.product ?? 'order',
        ]),
      ]),
    );

    expect(found).toEqual({
      'good-clean.cdx.json': [],
      'good-with-finding.cdx.json': [['barred', 'identified', 'kaspersky-anti-virus-sdk']],
      'truncated.cdx.json': [['barred', 'identified', 'kaspersky-anti-virus-sdk']],
      'deep.cdx.json': [],
      'empty.cdx.json': [],
      'bomb.cdx.json.gz': [],
      'broken-line.osqueryd.results.log': [
        ['barred', 'identified', 'kaspersky-endpoint-protection'],
      ],
      'bad-date.purchase-orders.csv': [['barred', 'stated', 'order']],
    });
  });

  it('finds the driver of line 3 on its host, from the name of the file', () => {
    const [finding] = findingsOf('broken-line.osqueryd.results.log');

    expect(finding?.subject).toMatchObject({
      host: 'dmg-ws-001',
      source: { pointer: 'line:3/snapshot/0' },
    });
    expect(finding?.identified?.evidence).toContainEqual(
      expect.objectContaining({ field: 'driver_file', value: 'klif.sys' }),
    );
  });

  it('answers with 1 and says in the same breath that it is incomplete', () => {
    expect(run.status).toBe(1);
    expect(report.summary).toMatchObject({ status: 'barred', files: 9, filesIncomplete: 6 });
    const [head = ''] = checkDamaged(QUICK).stdout.split('\n\n');
    expect(head).toContain('INTERDICT: BARRED');
    expect(head.replaceAll('\n', ' ')).toContain('5 files were not read completely');
  });

  it.each(['table', 'json', 'ndjson', 'sarif', 'html'])(
    'names every damaged file as %s',
    (format) => {
      const { stdout, stderr, status } = checkDamaged(QUICK, '--format', format);

      expect(QUICK.filter((file) => !stdout.includes(basename(file)))).toEqual([]);
      expect(stderr).toBe('');
      expect(status).toBe(1);
    },
  );

  it('says as CSV in every line how many files are damaged', () => {
    const [, ...lines] = checkDamaged(QUICK, '--format', 'csv').stdout.trimEnd().split('\r\n');

    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => !/,barred,5,[0-9a-f]{64},$/.test(line))).toEqual([]);
  });

  it.each(DAMAGES)('of $file alone exits with $exit', ({ file, exit, problem }) => {
    const alone = checkDamaged([`${FOLDER}/${file}`], '--format', 'json');

    const { summary } = reportOf(alone);
    expect(alone.status).toBe(exit);
    expect(summary.filesIncomplete).toBe(problem === undefined ? 0 : 1);
    if (exit === 3) expect(summary.status).toBe('incomplete');
  });
});

describe('memory', { timeout: RUNS_TIMEOUT_MS }, () => {
  it(`of the whole folder fits a heap of ${HEAP_MB_MAX} MB`, () => {
    const node = [`--max-old-space-size=${HEAP_MB_MAX}`];

    const { status, stderr } = interdict(['check', FOLDER, ...OPTIONS], { node });

    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  it(`stays below ${MEMORY_MB_MAX} MB with everything the process takes`, () => {
    const tell = 'process.on("exit",()=>process.stderr.write(`${process.resourceUsage().maxRSS}`))';
    const node = [`--import=data:text/javascript,${tell}`];

    const { stderr, status } = interdict(['check', FOLDER, ...OPTIONS], { node });

    const megabytes = Number(stderr) / 1024;
    expect(status).toBe(1);
    expect(megabytes).toBeGreaterThan(20);
    expect(megabytes).toBeLessThan(MEMORY_MB_MAX);
  });
});
