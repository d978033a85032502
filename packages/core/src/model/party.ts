import Type from 'typebox';
import type { Static } from 'typebox';
import { CiteSchema, SourceSchema } from './cite.ts';
import { EdgeSourceSchema } from './edge.ts';
import type { Frozen } from './frozen.ts';
import { GroupIdSchema, PartyIdSchema } from './id.ts';
import { OwnershipSchema } from './transaction.ts';
import { closed } from './words.ts';

export const PartySchemaWord = Type.Union(
  [
    Type.Literal('Person'),
    Type.Literal('Company'),
    Type.Literal('Organization'),
    Type.Literal('LegalEntity'),
    Type.Literal('Vessel'),
  ],
  { description: 'FollowTheMoney schema of the party.' },
);

export const ListingSchema = closed(
  {
    list: Type.String({ description: 'Id of the official list.' }),
    from: EdgeSourceSchema,
    to: Type.Optional(EdgeSourceSchema),
    cite: CiteSchema,
  },
  'Time during which a party stood on an official list.',
);

export const PartySchema = closed(
  {
    id: PartyIdSchema,
    schema: PartySchemaWord,
    name: Type.String(),
    aliases: Type.Optional(
      Type.Array(Type.String(), { description: 'Other names, original script included.' }),
    ),
    weakAliases: Type.Optional(
      Type.Array(Type.String(), {
        description:
          'Names that others bear too. Alone they leave open who it is; with an associated ' +
          'party in the same transaction they count, with a caution. One that differs from the ' +
          'name in capitals only leaves every other writing of it open.',
      }),
    ),
    associatedWith: Type.Optional(GroupIdSchema),
    standsFor: Type.Optional(
      Type.Unsafe<Static<typeof GroupIdSchema>>({
        ...GroupIdSchema,
        description: 'An unspecific name: it may mean any member of this group.',
      }),
    ),
    country: Type.Optional(
      Type.String({ pattern: '^[A-Z]{2}$', description: 'Country in two capitals, as DE.' }),
    ),
    note: Type.Optional(Type.String()),
    listings: Type.Optional(Type.Array(ListingSchema)),
    ownership: Type.Optional(Type.Array(OwnershipSchema)),
    cite: CiteSchema,
  },
  'A company, person or vessel named by a rule or list.',
);
export type Party = Frozen<Static<typeof PartySchema>>;

/** Whether a name is written as the party writes its own, capitals included. */
export function isSpelledAs({ name, aliases }: Party, written: string): boolean {
  const plain = written.normalize('NFKC').trim();
  return plain === name || (aliases?.includes(plain) ?? false);
}

export const PartyGroupSchema = closed(
  {
    schema: Type.Literal('interdict.parties/1'),
    group: closed(
      {
        id: GroupIdSchema,
        title: Type.String(),
        members: Type.Array(PartyIdSchema, {
          description: 'Parties counted to the group: affiliates, parents, successors.',
        }),
        nameTokens: Type.Optional(
          Type.Array(Type.String(), {
            description:
              'Words that, in the name of a company not listed here, make it a likely member. ' +
              'A verdict that rests on this alone carries a caution.',
          }),
        ),
      },
      'A group of parties a rule can speak of as one.',
    ),
    sources: Type.Record(Type.String(), SourceSchema),
    parties: Type.Array(PartySchema),
  },
  'A file of rulebook/parties.',
);
export type PartyGroup = Frozen<Static<typeof PartyGroupSchema>>;
