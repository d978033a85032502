import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import type { DocumentPath, PathProblem } from './problem.ts';

const compiled = new WeakMap<TSchema, Validator>();

function validatorOf(schema: TSchema): Validator {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const made = Compile(schema);
  compiled.set(schema, made);
  return made;
}

/** Turns a JSON Pointer into keys, with numbers for array indexes. */
export function pathOfPointer(pointer: string): DocumentPath {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
  readonly message: string;
}

function describe(error: SchemaError, value: unknown): string {
  const params = error.params as Readonly<Record<string, unknown>>;
  const where = error.instancePath === '' ? 'the document' : `\`${error.instancePath.slice(1)}\``;
  switch (error.keyword) {
    case 'required':
      return `${where} lacks ${quoteAll(params['requiredProperties'])}`;
    case 'additionalProperties':
      return `${where} has no property ${quoteAll(params['additionalProperties'])}`;
    case 'enum':
    case 'const':
      return `${where} is ${JSON.stringify(value)}, which is not one of the words allowed there`;
    case 'pattern':
      return `${where} is ${JSON.stringify(value)}, which does not have the form it needs`;
    default:
      return `${where} ${error.message}`;
  }
}

function quoteAll(value: unknown): string {
  return Array.isArray(value) ? value.map((one) => `\`${String(one)}\``).join(', ') : String(value);
}

function valueAt(value: unknown, path: DocumentPath): unknown {
  let current: unknown = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Readonly<Record<string | number, unknown>>)[key];
  }
  return current;
}

/**
 * Checks a value against a schema; the deepest errors only, one for each place.
 * A union reports every branch it tried, so what is shallower than another error is dropped.
 */
export function checkSchema(schema: TSchema, value: unknown): readonly PathProblem<'schema'>[] {
  const validator = validatorOf(schema);
  if (validator.Check(value)) return [];
  const errors: readonly SchemaError[] = validator.Errors(value);
  const useful = errors.filter((error) => error.keyword !== 'boolean' && error.keyword !== 'anyOf');
  const candidates = useful.length > 0 ? useful : errors;
  const deepest = candidates.filter(
    (error) => !candidates.some((o) => o.instancePath.startsWith(`${error.instancePath}/`)),
  );
  const seen = new Map<string, PathProblem<'schema'>>();
  for (const error of deepest) {
    if (seen.has(error.instancePath)) continue;
    const path = pathOfPointer(error.instancePath);
    const message = describe(error, valueAt(value, path));
    seen.set(error.instancePath, { code: 'schema', message, path });
  }
  return [...seen.values()];
}
