import type { ListEntrySchemaName } from '../../model/index.ts';
import type { LegalClass, NameMode, TokenKind } from '../normalize/name.ts';

/** Words as the small numbers that snapshots hold. The order is part of the format. */
export const KINDS: readonly TokenKind[] = [
  'word',
  'number',
  'initial',
  'particle',
  'title',
  'suffix',
  'legal-form',
];

/** Kinds up to this one are looked up and weighed; the others only tell equal names apart. */
export const LAST_WEIGHED_KIND = 2;
export const KIND_NUMBER = 1;
export const KIND_INITIAL = 2;

export const LEGAL_CLASSES: readonly LegalClass[] = [
  'limited',
  'joint-stock',
  'corporation',
  'partnership',
  'state',
  'cooperative',
  'foundation',
  'sole',
];

export const MODES: readonly NameMode[] = ['any', 'person', 'organization'];

export const SCHEMAS: readonly ListEntrySchemaName[] = [
  'LegalEntity',
  'Person',
  'Company',
  'Organization',
  'Vessel',
  'Airplane',
  'CryptoWallet',
  'Address',
];

export const ROLES = ['name', 'alias', 'weakAlias', 'previousName', 'abbreviation'] as const;

export const FACTS = ['birthDate', 'country', 'gender', 'address'] as const;
export type FactKind = (typeof FACTS)[number];

export function codeOf<Word extends string>(words: readonly Word[], word: Word): number {
  return words.indexOf(word);
}

export function modeOf(schema: string): NameMode {
  switch (schema) {
    case 'Person':
      return 'person';
    case 'Company':
    case 'Organization':
    case 'PublicBody':
    case 'Vessel':
    case 'Airplane':
      return 'organization';
    default:
      return 'any';
  }
}
