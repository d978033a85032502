import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { App, Service } from './service.ts';

/** Seconds at which times of answers are told apart. */
const BUCKETS_S: readonly number[] = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];

/** What is counted, ready to be read by Prometheus. */
export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
}

/** Counts requests, their times, and what Node knows of itself. Nothing of a body is counted. */
export function addMetrics(app: App, { edition, version }: Service): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labels = ['method', 'route', 'status'] as const;
  const registers = [registry];
  const requests = new Counter({
    name: 'interdict_http_requests_total',
    help: 'Requests answered.',
    labelNames: labels,
    registers,
  });
  const seconds = new Histogram({
    name: 'interdict_http_request_duration_seconds',
    help: 'Time from the headers of a request to the end of its answer.',
    labelNames: labels,
    buckets: [...BUCKETS_S],
    registers,
  });
  const info = new Gauge({
    name: 'interdict_info',
    help: 'What answers rest on; always 1.',
    labelNames: ['version', 'rulebook', 'catalog'],
    registers,
  });
  const { digest } = edition.compiled.rulebook;
  info.set({ version, rulebook: digest, catalog: edition.catalogDigest }, 1);
  app.addHook('onResponse', async (request, reply) => {
    // The pattern of the route, not the path: paths are without number and may hold names.
    const route = request.routeOptions.url ?? 'none';
    const one = { method: request.method, route, status: reply.statusCode };
    requests.inc(one);
    seconds.observe(one, reply.elapsedTime / 1000);
  });
  app.addHook('onClose', async () => registry.clear());
  return { contentType: registry.contentType, text: () => registry.metrics() };
}
