import Type from 'typebox';
import { GroupIdSchema, PartyIdSchema, type GroupId, type PartyId } from './id.ts';

/**
 * How a party stands to the named ones.
 * `self`: it is one of them. `member`: it is counted to the group, as affiliate, subsidiary,
 * parent, successor or assignee. `owned`: named parties together own a share of it, directly
 * or through chains.
 */
export interface Related {
  readonly relation: 'self' | 'member' | 'owned';
  readonly parties?: readonly PartyId[];
  readonly group?: GroupId;
  /** Parties that stand on this list at the time asked about. */
  readonly list?: string;
  /** Aggregate share from which `owned` is true, in percent. */
  readonly percentMin?: number;
  /** What `owned` is when no owner has been stated. */
  readonly ifUnstated?: 'unknown' | 'no';
}

export type Scalar = string | number | boolean;

/** A condition over facts: three-valued, closed, without loops or calls. */
export type Cond =
  | { readonly all: readonly Cond[] }
  | { readonly any: readonly Cond[] }
  | { readonly not: Cond }
  /** Something inside the item meets the condition; `item` in it is that thing. */
  | { readonly inside: Cond }
  /** A defined term of the rule. */
  | { readonly term: string }
  | { readonly fact: string; readonly op: 'eq'; readonly value: Scalar }
  | { readonly fact: string; readonly op: 'in' | 'has'; readonly value: readonly Scalar[] }
  | { readonly fact: string; readonly op: 'gte' | 'lt'; readonly value: string | number }
  | { readonly fact: string; readonly op: 'exists'; readonly value: boolean }
  | { readonly fact: string; readonly op: 'related'; readonly value: Related };

const ScalarSchema = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);
const FactPathSchema = Type.String({
  description: 'Path of a fact: actor, counterparty, supplier, customer, item or facts.',
  pattern: '^(actor|counterparty|supplier|customer|item|facts)\\.[A-Za-z]+$',
});

const RelatedSchema = Type.Object(
  {
    relation: Type.Union([Type.Literal('self'), Type.Literal('member'), Type.Literal('owned')]),
    parties: Type.Optional(Type.Array(PartyIdSchema)),
    group: Type.Optional(GroupIdSchema),
    list: Type.Optional(Type.String()),
    percentMin: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 100 })),
    ifUnstated: Type.Optional(Type.Union([Type.Literal('unknown'), Type.Literal('no')])),
  },
  { additionalProperties: false },
);

function leaf<T extends Parameters<typeof Type.Object>[0][string]>(ops: string[], value: T) {
  return Type.Object(
    { fact: FactPathSchema, op: Type.Unsafe<string>({ type: 'string', enum: ops }), value },
    { additionalProperties: false },
  );
}

/** Schema of {@link Cond}; recursive by reference to itself. */
export const CondSchema = Type.Unsafe<Cond>(
  Type.Cyclic(
    {
      Cond: Type.Union([
        Type.Object({ all: Type.Array(Type.Ref('Cond')) }, { additionalProperties: false }),
        Type.Object({ any: Type.Array(Type.Ref('Cond')) }, { additionalProperties: false }),
        Type.Object({ not: Type.Ref('Cond') }, { additionalProperties: false }),
        Type.Object({ inside: Type.Ref('Cond') }, { additionalProperties: false }),
        Type.Object({ term: Type.String() }, { additionalProperties: false }),
        leaf(['eq'], ScalarSchema),
        leaf(['in', 'has'], Type.Array(ScalarSchema, { minItems: 1 })),
        leaf(['gte', 'lt'], Type.Union([Type.String(), Type.Number()])),
        leaf(['exists'], Type.Boolean()),
        leaf(['related'], RelatedSchema),
      ]),
    },
    'Cond',
  ),
);
