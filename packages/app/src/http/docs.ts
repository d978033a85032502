import Type from 'typebox';
import type { TSchema } from 'typebox';
import {
  DecisionSchema,
  ProblemSchema,
  ProfileSchema,
  ReportSchema,
  TransactionSchema,
} from '@interdict/core';
import { APP_PROBLEMS, type AppProblemCode } from '../problems.ts';

const ProblemBodySchema = Type.Object(
  {
    type: Type.String({ description: 'urn:interdict:problem: and the code.' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'What is wrong, and what to do.' }),
    code: Type.Unsafe<AppProblemCode>({ type: 'string', enum: Object.keys(APP_PROBLEMS) }),
    requestId: Type.Optional(Type.String({ description: 'As in the log of the server.' })),
    problems: Type.Optional(Type.Array(ProblemSchema)),
  },
  { additionalProperties: false, description: 'What went wrong, after RFC 9457.' },
);

/** A transaction as it is sent: it may name its own format. */
const SentTransactionSchema = Type.Object(
  {
    ...TransactionSchema.properties,
    schema: Type.Optional(Type.Literal('interdict.transaction/1')),
  },
  { additionalProperties: false, description: 'Something that was or is to be done.' },
);

type ComponentName = 'Decision' | 'Problem' | 'Profile' | 'Report' | 'Transaction';

/** Schemas that stand in the document once, by the names under which routes refer to them. */
export const COMPONENTS: Readonly<Record<ComponentName, TSchema>> = {
  Decision: DecisionSchema,
  Problem: ProblemBodySchema,
  Profile: ProfileSchema,
  Report: ReportSchema,
  Transaction: SentTransactionSchema,
};

/** A schema of the document by its name. */
export function componentRef(name: ComponentName): TSchema {
  return Type.Ref(`${name}#`);
}

/** A request of the documentation, to be sent as it stands. */
interface DocExample {
  readonly summary: string;
  readonly value: unknown;
}

interface DocBody {
  readonly description: string;
  /** Media types with what the body then is. */
  readonly types: Readonly<Record<string, TSchema>>;
  /** By name; each can be sent as every one of the types that are not multipart. */
  readonly examples: Readonly<Record<string, DocExample>>;
}

/** What the documentation says of a route, beside its parameters. */
export interface RouteDocs {
  readonly id: string;
  readonly tag: 'answers' | 'rulebook' | 'server';
  readonly summary: string;
  readonly description?: string;
  readonly body?: DocBody;
  readonly answer: string;
  /** Media types of the answer with what it then is. */
  readonly answers: Readonly<Record<string, TSchema>>;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    docs?: RouteDocs;
  }
}
