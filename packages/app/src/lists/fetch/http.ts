import type { Dispatcher } from 'undici';
import type { Proxies } from '../../config.ts';
import { APP_LIMITS } from '../../limits.ts';
import { messageOf } from '../../files/index.ts';

/** A way into the network, with the proxies of the environment. */
export interface Http {
  request(url: URL, headers: Readonly<Record<string, string>>): Promise<HttpResponse>;
  close(): Promise<void>;
}

export interface HttpResponse {
  readonly status: number;
  header(name: string): string | undefined;
  /** The bytes as they are sent; throws when the connection is cut. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Reads a small body that is not wanted, so that the connection can be used again. */
  discard(): Promise<void>;
  /** Cuts the connection in the middle of a body that is not wanted. */
  abort(): void;
}

/** Times after which a publisher that says nothing is given up. */
export interface HttpTimeouts {
  readonly connectMs: number;
  /** The EU takes more than a minute to begin. */
  readonly headersMs: number;
  /** Longest silence inside a file. */
  readonly bodyMs: number;
}

const HTTP_TIMEOUTS: HttpTimeouts = {
  connectMs: 20_000,
  headersMs: 180_000,
  bodyMs: 60_000,
};

/** Opens the network. Loaded only when a list is fetched, so that other commands start fast. */
export async function openHttp(
  proxies: Proxies,
  timeouts: HttpTimeouts = HTTP_TIMEOUTS,
): Promise<Http> {
  const { default: undici } = await import('undici');
  const agent = new undici.EnvHttpProxyAgent({
    ...proxies,
    connect: { timeout: timeouts.connectMs },
    headersTimeout: timeouts.headersMs,
    bodyTimeout: timeouts.bodyMs,
  });
  return {
    async request(url, headers) {
      const answer = await agent.request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: 'GET',
        headers,
      });
      return responseOf(answer);
    },
    // What is still under way is not waited for: a publisher may never end.
    close: () => agent.destroy(),
  };
}

function responseOf({ statusCode, headers, body }: Dispatcher.ResponseData): HttpResponse {
  return {
    status: statusCode,
    header(name) {
      const value = headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    body,
    discard: () => body.dump({ limit: APP_LIMITS.chunkBytes }),
    // A body that is cut off says so as an error; it was cut off on purpose.
    abort: () => void body.on('error', () => undefined).destroy(),
  };
}

/** A failure of the network or of a publisher. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  /** Whether it may pass when it is tried again. */
  readonly mayPass: boolean;
  /** Pause the publisher asks for. */
  readonly waitMs: number | undefined;

  constructor(
    message: string,
    options: { readonly mayPass: boolean; readonly waitMs?: number; readonly cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.mayPass = options.mayPass;
    this.waitMs = options.waitMs;
  }
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Asks for an address and follows redirects, each time from the start: the address a publisher
 * redirects to is often good for an hour only.
 * @throws HttpFailure for what is neither 200, 206 nor 304.
 */
export async function ask(
  http: Http,
  address: string,
  headers: Readonly<Record<string, string>>,
): Promise<HttpResponse> {
  let url = parseUrl(address, undefined);
  for (let hop = 0; hop <= APP_LIMITS.redirectsMax; hop += 1) {
    const response = await requestOnce(http, url, headers);
    const { status } = response;
    if (status === 200 || status === 206 || status === 304) return response;
    const target = response.header('location');
    const wait = retryAfter(response.header('retry-after'));
    await response.discard();
    if (!REDIRECTS.has(status)) throw statusFailure(status, wait);
    if (target === undefined) throw new HttpFailure('a redirect leads nowhere', { mayPass: false });
    url = parseUrl(target, url);
  }
  const message = `more than ${APP_LIMITS.redirectsMax} redirects`;
  throw new HttpFailure(message, { mayPass: false });
}

async function requestOnce(
  http: Http,
  url: URL,
  headers: Readonly<Record<string, string>>,
): Promise<HttpResponse> {
  try {
    return await http.request(url, headers);
  } catch (cause) {
    throw new HttpFailure(`no answer: ${messageOf(cause)}`, { mayPass: true, cause });
  }
}

function parseUrl(text: string, from: URL | undefined): URL {
  if (!URL.canParse(text, from?.href)) {
    throw new HttpFailure(`\`${text}\` is no address`, { mayPass: false });
  }
  const url = new URL(text, from);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  const isWorse = from?.protocol === 'https:' && url.protocol !== 'https:';
  if (isWeb && !isWorse) return url;
  const message = `a redirect to ${url.protocol} is not followed`;
  throw new HttpFailure(message, { mayPass: false });
}

function statusFailure(status: number, waitMs: number | undefined): HttpFailure {
  const mayPass = status >= 500 || status === 429 || status === 408;
  const wait = waitMs === undefined ? {} : { waitMs };
  return new HttpFailure(`the publisher answers ${status}`, { mayPass, ...wait });
}

/** RFC 9110 10.2.3: seconds, or a date; a date is not waited for. */
function retryAfter(value: string | undefined): number | undefined {
  const seconds = Number(value);
  if (value === undefined || !Number.isInteger(seconds) || seconds < 0) return undefined;
  return Math.min(seconds * 1000, APP_LIMITS.retryWaitMsMax);
}
