import Type from 'typebox';
import type { Static } from 'typebox';
import { VerificationSchema } from './cite.ts';
import type { Frozen } from './frozen.ts';
import { RuleIdSchema } from './id.ts';
import { DateTextSchema, InstantTextSchema } from './time.ts';
import { ACTIVITIES, VERDICTS } from './vocabulary/index.ts';
import { closed, wordSchema } from './words.ts';

export const ResolvedCiteSchema = closed(
  {
    citation: Type.String({ description: 'The instrument as it is cited.' }),
    pinpoint: Type.String(),
    verification: VerificationSchema,
  },
  'A citation that stands by itself, outside its rule file.',
);
export type ResolvedCite = Frozen<Static<typeof ResolvedCiteSchema>>;

export const DutyRowSchema = closed(
  {
    duty: Type.String({ description: 'Id of the duty in its rule.' }),
    action: Type.String({ description: 'report, check, remove, retain or attest.' }),
    to: Type.String({ description: 'To whom it is owed.' }),
    due: Type.Optional(DateTextSchema),
    missing: Type.Array(Type.String(), { description: 'Facts on which the duty or date hangs.' }),
    because: Type.String(),
    cite: Type.Array(ResolvedCiteSchema),
  },
  'A duty that comes with a verdict. Without `due` the date could not be worked out.',
);
export type DutyRow = Frozen<Static<typeof DutyRowSchema>>;

export const NextChangeSchema = closed(
  { at: InstantTextSchema, verdict: wordSchema(VERDICTS, 'Verdict from then on.') },
  'Nearest later instant at which the answer changes.',
);
export type NextChange = Frozen<Static<typeof NextChangeSchema>>;

export const PreviousChangeSchema = closed(
  { at: InstantTextSchema, verdict: wordSchema(VERDICTS, 'Verdict before it.') },
  'Nearest earlier instant at which the answer changed.',
);

export const VerdictRowSchema = closed(
  {
    rule: RuleIdSchema,
    prohibition: Type.Optional(Type.String({ description: 'Provision that decides.' })),
    activity: wordSchema(ACTIVITIES, 'What was asked about.'),
    verdict: wordSchema(VERDICTS, 'The answer under this rule alone.'),
    binds: Type.Optional(
      Type.Union([Type.Literal('actor'), Type.Literal('counterparty'), Type.Literal('maker')], {
        description: 'Whom the deciding provision binds, where it is not plainly the actor.',
      }),
    ),
    because: Type.String(),
    missing: Type.Array(Type.String(), { description: 'Fact paths that would settle it.' }),
    duties: Type.Array(DutyRowSchema),
    cite: Type.Array(ResolvedCiteSchema, { minItems: 1 }),
    assumed: Type.Optional(
      Type.Array(Type.String(), {
        description: 'What was taken for granted because nothing was stated about it.',
      }),
    ),
    caution: Type.Optional(Type.String({ description: 'Why the answer may not hold.' })),
    condition: Type.Optional(Type.String({ description: 'What must be done for it to hold.' })),
    advice: Type.Optional(Type.String({ description: 'Advice of an authority beside the law.' })),
    next: Type.Optional(NextChangeSchema),
    previous: Type.Optional(PreviousChangeSchema),
  },
  'What one rule says about one activity.',
);
export type VerdictRow = Frozen<Static<typeof VerdictRowSchema>>;

export const RulebookRefSchema = closed(
  {
    edition: Type.String(),
    digest: Type.String({ description: 'SHA-256 over every rule and group of parties.' }),
  },
  'Rulebook the answers rest on.',
);

export const DecisionSchema = closed(
  {
    id: Type.String(),
    asOf: Type.String({ description: 'Date or instant the answer is for.' }),
    verdict: wordSchema(VERDICTS, 'The most severe row.'),
    rows: Type.Array(VerdictRowSchema),
    next: Type.Optional(NextChangeSchema),
    rulebook: Type.Optional(RulebookRefSchema),
  },
  'Answer to one transaction: every rule a row, the summary the most severe.',
);
export type Decision = Frozen<Static<typeof DecisionSchema>>;
