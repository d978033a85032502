import type { Socket } from 'node:net';
import fastify, { LogController } from 'fastify';
import rateLimit from '@fastify/rate-limit';
import { APP_LIMITS } from '../limits.ts';
import { InterdictError } from '../problems.ts';
import { addBodies } from './body.ts';
import { checkRequest } from './check-request.ts';
import { addGuard } from './guard.ts';
import { addHeaders, setHeaders } from './headers.ts';
import { addMetrics } from './metrics.ts';
import { addOpenapi } from './openapi.ts';
import { asProblem, rawProblem, sendProblem } from './problem-reply.ts';
import { addCheckRoute } from './route/check.ts';
import { addRuleRoutes } from './route/rules.ts';
import { addServerRoutes } from './route/server.ts';
import { addTransactionRoutes } from './route/transactions.ts';
import type { App, Service } from './service.ts';
import { addUnknownPaths } from './unknown-path.ts';

/** What is said on a connection whose request could not be read, by the code of Node. */
const RAW_PROBLEMS: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'the request line and headers are longer than the server takes'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'the request did not come within the time the server waits'],
};

function answerRaw(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, detail] = RAW_PROBLEMS[error.code ?? ''] ?? [400, 'this is no HTTP request'];
  socket.end(rawProblem(status, detail));
}

function openApp({ limits, log, newId }: Service): App {
  return fastify({
    logger: log === undefined ? false : { level: 'info', stream: log, base: null },
    // The log has the route and no path, query or header: they hold names, profiles and keys.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newId,
    requestIdHeader: false,
    trustProxy: false,
    bodyLimit: APP_LIMITS.httpProfileBytesMax,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: APP_LIMITS.httpKeepAliveMsMax,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    http: {
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.lateCheckMs,
      maxHeaderSize: APP_LIMITS.httpHeaderBytesMax,
    },
    clientErrorHandler: answerRaw,
    frameworkErrors: (error, _, reply) => {
      setHeaders(reply);
      void sendProblem(reply, asProblem(error));
    },
  });
}

function addErrors(app: App): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = asProblem(error);
    const { code } = problem;
    if (code === 'defect') request.log.error({ err: error, code }, 'a defect of the program');
    else request.log.info({ code }, 'refused');
    return sendProblem(reply, problem);
  });
}

function addLog(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, key, log } = request;
    const { statusCode: status, elapsedTime } = reply;
    const ms = Math.round(elapsedTime * 10) / 10;
    log.info({ method, route: routeOptions.url, status, ms, key: key?.id }, 'answered');
  });
}

async function addRateLimit(app: App, requestsPerMinute: number): Promise<void> {
  await app.register(rateLimit, { global: false });
  // For all routes alike, and before keys are asked for, so that none is guessed faster either.
  const limit = app.rateLimit({
    max: requestsPerMinute,
    timeWindow: '1 minute',
    allowList: (request) => request.routeOptions.config.needs === 'anyone',
    errorResponseBuilder: (_, { after }) => {
      const message = `more requests came than are answered in a minute: wait ${after}`;
      return new InterdictError('too-many-requests', message);
    },
  });
  app.addHook('onRequest', limit);
}

/** The server, ready to listen or to be asked directly. */
export async function buildApp(service: Service): Promise<App> {
  const app = openApp(service);
  const { requestsPerMinute } = service.limits;
  app.server.maxConnections = APP_LIMITS.httpConnectionsMax;
  app.setValidatorCompiler(checkRequest);
  addUnknownPaths(app);
  addErrors(app);
  addHeaders(app);
  addLog(app);
  const metrics = addMetrics(app, service);
  if (requestsPerMinute !== undefined) await addRateLimit(app, requestsPerMinute);
  addGuard(app, service);
  addBodies(app, service);
  await addOpenapi(app, service);
  addTransactionRoutes(app, service);
  addCheckRoute(app, service);
  addRuleRoutes(app, service);
  addServerRoutes(app, service, metrics);
  await app.ready();
  return app;
}
