import type { Sheet, SheetBlock, SheetCell } from '../report/index.ts';

/** The parts of an OpenAPI document the page shows. */
interface Media {
  readonly examples?: Readonly<
    Record<string, { readonly summary?: string; readonly value: unknown }>
  >;
  readonly example?: unknown;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly example?: string;
  readonly schema?: {
    readonly description?: string;
    readonly enum?: readonly string[];
  };
}
interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly description?: string;
    readonly content: Readonly<Record<string, Media>>;
  };
  readonly responses?: Readonly<Record<string, ResponseOf>>;
}
interface ResponseOf {
  readonly description?: string;
  readonly content?: Readonly<Record<string, unknown>>;
}
export interface OpenapiDocument {
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description?: string;
  };
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

function parameterRow({
  name,
  in: place,
  required,
  description,
  example,
  schema,
}: Parameter): SheetCell[] {
  const words = schema?.enum === undefined ? '' : ` One of: ${schema.enum.join(', ')}.`;
  const isNeeded = required === true ? 'needed' : 'optional';
  return [
    { text: name },
    { text: `${place}, ${isNeeded}` },
    { text: `${description ?? schema?.description ?? ''}${words}` },
    { text: example ?? '' },
  ];
}

function parameterBlocks(parameters: readonly Parameter[]): readonly SheetBlock[] {
  if (parameters.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Parameter', cellsMin: 10, weight: 1 },
        { title: 'Where', cellsMin: 10, weight: 1 },
        { title: 'Meaning', cellsMin: 20, weight: 4 },
        { title: 'Example', cellsMin: 10, weight: 2 },
      ],
      rows: parameters.map(parameterRow),
    },
  ];
}

function bodyBlocks({ requestBody, responses = {} }: Operation): readonly SheetBlock[] {
  const pairs = [];
  if (requestBody !== undefined) {
    const types = Object.keys(requestBody.content).join(', ');
    pairs.push({ label: 'Body', text: `${requestBody.description ?? ''} Types: ${types}.` });
    for (const { examples = {}, example } of Object.values(requestBody.content)) {
      const values = Object.values(examples).map(({ value }) => value);
      for (const value of example === undefined ? values : [example, ...values]) {
        pairs.push({ label: 'Example', text: JSON.stringify(value) });
      }
    }
  }
  for (const [status, { description = '', content = {} }] of Object.entries(responses)) {
    const types = Object.keys(content).join(', ');
    const label = status === 'default' ? 'Otherwise' : `Answer ${status}`;
    pairs.push({ label, text: `${description} Types: ${types}.` });
  }
  return [{ kind: 'pairs', pairs }];
}

function operationBlock(method: string, path: string, operation: Operation): SheetBlock {
  const { summary = '', description, parameters = [] } = operation;
  return {
    kind: 'part',
    title: `${method.toUpperCase()} ${path}`,
    blocks: [
      { kind: 'prose', text: `${summary}.${description === undefined ? '' : ` ${description}`}` },
      ...parameterBlocks(parameters),
      ...bodyBlocks(operation),
    ],
  };
}

/** The API as a page to read, from its OpenAPI document. */
export function docsSheet({ info, tags = [], paths = {} }: OpenapiDocument): Sheet {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return {
    title: `${info.title} ${info.version}: the HTTP API`,
    blocks: [
      { kind: 'prose', text: info.description ?? '' },
      { kind: 'prose', text: 'For programs the same stands at /openapi.json (OpenAPI 3.1).' },
    ],
    sections: tags.map(({ name, description = '' }) => ({
      title: `${name}: ${description}`,
      blocks: operations
        .filter(({ operation }) => operation.tags?.includes(name) === true)
        .map(({ path, method, operation }) => operationBlock(method, path, operation)),
    })),
  };
}
