import { randomBytes } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { InstantText } from '@interdict/core';
import { createKey, type ROLES } from '../access/index.ts';
import type { Edition } from '../edition/index.ts';
import { editionForTests, problemOf, RENEWAL, start, statusOf } from './server.fixture.ts';
import type { Running } from './server.fixture.ts';
import type { Service } from './service.ts';

let edition: Edition;
let server: Running;

beforeAll(() => {
  edition = editionForTests();
});

afterEach(() => server.stop());

const CREATED = '2024-01-01T00:00:00Z' as InstantText;

function keyOf(role: keyof typeof ROLES, expires?: string) {
  const expiry = expires === undefined ? {} : { expires: expires as InstantText };
  return createKey({ name: `the ${role}`, role, created: CREATED, ...expiry }, randomBytes);
}

const KEYS = {
  read: keyOf('read'),
  decide: keyOf('decide'),
  admin: keyOf('admin'),
  expired: keyOf('admin', '2024-09-28T12:00:00Z'),
  unknown: keyOf('admin'),
};

async function startWithKeys(more: Partial<Service> = {}): Promise<void> {
  const { read, decide, admin, expired } = KEYS;
  const entries = [read, decide, admin, expired].map(({ entry }) => entry);
  server = await start(edition, { access: { kind: 'keys', entries }, ...more });
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly needs: 'anyone' | 'read' | 'decide';
}

const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/healthz', needs: 'anyone' },
  { method: 'GET', path: '/readyz', needs: 'anyone' },
  { method: 'GET', path: '/metrics', needs: 'read' },
  { method: 'GET', path: '/openapi.json', needs: 'read' },
  { method: 'GET', path: '/docs', needs: 'read' },
  { method: 'GET', path: '/rules', needs: 'read' },
  { method: 'POST', path: '/rules', needs: 'read' },
  { method: 'GET', path: '/rules/timeline', needs: 'read' },
  { method: 'POST', path: '/rules/timeline', needs: 'read' },
  { method: 'GET', path: '/rules/us-icts-kaspersky-2024', needs: 'read' },
  { method: 'GET', path: '/vocabulary', needs: 'read' },
  { method: 'POST', path: '/decide', needs: 'decide' },
  { method: 'POST', path: '/explain', needs: 'decide' },
  { method: 'POST', path: '/check', needs: 'decide' },
];

function ask({ method, path }: Route, authorization?: string): Promise<Response> {
  const body = needsBody(path) ? JSON.stringify(RENEWAL) : undefined;
  return fetch(`${server.url}${path}`, {
    method,
    ...(method === 'POST' && body !== undefined ? { body } : {}),
    headers: authorization === undefined ? {} : { authorization },
  });
}

function needsBody(path: string): boolean {
  return ['/decide', '/explain', '/check'].includes(path);
}

describe('a server with keys', () => {
  it('has every route in the table of this test', async () => {
    await startWithKeys();

    const document = await fetch(`${server.url}/openapi.json`, {
      headers: { authorization: `Bearer ${KEYS.read.text}` },
    });
    const { paths } = (await document.json()) as { paths: Record<string, object> };
    const known = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const tested = ROUTES.map(({ method, path }) =>
      `${method} ${path}`.replace('us-icts-kaspersky-2024', '{id}'),
    );
    expect(tested.toSorted()).toEqual(known.toSorted());
  });

  it('lets each role do what it may on each route, and nothing else', async () => {
    await startWithKeys();
    const seen: string[] = [];
    const wanted: string[] = [];
    for (const route of ROUTES) {
      const name = `${route.method} ${route.path}`;
      const { status: bare } = await ask(route);
      seen.push(`${name} nobody ${bare}`);
      wanted.push(`${name} nobody ${route.needs === 'anyone' ? 200 : 401}`);
      for (const role of ['read', 'decide', 'admin'] as const) {
        const { status } = await ask(route, `Bearer ${KEYS[role].text}`);
        seen.push(`${name} ${role} ${status}`);
        const may = route.needs !== 'decide' || role !== 'read';
        wanted.push(`${name} ${role} ${may ? 200 : 403}`);
      }
    }

    expect(seen).toEqual(wanted);
  });

  it.each([
    ['none', undefined],
    ['another scheme', 'Basic YTpi'],
    ['a key there is not', `Bearer ${KEYS.unknown.text}`],
    ['the id of one key with the secret of another', `Bearer ${mixed()}`],
    ['a key that has expired', `Bearer ${KEYS.expired.text}`],
    ['half a key', `Bearer ${KEYS.admin.text.slice(0, -1)}`],
    ['the digest of a key', `Bearer ${KEYS.admin.entry.sha256}`],
  ])('answers 401 to %s', async (_, authorization) => {
    await startWithKeys();

    const answer = await ask({ method: 'GET', path: '/rules', needs: 'read' }, authorization);

    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    expect((await problemOf(answer))['code']).toBe('key-missing');
  });

  it('tells nobody without a key which paths there are', async () => {
    await startWithKeys();

    expect((await fetch(`${server.url}/nothing`)).status).toBe(401);
    const authorization = `ApiKey ${KEYS.read.text}`;
    const known = await fetch(`${server.url}/nothing`, { headers: { authorization } });
    expect(known.status).toBe(404);
  });

  it('names the key in the journal, and never writes it to the log', async () => {
    await startWithKeys();

    await ask({ method: 'POST', path: '/decide', needs: 'decide' }, `Bearer ${KEYS.decide.text}`);

    const { id } = KEYS.decide.entry;
    expect(server.entries[0]?.by).toBe(`key ${id} (the decide)`);
    const log = server.log.join('');
    expect(log).toContain(id);
    expect(log).not.toContain(KEYS.decide.text.slice(-43));
  });

  it('asks for a key before it reads a body', async () => {
    await startWithKeys({ limits: limits({ bodies: 0 }) });

    const { status } = await ask({ method: 'POST', path: '/decide', needs: 'decide' });

    expect(status).toBe(401);
  });

  it('answers so many requests of one client in a minute, probes not counted', async () => {
    await startWithKeys({ limits: limits({ requestsPerMinute: 3 }) });
    const route: Route = { method: 'GET', path: '/rules', needs: 'read' };

    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await ask(route)).status);
    const late = await ask(route, `Bearer ${KEYS.read.text}`);

    expect(statuses).toEqual([401, 401, 401, 429]);
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await problemOf(late))['code']).toBe('too-many-requests');
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});

function mixed(): string {
  const [prefix, id] = KEYS.admin.text.split('_');
  return `${prefix}_${id}_${KEYS.read.text.slice(-43)}`;
}

function limits(more: Partial<Service['limits']>): Service['limits'] {
  return {
    headersMs: 10_000,
    requestMs: 10_000,
    lateCheckMs: 1_000,
    bodies: 16,
    requestsPerMinute: undefined,
    ...more,
  };
}

describe('a server without keys', () => {
  it.each([
    ['localhost', {}, 200],
    ['127.0.0.1:8210', {}, 200],
    ['[::1]:8210', {}, 200],
    ['rebound.example', {}, 403],
    ['localhost.example', {}, 403],
    ['127.0.0.1.example:80', {}, 403],
    ['localhost', { origin: 'https://evil.example' }, 403],
    ['localhost', { origin: 'null' }, 403],
    ['localhost', { origin: 'http://localhost' }, 200],
    ['localhost', { 'sec-fetch-site': 'cross-site' }, 403],
    ['localhost', { 'sec-fetch-site': 'same-origin' }, 200],
  ])('asked as %s with %j answers %i', async (host, headers, status) => {
    server = await start(edition);

    expect(await statusOf(server, '/vocabulary', { host, ...headers })).toBe(status);
  });

  it('allows no other site to read its answers', async () => {
    server = await start(edition);

    const answer = await fetch(`${server.url}/vocabulary`);
    const preflight = await fetch(`${server.url}/decide`, {
      method: 'OPTIONS',
      headers: { 'access-control-request-method': 'POST' },
    });

    for (const { headers } of [answer, preflight]) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    expect(preflight.status).toBe(405);
  });
});
