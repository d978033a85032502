import Type from 'typebox';
import type { Static } from 'typebox';
import { CiteSchema, SourceSchema } from './cite.ts';
import { CondSchema } from './cond.ts';
import { EdgeSourceSchema, ZoneSchema } from './edge.ts';
import type { Frozen } from './frozen.ts';
import { RuleIdSchema } from './id.ts';
import { DateTextSchema, WhenTextSchema } from './time.ts';
import { ActorSchema, ItemSchema, TransactionSchema } from './transaction.ts';
import { ACTIVITIES, STATUSES, VERDICTS } from './vocabulary/index.ts';
import { closed, wordSchema } from './words.ts';

const LocalIdSchema = Type.String({
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  description: 'Lower-case letters, digits and hyphens.',
});
const ActivitiesSchema = Type.Union(
  [
    Type.Literal('any'),
    Type.Array(wordSchema(ACTIVITIES, 'Activity.'), { minItems: 1, uniqueItems: true }),
  ],
  { description: 'Activities it is about; `any` for every dealing.' },
);

export const SpanSchema = closed(
  { from: EdgeSourceSchema, to: Type.Optional(EdgeSourceSchema) },
  'Half-open interval; without `to` it does not end.',
);

export const StatusSpanSchema = closed(
  {
    state: wordSchema(STATUSES, 'State of the rule.'),
    from: EdgeSourceSchema,
    to: Type.Optional(EdgeSourceSchema),
    cite: CiteSchema,
    publicFrom: Type.Optional(EdgeSourceSchema),
    scheduled: Type.Optional(
      closed(
        { confirmBy: DateTextSchema, note: Type.String() },
        'A change that comes by itself and wants confirming; verdicts in it carry a caution.',
      ),
    ),
    residual: Type.Optional(
      closed(
        { verdict: wordSchema(VERDICTS, 'Verdict in this span.'), condition: Type.String() },
        'What is left of the rule while it is not in force.',
      ),
    ),
    recordedAt: Type.Optional(DateTextSchema),
  },
  'A state of the whole rule over a half-open interval.',
);

export const ExceptionSchema = closed(
  {
    id: LocalIdSchema,
    rank: Type.Integer({ minimum: 1, description: 'The highest rank that fires wins.' }),
    when: CondSchema,
    effect: wordSchema(VERDICTS, 'Verdict when it fires.'),
    condition: Type.Optional(Type.String()),
    because: Type.String(),
    span: Type.Optional(SpanSchema),
    cite: CiteSchema,
  },
  'An exception to one prohibition; fires on stated facts only.',
);

export const ProhibitionSchema = closed(
  {
    id: LocalIdSchema,
    title: Type.String({ description: 'What it bars, in a few words.' }),
    activities: ActivitiesSchema,
    binds: Type.Union(
      [
        Type.Literal('actor'),
        Type.Literal('supplier'),
        Type.Literal('customer'),
        Type.Literal('counterparty'),
      ],
      { description: 'Role of the person who must obey.' },
    ),
    bound: CondSchema,
    reach: Type.Optional(CondSchema),
    target: Type.Optional(CondSchema),
    when: Type.Optional(CondSchema),
    effect: wordSchema(VERDICTS, 'Verdict when it applies and no exception fires.'),
    because: Type.String({ description: 'Reason in words, as the answer gives it.' }),
    span: SpanSchema,
    exceptions: Type.Optional(Type.Array(ExceptionSchema)),
    caution: Type.Optional(Type.String()),
    cite: CiteSchema,
  },
  'One bar: who (`bound`) may not do what (`activities`) with what (`target`), from when. ' +
    'If bound, reach or target is false the rule does not reach the act; if `when` is false ' +
    'the rule reaches it and leaves it free.',
);

export const FreedomSchema = closed(
  {
    id: LocalIdSchema,
    activities: ActivitiesSchema,
    when: Type.Optional(CondSchema),
    because: Type.String(),
    advice: Type.Optional(Type.String()),
    cite: CiteSchema,
  },
  'Activities that the rule speaks about and leaves free.',
);

export const WithinSchema = closed(
  {
    n: Type.Integer({ minimum: 1 }),
    unit: Type.Union([
      Type.Literal('business-day'),
      Type.Literal('day'),
      Type.Literal('month'),
      Type.Literal('hour'),
    ]),
    calendar: Type.Optional(Type.Literal('us-federal')),
  },
  'Period. Business days need a calendar; day 1 is the next business day.',
);

export const DutySchema = closed(
  {
    id: LocalIdSchema,
    activities: ActivitiesSchema,
    when: CondSchema,
    requires: Type.Optional(
      Type.Union([Type.Literal('in-scope'), Type.Literal('barred')], {
        description: 'in-scope: whenever the rule reaches the act. barred: only with a bar.',
      }),
    ),
    action: Type.Union([
      Type.Literal('report'),
      Type.Literal('check'),
      Type.Literal('remove'),
      Type.Literal('retain'),
      Type.Literal('attest'),
      Type.Literal('block'),
    ]),
    recipient: Type.String({ description: 'To whom it is owed.' }),
    within: Type.Optional(WithinSchema),
    yearlyBy: Type.Optional(Type.String({ pattern: String.raw`^\d{2}-\d{2}$` })),
    byClauseVersion: Type.Optional(
      Type.Record(Type.String({ pattern: String.raw`^\d{4}-\d{2}$` }), WithinSchema),
    ),
    startDate: Type.Optional(
      Type.Unsafe<Static<typeof DateTextSchema>>({
        ...DateTextSchema,
        description: 'Fixed day the period runs from.',
      }),
    ),
    startsOn: Type.Optional(
      Type.String({ description: 'Name of the date fact the period runs from; else as of.' }),
    ),
    contents: Type.Optional(Type.Array(Type.String())),
    because: Type.String(),
    span: Type.Optional(SpanSchema),
    cite: CiteSchema,
  },
  'A duty to act within a period.',
);

export const ExampleSchema = closed(
  {
    id: LocalIdSchema,
    title: Type.String(),
    at: WhenTextSchema,
    boundaryOf: Type.Optional(
      Type.String({
        pattern: '^[a-z0-9-]+\\.(from|to)(\\.(before|at))$',
        description: 'Edge this example stands at: provision or status, end, and side.',
      }),
    ),
    activity: wordSchema(ACTIVITIES, 'What is done.'),
    actor: Type.Optional(ActorSchema),
    counterparty: Type.Optional(ActorSchema),
    item: Type.Optional(ItemSchema),
    facts: Type.Optional(TransactionSchema.properties.facts),
    expect: closed(
      {
        verdict: Type.Union([
          wordSchema(VERDICTS, 'Expected verdict.'),
          Type.Array(wordSchema(VERDICTS, 'Accepted verdict.'), { minItems: 1 }),
        ]),
        prohibition: Type.Optional(LocalIdSchema),
        missing: Type.Optional(Type.Array(Type.String())),
        caution: Type.Optional(Type.Boolean()),
        duties: Type.Optional(
          Type.Array(
            closed(
              { duty: LocalIdSchema, due: Type.Optional(DateTextSchema) },
              'Expected duty and day.',
            ),
          ),
        ),
      },
      'What this rule must answer.',
    ),
    because: Type.String(),
    cite: CiteSchema,
  },
  'A worked example: test and documentation at once.',
);
export type Example = Frozen<Static<typeof ExampleSchema>>;

export const RuleSchema = closed(
  {
    schema: Type.Literal('interdict.rule/1'),
    id: RuleIdSchema,
    aliases: Type.Optional(Type.Array(Type.String())),
    title: Type.String(),
    jurisdiction: Type.String({
      pattern: '^[a-z]{2}(-[a-z]{2})?$',
      description: 'Country, or country and state, of two letters each: us, us-oh.',
    }),
    issuer: Type.String(),
    kind: Type.Union([
      Type.Literal('determination'),
      Type.Literal('list-entry'),
      Type.Literal('statute'),
      Type.Literal('regulation'),
      Type.Literal('clause'),
      Type.Literal('order'),
      Type.Literal('direction'),
      Type.Literal('state-policy'),
      Type.Literal('advisory'),
    ]),
    zone: Type.Optional(ZoneSchema),
    recordedAt: DateTextSchema,
    sources: Type.Record(Type.String(), SourceSchema),
    authority: Type.Array(CiteSchema, { minItems: 1 }),
    instrument: CiteSchema,
    summary: Type.String(),
    boundText: Type.String({ description: 'Who must obey, in words.' }),
    terms: Type.Optional(
      Type.Record(
        LocalIdSchema,
        closed(
          { meaning: Type.String(), is: CondSchema },
          'A defined term: its meaning in words and as a condition.',
        ),
        { description: 'Defined terms, used in conditions as `{term: name}`.' },
      ),
    ),
    timeline: Type.Array(StatusSpanSchema, { minItems: 1 }),
    prohibitions: Type.Array(ProhibitionSchema, { minItems: 1 }),
    freedoms: Type.Optional(Type.Array(FreedomSchema)),
    duties: Type.Optional(Type.Array(DutySchema)),
    penalties: Type.Optional(Type.String()),
    records: Type.Optional(closed({ years: Type.Integer(), cite: CiteSchema }, 'Retention.')),
    seeAlso: Type.Optional(Type.Array(RuleIdSchema)),
    openPoints: Type.Optional(
      Type.Array(
        closed({ id: LocalIdSchema, text: Type.String(), cite: CiteSchema }, 'An unsettled point.'),
      ),
    ),
    examples: Type.Array(ExampleSchema, { minItems: 1 }),
  },
  'One legal instrument as data.',
);
export type Rule = Frozen<Static<typeof RuleSchema>>;
export type Prohibition = Rule['prohibitions'][number];
export type RuleException = NonNullable<Prohibition['exceptions']>[number];
export type StatusSpan = Rule['timeline'][number];
export type Duty = NonNullable<Rule['duties']>[number];
export type Freedom = NonNullable<Rule['freedoms']>[number];
export type Terms = NonNullable<Rule['terms']>;
export type Span = Frozen<Static<typeof SpanSchema>>;
export type Within = Frozen<Static<typeof WithinSchema>>;
