import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { InterdictError } from '../problems.ts';
import type { App, Service } from './service.ts';

const NOTHING = Buffer.alloc(0);

/** Whether a body is several files, or fields of a form. */
export function isMultipart({ headers }: FastifyRequest): boolean {
  return /^multipart\//iu.test(headers['content-type'] ?? '');
}

/**
 * The body of a request as it came. What it is is told by its content, as everywhere, and not by
 * its Content-Type; only a form is another thing than what is in it.
 */
export function bodyOf(request: FastifyRequest): Buffer {
  if (isMultipart(request)) {
    const message = 'this path takes no forms: send what was in the form as the body itself';
    throw new InterdictError('media-type-unsupported', message);
  }
  return wholeBody(request);
}

/** The body of a request, form or not. */
export function wholeBody({ body }: FastifyRequest): Buffer {
  return Buffer.isBuffer(body) ? body : NOTHING;
}

/** Names that mean the bytes come as they are; readers of the core find gzip out by themselves. */
const ENCODINGS: ReadonlySet<string> = new Set(['', 'identity', 'gzip', 'x-gzip']);

function refuseEncoding({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding'] ?? '';
  if (ENCODINGS.has(encoding.toLowerCase())) return;
  const message = `bodies encoded as \`${encoding}\` are not read: send them plain or as gzip`;
  throw new InterdictError('media-type-unsupported', message);
}

/** Compares a body with the digest its sender states, after RFC 9530. */
function checkDigest({ headers }: FastifyRequest, body: Buffer): void {
  const stated = headers['content-digest'];
  if (stated === undefined) return;
  const text = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/u.exec(String(stated))?.[1];
  if (text === undefined) {
    const message = 'Content-Digest is read as `sha-256=:BASE64:` (RFC 9530)';
    throw new InterdictError('request-invalid', message);
  }
  if (text === createHash('sha256').update(body).digest('base64')) return;
  const message = 'the body that came has another SHA-256 than Content-Digest says: send it again';
  throw new InterdictError('digest-mismatch', message);
}

/** Has bodies read whole, within the limit of the route, and so many at one time. */
export function addBodies(app: App, { limits }: Service): void {
  const held = new WeakSet<object>();
  let count = 0;
  app.addHook('onRequest', async (request) => {
    if (request.method !== 'POST') return;
    if (count >= limits.bodies) {
      const message = `${count} bodies are being worked on: send this one again in a moment`;
      throw new InterdictError('overloaded', message);
    }
    count += 1;
    held.add(request.raw);
    refuseEncoding(request);
  });
  const release = async ({ raw }: FastifyRequest): Promise<void> => {
    if (held.delete(raw)) count -= 1;
  };
  app.addHook('onResponse', release);
  app.addHook('onRequestAbort', release);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      checkDigest(request, body as Buffer);
      done(null, body);
    } catch (error) {
      done(error as Error);
    }
  });
}
