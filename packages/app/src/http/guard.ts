import type { FastifyRequest } from 'fastify';
import { findKey, mayDo, type KeyEntry, type Permission } from '../access/index.ts';
import { InterdictError } from '../problems.ts';
import type { App, Service } from './service.ts';

/** What a route asks of whoever calls it; `anyone` is for probes, which carry no key. */
type Needs = Permission | 'anyone';

declare module 'fastify' {
  interface FastifyRequest {
    /** The key the request came with, where keys are asked for. */
    key: KeyEntry | undefined;
  }
  interface FastifyContextConfig {
    needs?: Needs;
  }
}

const LOCAL_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The name in a Host header, without its port. */
function hostName(header: string | undefined): string {
  return (header ?? '').toLowerCase().replace(/:\d+$/u, '');
}

/**
 * A page of another site can have a browser send requests to this machine, also under a name that
 * leads here since a moment (DNS rebinding). Such requests name another host or their origin.
 */
function refuseOtherSites({ headers }: FastifyRequest): void {
  const { host, origin } = headers;
  if (!LOCAL_NAMES.has(hostName(host))) {
    const message =
      `without keys the server answers only as localhost, not as \`${host ?? ''}\`: ` +
      'start it with --keys to be asked under another name';
    throw new InterdictError('access-denied', message);
  }
  const isForeign = origin !== undefined && origin !== `http://${host ?? ''}`;
  if (isForeign || headers['sec-fetch-site'] === 'cross-site') {
    throw new InterdictError('access-denied', 'requests from pages of other sites are refused');
  }
}

/** `Authorization: Bearer KEY`, or `ApiKey KEY` as clients of OpenSanctions send it. */
function presentedKey({ headers }: FastifyRequest): string {
  const text = /^(?:bearer|apikey) +(\S+) *$/iu.exec(headers.authorization ?? '')?.[1];
  if (text !== undefined) return text;
  throw new InterdictError('key-missing', 'send `Authorization: Bearer` and the key');
}

function keyOf(request: FastifyRequest, entries: readonly KeyEntry[], service: Service): KeyEntry {
  const found = findKey(entries, presentedKey(request), service.now());
  switch (found.kind) {
    case 'known':
      return found.entry;
    case 'expired':
      throw new InterdictError('key-missing', 'the key has expired: ask for a new one');
    case 'unknown':
      throw new InterdictError('key-missing', 'the key is not known here');
  }
}

/** Lets in who may ask. A route that does not say what it needs is closed to everybody. */
export function addGuard(app: App, service: Service): void {
  app.decorateRequest('key', undefined);
  app.addHook('onRequest', async (request) => {
    const { needs } = request.routeOptions.config;
    if (needs === 'anyone') return;
    const { access } = service;
    if (access.kind === 'this-machine') {
      refuseOtherSites(request);
      return;
    }
    const key = keyOf(request, access.entries, service);
    request.key = key;
    // At a path that is none there is nothing to be allowed; the answer is that there is nothing.
    if (request.is404 || (needs !== undefined && mayDo(key.role, needs))) return;
    const message = `a key with the role \`${key.role}\` may not do this`;
    throw new InterdictError('access-denied', message);
  });
}

/** Who is named in the journal. */
export function askerOf(request: FastifyRequest, service: Service): string {
  return request.key === undefined ? service.user : `key ${request.key.id} (${request.key.name})`;
}
