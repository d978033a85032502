import { connect } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../edition/index.ts';
import { APP_LIMITS } from '../limits.ts';
import { InterdictError } from '../problems.ts';
import { editionForTests, problemOf, RENEWAL, sendRaw, start } from './server.fixture.ts';
import type { Running } from './server.fixture.ts';

let edition: Edition;
let server: Running;

beforeAll(() => {
  edition = editionForTests();
});

afterEach(() => server.stop());

const LIMITS = {
  headersMs: 10_000,
  requestMs: 60_000,
  lateCheckMs: 1_000,
  bodies: 16,
  requestsPerMinute: undefined,
};

const HASTY = { ...LIMITS, requestMs: 300, headersMs: 200, lateCheckMs: 50 };

const LONG = 'x'.repeat(APP_LIMITS.httpHeaderBytesMax);

const ONE = JSON.stringify(RENEWAL);

describe('every answer', () => {
  it.each(['/healthz', '/rules', '/docs', '/nothing', '/rules?x=1', '/rules/%ff'])(
    'to %s has headers that keep others out, and an id that is in the log',
    async (path) => {
      server = await start(edition);

      const { headers } = await fetch(`${server.url}${path}`);

      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('is logged without path, query, headers or body', async () => {
    server = await start(edition);

    const answer = await fetch(`${server.url}/decide?as_of=2024-08-02&known_at=2026-11-24`, {
      method: 'POST',
      body: ONE,
      headers: { authorization: 'Bearer secret', cookie: 'a=secret' },
    });
    await answer.text();
    await server.app.close();

    const log = server.log.join('');
    expect(log).toContain(answer.headers.get('x-request-id'));
    expect(log).toContain('"route":"/decide"');
    expect(log).not.toMatch(/secret|Kaspersky|as_of|2024-08-02/);
  });

  it('is counted by route, status and method', async () => {
    server = await start(edition);
    await fetch(`${server.url}/rules/us-icts-kaspersky-2024`);
    await fetch(`${server.url}/rules/none-such`);

    const text = await (await fetch(`${server.url}/metrics`)).text();

    const count = (status: number): string =>
      `interdict_http_requests_total{method="GET",route="/rules/:id",status="${status}"} 1`;
    expect(text).toContain(count(200));
    expect(text).toContain(count(404));
    expect(text).toContain(edition.compiled.rulebook.digest);
    expect(text).not.toContain('none-such');
  });
});

describe('paths and methods', () => {
  it.each([
    ['DELETE', '/decide', 405, 'POST'],
    ['GET', '/check', 405, 'POST'],
    ['PUT', '/rules/us-icts-kaspersky-2024', 405, 'GET'],
    ['POST', '/healthz', 405, 'GET'],
    ['GET', '/nothing', 404, null],
    ['GET', '/decide/', 404, null],
    ['GET', '//', 404, null],
  ])('%s %s is %i', async (method, path, status, allow) => {
    server = await start(edition);

    const answer = await fetch(`${server.url}${path}`, { method });

    expect(answer.status).toBe(status);
    const allowed = answer.headers.get('allow');
    if (allow === null) expect(allowed).toBeNull();
    else expect(allowed).toContain(allow);
    await problemOf(answer);
  });

  it('HEAD has the headers of GET and no body', async () => {
    server = await start(edition);

    const answer = await fetch(`${server.url}/rules`, { method: 'HEAD' });

    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
  });
});

describe('a client that is no good', () => {
  it('is cut off when its body does not come', async () => {
    server = await start(edition, { limits: HASTY });

    const answer = await sendRaw(
      server.port,
      'POST /decide HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{',
    );

    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('application/problem+json');
  });

  it('is cut off when its headers do not come', async () => {
    server = await start(edition, { limits: HASTY });

    const answer = await sendRaw(server.port, 'GET /rules HTTP/1.1\r\nHost: loc');

    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['a bad header', 'GET / HTTP/1.1\r\nHost: a\r\nb c: d\r\n\r\n', 400],
    [
      'two lengths',
      'POST /decide HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n' +
        'Content-Length: 2\r\n\r\nab',
      400,
    ],
    [
      'a length and chunks, as smugglers send',
      'POST /decide HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n' +
        'Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['headers without end', `GET / HTTP/1.1\r\nHost: localhost\r\nA: ${LONG}\r\n\r\n`, 431],
  ])('that sends %s gets a problem and is cut off', async (_, text, status) => {
    server = await start(edition);

    const answer = await sendRaw(server.port, text);

    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain('urn:interdict:problem:request-invalid');
  });

  it('that goes away leaves room for the next one', async () => {
    server = await start(edition, { limits: { ...LIMITS, bodies: 1 } });
    const socket = connect(server.port, '127.0.0.1');
    const head = 'POST /decide HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{';
    const statusNow = async (): Promise<number> =>
      (await fetch(`${server.url}/decide`, { method: 'POST', body: ONE })).status;

    socket.write(head);
    await expect.poll(statusNow).toBe(503);
    socket.destroy();

    await expect.poll(statusNow).toBe(200);
  });
});

describe('a server whose journal fails', () => {
  it('gives no answer that is not on record', async () => {
    server = await start(edition, {
      put: () => Promise.reject(new InterdictError('journal-failed', 'no space left on /secret')),
      trouble: () => 'the journal could not be written',
    });

    for (const path of ['/decide', '/explain', '/check']) {
      const answer = await fetch(`${server.url}${path}`, { method: 'POST', body: ONE });
      expect(answer.status).toBe(503);
      const problem = await problemOf(answer);
      expect(problem['code']).toBe('journal-failed');
      expect(JSON.stringify(problem)).not.toContain('/secret');
    }
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it('cuts the connection when it fails in the middle of an answer', async () => {
    let parts = 0;
    server = await start(edition, {
      put: async () => {
        parts += 1;
        if (parts > 1) throw new InterdictError('journal-failed', 'the disk is full');
      },
    });
    const body = Array.from({ length: 2_000 }, () => ONE).join('\n');

    const answer = await fetch(`${server.url}/decide`, { method: 'POST', body });

    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
  });
});

describe('a defect', () => {
  it('is a 500 that tells nothing, and is in the log with its trace', async () => {
    server = await start(edition, {
      put: () => Promise.reject(new Error('a secret of the program')),
    });

    const answer = await fetch(`${server.url}/decide`, { method: 'POST', body: ONE });

    expect(answer.status).toBe(500);
    const problem = await problemOf(answer);
    expect(problem['code']).toBe('defect');
    expect(JSON.stringify(problem)).not.toContain('secret');
    expect(server.log.join('')).toContain('a secret of the program');
  });
});
