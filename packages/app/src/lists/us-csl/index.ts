import type { ListSource } from '../list-source.ts';
import { cslCsv } from './csl-csv.ts';
import { cslJson } from './csl-json.ts';

/** Several times the JSON of 2024. */
const BYTES_MAX = 256 * 1024 * 1024;

export const US_CSL: ListSource = {
  list: 'us-csl',
  title: 'Consolidated Screening List',
  publisher: 'US Department of Commerce, International Trade Administration',
  formats: [cslCsv, cslJson],
  entriesMin: 7000,
  staleAfterDays: 2,
  isExpected: true,
  fetch: {
    bytesMax: BYTES_MAX,
    async locate() {
      const folder = 'https://data.trade.gov/downloadable_consolidated_screening_list/v1';
      return [{ url: `${folder}/consolidated.csv` }];
    },
  },
};
