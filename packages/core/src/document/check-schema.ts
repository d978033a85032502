import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { Settings } from 'typebox/system';
import { LIMITS } from '../limits.ts';
import { didYouMean } from './nearest-word.ts';
import type { DocumentPath, PathProblem } from './problem.ts';

// The library stops after eight errors, which the branches of one condition use up.
Settings.Set({ maxErrors: LIMITS.schemaErrorsMax });

const compiled = new WeakMap<TSchema, Validator>();

function validatorOf(schema: TSchema): Validator {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const made = Compile(schema);
  compiled.set(schema, made);
  return made;
}

function partsOfPointer(pointer: string): readonly string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Turns a JSON Pointer into keys, with numbers for array indexes. */
export function pathOfPointer(pointer: string): DocumentPath {
  return partsOfPointer(pointer).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

interface SchemaError {
  readonly keyword: string;
  readonly schemaPath: string;
  readonly instancePath: string;
  readonly params: object;
  readonly message: string;
}

function valueAt(value: unknown, path: DocumentPath): unknown {
  let current: unknown = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Readonly<Record<string | number, unknown>>)[key];
  }
  return current;
}

/** What is known about the place of an error. */
interface Place {
  readonly where: string;
  readonly value: unknown;
  /** The part of the schema that does not fit; undefined behind a reference. */
  readonly part: Readonly<Record<string, unknown>> | undefined;
  /** Words that any branch would have taken there. */
  readonly words: readonly string[];
  /** A branch would have taken a list there. */
  readonly takesList: boolean;
}

function partAt(schema: TSchema, schemaPath: string): Place['part'] {
  const part = valueAt(schema, pathOfPointer(schemaPath.replace(/^#/, '')));
  return typeof part === 'object' && part !== null ? (part as Place['part']) : undefined;
}

function wordsOfErrors(errors: readonly SchemaError[]): readonly string[] {
  return errors.flatMap(({ params }) => {
    const { allowedValues, allowedValue } = params as Readonly<Record<string, unknown>>;
    if (Array.isArray(allowedValues)) return allowedValues.map(String);
    return typeof allowedValue === 'string' ? [allowedValue] : [];
  });
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'a block of properties',
  boolean: 'true or false, without quotes',
  number: 'a number',
  integer: 'a whole number',
};

function isScalar(value: unknown): value is number | boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function describeType({ where, value }: Place, wanted: unknown): string {
  const needed = TYPE_WORDS[String(wanted)] ?? String(wanted);
  if (value === null) return `${where} is empty: it is ${needed}`;
  if (wanted === 'string' && isScalar(value)) {
    return `${where} is a ${typeof value}: put it in quotes, as "${String(value)}"`;
  }
  return `${where} is to be ${needed}`;
}

function describePattern({ where, value, part }: Place): string {
  const form = part?.['description'];
  const hint = typeof form === 'string' ? `: ${form.replace(/\.$/, '')}` : '';
  return `${where} is ${JSON.stringify(value)}, which does not have the form it needs${hint}`;
}

function describe(error: SchemaError, place: Place): string {
  const params = error.params as Readonly<Record<string, unknown>>;
  const { where, value, words, takesList } = place;
  if (takesList && typeof value === 'string') {
    const other = words.length === 0 ? '' : `, or ${words.join(', ')}`;
    return `${where} is to be a list, as \`[${value}]\`${other}`;
  }
  switch (error.keyword) {
    case 'required':
      return `${where} lacks ${quoteAll(params['requiredProperties'])}`;
    case 'enum':
    case 'const': {
      const near = didYouMean(String(value), words);
      return `${where} is ${JSON.stringify(value)}, which is not one of the words allowed${near}`;
    }
    case 'pattern':
      return describePattern(place);
    case 'type':
      return describeType(place, params['type']);
    default:
      return `${where} ${error.message}`;
  }
}

function quoteAll(value: unknown): string {
  return Array.isArray(value) ? value.map((one) => `\`${String(one)}\``).join(', ') : String(value);
}

/** One problem for each property that the schema does not know, at the property. */
function unknownProperties(error: SchemaError, path: DocumentPath, place: Place) {
  const { additionalProperties } = error.params as { readonly additionalProperties?: unknown };
  const names = Array.isArray(additionalProperties) ? additionalProperties.map(String) : [];
  const known = Object.keys((place.part?.['properties'] as object | undefined) ?? {});
  return names.map((name): PathProblem<'schema'> => {
    const message = `${place.where} has no property \`${name}\`${didYouMean(name, known)}`;
    return { code: 'schema', message, path: [...path, name] };
  });
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
  const seen = new Map<string, readonly PathProblem<'schema'>[]>();
  for (const error of deepest) {
    const { instancePath, schemaPath } = error;
    if (seen.has(instancePath)) continue;
    const path = pathOfPointer(instancePath);
    const here = deepest.filter((one) => one.instancePath === instancePath);
    const place: Place = {
      where: instancePath === '' ? 'the document' : `\`${instancePath.slice(1)}\``,
      value: valueAt(value, path),
      part: partAt(schema, schemaPath),
      words: wordsOfErrors(here),
      takesList: here.some(
        ({ params }) => (params as { readonly type?: unknown }).type === 'array',
      ),
    };
    const problems =
      error.keyword === 'additionalProperties'
        ? unknownProperties(error, path, place)
        : [{ code: 'schema' as const, message: describe(error, place), path }];
    seen.set(instancePath, problems);
  }
  return [...seen.values()].flat();
}
