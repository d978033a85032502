import swagger from '@fastify/swagger';
import type { FastifySchema } from 'fastify';
import type { AppProblemCode } from '../problems.ts';
import { COMPONENTS, componentRef, type RouteDocs } from './docs.ts';
import { PROBLEM_STATUSES, PROBLEM_TYPE } from './problem-reply.ts';
import type { App, Service } from './service.ts';

const TAGS = [
  { name: 'answers', description: 'Say what is barred, and why.' },
  { name: 'rulebook', description: 'Look into the law the answers rest on.' },
  { name: 'server', description: 'Ask the server about itself.' },
];

/** A body or answer by media type. */
function contentOf(types: RouteDocs['answers']): Record<string, { schema: object }> {
  return Object.fromEntries(Object.entries(types).map(([type, schema]) => [type, { schema }]));
}

function problemsOf(docs: RouteDocs): string {
  const hasBody = docs.body !== undefined;
  const bodily = new Set<AppProblemCode>(['body-too-large', 'digest-mismatch', 'input-unreadable']);
  return PROBLEM_STATUSES.filter(([code]) => hasBody || !bodily.has(code))
    .map(([code, status]) => `${status} ${code}`)
    .join(', ');
}

/** The schema of a route with what the documentation adds to it. */
function documented(schema: FastifySchema | undefined, docs: RouteDocs): FastifySchema {
  const { id, tag, summary, description, body, answer, answers } = docs;
  const problem = {
    description: `A problem: ${problemsOf(docs)}.`,
    content: { [PROBLEM_TYPE]: { schema: componentRef('Problem') } },
  };
  return {
    ...schema,
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(body === undefined ? {} : { body: { content: contentOf(body.types) } }),
    response: { 200: { description: answer, content: contentOf(answers) }, default: problem },
  };
}

/** Parts of an OpenAPI document in which bodies stand. */
interface WithBodies {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, WithBody>> | undefined>>;
}
interface WithBody {
  readonly operationId?: string;
  readonly requestBody?: {
    description?: string;
    readonly content: Record<string, { examples?: object }>;
  };
}

/** Says of each body what it is, with examples, for which the schema of a route has no place. */
function describeBodies({ paths = {} }: WithBodies, docs: ReadonlyMap<string, RouteDocs>): void {
  for (const operation of Object.values(paths).flatMap((one) => Object.values(one ?? {}))) {
    const body = docs.get(operation.operationId ?? '')?.body;
    const { requestBody } = operation;
    if (body === undefined || requestBody === undefined) continue;
    requestBody.description = body.description;
    const json = requestBody.content['application/json'];
    if (json !== undefined) json.examples = body.examples;
  }
}

/** Has the OpenAPI document made from the schemas of the routes that follow. */
export async function addOpenapi(app: App, { version, access }: Service): Promise<void> {
  for (const [name, schema] of Object.entries(COMPONENTS)) {
    app.addSchema({ ...schema, $id: name });
  }
  const described = new Map<string, RouteDocs>();
  const key = { key: { type: 'http', scheme: 'bearer' } } as const;
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Interdict',
        version,
        description:
          'Says what a supply-chain ban means for you: what is barred, under which rule, from ' +
          'when. Not legal advice.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      tags: TAGS,
      ...(access.kind === 'keys'
        ? { components: { securitySchemes: key }, security: [{ key: [] }] }
        : {}),
    },
    refResolver: { buildLocalReference: ({ $id }) => (typeof $id === 'string' ? $id : 'unnamed') },
    // Whatever is not documented is hidden, and a test asks that everything is documented.
    transform: ({ schema, url, route }) => {
      const docs = route.config?.docs;
      if (docs !== undefined) described.set(docs.id, docs);
      const shown = docs === undefined ? { ...schema, hide: true } : documented(schema, docs);
      return { schema: shown, url };
    },
    transformObject: (made) => {
      if (!('openapiObject' in made)) return made.swaggerObject;
      describeBodies(made.openapiObject as WithBodies, described);
      return made.openapiObject;
    },
  });
}
