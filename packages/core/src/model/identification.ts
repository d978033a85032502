import Type from 'typebox';
import type { Static } from 'typebox';
import { PrivilegeSchema, StrengthSchema } from './catalog.ts';
import type { Frozen } from './frozen.ts';
import { PartyIdSchema, ProductIdSchema, SignIdSchema } from './id.ts';
import { SourcePointerSchema } from './record.ts';
import {
  POWERS,
  PRESENCES,
  PRODUCT_CLASSES,
  SIGN_FIELDS,
  TRACE_KINDS,
} from './vocabulary/index.ts';
import { closed, wordSchema } from './words.ts';

export const LevelSchema = Type.Union(
  [Type.Literal('identified'), Type.Literal('probable'), Type.Literal('lead')],
  { description: 'identified: proven. probable: one strong sign. lead: support only.' },
);
export type Level = Static<typeof LevelSchema>;

export const EvidenceSchema = closed(
  {
    sign: SignIdSchema,
    field: wordSchema(SIGN_FIELDS, 'Field that matched.'),
    value: Type.String({ description: 'Value as read.' }),
    strength: StrengthSchema,
    source: SourcePointerSchema,
    trace: Type.Optional(
      wordSchema(TRACE_KINDS, 'What kind of thing on a host it was read from; absent elsewhere.'),
    ),
    cite: Type.Array(Type.String(), { description: 'Sources of the fact behind the sign.' }),
  },
  'One sign found in the input.',
);
export type Evidence = Frozen<Static<typeof EvidenceSchema>>;

export const IdentificationSchema = closed(
  {
    party: Type.Optional(PartyIdSchema),
    product: Type.Optional(ProductIdSchema),
    productName: Type.Optional(Type.String()),
    class: Type.Optional(wordSchema(PRODUCT_CLASSES, 'Kind of product, when known.')),
    level: LevelSchema,
    presence: wordSchema(PRESENCES, 'Strongest state shown.'),
    states: Type.Array(wordSchema(PRESENCES, 'A state some evidence shows.'), {
      description: 'All states shown, the strongest first.',
    }),
    privilege: PrivilegeSchema,
    privilegeBy: Type.Array(SignIdSchema, {
      description: 'Signs that show the privilege; none when the product is known to have it.',
    }),
    powers: Type.Array(wordSchema(POWERS, 'What it would let a hostile vendor do.')),
    embeddedIn: Type.Optional(Type.String({ description: 'Host product that holds it.' })),
    capped: Type.Optional(Type.String({ description: 'Why the level is held down.' })),
    evidence: Type.Array(EvidenceSchema),
  },
  'What a record turned out to be, and on what evidence.',
);
export type Identification = Frozen<Static<typeof IdentificationSchema>>;
