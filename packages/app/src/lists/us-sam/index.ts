import type { ListSource } from '../list-source.ts';
import { samCsv } from './sam-csv.ts';

export const US_SAM: ListSource = {
  list: 'us-sam-exclusions',
  title: 'SAM.gov exclusions',
  publisher: 'US General Services Administration',
  formats: [samCsv],
  staleAfterDays: 3,
  isExpected: false,
  note: 'SAM.gov wants a key and makes extracts on request: download the extract and import it',
};
