import Type from 'typebox';
import type { Static } from 'typebox';
import type { Frozen } from './frozen.ts';
import { InstantTextSchema } from './time.ts';
import { JOURNAL_KINDS } from './vocabulary/index.ts';
import { closed, wordSchema } from './words.ts';

const DIGEST = { pattern: '^[0-9a-f]{64}$' };

export const JournalEntrySchema = closed(
  {
    at: InstantTextSchema,
    kind: wordSchema(JOURNAL_KINDS, 'What happened.'),
    by: Type.String({ minLength: 1, description: 'Who did it: a user, a key or a command.' }),
    body: Type.Record(Type.String(), Type.Unknown(), {
      description: 'What was done, with digests of what it was done to.',
    }),
  },
  'Something to be put on record.',
);
/** Values of a body are whatever JSON can say. */
type WithBody<T> = Omit<Frozen<T>, 'body'> & { readonly body: Readonly<Record<string, unknown>> };

export type JournalEntry = WithBody<Static<typeof JournalEntrySchema>>;

export const JournalRecordSchema = closed(
  {
    seq: Type.Integer({ minimum: 1, description: 'Place in the journal, without gaps.' }),
    ...JournalEntrySchema.properties,
    prev: Type.String({ ...DIGEST, description: 'Digest of the record before; zeros at first.' }),
    digest: Type.String({
      ...DIGEST,
      description: 'SHA-256 of the schema name, a line feed and the canonical JSON of the rest.',
    }),
  },
  'A record of the journal, chained to the one before.',
);
export type JournalRecord = WithBody<Static<typeof JournalRecordSchema>>;
