import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { interdict, ROOT, type Run } from './program.fixture.ts';

// These tests drive the built program with made lists; nobody in them exists.

const TIMEOUT_MS = 60_000;

let folder: string;
let data: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-lists-'));
});

beforeEach(() => {
  data = mkdtempSync(path.join(folder, 'data-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function unList(date: string, names: readonly string[]): string {
  const rows = names.map(
    (name, index) =>
      `<ENTITY><DATAID>${index}</DATAID><FIRST_NAME>${name}</FIRST_NAME>` +
      `<REFERENCE_NUMBER>XYe.${index}</REFERENCE_NUMBER></ENTITY>`,
  );
  return (
    `<CONSOLIDATED_LIST dateGenerated="${date}"><ENTITIES>${rows.join('\n')}` +
    '</ENTITIES></CONSOLIDATED_LIST>'
  );
}

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

function lists(...args: readonly string[]): Run {
  return interdict(['lists', ...args], { env: { INTERDICT_DATA: data } });
}

interface StatusLine {
  readonly list: string;
  readonly status: string;
  readonly current?: { readonly entries: number; readonly published: string };
}

function statusOf(list: string): StatusLine | undefined {
  const { stdout } = lists('status', '--format', 'json');
  return (JSON.parse(stdout) as readonly StatusLine[]).find((one) => one.list === list);
}

describe('interdict lists', { timeout: TIMEOUT_MS }, () => {
  it('imports a list, finds out which one it is, and says how it stands', () => {
    const file = write('un.xml', unList('2026-01-01', ['Nowhere Works']));

    const imported = lists('import', 'auto', file, '--accept-shrunk');
    const status = lists('status');

    expect(imported.status).toBe(0);
    expect(imported.stdout).toMatch(/un-sc +stored +2026-01-01 +1 +1/);
    expect(status.status).toBe(3);
    expect(status.stdout).toMatch(/us-ofac-sdn +missing/);
    expect(statusOf('un-sc')?.current).toMatchObject({ entries: 1, published: '2026-01-01' });
  });

  it('refuses a list that is cut, tells the line, and keeps the old one', () => {
    const text = unList('2026-02-01', ['A', 'B', 'C']);
    lists(
      'import',
      'un-sc',
      write('a.xml', unList('2026-01-01', ['A', 'B', 'C'])),
      '--accept-shrunk',
    );

    const { status, stdout, stderr } = lists('import', 'un-sc', write('b.xml', text.slice(0, 200)));

    expect(status).toBe(3);
    expect(stdout).toMatch(/un-sc +refused +2026-01-01/);
    expect(stderr).toMatch(/b\.xml, line 2, column \d+: the file breaks off/);
    expect(stderr).toContain('un-sc: REFUSED; the version of 2026-01-01 stays in use');
    expect(statusOf('un-sc')?.current).toMatchObject({ entries: 3, published: '2026-01-01' });
  });

  it('does not take a handful of entries for the first version of a long list', () => {
    const file = write('short.xml', unList('2026-01-01', ['Nowhere Works']));

    const { status, stderr } = lists('import', 'un-sc', file);

    expect(status).toBe(3);
    expect(stderr).toContain('the list has 1 entries and has had 500 at the least for years');
  });

  it('calls a file that is no list wrong usage', () => {
    const { status, stdout, stderr } = lists('import', 'auto', write('x.txt', 'no list'));

    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('is in no format of any list that is known');
    expect(lists('import', 'xy-list', write('x.txt', 'no list')).stderr).toContain(
      'there is no list `xy-list`; there are auto, us-ofac-sdn',
    );
  });

  it('takes in a list of one’s own by the names of its columns', () => {
    const csv = 'Supplier;Former Name;Country;Reason\nNowhere Works;Naught Ltd;Russia;fraud\n';

    const { status, stdout } = lists('import', 'own.blocked', write('own.csv', csv));

    expect(status).toBe(0);
    expect(stdout).toMatch(/own\.blocked +stored .* 1 +2/);
    expect(statusOf('own.blocked')?.status).toBe('current');
  });

  it('builds an index of what is stored, the same one again, and says what is not in it', () => {
    expect(lists('build').status).toBe(2);
    lists('import', 'own.blocked', write('own.csv', 'Name;Country\nNowhere Works;Russia\n'));

    const first = lists('build');
    const second = lists('build');

    expect(first.status).toBe(3);
    expect(first.stdout).toMatch(/^index [0-9a-f]{64}: 1 lists, 1 entries, 1 names, \d+ bytes\n$/);
    expect(first.stderr).toContain('us-ofac-sdn is not in the index');
    expect(second.stdout).toBe(first.stdout);
  });

  it('shows examples in the help of each command', () => {
    for (const command of ['update', 'import', 'status', 'build']) {
      const { status, stdout } = lists(command, '--help');

      expect(status).toBe(0);
      expect(stdout).toContain('Examples:');
    }
  });
});

/** The publisher is in this process, so the program must not stop it. */
async function update(...args: readonly string[]): Promise<Run> {
  const child = spawn(
    process.execPath,
    [`${ROOT}packages/app/dist/interdict.mjs`, 'lists', 'update', ...args],
    { env: { ...process.env, INTERDICT_DATA: data, NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' } },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { status, stdout, stderr };
}

describe('interdict lists update', { timeout: TIMEOUT_MS }, () => {
  let server: Server;
  let url: string;
  let text: string;
  let asked: (string | undefined)[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.headers['if-none-match']);
      const etag = `"${text.length}"`;
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else response.writeHead(200, { etag }).end(text);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/list.xml`;
  });

  afterAll(async () => {
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });

  it('fetches a list, and a second time only asks whether it changed', async () => {
    text = unList('2026-01-01', ['Nowhere Works']);
    asked = [];

    const first = await update('un-sc', '--from', url, '--accept-shrunk');
    const second = await update('un-sc', '--from', url, '--accept-shrunk');

    expect(first.stderr).toBe('');
    expect(first.stdout).toMatch(/un-sc +stored +2026-01-01/);
    expect(second.stdout).toMatch(/un-sc +unchanged +2026-01-01/);
    expect([first.status, second.status]).toEqual([0, 0]);
    expect(asked).toEqual([undefined, `"${text.length}"`]);
    expect(statusOf('un-sc')?.status).toBe('current');
  });

  it('ends with status 3 when a list is refused', async () => {
    text = unList('2026-01-01', ['A']).slice(0, 90);

    const { status, stderr } = await update('un-sc', '--from', url, '--accept-shrunk');

    expect(status).toBe(3);
    expect(stderr).toContain('un-sc: REFUSED; there is no older version');
  });
});
