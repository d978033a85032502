import type { ListSource } from '../list-source.ts';
import type { FetchPlan } from '../list-source.ts';
import { ofacDelta } from './delta-xml.ts';
import { ofacAdvanced } from './advanced-xml.ts';
import { ofacCsv } from './sdn-csv.ts';
import { ofacEnhanced } from './enhanced-xml.ts';
import { ofacXml } from './sdn-xml.ts';

const PUBLISHER = 'US Department of the Treasury, Office of Foreign Assets Control';

/** Twice the largest of its files, SDN_ADVANCED.XML. */
const BYTES_MAX = 256 * 1024 * 1024;

/** Each export is a redirect to an address that is good for an hour. */
function exportOf(name: string): FetchPlan {
  const folder = 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports';
  return {
    bytesMax: BYTES_MAX,
    async locate() {
      return [{ url: `${folder}/${name}` }];
    },
  };
}

export const US_OFAC_SDN: ListSource = {
  list: 'us-ofac-sdn',
  title: 'Specially Designated Nationals and Blocked Persons List',
  publisher: PUBLISHER,
  formats: [ofacEnhanced, ofacAdvanced, ofacXml, ofacCsv, ofacDelta],
  entriesMin: 5000,
  staleAfterDays: 3,
  isExpected: true,
  fetch: exportOf('SDN_ENHANCED.XML'),
};

export const US_OFAC_CONS: ListSource = {
  list: 'us-ofac-cons',
  title: 'Consolidated Sanctions List (non-SDN)',
  publisher: PUBLISHER,
  formats: [ofacEnhanced, ofacAdvanced, ofacXml, ofacCsv, ofacDelta],
  staleAfterDays: 3,
  isExpected: true,
  fetch: exportOf('CONS_ENHANCED.XML'),
};
