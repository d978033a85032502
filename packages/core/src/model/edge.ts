import Type from 'typebox';
import type { Static } from 'typebox';
import type { Frozen } from './frozen.ts';
import { DateTextSchema, InstantTextSchema } from './time.ts';
import { closed } from './words.ts';

const LocalTextSchema = Type.String({
  pattern: String.raw`^\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?$`,
  description: 'Clock time as the instrument gives it, in the zone.',
});
const ZoneSchema = Type.String({
  pattern: '^(UTC|[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_]+)+)$',
  description: 'IANA time zone, for example America/New_York.',
});

/** A dated edge as written: a date alone means 00:00 in the zone of the rule, precision day. */
export const EdgeSourceSchema = Type.Union(
  [
    DateTextSchema,
    closed(
      {
        local: LocalTextSchema,
        zone: ZoneSchema,
        utc: Type.Optional(InstantTextSchema),
        precision: Type.Optional(Type.Union([Type.Literal('minute'), Type.Literal('day')])),
        text: Type.Optional(Type.String({ description: 'How the instrument puts it.' })),
      },
      'A clock time with its zone; utc, when given, is checked against it.',
    ),
  ],
  { description: 'Edge of a half-open interval.' },
);
export type EdgeSource = Frozen<Static<typeof EdgeSourceSchema>>;

/** A dated edge with both of its readings. */
export const EdgeSchema = closed(
  {
    utc: InstantTextSchema,
    local: LocalTextSchema,
    zone: ZoneSchema,
    precision: Type.Union([Type.Literal('minute'), Type.Literal('day')]),
    text: Type.Optional(Type.String()),
  },
  'Edge of a half-open interval, in UTC and as the instrument gives it.',
);
export type Edge = Frozen<Static<typeof EdgeSchema>>;

export { ZoneSchema };
