import type { FastifyReply } from 'fastify';
import type { App } from './service.ts';

/** A page may carry its own style sheet and nothing else; an answer that is no page, nothing. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'";
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Headers of every answer: nothing is guessed, framed, kept by caches or read by other sites. */
const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Gives an answer its headers and the id of its request. */
export function setHeaders(reply: FastifyReply): void {
  for (const [name, value] of Object.entries(HEADERS)) reply.header(name, value);
  const isPage = String(reply.getHeader('content-type')).startsWith('text/html');
  reply.header('content-security-policy', isPage ? PAGE_POLICY : DATA_POLICY);
  reply.header('x-request-id', reply.request.id);
}

/** Gives every answer its headers, as far as a route was found for it. */
export function addHeaders(app: App): void {
  app.addHook('onSend', async (_, reply, payload) => {
    setHeaders(reply);
    return payload;
  });
}
