import Type from 'typebox';
import type { Static } from 'typebox';
import type { Frozen } from './frozen.ts';
import { TransactionSchema } from './transaction.ts';
import { PRESENCES, SIGN_FIELDS } from './vocabulary/index.ts';
import { closed, wordSchema } from './words.ts';

export const SourcePointerSchema = closed(
  {
    file: Type.String({ description: 'Path as given, with `!` before a name inside an archive.' }),
    pointer: Type.String({ description: 'JSON Pointer, or `line:N`, into the decoded file.' }),
  },
  'Where in the input something stands.',
);
export type SourcePointer = Frozen<Static<typeof SourcePointerSchema>>;

export const RecordFieldSchema = closed(
  {
    field: wordSchema(SIGN_FIELDS, 'What the value is.'),
    value: Type.String(),
    unverified: Type.Optional(
      Type.Literal(true, {
        description: 'Claimed and not verified here, such as the signer of a file: proves nothing.',
      }),
    ),
    at: Type.String({
      description: 'Pointer relative to the record: `/purl`, or a column name as `:publisher`.',
    }),
  },
  'One value a sign can match, and where it stands.',
);
export type RecordField = Frozen<Static<typeof RecordFieldSchema>>;

export const ComponentRecordSchema = closed(
  {
    kind: Type.Literal('component'),
    source: SourcePointerSchema,
    host: Type.Optional(Type.String({ description: 'Host it is on, when known.' })),
    name: Type.String(),
    version: Type.Optional(Type.String()),
    presence: wordSchema(PRESENCES, 'State the source shows by itself.'),
    parent: Type.Optional(
      closed(
        { name: Type.String(), version: Type.Optional(Type.String()) },
        'Product whose bill of materials this is part of.',
      ),
    ),
    supporting: Type.Boolean({
      description:
        'A driver, service, certificate or file: evidence about a host rather than a program.',
    }),
    registered: Type.Optional(
      closed(
        {
          isOn: Type.Optional(Type.Boolean({ description: 'Absent when the source is silent.' })),
          isCurrent: Type.Optional(Type.Boolean({ description: 'Its signatures are up to date.' })),
        },
        'What the system says of a security product that is registered with it as anti-virus.',
      ),
    ),
    fields: Type.Array(RecordFieldSchema),
  },
  'A component, on a host or in a build.',
);
export type ComponentRecord = Frozen<Static<typeof ComponentRecordSchema>>;

export const ObservationRecordSchema = closed(
  {
    kind: Type.Literal('observation'),
    source: SourcePointerSchema,
    host: Type.Optional(Type.String()),
    at: Type.Optional(Type.String({ description: 'Time of the observation as written.' })),
    what: Type.String({ description: 'dns, arp, dhcp, tls, http …' }),
    fields: Type.Array(RecordFieldSchema),
  },
  'Something seen on the network.',
);
export type ObservationRecord = Frozen<Static<typeof ObservationRecordSchema>>;

export const PartyRecordSchema = closed(
  {
    kind: Type.Literal('party'),
    source: SourcePointerSchema,
    id: Type.String(),
    schema: Type.String({ description: 'FollowTheMoney schema; LegalEntity when unknown.' }),
    properties: Type.Record(Type.String(), Type.Array(Type.String())),
  },
  'A supplier, customer or other party, in the FollowTheMoney shape.',
);
export type PartyRecord = Frozen<Static<typeof PartyRecordSchema>>;

export const TransactionRecordSchema = closed(
  {
    kind: Type.Literal('transaction'),
    source: SourcePointerSchema,
    transaction: TransactionSchema,
  },
  'An order or other act, with the place it was read from.',
);
export type TransactionRecord = Frozen<Static<typeof TransactionRecordSchema>>;

export const InventoryRecordSchema = Type.Union([
  ComponentRecordSchema,
  ObservationRecordSchema,
  PartyRecordSchema,
  TransactionRecordSchema,
]);
export type InventoryRecord = ComponentRecord | ObservationRecord | PartyRecord | TransactionRecord;
