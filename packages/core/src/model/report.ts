import Type from 'typebox';
import type { Static } from 'typebox';
import type { Frozen } from './frozen.ts';
import { ChecklistSchema, HostReportSchema } from './host-report.ts';
import { IdentificationSchema } from './identification.ts';
import { ProfileSchema } from './profile.ts';
import { SourcePointerSchema } from './record.ts';
import {
  DutyRowSchema,
  NextChangeSchema,
  RulebookRefSchema,
  VerdictRowSchema,
} from './verdict-row.ts';
import { DateTextSchema } from './time.ts';
import { STATUSES, VERDICTS } from './vocabulary/index.ts';
import { closed, wordSchema } from './words.ts';

export const ProblemSchema = closed(
  {
    code: Type.String({ description: 'Stable machine code.' }),
    message: Type.String(),
    pointer: Type.Optional(
      Type.String({ description: 'Where: JSON Pointer, `line:N`, `line:N:C` or `byte:N`.' }),
    ),
  },
  'Something that went wrong while reading.',
);
export type Problem = Frozen<Static<typeof ProblemSchema>>;

export const CoverageSchema = closed(
  {
    path: Type.String(),
    format: Type.Union([Type.String(), Type.Null()], { description: 'Format as recognized.' }),
    status: Type.Union(
      [
        Type.Literal('read'),
        Type.Literal('partial'),
        Type.Literal('unreadable'),
        Type.Literal('skipped'),
      ],
      { description: 'skipped: looked at and knowingly left aside, with the reason.' },
    ),
    records: Type.Integer({ minimum: 0 }),
    sha256: Type.Optional(Type.String()),
    problems: Type.Array(ProblemSchema),
  },
  'What became of one input file.',
);
export type Coverage = Frozen<Static<typeof CoverageSchema>>;

export const SubjectSchema = closed(
  {
    kind: Type.Union([
      Type.Literal('component'),
      Type.Literal('observation'),
      Type.Literal('party'),
      Type.Literal('transaction'),
    ]),
    name: Type.String(),
    version: Type.Optional(Type.String()),
    host: Type.Optional(Type.String()),
    source: SourcePointerSchema,
  },
  'What a finding is about.',
);

export type Subject = Frozen<Static<typeof SubjectSchema>>;

const StatementSourceSchema = closed(
  {
    property: Type.String(),
    value: Type.String(),
    original: Type.Optional(Type.String()),
    field: Type.String(),
    pointer: Type.String({ description: 'Where in the file of the list.' }),
    detail: Type.Optional(Type.String()),
    from: Type.Optional(Type.String()),
    to: Type.Optional(Type.String()),
  },
  'What the publisher of a list says, and where.',
);

export const ScreenedMatchSchema = closed(
  {
    as: Type.String({ description: 'Who was screened: `party`, or a path in the transaction.' }),
    name: Type.String({ description: 'Name under which it was given.' }),
    id: Type.String({ description: 'Id of the list entry.' }),
    caption: Type.String({ description: 'Name of the list entry.' }),
    list: Type.String(),
    asOf: Type.String({ description: 'Day of the version of the list.' }),
    digest: Type.String({ description: 'SHA-256 of that version.' }),
    programs: Type.Array(Type.String()),
    score: Type.Number({ minimum: 0, maximum: 1 }),
    explanation: Type.Array(
      closed(
        {
          feature: Type.String(),
          points: Type.Integer({ description: 'Ten-thousandths of the score.' }),
          detail: Type.String(),
          query: Type.Optional(Type.String()),
          listed: Type.Optional(Type.String()),
          source: Type.Optional(StatementSourceSchema),
        },
        'A line of the ledger that adds up to the score.',
      ),
    ),
  },
  'An entry of an official list that a party may be. A match is no proof of identity.',
);
export type ScreenedMatch = Frozen<Static<typeof ScreenedMatchSchema>>;

export const ScreenedSchema = closed(
  {
    matches: Type.Array(ScreenedMatchSchema),
    incomplete: Type.Array(
      closed(
        { as: Type.String(), code: Type.String(), message: Type.String() },
        'Something of a party that could not be screened.',
      ),
    ),
  },
  'What official lists say of the parties of a finding, where they say anything.',
);
export type Screened = Frozen<Static<typeof ScreenedSchema>>;

export const FindingSchema = closed(
  {
    id: Type.String({ description: 'Digest of subject and identification, stable over runs.' }),
    subject: SubjectSchema,
    identified: Type.Optional(IdentificationSchema),
    verdicts: Type.Array(VerdictRowSchema),
    screened: Type.Optional(ScreenedSchema),
    verdict: wordSchema(
      VERDICTS,
      'The most severe row; at least `undetermined` where a list entry matches.',
    ),
    next: Type.Optional(NextChangeSchema),
  },
  'A record, what it is, and what every rule says of it.',
);
export type Finding = Frozen<Static<typeof FindingSchema>>;

export const ToDoSchema = closed(
  {
    rule: Type.String(),
    finding: Type.String({ description: 'Id of the finding it comes from.' }),
    subject: Type.String(),
    duty: DutyRowSchema,
  },
  'A duty with its date, ready to be put on a list.',
);

export const ReportSchema = closed(
  {
    schema: Type.Literal('interdict.report/1'),
    asOf: Type.String(),
    rulebook: closed(
      {
        ...RulebookRefSchema.properties,
        rules: Type.Integer(),
        overlays: Type.Optional(
          Type.Array(
            closed(
              {
                path: Type.String({ description: 'Folder or file, as it was given.' }),
                digest: Type.String({ description: 'SHA-256 of the rules and groups it added.' }),
                rules: Type.Integer(),
                groups: Type.Integer(),
              },
              'What was laid over the edition; the digest of the rulebook covers it.',
            ),
          ),
        ),
        overdue: Type.Optional(
          Type.Array(
            closed(
              {
                rule: Type.String(),
                state: wordSchema(STATUSES, 'State the rule is in by its own terms.'),
                from: Type.String({ description: 'First day of the state, as its issuer counts.' }),
                confirmBy: DateTextSchema,
                note: Type.String(),
              },
              'A change that came by itself and was not confirmed by its day.',
            ),
          ),
        ),
      },
      'Rulebook the answers rest on.',
    ),
    catalog: closed(
      { digest: Type.String(), signs: Type.Integer(), products: Type.Integer() },
      'Catalog the identifications rest on.',
    ),
    lists: Type.Array(
      closed(
        {
          id: Type.String(),
          asOf: Type.Optional(Type.String()),
          digest: Type.Optional(Type.String()),
          status: Type.Union([
            Type.Literal('current'),
            Type.Literal('stale'),
            Type.Literal('partial'),
            Type.Literal('unreadable'),
            Type.Literal('missing'),
          ]),
        },
        'An official list and its state.',
      ),
    ),
    rules: Type.Array(
      closed(
        { id: Type.String(), title: Type.String(), issuer: Type.String() },
        'A rule that stands in a finding, with its name.',
      ),
    ),
    parties: Type.Array(
      closed({ id: Type.String(), name: Type.String() }, 'A party that stands in a finding.'),
    ),
    profile: ProfileSchema,
    coverage: Type.Array(CoverageSchema),
    findings: Type.Array(FindingSchema),
    toDo: Type.Array(ToDoSchema),
    hosts: Type.Array(HostReportSchema),
    checklists: Type.Array(ChecklistSchema),
    summary: closed(
      {
        status: Type.Union([
          Type.Literal('barred'),
          Type.Literal('advisory'),
          Type.Literal('clear'),
          Type.Literal('incomplete'),
        ]),
        verdicts: Type.Record(Type.String(), Type.Integer()),
        levels: Type.Record(Type.String(), Type.Integer()),
        files: Type.Integer(),
        filesIncomplete: Type.Integer(),
        records: Type.Integer(),
        findings: Type.Integer(),
        notCovered: Type.Array(Type.String(), { description: 'What was not looked at, in words.' }),
      },
      'The answer in short, with what it covers.',
    ),
  },
  'Answer to `check`.',
);
export type Report = Frozen<Static<typeof ReportSchema>>;
export type CoverageStatus = Coverage['status'];
