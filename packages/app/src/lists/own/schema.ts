import type { EntryMaker } from '../field/index.ts';

const SCHEMAS: readonly (readonly [word: RegExp, schema: EntryMaker['schema']])[] = [
  [/^(?:person|individual|natural person)$/i, 'Person'],
  [/^(?:company|corporation|business)$/i, 'Company'],
  [/^(?:organization|organisation|public ?body)$/i, 'Organization'],
  [/^(?:vessel|ship)$/i, 'Vessel'],
  [/^(?:airplane|aircraft)$/i, 'Airplane'],
  [/^(?:crypto ?wallet)$/i, 'CryptoWallet'],
  [/^address$/i, 'Address'],
];

/** Schema of FollowTheMoney by its name or a common word; LegalEntity for anything else. */
export function schemaOf(name: string): EntryMaker['schema'] {
  return SCHEMAS.find(([word]) => word.test(name.trim()))?.[1] ?? 'LegalEntity';
}
