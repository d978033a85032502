import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadFile, getText, type Download, type DownloadOptions } from './download.ts';
import type { Proxies } from '../../config.ts';
import { openHttp, type Http, type HttpTimeouts } from './http.ts';
import {
  cut,
  openProxy,
  openPublisher,
  ranged,
  send,
  status,
  type Answer,
  type Publisher,
} from './publisher.fixture.ts';

const TEXT = 'a list of names\n'.repeat(1000);
const TIMEOUTS: HttpTimeouts = { connectMs: 2000, headersMs: 300, bodyMs: 300 };

let folder = '';
let open: (() => Promise<void>)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'interdict-'));
});

afterEach(async () => {
  for (const close of open.toReversed()) await close();
  open = [];
  rmSync(folder, { recursive: true, force: true });
});

async function publish(...script: readonly Answer[]): Promise<Publisher> {
  const publisher = await openPublisher(script);
  open.push(() => publisher.close());
  return publisher;
}

async function network(proxies: Proxies = {}): Promise<Http> {
  const http = await openHttp(proxies, TIMEOUTS);
  open.push(() => http.close());
  return http;
}

interface Fetched {
  readonly download: Download;
  readonly text: string;
  readonly waits: readonly number[];
}

async function fetchFrom(
  url: string,
  options: Partial<DownloadOptions> & { readonly http: Http },
): Promise<Fetched> {
  const path = join(folder, 'file');
  const waits: number[] = [];
  const wait = async (ms: number): Promise<void> => void waits.push(ms);
  const settings = { bytesMax: 1_000_000, userAgent: 'test', wait };
  const download = await downloadFile(url, path, { ...settings, ...options });
  return { download, text: readFileSync(path, 'utf8'), waits };
}

describe('downloadFile', () => {
  it('takes what the publisher sends, with its validators', async () => {
    const publisher = await publish(send(TEXT, { etag: '"1"', 'last-modified': 'yesterday' }));

    const { download, text } = await fetchFrom(publisher.url, { http: await network() });

    expect(text).toBe(TEXT);
    expect(download).toEqual({
      kind: 'fetched',
      bytes: TEXT.length,
      validators: { etag: '"1"', lastModified: 'yesterday' },
    });
  });

  it('waits longer each time while a publisher has a burst of errors', async () => {
    const publisher = await publish(status(500), status(503), status(500), send(TEXT));

    const { text, waits } = await fetchFrom(publisher.url, { http: await network() });

    expect(text).toBe(TEXT);
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('waits as long as the publisher asks, and no longer than a minute', async () => {
    const publisher = await publish(
      status(429, { 'retry-after': '7' }),
      status(503, { 'retry-after': '86400' }),
      send(TEXT),
    );

    const { waits } = await fetchFrom(publisher.url, { http: await network() });

    expect(waits).toEqual([7000, 60_000]);
  });

  it('gives up after five attempts and says so', async () => {
    const publisher = await publish(status(500));

    const fetching = fetchFrom(publisher.url, { http: await network() });

    await expect(fetching).rejects.toThrow('the publisher answers 500 (after 5 attempts)');
    expect(publisher.requests).toHaveLength(5);
  });

  it('does not try again what will not pass', async () => {
    const publisher = await publish(status(404), send(TEXT));

    const fetching = fetchFrom(publisher.url, { http: await network() });

    await expect(fetching).rejects.toThrow('the publisher answers 404');
    expect(publisher.requests).toHaveLength(1);
  });

  it('goes on where the connection was cut', async () => {
    const publisher = await publish(cut(TEXT, 5000, { etag: '"1"' }), ranged(TEXT, '"1"'));

    const { text } = await fetchFrom(publisher.url, { http: await network() });

    expect(text).toBe(TEXT);
    expect(publisher.requests[1]?.headers.range).toBe('bytes=5000-');
    expect(publisher.requests[1]?.headers['if-range']).toBe('"1"');
  });

  it('begins again when the file changed in the meantime', async () => {
    const changed = TEXT.replaceAll('names', 'games');
    const publisher = await publish(cut(TEXT, 5000, { etag: '"1"' }), ranged(changed, '"2"'));

    const { text } = await fetchFrom(publisher.url, { http: await network() });

    expect(text).toBe(changed);
  });

  it('begins again where nothing tells one file from another', async () => {
    const publisher = await publish(cut(TEXT, 5000), send(TEXT));

    const { text } = await fetchFrom(publisher.url, { http: await network() });

    expect(text).toBe(TEXT);
    expect(publisher.requests[1]?.headers.range).toBeUndefined();
  });

  it('does not take a range it did not ask for', async () => {
    const wrong: Answer = (_request, response) => {
      response.writeHead(206, { etag: '"1"', 'content-range': 'bytes 9-20/21' });
      response.end('wrong bytes!');
    };
    const publisher = await publish(cut(TEXT, 5000, { etag: '"1"' }), wrong, send(TEXT));

    const { text } = await fetchFrom(publisher.url, { http: await network() });

    expect(text).toBe(TEXT);
  });

  it('takes fewer bytes than were promised for a cut', async () => {
    const publisher = await publish(
      send(TEXT, { 'content-length': String(TEXT.length + 100), connection: 'close' }),
    );

    await expect(fetchFrom(publisher.url, { http: await network() })).rejects.toThrow(
      /the connection was cut: .* \(after 5 attempts\)/,
    );
  });

  it('gives up on a publisher that falls silent', async () => {
    const never: Answer = () => undefined;
    const stalls: Answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('begun');
    };
    const publisher = await publish(never, stalls, send(TEXT));

    const { text, waits } = await fetchFrom(publisher.url, { http: await network() });

    expect(text).toBe(TEXT);
    expect(waits).toHaveLength(2);
  });

  it('asks only whether the version in use has changed', async () => {
    const publisher = await publish(status(304));
    const known = { etag: '"1"', lastModified: 'yesterday' };

    const { download } = await fetchFrom(publisher.url, { http: await network(), known });

    expect(download).toEqual({ kind: 'not-modified' });
    expect(publisher.requests[0]?.headers['if-none-match']).toBe('"1"');
    expect(publisher.requests[0]?.headers['if-modified-since']).toBe('yesterday');
  });

  it('follows a redirect anew in each attempt, since its target expires', async () => {
    const publisher = await publish(
      status(302, { location: '/good-for-an-hour' }),
      status(500),
      status(302, { location: '/another' }),
      send(TEXT),
    );

    const { text } = await fetchFrom(`${publisher.url}/list`, { http: await network() });

    const asked = publisher.requests.map(({ url }) => url);
    expect(text).toBe(TEXT);
    expect(asked).toEqual(['/list', '/good-for-an-hour', '/list', '/another']);
  });

  it.each([
    ['a circle', { location: '/again' }, 'more than 5 redirects'],
    ['nowhere', {}, 'a redirect leads nowhere'],
    ['a file of the machine', { location: 'file:///etc/passwd' }, 'file: is not followed'],
  ])('does not follow a redirect to %s', async (_name, headers: Record<string, string>, reason) => {
    const publisher = await publish(status(302, headers));

    await expect(fetchFrom(publisher.url, { http: await network() })).rejects.toThrow(reason);
  });

  it.each([
    ['announced', send(TEXT)],
    [
      'not announced',
      ((_request, response) => {
        response.writeHead(200);
        response.end(TEXT);
      }) satisfies Answer,
    ],
  ])('refuses more bytes than it may take, %s', async (_name, answer) => {
    const publisher = await publish(answer);

    const fetching = fetchFrom(publisher.url, { http: await network(), bytesMax: 100 });

    await expect(fetching).rejects.toThrow('the file is larger than 100 bytes');
    expect(publisher.requests).toHaveLength(1);
  });

  it('keeps packed bytes as they come', async () => {
    const packed = gzipSync(TEXT);
    const publisher = await publish((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(packed);
    });

    await fetchFrom(publisher.url, { http: await network() });

    expect(readFileSync(join(folder, 'file'))).toEqual(packed);
  });

  it('goes through the proxy of the environment', async () => {
    const publisher = await publish(send(TEXT));
    const proxy = await openProxy();
    open.push(() => proxy.close());

    const http = await network({ httpProxy: proxy.url, noProxy: '' });
    const { text } = await fetchFrom(publisher.url, { http });

    expect(text).toBe(TEXT);
    expect(proxy.tunnels).toHaveLength(1);
  });
});

describe('getText', () => {
  it('reads a small text and tries again', async () => {
    const publisher = await publish(status(502), send('{"a":1}'));
    const wait = async (): Promise<void> => undefined;

    const text = await getText(publisher.url, { http: await network(), userAgent: 'test', wait });

    expect(text).toBe('{"a":1}');
  });
});
