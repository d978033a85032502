import type { ListSource } from '../list-source.ts';
import { fsfCsv } from './fsf-csv.ts';
import { fsfXml } from './fsf-xml.ts';

/** Ten times the file of 2026. */
const BYTES_MAX = 256 * 1024 * 1024;

export const EU_FSF: ListSource = {
  list: 'eu-fsf',
  title: 'EU consolidated list of financial sanctions (Financial Sanctions File)',
  publisher: 'European Commission',
  formats: [fsfXml, fsfCsv],
  entriesMin: 1000,
  staleAfterDays: 3,
  isExpected: true,
  fetch: {
    bytesMax: BYTES_MAX,
    async locate() {
      // The token is the public one the Commission prints on its page ("token-2017").
      const folder = 'https://webgate.ec.europa.eu/fsd/fsf/public/files';
      const url = `${folder}/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw`;
      return [{ url }];
    },
  },
};
