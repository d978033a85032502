import type { ListSource } from '../list-source.ts';
import { unXml } from './un-xml.ts';

/** Ten times the file of 2026, and more. */
const BYTES_MAX = 32 * 1024 * 1024;

export const UN_SC: ListSource = {
  list: 'un-sc',
  title: 'United Nations Security Council Consolidated List',
  publisher: 'United Nations Security Council',
  formats: [unXml],
  entriesMin: 500,
  staleAfterDays: 3,
  isExpected: true,
  fetch: {
    bytesMax: BYTES_MAX,
    // Bare clients have been answered with 404.
    userAgent: 'Mozilla/5.0 (compatible; Interdict)',
    async locate() {
      return [{ url: 'https://scsanctions.un.org/resources/xml/en/consolidated.xml' }];
    },
  },
};
