import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { messageOf } from '../../files/index.ts';
import { APP_LIMITS } from '../../limits.ts';
import { ask, HttpFailure, type Http, type HttpResponse } from './http.ts';

/** What is known of the bytes of an address, to ask whether they changed. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface DownloadOptions {
  readonly http: Http;
  readonly bytesMax: number;
  readonly userAgent: string;
  /** Validators of the version in use; the publisher answers that nothing changed. */
  readonly known?: Validators;
  /** Waits so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  readonly onBytes?: (bytes: number, total: number | undefined) => void;
}

export type Download =
  | { readonly kind: 'fetched'; readonly bytes: number; readonly validators: Validators }
  | { readonly kind: 'not-modified' };

/** Pause before the second attempt; each further one is twice as long. */
const WAIT_MS = 1000;

/**
 * Fetches an address into a file.
 * @throws HttpFailure when the last attempt failed, with the reason and the number of attempts.
 */
export async function downloadFile(
  url: string,
  path: string,
  options: DownloadOptions,
): Promise<Download> {
  const file = openSync(path, 'w');
  const partial = new PartialFile(file, options);
  try {
    return await persist(options.wait, () => attempt(url, partial, options));
  } finally {
    closeSync(file);
  }
}

/** Fetches a small text. @throws HttpFailure */
export async function getText(
  url: string,
  { http, userAgent, wait }: Pick<DownloadOptions, 'http' | 'userAgent' | 'wait'>,
): Promise<string> {
  return persist(wait, async () => {
    const response = await ask(http, url, { 'user-agent': userAgent });
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of bodyOf(response)) {
      size += chunk.length;
      if (size > APP_LIMITS.indexBytesMax) throw tooLarge(APP_LIMITS.indexBytesMax);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  });
}

/** Tries again what may pass, with growing pauses. */
async function persist<T>(wait: (ms: number) => Promise<void>, act: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      if (!error.mayPass) throw error;
      if (attempts >= APP_LIMITS.attemptsMax) {
        const message = `${error.message} (after ${attempts} attempts)`;
        throw new HttpFailure(message, { mayPass: true, cause: error });
      }
      const pause = WAIT_MS * 2 ** (attempts - 1);
      await wait(Math.min(error.waitMs ?? pause, APP_LIMITS.retryWaitMsMax));
    }
  }
}

async function attempt(
  url: string,
  partial: PartialFile,
  options: DownloadOptions,
): Promise<Download> {
  const response = await ask(options.http, url, headersOf(partial, options));
  if (response.status === 304) {
    await response.discard();
    return { kind: 'not-modified' };
  }
  try {
    partial.begin(response);
  } catch (error) {
    response.abort();
    throw error;
  }
  for await (const chunk of bodyOf(response)) partial.write(chunk);
  partial.end();
  return { kind: 'fetched', bytes: partial.size, validators: partial.validators };
}

function headersOf(
  partial: PartialFile,
  { userAgent, known }: DownloadOptions,
): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': userAgent,
    accept: '*/*',
    // Packed bytes are kept as they come: a range counts the bytes that are sent.
    'accept-encoding': 'gzip, identity',
  };
  const resume = partial.resumeHeaders();
  if (resume !== undefined) return { ...headers, ...resume };
  if (known?.etag !== undefined) headers['if-none-match'] = known.etag;
  if (known?.lastModified !== undefined) headers['if-modified-since'] = known.lastModified;
  return headers;
}

/** The body, with a cut connection as a failure that may pass. */
async function* bodyOf(response: HttpResponse): AsyncGenerator<Uint8Array> {
  try {
    yield* response.body;
  } catch (cause) {
    throw new HttpFailure(`the connection was cut: ${messageOf(cause)}`, { mayPass: true, cause });
  }
}

function tooLarge(bytesMax: number): HttpFailure {
  return new HttpFailure(`the file is larger than ${bytesMax} bytes`, { mayPass: false });
}

/** A file that comes in one or several pieces. */
class PartialFile {
  size = 0;
  validators: Validators = {};
  readonly #file: number;
  readonly #options: DownloadOptions;
  #total: number | undefined;

  constructor(file: number, options: DownloadOptions) {
    this.#file = file;
    this.#options = options;
  }

  /** RFC 9110 13.1.5: a range is asked for only of the very bytes that were begun. */
  resumeHeaders(): Record<string, string> | undefined {
    const { etag, lastModified } = this.validators;
    const isStrong = etag !== undefined && !etag.startsWith('W/');
    const validator = isStrong ? etag : lastModified;
    if (this.size === 0 || validator === undefined) return undefined;
    return { range: `bytes=${this.size}-`, 'if-range': validator };
  }

  begin(response: HttpResponse): void {
    const range = response.header('content-range');
    const start = Number(/^bytes (\d+)-/.exec(range ?? '')?.[1] ?? Number.NaN);
    const isResumed = response.status === 206 && start === this.size;
    if (response.status === 206 && !isResumed) {
      // The next attempt asks for everything.
      this.#restart();
      this.validators = {};
      throw new HttpFailure(`asked for the rest and was sent \`${range ?? ''}\``, {
        mayPass: true,
      });
    }
    if (!isResumed) this.#restart();
    const length = Number(response.header('content-length') ?? Number.NaN);
    this.#total = Number.isInteger(length) ? this.size + length : undefined;
    if ((this.#total ?? 0) > this.#options.bytesMax) throw tooLarge(this.#options.bytesMax);
    this.validators = validatorsOf(response);
  }

  write(chunk: Uint8Array): void {
    if (this.size + chunk.length > this.#options.bytesMax) throw tooLarge(this.#options.bytesMax);
    let written = 0;
    while (written < chunk.length) {
      written += writeSync(this.#file, chunk, written, chunk.length - written, this.size + written);
    }
    this.size += chunk.length;
    this.#options.onBytes?.(this.size, this.#total);
  }

  end(): void {
    if (this.#total === undefined || this.size === this.#total) return;
    const message = `${this.size} of ${this.#total} bytes came`;
    throw new HttpFailure(message, { mayPass: true });
  }

  #restart(): void {
    ftruncateSync(this.#file, 0);
    this.size = 0;
  }
}

function validatorsOf(response: HttpResponse): Validators {
  const etag = response.header('etag');
  const lastModified = response.header('last-modified');
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
}
