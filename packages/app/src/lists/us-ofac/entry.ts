import type { ListEntrySchemaName } from '@interdict/core';
import { parsePersonName, type EntryMaker, type StatementPlace } from '../field/index.ts';

/** FollowTheMoney schema of OFAC's word for what an entry is. */
export function schemaOf(type: string): ListEntrySchemaName {
  switch (type.trim().toLowerCase()) {
    case 'individual':
      return 'Person';
    case 'vessel':
      return 'Vessel';
    case 'aircraft':
      return 'Airplane';
    default:
      // OFAC does not tell companies from other organizations.
      return 'LegalEntity';
  }
}

/** Property of a name by OFAC's kind (`aka`, `A.K.A.`, `fka`, `nka`) and quality. */
export function nameProperty(kind: string, isWeak: boolean): string {
  if (isWeak) return 'weakAlias';
  const letters = kind.toLowerCase().replaceAll('.', '');
  return letters === '' ? 'name' : letters.startsWith('fka') ? 'previousName' : 'alias';
}

/** Adds a name that is written `LAST, First`, and the halves of the main one. */
export function addPersonName(
  maker: EntryMaker,
  property: string,
  text: string,
  place: StatementPlace,
): void {
  const { full, first, last } = parsePersonName(text);
  maker.add(property, full, { ...place, original: text });
  if (property !== 'name') return;
  maker.add('firstName', first, place);
  maker.add('lastName', last, place);
}

/** `A] [B` and `[A] [B]` as programs of their own. */
export function addPrograms(maker: EntryMaker, text: string): void {
  for (const program of text.split(/\]\s*\[/)) maker.addProgram(program.replaceAll(/[[\]]/g, ''));
}
