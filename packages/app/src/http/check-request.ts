import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { checkSchema, nearestWord, type Problem } from '@interdict/core';
import { InterdictError } from '../problems.ts';

/** The parts of a schema that say what may be written. */
interface Hinting {
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
  readonly properties?: Readonly<Record<string, Hinting>>;
}

/** What to write at a place of the parameters: the words there are, or an example. */
function adviceFor(schema: Hinting, name: string | undefined, value: unknown): string {
  const properties = schema.properties ?? {};
  const own = name === undefined || !Object.hasOwn(properties, name) ? undefined : properties[name];
  if (own === undefined) return `there are: ${Object.keys(properties).join(', ')}`;
  if (own.enum !== undefined) {
    const near = typeof value === 'string' ? nearestWord(value, own.enum) : undefined;
    const hint = near === undefined ? '' : `; the nearest is \`${near}\``;
    return `write one of ${own.enum.join(', ')}${hint}`;
  }
  const [example] = own.examples ?? [];
  const once = Array.isArray(value) ? 'write it once' : undefined;
  const like = example === undefined ? own.description : `write it like \`${example}\``;
  return once ?? like ?? 'see the documentation of this path';
}

function unknownAdvice(schema: Hinting, value: unknown): string {
  const known = Object.keys(schema.properties ?? {});
  const given = Object.keys(typeof value === 'object' && value !== null ? value : {});
  const stranger = given.find((name) => !known.includes(name));
  const near = stranger === undefined ? undefined : nearestWord(stranger, known);
  const there = known.length === 0 ? 'this path takes none' : `there are: ${known.join(', ')}`;
  return near === undefined ? there : `did you mean \`${near}\`? ${there}`;
}

function problemsOf(schema: TSchema, value: unknown, where: string): readonly Problem[] {
  return checkSchema(schema, value).map(({ message, path }) => {
    const [name] = path;
    const key = typeof name === 'string' ? name : undefined;
    const at = key === undefined ? undefined : (value as Record<string, unknown>)[key];
    const advice = key === undefined ? unknownAdvice(schema, value) : adviceFor(schema, key, at);
    const said = message.replace('the document', `the ${where}`);
    return { code: 'schema', message: `${said}: ${advice}`, pointer: `/${path.join('/')}` };
  });
}

const PLACES: Readonly<Record<string, string>> = {
  querystring: 'query',
  params: 'path',
  headers: 'header',
};

/** Checks parameters with the same schemas the documentation is made from. */
export const checkRequest: FastifySchemaCompiler<TSchema> = ({ schema, httpPart = '' }) => {
  const where = PLACES[httpPart] ?? httpPart;
  return (value: unknown) => {
    const problems = problemsOf(schema, value, where);
    if (problems.length === 0) return { value };
    const message = problems.map((one) => one.message).join('; ');
    return { error: new InterdictError('request-invalid', message, { problems }) };
  };
};
