import Type from 'typebox';
import type { Static } from 'typebox';
import type { Frozen } from './frozen.ts';
import { DateTextSchema, WhenTextSchema } from './time.ts';
import {
  ACTIVITIES,
  BOUND_CLASSES,
  FACTS,
  PRODUCT_CLASSES,
  wordsOf,
  type FactName,
  type FactType,
} from './vocabulary/index.ts';
import { closed, wordSchema } from './words.ts';

export const OwnershipSchema = closed(
  {
    owner: Type.String({ description: 'Name or party id of the owner.' }),
    percent: Type.Optional(
      Type.Number({ minimum: 0, maximum: 100, description: 'Share in percent; absent: unknown.' }),
    ),
    from: Type.Optional(DateTextSchema),
    to: Type.Optional(DateTextSchema),
  },
  'A dated share in a party, half-open.',
);
export type Ownership = Frozen<Static<typeof OwnershipSchema>>;

const personProperties = {
  name: Type.Optional(Type.String({ maxLength: 1000 })),
  party: Type.Optional(Type.String({ description: 'Party id, when it is known.' })),
  country: Type.Optional(
    Type.String({ pattern: '^[A-Za-z]{2}$', description: 'ISO 3166 code of where it is.' }),
  ),
  state: Type.Optional(Type.String({ maxLength: 100, description: 'State or province code.' })),
  classes: Type.Optional(
    Type.Array(wordSchema(BOUND_CLASSES, 'Class of person.'), {
      description: 'All classes that apply. Absent: nothing is known. Empty: none applies.',
    }),
  ),
  classesUnknown: Type.Optional(
    Type.Array(wordSchema(BOUND_CLASSES, 'Class of person.'), {
      description: 'Classes of which it is not known whether they apply.',
    }),
  ),
  ownership: Type.Optional(Type.Array(OwnershipSchema, { maxItems: 1000 })),
};

export const ActorSchema = closed(personProperties, 'Who acts, or with whom.');
export type Actor = Frozen<Static<typeof ActorSchema>>;

const itemProperties = {
  product: Type.Optional(Type.String({ maxLength: 1000, description: 'Product id or name.' })),
  name: Type.Optional(Type.String({ maxLength: 1000 })),
  version: Type.Optional(Type.String({ maxLength: 200 })),
  maker: Type.Optional(Type.String({ maxLength: 1000, description: 'Name or id of the maker.' })),
  function: Type.Optional(wordSchema(PRODUCT_CLASSES, 'What kind of product it is.')),
  purl: Type.Optional(Type.String({ maxLength: 4000 })),
  cpe: Type.Optional(Type.String({ maxLength: 4000 })),
};

const EmbeddedItemSchema = closed(itemProperties, 'Something inside the item.');

export const ItemSchema = closed(
  {
    ...itemProperties,
    embeds: Type.Optional(
      Type.Array(Type.Union([Type.String({ maxLength: 1000 }), EmbeddedItemSchema]), {
        maxItems: 1000,
        description: 'What is inside. Absent: not known. Empty: known to hold nothing of note.',
      }),
    ),
  },
  'What the transaction is about.',
);
export type Item = Frozen<Static<typeof ItemSchema>>;
export type EmbeddedItem = Frozen<Static<typeof EmbeddedItemSchema>>;

const FACT_TYPE_SCHEMAS: Readonly<Record<FactType, object>> = {
  boolean: { type: 'boolean' },
  text: { type: 'string', maxLength: 1000 },
  number: { type: 'number' },
  date: { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}(T.*)?$` },
  party: { type: 'string', maxLength: 1000 },
};

/** Schema of the stated facts of a transaction or profile. */
export const FactsSchema = Type.Unsafe<
  Readonly<Partial<Record<FactName, string | number | boolean>>>
>({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    wordsOf(FACTS).map((name) => [
      name,
      { ...FACT_TYPE_SCHEMAS[FACTS[name].type], description: FACTS[name].meaning },
    ]),
  ),
  description: 'Stated facts; one that is absent is unknown.',
});
export type StatedFacts = Readonly<Partial<Record<FactName, string | number | boolean>>>;

export const TransactionSchema = closed(
  {
    id: Type.String({ minLength: 1, maxLength: 500 }),
    at: Type.Optional(WhenTextSchema),
    activity: wordSchema(ACTIVITIES, 'What is done.'),
    actor: Type.Optional(ActorSchema),
    counterparty: Type.Optional(ActorSchema),
    item: Type.Optional(ItemSchema),
    facts: Type.Optional(FactsSchema),
  },
  'Something that was or is to be done: who, what, with whom, with what, when.',
);
export type Transaction = Frozen<Static<typeof TransactionSchema>>;
