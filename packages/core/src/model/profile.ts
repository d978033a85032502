import Type from 'typebox';
import type { Static } from 'typebox';
import type { Frozen } from './frozen.ts';
import { FactsSchema } from './transaction.ts';
import { ACTIVITIES, BOUND_CLASSES } from './vocabulary/index.ts';
import { closed, wordSchema } from './words.ts';

export const ProfileSchema = closed(
  {
    schema: Type.Literal('interdict.profile/1'),
    name: Type.String({ minLength: 1 }),
    country: Type.Optional(Type.String({ pattern: '^[A-Za-z]{2}$' })),
    state: Type.Optional(Type.String()),
    classes: Type.Optional(
      Type.Array(wordSchema(BOUND_CLASSES, 'Class of person.'), {
        description: 'All classes that apply to the organization. Absent: nothing is known.',
      }),
    ),
    classesUnknown: Type.Optional(
      Type.Array(wordSchema(BOUND_CLASSES, 'Class of person.'), {
        description: 'Classes of which it is not known whether they apply.',
      }),
    ),
    activities: Type.Optional(
      Type.Array(wordSchema(ACTIVITIES, 'Activity.'), {
        description: 'What to ask about each product found. Default: chosen from the classes.',
      }),
    ),
    facts: Type.Optional(FactsSchema),
    overlays: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 4000 }), {
        maxItems: 100,
        description: 'Folders of own rules to lay over the rulebook, as seen from this file.',
      }),
    ),
  },
  'Who we are. Decides which rules bind us.',
);
export type Profile = Frozen<Static<typeof ProfileSchema>>;
