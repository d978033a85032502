import type { TUnsafe } from 'typebox';
import { brandedString } from './words.ts';

export type RuleId = string & { readonly ruleId: true };
export type PartyId = string & { readonly partyId: true };
export type GroupId = string & { readonly groupId: true };
export type ProductId = string & { readonly productId: true };
export type SignId = string & { readonly signId: true };

const ID_PATTERN = '^[a-z0-9]+([-.][a-z0-9]+)*$';

export const RuleIdSchema: TUnsafe<RuleId> = brandedString<RuleId>(
  'Rule id that speaks: jurisdiction, authority, short name, in lower-case letters, digits and ' +
    'hyphens. Never renumbered.',
  ID_PATTERN,
);
export const PartyIdSchema: TUnsafe<PartyId> = brandedString<PartyId>(
  'Party id, in lower-case letters, digits and hyphens.',
  ID_PATTERN,
);
export const GroupIdSchema: TUnsafe<GroupId> = brandedString<GroupId>(
  'Id of a group of parties, in lower-case letters, digits and hyphens.',
  ID_PATTERN,
);
export const ProductIdSchema: TUnsafe<ProductId> = brandedString<ProductId>(
  'Product id, in lower-case letters, digits and hyphens.',
  ID_PATTERN,
);
export const SignIdSchema: TUnsafe<SignId> = brandedString<SignId>(
  'Sign id: party or product, field and a counting part.',
  '^[a-z0-9]+([-._][a-z0-9]+)*$',
);
