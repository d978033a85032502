import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { interdict, PROGRAM, ROOT } from './program.fixture.ts';

// The built program as a server, asked as its users ask it, against the same program as a command.

const PROFILE = 'examples/county/profile.yaml';
const ORDERS = 'examples/county/orders/transactions.ndjson';
const AS_OF = '2024-09-28';

interface Server {
  readonly url: string;
  readonly child: ChildProcess;
  readonly stderr: () => string;
}

const running: ChildProcess[] = [];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interdict-serve-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** Starts the server on a free port and waits until it says where it listens. */
async function serve(args: readonly string[]): Promise<Server> {
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--port', '0', ...args], { cwd: ROOT });
  running.push(child);
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const url = /^listening on (http:\S+)\n$/.exec(line.toString('utf8'))?.[1];
  if (url === undefined) throw new Error(`not a line about listening: ${line.toString()}`);
  return { url, child, stderr: () => stderr };
}

async function stop({ child }: Server): Promise<unknown> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const [status] = (await ended) as [number | null];
  return status;
}

function post(server: Server, route: string, body: BodyInit): Promise<Response> {
  return fetch(`${server.url}${route}`, { method: 'POST', body });
}

type BodyInit = string | Uint8Array<ArrayBuffer>;

function file(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(`${ROOT}${name}`));
}

describe('the server and the command line give the same bytes', () => {
  let server: Server;

  beforeAll(async () => {
    server = await serve(['--profile', PROFILE]);
    running.pop();
  });

  afterAll(() => stop(server));

  it('of decisions', async () => {
    const answer = await post(server, `/decide?as_of=${AS_OF}`, file(ORDERS));

    const { stdout } = interdict(['decide', ORDERS, '--profile', PROFILE, '--as-of', AS_OF]);
    expect(await answer.text()).toBe(stdout);
    expect(stdout.split('\n').length).toBeGreaterThan(40);
  });

  it('of explanations', async () => {
    const answer = await post(server, `/explain?as_of=${AS_OF}`, file(ORDERS));

    const args = ['--profile', PROFILE, '--as-of', AS_OF, '--format', 'json'];
    expect(await answer.text()).toBe(interdict(['rules', 'explain', ORDERS, ...args]).stdout);
  });

  it.each([
    'sboms/mailwarden-400-6.2.1.cdx.json',
    'sboms/water-demand-model-1.4.0.cdx.json.gz',
    'hosts/prs-ws-008/osqueryd.results.log',
    'orders/purchase-orders.csv',
  ])('of a report on %s', async (name) => {
    const whole = `examples/county/${name}`;
    const query = `as_of=${AS_OF}&name=${encodeURIComponent(whole)}`;

    const answer = await post(server, `/check?${query}`, file(whole));

    const args = ['--profile', PROFILE, '--as-of', AS_OF, '--format', 'json'];
    expect(await answer.text()).toBe(interdict(['check', whole, ...args]).stdout);
  });

  it.each([
    ['/rules', ['list']],
    [
      '/rules?status=in-force&jurisdiction=us',
      ['list', '--status', 'in-force', '--jurisdiction', 'us'],
    ],
    ['/rules/timeline', ['timeline']],
    ['/rules/timeline?all=true&to=2024-12-31', ['timeline', '--all', '--to', '2024-12-31']],
  ])('of %s', async (route, args) => {
    const query = `${route.includes('?') ? '&' : '?'}as_of=${AS_OF}`;
    const answer = await fetch(`${server.url}${route}${query}`);

    const more = ['--profile', PROFILE, '--as-of', AS_OF, '--format', 'json'];
    expect(await answer.text()).toBe(interdict(['rules', ...args, ...more]).stdout);
  });

  it('of one rule and of the calendar', async () => {
    const id = 'us-icts-kaspersky-2024';
    const page = await fetch(`${server.url}/rules/${id}?as_of=${AS_OF}`);
    const calendar = await fetch(`${server.url}/rules/timeline?format=ics&as_of=${AS_OF}`);

    const shown = interdict(['rules', 'show', id, '--as-of', AS_OF, '--format', 'json']);
    const args = ['--profile', PROFILE, '--as-of', AS_OF, '--format', 'ics'];
    expect(await page.text()).toBe(shown.stdout);
    expect(await calendar.text()).toBe(interdict(['rules', 'timeline', ...args]).stdout);
  });
});

describe('interdict serve', () => {
  it('answers for the moment of the request when none is given', async () => {
    const server = await serve([]);

    const { asOf } = (await (await fetch(`${server.url}/rules`)).json()) as { asOf: string };

    const age = Date.now() - Date.parse(asOf);
    expect(age).toBeGreaterThanOrEqual(-1000);
    expect(age).toBeLessThan(60_000);
  });

  it('lets a request under way end, then ends with 0 and frees the journal', async () => {
    const journal = path.join(folder, 'journal');
    const server = await serve(['--journal', journal]);
    const body = readFileSync(`${ROOT}${ORDERS}`, 'utf8');
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('utf8')));
    const length = `Content-Length: ${Buffer.byteLength(body)}`;
    const head = `POST /decide HTTP/1.1\r\nHost: localhost\r\n${length}\r\n\r\n`;
    socket.write(`${head}${body.slice(0, 1000)}`);
    await expect.poll(async () => (await fetch(`${server.url}/metrics`)).status).toBe(200);

    const ended = stop(server);
    await expect
      .poll(() =>
        fetch(`${server.url}/healthz`).then(
          ({ status }) => status,
          () => 'closed',
        ),
      )
      .toBe('closed');
    socket.write(body.slice(1000));
    await once(socket, 'close');

    expect(await ended).toBe(0);
    expect(text).toMatch(/^HTTP\/1\.1 200 OK/);
    const verified = interdict(['audit', 'verify', journal]);
    expect(verified.status).toBe(0);
    expect(interdict(['audit', 'list', journal, '--format', 'json']).stdout).toContain('"decide"');
  });

  it('holds its journal against a second server', async () => {
    const journal = path.join(folder, 'held');
    await serve(['--journal', journal]);

    const { status, stderr } = interdict(['serve', '--port', '0', '--journal', journal]);

    expect(status).toBe(2);
    expect(stderr).toContain('is being written by process');
  });

  it.each([
    [['--host', '0.0.0.0'], '--keys'],
    [['--host', '::'], '--keys'],
    [['--port', '65536'], '--port'],
    [['--port', 'http'], '--port'],
    [['--rate-limit', '0'], '--rate-limit'],
    [['--profile', 'none.yaml'], 'cannot read profile'],
    [['--keys', 'none.ndjson'], 'cannot read keys'],
    [['--keys', 'package.json'], 'package.json:1'],
    [['--host', '192.0.2.1', '--keys', '/dev/null', '--port', '0'], 'cannot listen'],
  ])('does not start with %j', (args, message) => {
    const { status, stderr } = interdict(['serve', ...args]);

    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  it('says that a port is taken', async () => {
    const { url } = await serve([]);

    const { status, stderr } = interdict(['serve', '--port', new URL(url).port]);

    expect(status).toBe(2);
    expect(stderr).toContain('cannot listen on 127.0.0.1');
  });

  it('has a help with examples', () => {
    const { status, stdout } = interdict(['serve', '--help']);

    expect(status).toBe(0);
    expect(stdout).toContain('Examples:');
  });
});

describe('interdict keys', () => {
  const keys = (): string => path.join(folder, 'keys.ndjson');

  it('makes a key that opens a server, and keeps only its digest', async () => {
    const made = interdict([
      'keys',
      'create',
      '--name',
      'crm',
      '--role',
      'read',
      '--days',
      '30',
      '--keys',
      keys(),
    ]);
    expect(made.status).toBe(0);
    const key = made.stdout.trim();
    expect(key).toMatch(/^interdict_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/);
    expect(readFileSync(keys(), 'utf8')).not.toContain(key.slice(-43));
    expect(statSync(keys()).mode & 0o077).toBe(0);

    const server = await serve(['--host', '0.0.0.0', '--keys', keys()]);
    const url = server.url.replace('0.0.0.0', '127.0.0.1');
    const bare = await fetch(`${url}/rules`);
    const open = await fetch(`${url}/rules`, { headers: { authorization: `Bearer ${key}` } });
    const barred = await fetch(`${url}/decide`, {
      method: 'POST',
      body: '{}',
      headers: { authorization: `Bearer ${key}` },
    });

    expect([bare.status, open.status, barred.status]).toEqual([401, 200, 403]);
    expect(server.stderr()).not.toContain(key.slice(-43));
  });

  it('lists keys without their secrets', () => {
    interdict(['keys', 'create', '--name', 'erp', '--role', 'admin', '--keys', keys()]);

    const { status, stdout } = interdict(['keys', 'list', '--keys', keys()]);

    expect(status).toBe(0);
    expect(stdout).toMatch(/^[0-9a-f]{8} {2}admin .*expires never {2}erp$/m);
    expect(stdout).not.toContain('interdict_');
  });

  it.each([
    [['--name', 'a', '--role', 'reader'], 'the nearest is `read`'],
    [['--name', ' ', '--role', 'read'], '--name has 1 to 100 characters'],
    [['--name', 'a', '--role', 'read', '--days', '0'], '--days'],
  ])('refuses %j', (args, message) => {
    const { status, stderr } = interdict(['keys', 'create', '--keys', keys(), ...args]);

    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it('names the line of a file of keys that is not valid', () => {
    const damaged = path.join(folder, 'damaged.ndjson');
    writeFileSync(damaged, '\n{"id":"x"}\n');

    const { status, stderr } = interdict(['keys', 'list', '--keys', damaged]);

    expect(status).toBe(2);
    expect(stderr).toContain('damaged.ndjson:2');
  });
});
