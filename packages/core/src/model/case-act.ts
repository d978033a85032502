import Type from 'typebox';
import type { Static, TProperties, TString } from 'typebox';
import { LIMITS } from '../limits.ts';
import type { Frozen } from './frozen.ts';
import { RuleIdSchema } from './id.ts';
import { FindingSchema } from './report.ts';
import { WithinSchema } from './rule.ts';
import { DateTextSchema, InstantTextSchema } from './time.ts';
import { NextChangeSchema, VerdictRowSchema } from './verdict-row.ts';
import {
  CASE_ACTS,
  DISMISSAL_REASONS,
  REOPENING_CAUSES,
  VERDICTS,
  type CaseActName,
} from './vocabulary/index.ts';
import { brandedString, closed, wordSchema } from './words.ts';

export type CaseId = string & { readonly caseId: true };

export const CaseIdSchema = brandedString<CaseId>(
  'Id of a case: `case-` and the first 16 digits of the digest of its finding.',
  '^case-[0-9a-f]{16}$',
);

function textSchema(description: string): TString {
  // `\S`: a reason of spaces is none.
  const length = { minLength: 1, maxLength: LIMITS.caseTextLengthMax };
  return Type.String({ ...length, pattern: String.raw`\S`, description });
}

const Sha256Schema = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256, in hex.' });

export const EvidenceEditionSchema = closed(
  {
    digest: Sha256Schema,
    asOf: textSchema('Date or instant it shows.'),
    gaps: Type.Array(textSchema('A file or place, and why.'), {
      maxItems: LIMITS.caseScopeMax,
      description: 'What could not be looked at.',
    }),
  },
  'The evidence a decision rests on, as one edition.',
);
export type EvidenceEdition = Frozen<Static<typeof EvidenceEditionSchema>>;

export const EvaluationSchema = closed(
  {
    evidence: Sha256Schema,
    asOf: textSchema('Date or instant the answer is for.'),
    rulebook: closed({ edition: Type.String(), digest: Sha256Schema }, 'Rulebook asked.'),
    verdict: wordSchema(VERDICTS, 'The most severe row.'),
    rows: Type.Array(VerdictRowSchema),
    next: Type.Optional(NextChangeSchema),
  },
  'What the rules say of the facts in a file.',
);
export type Evaluation = Frozen<Static<typeof EvaluationSchema>>;

export const InstrumentSchema = closed(
  {
    kind: Type.Union([Type.Literal('license'), Type.Literal('waiver')]),
    id: textSchema('Its number, as its issuer wrote it.'),
  },
  'A license or a waiver.',
);
export type Instrument = Frozen<Static<typeof InstrumentSchema>>;

export const OwedReportSchema = closed(
  {
    rule: RuleIdSchema,
    duty: textSchema('Id of the duty in its rule.'),
    to: textSchema('To whom it is owed.'),
  },
  'A report that is owed.',
);

/** Fields of each act beside those every act has. */
const FIELDS = {
  open: {
    finding: FindingSchema,
    report: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Digest of the report.' }),
  },
  'gather-facts': {
    scope: Type.Array(textSchema('A file, host, supplier or order.'), {
      maxItems: LIMITS.caseScopeMax,
      description: 'What was looked at.',
    }),
    evidence: Type.Optional(EvidenceEditionSchema),
    note: Type.Optional(textSchema('What was found out, and from whom.')),
  },
  evaluate: { evaluation: EvaluationSchema },
  clear: { reason: textSchema('Why.') },
  flag: { reason: Type.Optional(textSchema('Why.')) },
  review: {},
  accept: { reason: textSchema('Why.') },
  dismiss: {
    because: wordSchema(DISMISSAL_REASONS, 'Why the finding is not right.'),
    reason: textSchema('The same in words, with what it rests on.'),
  },
  remediate: { plan: textSchema('What is done, by whom and until when.') },
  close: {
    reason: textSchema('What was done.'),
    evidence: Type.Optional(EvidenceEditionSchema),
  },
  'request-exception': {
    reason: textSchema('Why it should stay, and with what safeguards.'),
    instrument: Type.Optional(InstrumentSchema),
    expires: Type.Optional(InstantTextSchema),
  },
  approve: {
    reason: textSchema('Why, and under what conditions.'),
    instrument: Type.Optional(InstrumentSchema),
    expires: Type.Optional(InstantTextSchema),
  },
  reject: { reason: textSchema('Why.') },
  reopen: { cause: wordSchema(REOPENING_CAUSES, 'What changed.'), reason: textSchema('Why.') },
  'owe-report': {
    ...OwedReportSchema.properties,
    identified: DateTextSchema,
    within: WithinSchema,
  },
  report: { ...OwedReportSchema.properties, document: Sha256Schema },
  attach: { name: textSchema('Name of the document.'), document: Sha256Schema },
  comment: { text: textSchema('The remark.') },
  assign: { to: textSchema('Who works on it from now on.') },
} as const satisfies Readonly<Record<CaseActName, TProperties>>;

type Fields<Name extends CaseActName> = Static<
  ReturnType<typeof Type.Object<(typeof FIELDS)[Name]>>
>;

/** An act on a case, as somebody asks for it; the journal adds the case, by whom and when. */
export type CaseAct = {
  readonly [Name in CaseActName]: { readonly act: Name } & Frozen<Fields<Name>>;
}[CaseActName];

export const CASE_RECORD_SCHEMA = 'interdict.case-act/1';

const RECORDS = Object.entries(FIELDS).map(([name, fields]) => {
  const act = name as CaseActName;
  return closed(
    {
      schema: Type.Literal(CASE_RECORD_SCHEMA),
      case: CaseIdSchema,
      capacity: Type.Literal(CASE_ACTS[act].capacity),
      act: Type.Literal(act),
      ...fields,
    },
    CASE_ACTS[act].meaning,
  );
});

/** What stands in the body of a journal record of kind `case`. */
export const CaseActSchema = Type.Union(RECORDS, { description: 'An act on a case.' });

/** The schema of the records of one act, so that problems are told of it and of no other. */
export function caseActSchemaOf(act: CaseActName): (typeof RECORDS)[number] | undefined {
  return RECORDS[Object.keys(FIELDS).indexOf(act)];
}
