import Type from 'typebox';
import type { Static } from 'typebox';
import { SIGN_OPS, type SignOp } from './catalog.ts';
import type { Frozen } from './frozen.ts';
import { ProductIdSchema, SignIdSchema } from './id.ts';
import { SourcePointerSchema } from './record.ts';
import { InstantTextSchema } from './time.ts';
import { PROTECTIONS, REMOVALS, SIGN_FIELDS, TRACE_KINDS, VERDICTS } from './vocabulary/index.ts';
import { closed, wordSchema } from './words.ts';

const TraceKindSchema = wordSchema(TRACE_KINDS, 'Kind of thing.');

export const ProtectionReportSchema = closed(
  {
    status: wordSchema(PROTECTIONS, 'What is known of the protection of the host.'),
    products: Type.Array(
      closed(
        {
          name: Type.String({ description: 'As it is registered with the system.' }),
          isOn: Type.Optional(Type.Boolean()),
          isCurrent: Type.Optional(Type.Boolean()),
          updates: Type.Optional(
            wordSchema(VERDICTS, 'What the rules say of its updates, when it is a watched one.'),
          ),
          source: SourcePointerSchema,
        },
        'A security product the system names.',
      ),
    ),
    until: Type.Optional(InstantTextSchema),
    because: Type.String(),
  },
  'What protects a host. `until` is when its updates stop by law.',
);
export type ProtectionReport = Frozen<Static<typeof ProtectionReportSchema>>;

export const RemovalReportSchema = closed(
  {
    status: wordSchema(REMOVALS, 'How far products of watched makers are gone.'),
    left: Type.Array(
      closed(
        {
          kind: TraceKindSchema,
          value: Type.String(),
          sign: SignIdSchema,
          source: SourcePointerSchema,
        },
        'Something of a product that is there.',
      ),
    ),
    notLookedAt: Type.Array(TraceKindSchema, {
      description: 'Kinds of traces of which no record of the host says anything.',
    }),
    because: Type.String(),
  },
  'Whether what was found is gone from a host.',
);
export type RemovalReport = Frozen<Static<typeof RemovalReportSchema>>;

export const HostReportSchema = closed(
  {
    host: Type.String(),
    records: Type.Integer(),
    findings: Type.Integer(),
    verdict: Type.Union([wordSchema(VERDICTS, 'Most severe finding.'), Type.Null()]),
    privilege: Type.Integer({ description: 'Highest privilege found, 0 to 5.' }),
    protection: ProtectionReportSchema,
    removal: RemovalReportSchema,
  },
  'One host and what was found on it.',
);
export type HostReport = Frozen<Static<typeof HostReportSchema>>;

export const ChecklistSchema = closed(
  {
    product: ProductIdSchema,
    name: Type.String(),
    items: Type.Array(
      closed(
        {
          kind: TraceKindSchema,
          field: wordSchema(SIGN_FIELDS, 'Field it is looked for in.'),
          op: Type.Unsafe<SignOp>({ type: 'string', enum: [...SIGN_OPS] }),
          value: Type.String(),
          example: Type.String({ description: 'A value that matches.' }),
          sign: SignIdSchema,
        },
        'Something the product is known to bring.',
      ),
    ),
  },
  'What must be gone before a product is: a later check looks for every item.',
);
export type Checklist = Frozen<Static<typeof ChecklistSchema>>;
