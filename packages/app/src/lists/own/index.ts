import type { ListSource } from '../list-source.ts';
import { ownCsv } from './own-csv.ts';
import { ownJson } from './own-json.ts';

/** Lists an organization keeps itself: `own.blocked-suppliers`. */
export const OWN: ListSource = {
  list: 'own',
  isFamily: true,
  title: 'list of your own',
  publisher: 'your organization',
  formats: [ownCsv, ownJson],
  staleAfterDays: Number.POSITIVE_INFINITY,
  isExpected: false,
};
export { schemaOf } from './schema.ts';
