import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_LIMITS } from '../limits.ts';
import { PROBLEM_STATUSES } from './problem-reply.ts';
import { editionForTests, start, type Running } from './server.fixture.ts';

const DOCS = readFileSync(
  fileURLToPath(new URL('../../../../docs/http.md', import.meta.url)),
  'utf8',
);

interface Media {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly description?: string;
    readonly example?: string;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Record<string, Media> }>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

let server: Running;
let document: Document;
let operations: readonly { path: string; method: string; operation: Operation }[];

beforeAll(async () => {
  server = await start(editionForTests());
  document = (await (await fetch(`${server.url}/openapi.json`)).json()) as Document;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
});

afterAll(() => server.stop());

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();

    const { valid, errors } = await validator.validate(
      structuredClone(document) as unknown as Record<string, unknown>,
    );

    expect(JSON.stringify(errors ?? []).slice(0, 500)).toBe('[]');
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('takes nothing away from what a wrong request is told', async () => {
    const answer = await fetch(`${server.url}/rules?as_of=yesterday`);

    expect(await answer.text()).toContain('write it like `2024-09-28`');
  });

  it('describes every route, with ids of their own', () => {
    const ids = operations.map(({ operation }) => operation.operationId);

    expect(ids).toHaveLength(14);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operation } of operations) {
      expect(operation.summary).not.toBe('');
      expect(Object.keys(operation.responses)).toEqual(['200', 'default']);
    }
  });

  it('has an example of every parameter, and of every body', () => {
    for (const { operation } of operations) {
      for (const { example } of operation.parameters ?? []) {
        expect(example).toMatch(/./);
      }
      if (operation.requestBody === undefined) continue;
      expect(examplesOf(operation).length).toBeGreaterThan(0);
    }
  });

  it('has only examples that are answered with 200 and a type it names', async () => {
    let count = 0;
    for (const { path, method, operation } of operations) {
      for (const request of requestsOf(path, operation)) {
        const { body, url } = request;
        const init = body === undefined ? {} : { body: JSON.stringify(body) };
        const answer = await fetch(`${server.url}${url}`, {
          method: method.toUpperCase(),
          ...init,
        });

        expect(`${method} ${url}: ${answer.status}`).toBe(`${method} ${url}: 200`);
        const [type = ''] = (answer.headers.get('content-type') ?? '').split(';');
        expect(Object.keys(operation.responses['200']?.content ?? {})).toContain(type);
        await answer.text();
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(40);
  });
});

function examplesOf({ requestBody }: Operation): readonly unknown[] {
  return Object.values(requestBody?.content ?? {}).flatMap(({ example, examples = {} }) => [
    ...(example === undefined ? [] : [example]),
    ...Object.values(examples).map(({ value }) => value),
  ]);
}

/** The plain request, and one more for each parameter that may be left out. */
function requestsOf(path: string, operation: Operation): readonly { url: string; body: unknown }[] {
  const parameters = operation.parameters ?? [];
  let base = path;
  for (const { name, in: place, example } of parameters) {
    if (place === 'path') base = base.replace(`{${name}}`, example ?? '');
  }
  const queries = parameters
    .filter((one) => one.in === 'query')
    .map(({ name, example }) => `?${name}=${encodeURIComponent(example ?? '')}`);
  const bodies = operation.requestBody === undefined ? [undefined] : examplesOf(operation);
  return ['', ...queries].flatMap((query) =>
    bodies.map((body) => ({ url: `${base}${query}`, body })),
  );
}

describe('the page at /docs', () => {
  it('shows every route and parameter, and loads and runs nothing', async () => {
    const answer = await fetch(`${server.url}/docs`);
    const page = await answer.text();

    for (const { path, method, operation } of operations) {
      expect(page).toContain(`${method.toUpperCase()} ${path}`);
      for (const { name } of operation.parameters ?? []) expect(page).toContain(name);
    }
    expect(page).not.toMatch(/<script|<link|<img|<iframe|src=|@import|url\(|https?:\/\//i);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('has a language, one main part, and headings that skip no level', async () => {
    const page = await (await fetch(`${server.url}/docs`)).text();

    expect(page).toMatch(/<html lang="en">/);
    expect(page.match(/<main /g)).toHaveLength(1);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    const levels = [...page.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1));
    const tables = page.match(/<table/g)?.length ?? 0;
    expect(tables).toBeGreaterThan(0);
    expect(page.match(/<caption/g)).toHaveLength(tables);
  });
});

describe('docs/http.md', () => {
  it('has every route, and no other', () => {
    const named = [...DOCS.matchAll(/^\| `(GET|POST) (\/[^`]*)` \|/gm)];
    const rows = named.map(([, method, path]) => `${method} ${path}`);

    expect(rows.toSorted()).toEqual(
      operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`).toSorted(),
    );
  });

  it('has every limit of the server with its number', () => {
    const limits = Object.entries(APP_LIMITS).filter(([name]) => /^(http|keys)/.test(name));

    expect(limits.length).toBeGreaterThan(15);
    for (const [name, value] of limits) {
      expect(DOCS).toContain(`| \`${name}\` | ${value.toLocaleString('en-US')} |`);
    }
  });

  it('has every code of a problem with its status', () => {
    for (const [code, status] of PROBLEM_STATUSES) {
      expect(DOCS).toContain(`| ${status} | \`${code}\` |`);
    }
  });
});
