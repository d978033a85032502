import type { FastifyRequest } from 'fastify';
import { InterdictError } from '../problems.ts';
import type { App } from './service.ts';

/** Whether a path has the form of a route, whose parts in colons stand for anything. */
function isLike(path: string, route: string): boolean {
  const [parts, pattern] = [path.split('/'), route.split('/')];
  return (
    parts.length === pattern.length &&
    pattern.every((part, index) => part.startsWith(':') || part === parts[index])
  );
}

/** Says of a request that no route takes whether the path or only the method is unknown. */
export function addUnknownPaths(app: App): void {
  const routes: { readonly url: string; readonly methods: readonly string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    routes.push({ url, methods: [method].flat() });
  });
  app.setNotFoundHandler((request: FastifyRequest, reply) => {
    const [path = ''] = request.url.split('?');
    const methods = routes.filter(({ url }) => isLike(path, url)).flatMap((one) => one.methods);
    if (methods.length > 0) {
      const allowed = [...new Set(methods)].join(', ');
      reply.header('allow', allowed);
      const message = `this path takes ${allowed}, and not ${request.method}`;
      throw new InterdictError('method-not-allowed', message);
    }
    throw new InterdictError('route-unknown', 'there is nothing here: see /docs for what there is');
  });
}
