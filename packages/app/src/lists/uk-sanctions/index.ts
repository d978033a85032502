import type { ListSource } from '../list-source.ts';
import { ukCsv } from './uk-csv.ts';
import { ukXml } from './uk-xml.ts';

const BYTES_MAX = 256 * 1024 * 1024;

export const UK_SANCTIONS: ListSource = {
  list: 'uk-sanctions',
  title: 'UK Sanctions List',
  publisher: 'UK Foreign, Commonwealth and Development Office',
  formats: [ukCsv, ukXml],
  entriesMin: 1000,
  staleAfterDays: 3,
  isExpected: true,
  fetch: {
    bytesMax: BYTES_MAX,
    async locate() {
      const url = 'https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.csv';
      return [{ url }];
    },
  },
  note: 'Open Government Licence v3: name the source',
};

export { addUkName, ukSchema, type UkFields } from './designation.ts';
export { finished } from './uk-csv.ts';
