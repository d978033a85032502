import Type from 'typebox';
import type { Static } from 'typebox';
import { SourceSchema } from './cite.ts';
import type { Frozen } from './frozen.ts';
import { GroupIdSchema, PartyIdSchema, ProductIdSchema, SignIdSchema } from './id.ts';
import { DateTextSchema } from './time.ts';
import { PRESENCES, PRODUCT_CLASSES, SIGN_FIELDS } from './vocabulary/index.ts';
import { closed, wordSchema } from './words.ts';

export const PrivilegeSchema = Type.Unsafe<0 | 1 | 2 | 3 | 4 | 5>({
  type: 'integer',
  minimum: 0,
  maximum: 5,
  description: 'What it can do to the system it is on, 0 (visit) to 5 (kernel).',
});

export const ProductSchema = closed(
  {
    id: ProductIdSchema,
    maker: Type.Unsafe<Static<typeof PartyIdSchema>>({
      ...PartyIdSchema,
      description: 'Party that makes it.',
    }),
    name: Type.String(),
    aliases: Type.Optional(Type.Array(Type.String())),
    class: wordSchema(PRODUCT_CLASSES, 'Kind of product.'),
    platforms: Type.Optional(Type.Array(Type.String())),
    purelyInformational: Type.Optional(Type.Boolean()),
    privilege: Type.Optional(PrivilegeSchema),
    from: Type.Optional(DateTextSchema),
    to: Type.Optional(DateTextSchema),
    note: Type.Optional(Type.String()),
    sources: Type.Array(Type.String(), { minItems: 1 }),
  },
  'What a party makes.',
);
export type Product = Frozen<Static<typeof ProductSchema>>;

export const SIGN_OPS = [
  'eq',
  'eq-org',
  'prefix',
  'suffix-domain',
  'under-namespace',
  'token-seq',
  'path-segment',
  'regex',
] as const;
export type SignOp = (typeof SIGN_OPS)[number];

export const StrengthSchema = Type.Union(
  [Type.Literal('A'), Type.Literal('B'), Type.Literal('C'), Type.Literal('neg')],
  {
    description:
      'A identifies alone; B is strong and wants one more of another origin; C only supports; ' +
      'neg keeps the subject from being identified.',
  },
);
export type Strength = Static<typeof StrengthSchema>;

export const SignSchema = closed(
  {
    id: SignIdSchema,
    party: Type.Optional(PartyIdSchema),
    product: Type.Optional(ProductIdSchema),
    field: wordSchema(SIGN_FIELDS, 'Field it is bound to.'),
    op: Type.Unsafe<SignOp>({ type: 'string', enum: [...SIGN_OPS], description: 'Comparison.' }),
    value: Type.String({ minLength: 1 }),
    strength: StrengthSchema,
    verified: Type.Boolean({ description: 'Seen at its source. Never A when false.' }),
    implies: Type.Optional(wordSchema(PRESENCES, 'State it shows.')),
    privilege: Type.Optional(PrivilegeSchema),
    from: Type.Optional(DateTextSchema),
    to: Type.Optional(DateTextSchema),
    note: Type.Optional(Type.String()),
    sources: Type.Array(Type.String(), { minItems: 1 }),
    test: closed(
      {
        yes: Type.Array(Type.String(), { minItems: 1 }),
        no: Type.Array(Type.String(), { minItems: 1 }),
      },
      'Values of the field that must and must not match.',
    ),
  },
  'One way a product or party shows itself.',
);
export type Sign = Frozen<Static<typeof SignSchema>>;

export const EmbeddingSchema = closed(
  {
    id: SignIdSchema,
    host: closed(
      {
        name: Type.String(),
        aliases: Type.Optional(Type.Array(Type.String())),
        maker: Type.String(),
        class: wordSchema(PRODUCT_CLASSES, 'Kind of the host product.'),
      },
      'Product of another maker that holds it.',
    ),
    embedded: Type.Union([ProductIdSchema, Type.Null()], {
      description: 'Product inside; null when the host is known NOT to hold it.',
    }),
    how: Type.Union([
      Type.Literal('engine'),
      Type.Literal('white-label'),
      Type.Literal('sdk'),
      Type.Literal('module'),
      Type.Literal('preload'),
      Type.Literal('successor'),
    ]),
    versions: Type.Optional(
      Type.Array(
        closed(
          { from: Type.Optional(Type.String()), before: Type.Optional(Type.String()) },
          'Half-open range of host versions.',
        ),
      ),
    ),
    from: Type.Optional(DateTextSchema),
    to: Type.Optional(DateTextSchema),
    optional: Type.Boolean({ description: 'The customer chooses the engine.' }),
    replacedBy: Type.Optional(Type.String()),
    strength: Type.Union([StrengthSchema, Type.Literal('D')]),
    verified: Type.Boolean(),
    period: Type.Optional(Type.String({ description: 'Period in the words of the source.' })),
    note: Type.Optional(Type.String()),
    sources: Type.Array(Type.String(), { minItems: 1 }),
  },
  'A product inside another maker’s product.',
);
export type Embedding = Frozen<Static<typeof EmbeddingSchema>>;

export const CatalogFileSchema = closed(
  {
    schema: Type.Literal('interdict.catalog/1'),
    group: GroupIdSchema,
    sources: Type.Record(Type.String(), SourceSchema),
    products: Type.Array(ProductSchema),
    signs: Type.Array(SignSchema),
    embeddings: Type.Array(EmbeddingSchema),
  },
  'A file of the catalog: products, signs and embeddings around one group of parties.',
);
export type CatalogFile = Frozen<Static<typeof CatalogFileSchema>>;
