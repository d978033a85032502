import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSchema } from '@interdict/core';
import { APP_LIMITS } from '../limits.ts';
import { COMPONENTS } from './docs.ts';
import {
  COUNTY,
  editionForTests,
  EXAMPLES,
  linesOf,
  problemOf,
  RENEWAL,
  start,
  type Running,
} from './server.fixture.ts';

let server: Running;

beforeAll(async () => {
  server = await start(editionForTests());
});

afterAll(() => server.stop());

type Body = string | Uint8Array<ArrayBuffer>;

function ask(path: string, body: Body, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}${path}`, { method: 'POST', body, headers });
}

const ONE = JSON.stringify(RENEWAL);

describe('POST /decide', () => {
  it.each<readonly [string, Body]>([
    ['one transaction', ONE],
    ['an array', `[${ONE}]`],
    ['lines', `${ONE}\n`],
    ['a transaction with a byte order mark', `\uFEFF${ONE}`],
    ['gzip', new Uint8Array(gzipSync(ONE))],
  ])('answers %s', async (_, body) => {
    const answer = await ask('/decide', body);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
    const lines = await linesOf(answer);
    expect(lines).toHaveLength(1);
    expect(checkSchema(COMPONENTS.Decision, lines[0])).toEqual([]);
    expect(lines[0]).toMatchObject({ id: '1', asOf: '2024-08-01', verdict: 'barred' });
  });

  it('answers orders in CSV', async () => {
    const orders = readFileSync(`${EXAMPLES}county/orders/purchase-orders.csv`);

    const answer = await ask('/decide', new Uint8Array(orders));

    expect(answer.status).toBe(200);
    expect((await linesOf(answer)).length).toBeGreaterThan(40);
  });

  it('takes the profile of the server, or the one of the request', async () => {
    const { actor: _, ...nobody } = RENEWAL;
    const foreign = { ...COUNTY, country: 'DE', state: undefined, classes: [] };
    const query = `?profile=${encodeURIComponent(JSON.stringify(foreign))}`;

    const [own] = await linesOf(await ask('/decide', JSON.stringify(nobody)));
    const [other] = await linesOf(await ask(`/decide${query}`, JSON.stringify(nobody)));

    expect(own).toMatchObject({ verdict: 'barred' });
    expect(other?.['rows']).not.toEqual(own?.['rows']);
  });

  it('answers for the time of the request where nothing says another', async () => {
    const { at: _, ...undated } = RENEWAL;

    const [now] = await linesOf(await ask('/decide', JSON.stringify(undated)));
    const [then] = await linesOf(await ask('/decide?as_of=2024-07-19', JSON.stringify(undated)));

    expect(now).toMatchObject({ asOf: '2024-09-28T12:00:00Z' });
    expect(then).toMatchObject({ asOf: '2024-07-19' });
  });

  it('answers what can be read, and says in lines of their own what cannot', async () => {
    const bad = JSON.stringify({ ...RENEWAL, id: '2', activity: 'renewing' });

    const lines = await linesOf(await ask('/decide', `${ONE}\n${bad}\n${ONE}\n`));

    expect(lines).toHaveLength(3);
    expect(lines[2]?.['problem']).toMatchObject({ code: 'schema' });
  });

  it('is not a 200 when nothing could be read', async () => {
    const answer = await ask('/decide', JSON.stringify({ ...RENEWAL, activity: 'renewing' }));

    expect(answer.status).toBe(422);
    const problem = await problemOf(answer);
    expect(problem).toMatchObject({ code: 'input-unreadable' });
    expect(problem['problems']).toHaveLength(1);
  });

  it('sends many answers in parts, and lets others have a turn meanwhile', async () => {
    const count = 3_000;
    const body = Array.from({ length: count }, (_, index) =>
      JSON.stringify({ ...RENEWAL, id: String(index) }),
    ).join('\n');
    server.entries.length = 0;

    const state = { isDone: false };
    const whole = ask('/decide', body).then(async (answer) => {
      const text = await answer.text();
      state.isDone = true;
      return { answer, text };
    });
    let probes = 0;
    while (!state.isDone) {
      const { status } = await fetch(`${server.url}/healthz`);
      if (status === 200 && !state.isDone) probes += 1;
    }
    const { answer, text } = await whole;

    expect(answer.headers.get('transfer-encoding')).toBe('chunked');
    expect(text.split('\n')).toHaveLength(count + 1);
    expect(probes).toBeGreaterThan(0);
    const bodies = server.entries.map((one) => one.body);
    expect(bodies.length).toBeGreaterThan(1);
    expect(bodies.map((one) => one['part'])).toEqual(bodies.map((_, index) => index + 1));
    expect(bodies.reduce((sum, one) => sum + Number(one['decided']), 0)).toBe(count);
  });

  it('puts on record what was asked, by whom, and the digest of what was sent', async () => {
    server.entries.length = 0;

    const answer = await ask('/decide', ONE);

    const text = await answer.text();
    const sha256 = (of: string): string => createHash('sha256').update(of).digest('hex');
    expect(server.entries).toHaveLength(1);
    expect(server.entries[0]).toMatchObject({
      kind: 'answer',
      by: 'a clerk',
      body: {
        command: 'decide',
        decided: 1,
        part: 1,
        request: answer.headers.get('x-request-id'),
        input: sha256(ONE),
        output: sha256(text),
      },
    });
  });

  it.each([
    ['?as_off=2024-01-01', 'did you mean `as_of`?'],
    ['?as_of=yesterday', 'write it like `2024-09-28`'],
    ['?as_of=2024-02-30', 'is no date'],
    ['?as_of=2024-01-01&as_of=2024-01-02', 'write it once'],
    ['?known_at=', 'write it like'],
    ['?profile=%7B', 'profile:'],
    ['?profile=%7B%22schema%22%3A%22interdict.profile%2F1%22%7D', 'lacks `name`'],
    ['?__proto__=1', 'has no property'],
    ['?constructor=1', 'has no property'],
  ])('refuses %s, and says what to write', async (query, message) => {
    const answer = await ask(`/decide${query}`, ONE);

    expect(answer.status).toBe(400);
    expect((await problemOf(answer))['detail']).toContain(message);
  });
});

describe('POST /explain', () => {
  it('says why', async () => {
    const answer = await ask('/explain?rule=us-icts-kaspersky-2024', ONE);

    expect(answer.status).toBe(200);
    const [line] = await linesOf(answer);
    expect(line).toMatchObject({ schema: 'interdict.explanation/1', id: '1', verdict: 'barred' });
    expect(line?.['rules']).toHaveLength(1);
  });

  it('names the nearest rule when there is none of the id', async () => {
    const answer = await ask('/explain?rule=us-icts-kaspersky-2042', ONE);

    expect(answer.status).toBe(404);
    expect(await problemOf(answer)).toMatchObject({
      code: 'rule-unknown',
      detail: expect.stringContaining('us-icts-kaspersky-2024') as unknown,
    });
  });
});

const DEEP = 200_000;

describe.each(['/decide', '/explain'])('a hostile body at %s', (path) => {
  it.each<readonly [string, Body]>([
    ['nothing', ''],
    ['white space', ' \n '],
    ['half an object', ONE.slice(0, 40)],
    ['an empty list', '[]'],
    ['prose', 'Dear Sir or Madam'],
    ['NUL bytes', `{"activity":"use\u0000","item":{}}\u0000`],
    ['bad UTF-8', new Uint8Array([...Buffer.from('{"activity":"use","id":"'), 0xff, 0xfe, 0x22])],
    ['deep arrays', '['.repeat(DEEP)],
    ['deep objects', '{"item":'.repeat(DEEP)],
    ['a deep value', `{"id":"1","activity":"use","facts":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`],
    ['prototype keys', `{"id":"1","activity":"use","__proto__":{"polluted":true},"item":{}}`],
    ['a prototype key in facts', `{"id":"1","activity":"use","facts":{"__proto__":{"x":1}}}`],
    ['a bill of materials', '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[]}'],
  ])('%s is refused with a reason', async (_, body) => {
    const answer = await ask(path, body);

    expect(answer.status).toBe(422);
    expect((await problemOf(answer))['code']).toBe('input-unreadable');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('a form is refused, since only files are sent in forms', async () => {
    const form = new FormData();
    form.append('file', new Blob([ONE]), 'a.json');

    const answer = await fetch(`${server.url}${path}`, { method: 'POST', body: form });

    expect(answer.status).toBe(415);
    expect((await problemOf(answer))['code']).toBe('media-type-unsupported');
  });

  it.each(['br', 'zstd', 'gzip, br', 'deflate'])('encoded as %s is refused', async (encoding) => {
    const answer = await ask(path, ONE, { 'content-encoding': encoding });

    expect(answer.status).toBe(415);
  });

  it('any Content-Type is taken, since the content says what it is', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'image/png', 'text/plain']) {
      expect((await ask(path, ONE, { 'content-type': type })).status).toBe(200);
    }
  });

  it('with the digest of another body is refused, and with its own is answered', async () => {
    const digest = createHash('sha256').update(ONE).digest('base64');
    const send = (text: string): Promise<Response> =>
      ask(path, text, { 'content-digest': `sha-256=:${digest}:` });

    expect((await send(ONE)).status).toBe(200);
    const answer = await send(`${ONE} `);
    expect(answer.status).toBe(400);
    expect((await problemOf(answer))['code']).toBe('digest-mismatch');
    const damaged = await ask(path, ONE, { 'content-digest': 'md5=:AAAA:' });
    expect(damaged.status).toBe(400);
  });

  it('beyond the limit is refused, whether its length is told or not', async () => {
    const bytes = new Uint8Array(APP_LIMITS.httpTransactionsBytesMax + 1).fill(32);

    const told = await ask(path, bytes).catch(() => undefined);
    const untold = await fetch(`${server.url}${path}`, {
      method: 'POST',
      body: new Blob([bytes]).stream(),
      duplex: 'half',
    }).catch(() => undefined);

    // The server answers and closes before all was sent; the client may see only the latter.
    for (const answer of [told, untold]) {
      if (answer !== undefined) expect(answer.status).toBe(413);
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});
