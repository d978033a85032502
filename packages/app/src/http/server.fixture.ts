import { connect, type AddressInfo } from 'node:net';
import { request as httpRequest } from 'node:http';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { checkSchema, type InstantText, type JournalEntry, type Profile } from '@interdict/core';
import { loadEdition, type Edition } from '../edition/index.ts';
import { buildApp } from './build-app.ts';
import { COMPONENTS } from './docs.ts';
import type { App, Service } from './service.ts';

const DATA = fileURLToPath(new URL('../../dist/data', import.meta.url));
export const EXAMPLES: string = fileURLToPath(new URL('../../../../examples/', import.meta.url));

const NOW = '2024-09-28T12:00:00Z' as InstantText;

export const COUNTY: Profile = {
  schema: 'interdict.profile/1',
  name: 'a county',
  country: 'US',
  state: 'OH',
  classes: ['local-government'],
};

export const RENEWAL = {
  id: '1',
  activity: 'renew',
  at: '2024-08-01',
  actor: { country: 'US', classes: ['local-government'] },
  counterparty: { name: 'Kaspersky Lab, Inc.', country: 'US' },
  item: { product: 'Kaspersky Endpoint Security' },
};

/** A server that listens, with what it put on record and logged. */
export interface Running {
  readonly url: string;
  readonly port: number;
  readonly app: App;
  readonly entries: JournalEntry[];
  readonly log: string[];
  readonly stop: () => Promise<void>;
}

export function editionForTests(): Edition {
  return loadEdition(DATA);
}

/** Starts a server on a free port of this machine. */
export async function start(edition: Edition, more: Partial<Service> = {}): Promise<Running> {
  const entries: JournalEntry[] = [];
  const log: string[] = [];
  const app = await buildApp({
    edition,
    profile: COUNTY,
    access: { kind: 'this-machine' },
    limits: {
      headersMs: 10_000,
      requestMs: 60_000,
      lateCheckMs: 2_000,
      bodies: 16,
      requestsPerMinute: undefined,
    },
    put: async (entry) => void entries.push(entry),
    trouble: () => undefined,
    now: () => NOW,
    monotonicMs: () => performance.now(),
    newId: randomUUID,
    version: '0.0.0',
    user: 'a clerk',
    log: { write: (line) => log.push(line) },
    ...more,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return { url, port, app, entries, log, stop: () => app.close() };
}

/** What came back of a problem, with everything that has to be so of every problem checked. */
export async function problemOf(answer: Response): Promise<Readonly<Record<string, unknown>>> {
  const body = (await answer.json()) as Readonly<Record<string, unknown>>;
  const wrong = [
    ...checkSchema(COMPONENTS.Problem, body).map(({ message }) => message),
    ...(answer.headers.get('content-type')?.startsWith('application/problem+json') === true
      ? []
      : ['the Content-Type is not that of a problem']),
    ...(body['status'] === answer.status ? [] : ['the status differs']),
    ...(body['requestId'] === answer.headers.get('x-request-id') ? [] : ['the id differs']),
  ];
  if (wrong.length > 0) throw new Error(wrong.join('; '));
  return body;
}

/** Lines of JSON of an answer. */
export async function linesOf(answer: Response): Promise<readonly Record<string, unknown>[]> {
  const text = await answer.text();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Sends bytes as they are, and gives all that came back until the server closed. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString('utf8')));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

/** The status of a request whose headers `fetch` would not send as they are. */
export function statusOf(
  { port }: Running,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port, host: '127.0.0.1', path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end();
  });
}
