import Type from 'typebox';
import type { Static } from 'typebox';
import type { Frozen } from './frozen.ts';
import { DateTextSchema } from './time.ts';
import { closed } from './words.ts';

export const VerificationSchema = Type.Union(
  [Type.Literal('verified'), Type.Literal('recorded'), Type.Literal('unsettled')],
  {
    description:
      'verified: seen in a copy of the instrument. recorded: believed right, not re-checked. ' +
      'unsettled: sources conflict or a later event is possible.',
  },
);
export type Verification = Static<typeof VerificationSchema>;

export const SourceSchema = closed(
  {
    title: Type.String({ description: 'Name of the instrument or document.' }),
    citation: Type.String({ description: 'How it is cited, with number and page.' }),
    document: Type.Optional(Type.String({ description: 'Document number of the publisher.' })),
    published: Type.Optional(DateTextSchema),
    noted: Type.Optional(
      Type.Unsafe<Static<typeof DateTextSchema>>({
        ...DateTextSchema,
        description: 'Day on which its facts were noted down, where it has no date of its own.',
      }),
    ),
  },
  'A document that facts rest on.',
);
export type Source = Frozen<Static<typeof SourceSchema>>;

export const CiteSchema = closed(
  {
    source: Type.String({ description: 'Key of the document in the sources of the same file.' }),
    pinpoint: Type.String({ minLength: 1, description: 'Paragraph, section or page in it.' }),
    verification: VerificationSchema,
    note: Type.Optional(Type.String({ description: 'What is unsure, or whose reading it is.' })),
  },
  'A pinpoint citation with its verification mark.',
);
export type Cite = Frozen<Static<typeof CiteSchema>>;
