import Type, { type TSchema, type TUnsafe } from 'typebox';
import { wordsOf, type Word } from './vocabulary/index.ts';

/** Schema of one word of a closed vocabulary. */
export function wordSchema<T extends Readonly<Record<string, Word>>>(
  table: T,
  description: string,
): TUnsafe<keyof T & string> {
  return Type.Unsafe<keyof T & string>({ type: 'string', enum: wordsOf(table), description });
}

/** Schema of a string that carries its own type, such as an id. */
export function brandedString<T extends string>(description: string, pattern: string): TUnsafe<T> {
  return Type.Unsafe<T>({ type: 'string', pattern, description });
}

/** Object schema that refuses properties it does not know. */
export function closed<T extends Record<string, TSchema>>(
  properties: T,
  description: string,
): ReturnType<typeof Type.Object<T>> {
  return Type.Object(properties, { additionalProperties: false, description });
}
