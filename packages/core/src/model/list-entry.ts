import Type from 'typebox';
import type { Static, TUnsafe } from 'typebox';
import type { Frozen } from './frozen.ts';
import { DateTextSchema } from './time.ts';
import { brandedString, closed } from './words.ts';

export type ListId = string & { readonly listId: true };
export type ListEntryId = string & { readonly listEntryId: true };

export const ListIdSchema: TUnsafe<ListId> = brandedString<ListId>(
  'Id of an official list: jurisdiction, publisher, short name, as in `us-ofac-sdn`.',
  '^[a-z0-9]+([-.][a-z0-9]+)*$',
);

export const ListEntryIdSchema: TUnsafe<ListEntryId> = brandedString<ListEntryId>(
  "Id of the list, a colon, the publisher's own id of the entry.",
  '^[a-z0-9.-]+:.+$',
);

export const ListEntrySchemaWord = Type.Union(
  [
    Type.Literal('Person'),
    Type.Literal('Company'),
    Type.Literal('Organization'),
    Type.Literal('LegalEntity'),
    Type.Literal('Vessel'),
    Type.Literal('Airplane'),
    Type.Literal('CryptoWallet'),
    Type.Literal('Address'),
  ],
  { description: 'FollowTheMoney schema; LegalEntity where the list does not say which.' },
);
export type ListEntrySchemaName = Static<typeof ListEntrySchemaWord>;

export const ListStatementSchema = closed(
  {
    property: Type.String({
      description:
        'FollowTheMoney property: name, alias, weakAlias, previousName, birthDate, nationality, ' +
        'imoNumber, passportNumber and so on.',
    }),
    value: Type.String({ description: 'The value in the form FollowTheMoney gives it.' }),
    original: Type.Optional(
      Type.String({ description: "The publisher's words, where they differ from the value." }),
    ),
    field: Type.String({ description: 'Column or element of the file it was read from.' }),
    pointer: Type.String({ description: 'Where: line, JSON Pointer or element path.' }),
    lang: Type.Optional(Type.String({ description: 'ISO 639 language or ISO 15924 script.' })),
    detail: Type.Optional(
      Type.String({ description: 'What the publisher adds: issuing country, kind of document.' }),
    ),
    from: Type.Optional(DateTextSchema),
    to: Type.Optional(DateTextSchema),
    seenFrom: Type.Optional(
      Type.Unsafe<Static<typeof DateTextSchema>>({
        ...DateTextSchema,
        description:
          'Day of the first version kept that says so; absent when the first version kept does.',
      }),
    ),
    seenTo: Type.Optional(
      Type.Unsafe<Static<typeof DateTextSchema>>({
        ...DateTextSchema,
        description: 'Day of the first version kept that does not say so any more.',
      }),
    ),
  },
  'One thing an official list says of an entry. `from` and `to` are the dates of the publisher, ' +
    '`seenFrom` and `seenTo` those of the versions kept; each pair is half-open.',
);
export type ListStatement = Frozen<Static<typeof ListStatementSchema>>;

export const ListEntrySchema = closed(
  {
    id: ListEntryIdSchema,
    list: ListIdSchema,
    schema: ListEntrySchemaWord,
    caption: Type.String({ description: 'The first strong name.' }),
    programs: Type.Array(Type.String(), {
      description: "The publisher's programs, licenses or measures, in its own words.",
    }),
    statements: Type.Array(ListStatementSchema, { minItems: 1 }),
    references: Type.Optional(
      Type.Array(Type.String(), { description: 'Ids of the same entry on other lists.' }),
    ),
    from: Type.Optional(DateTextSchema),
    to: Type.Optional(DateTextSchema),
  },
  'An entry of an official list: who is named, with what the publisher says, statement by ' +
    'statement.',
);
export type ListEntry = Frozen<Static<typeof ListEntrySchema>>;

export const ListVersionSchema = closed(
  {
    list: ListIdSchema,
    title: Type.String(),
    publisher: Type.String(),
    published: Type.Optional(Type.String({ description: "Publisher's date of the file." })),
    fetched: Type.String({ description: 'Instant at which the bytes were taken.' }),
    digest: Type.String({ description: 'SHA-256 of the bytes as published, in hex.' }),
    entries: Type.Integer({ minimum: 0 }),
    names: Type.Integer({ minimum: 0 }),
  },
  'One version of an official list, as it was read.',
);
export type ListVersion = Frozen<Static<typeof ListVersionSchema>>;
