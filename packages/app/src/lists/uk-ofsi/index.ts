import type { ListSource } from '../list-source.ts';
import { ofsiCsv } from './ofsi-csv.ts';

/** History only: the UK Sanctions List replaced it on 28 January 2026. */
export const UK_OFSI: ListSource = {
  list: 'uk-ofsi',
  title: 'OFSI consolidated list of financial sanctions targets (until January 2026)',
  publisher: 'HM Treasury, Office of Financial Sanctions Implementation',
  formats: [ofsiCsv],
  // It is over, so it cannot get stale.
  staleAfterDays: Number.POSITIVE_INFINITY,
  isExpected: false,
  note: 'Open Government Licence v3: name the source; not published any more',
};
