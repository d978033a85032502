import Type from 'typebox';
import type { Static } from 'typebox';
import type { Frozen } from './frozen.ts';
import { ProfileSchema } from './profile.ts';
import { CoverageSchema, SubjectSchema } from './report.ts';
import { ResolvedCiteSchema, RulebookRefSchema } from './verdict-row.ts';
import { ACTIVITIES, VERDICTS } from './vocabulary/index.ts';
import { closed, wordSchema } from './words.ts';

export const WhatIfDifferenceSchema = closed(
  {
    kind: Type.Union(
      [Type.Literal('newly-barred'), Type.Literal('more-severe'), Type.Literal('undecided')],
      {
        description:
          'newly-barred: free or open today. more-severe: short of a bar, or a harder bar. ' +
          'undecided: the proposed rule hangs on a fact that is missing.',
      },
    ),
    finding: Type.String({ description: 'Id of the finding in a check of the same files.' }),
    subject: SubjectSchema,
    product: Type.Optional(Type.String()),
    maker: Type.Optional(Type.String()),
    supplier: Type.Optional(Type.String({ description: 'The other side of an order.' })),
    order: Type.Optional(Type.String({ description: 'Id of the order or other act.' })),
    activity: wordSchema(ACTIVITIES, 'What would no longer be as it is.'),
    today: wordSchema(VERDICTS, 'The answer without the proposed rule, at that time.'),
    proposed: wordSchema(VERDICTS, 'The answer of the proposed rule.'),
    from: Type.String({ description: 'First time asked about at which the answers differ.' }),
    repeated: Type.Boolean({
      description: 'The order is asked about as if it were made again then, after its own date.',
    }),
    rule: Type.String({ description: 'Proposed rule that makes the difference.' }),
    prohibition: Type.Optional(Type.String()),
    because: Type.String(),
    condition: Type.Optional(Type.String()),
    caution: Type.Optional(Type.String()),
    missing: Type.Array(Type.String(), { description: 'Facts that would settle it.' }),
    cite: Type.Array(ResolvedCiteSchema),
  },
  'One act that a proposed rule would answer more severely than the rules of today.',
);
export type WhatIfDifference = Frozen<Static<typeof WhatIfDifferenceSchema>>;

const TallySchema = Type.Array(
  closed(
    {
      name: Type.String(),
      newlyBarred: Type.Integer(),
      moreSevere: Type.Integer(),
      undecided: Type.Integer(),
    },
    'Differences that are about one of them.',
  ),
);

export const WhatIfSchema = closed(
  {
    schema: Type.Literal('interdict.whatif/1'),
    asOf: Type.String(),
    times: Type.Array(Type.String(), {
      description: 'Times asked about: the one asked for, and each later edge of the proposal.',
    }),
    rulebook: RulebookRefSchema,
    proposal: closed(
      {
        path: Type.String(),
        digest: Type.String(),
        rules: Type.Array(
          closed({ id: Type.String(), title: Type.String() }, 'A rule that is proposed.'),
        ),
      },
      'What is laid over the rulebook.',
    ),
    profile: ProfileSchema,
    differences: Type.Array(WhatIfDifferenceSchema),
    hosts: TallySchema,
    products: TallySchema,
    suppliers: TallySchema,
    orders: TallySchema,
    summary: closed(
      {
        newlyBarred: Type.Integer(),
        moreSevere: Type.Integer(),
        undecided: Type.Integer(),
        alreadyBarred: Type.Integer({
          description: 'Acts that the proposal bars and the rules of today bar too.',
        }),
        first: Type.Optional(Type.String({ description: 'Earliest time of a difference.' })),
        files: Type.Integer(),
        filesIncomplete: Type.Integer(),
        records: Type.Integer(),
      },
      'The differences in numbers, with what they cover.',
    ),
    coverage: Type.Array(CoverageSchema),
    notCovered: Type.Array(Type.String(), { description: 'What was not looked at, in words.' }),
  },
  'What a proposed rule would change for an inventory and orders.',
);
export type WhatIf = Frozen<Static<typeof WhatIfSchema>>;
export type WhatIfTally = WhatIf['hosts'][number];
