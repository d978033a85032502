import Type from 'typebox';
import { InterdictError } from '../../problems.ts';
import { sheetHtml } from '../../report/index.ts';
import type { RouteDocs } from '../docs.ts';
import { docsSheet, type OpenapiDocument } from '../docs-sheet.ts';
import type { Metrics } from '../metrics.ts';
import type { App, Service } from '../service.ts';

const NoQuery = Type.Object({}, { additionalProperties: false });
const schema = { querystring: NoQuery };

const StatusSchema = Type.Object({ status: Type.Literal('ok') });

const HEALTH_DOCS: RouteDocs = {
  id: 'health',
  tag: 'server',
  summary: 'Whether the server runs',
  answer: 'It runs.',
  answers: { 'application/json': StatusSchema },
};
const READY_DOCS: RouteDocs = {
  id: 'ready',
  tag: 'server',
  summary: 'Whether the server answers questions',
  description: 'It does not while it ends, or after its journal could not be written: 503.',
  answer: 'It answers.',
  answers: { 'application/json': StatusSchema },
};
const METRICS_DOCS: RouteDocs = {
  id: 'metrics',
  tag: 'server',
  summary: 'Counts and times for Prometheus',
  answer: 'Metrics in the text format of Prometheus.',
  answers: { 'text/plain': Type.String() },
};
const OPENAPI_DOCS: RouteDocs = {
  id: 'openapi',
  tag: 'server',
  summary: 'This description for programs',
  answer: 'The OpenAPI 3.1 document.',
  answers: { 'application/json': Type.Object({ openapi: Type.String() }) },
};
const PAGE_DOCS: RouteDocs = {
  id: 'docs',
  tag: 'server',
  summary: 'This description for people',
  answer: 'A page that loads nothing.',
  answers: { 'text/html': Type.String() },
};

/** Adds what the server says of itself. */
export function addServerRoutes(app: App, service: Service, metrics: Metrics): void {
  const ok = `${JSON.stringify({ status: 'ok' })}\n`;
  const isJson = 'application/json; charset=utf-8';
  app.get('/healthz', { schema, config: { needs: 'anyone', docs: HEALTH_DOCS } }, (_, reply) =>
    reply.type(isJson).send(ok),
  );
  app.get('/readyz', { schema, config: { needs: 'anyone', docs: READY_DOCS } }, (_, reply) => {
    const trouble = service.trouble();
    if (trouble !== undefined) throw new InterdictError('overloaded', trouble);
    return reply.type(isJson).send(ok);
  });
  app.get('/metrics', { schema, config: { needs: 'read', docs: METRICS_DOCS } }, async (_, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
  app.get('/openapi.json', { schema, config: { needs: 'read', docs: OPENAPI_DOCS } }, (_, reply) =>
    reply.type(isJson).send(`${JSON.stringify(app.swagger(), undefined, 2)}\n`),
  );
  app.get('/docs', { schema, config: { needs: 'read', docs: PAGE_DOCS } }, (_, reply) => {
    const page = sheetHtml(docsSheet(app.swagger() as unknown as OpenapiDocument));
    return reply.type('text/html; charset=utf-8').send(page);
  });
}
