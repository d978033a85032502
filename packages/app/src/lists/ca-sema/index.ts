import type { ListSource } from '../list-source.ts';
import { semaXml } from './sema-xml.ts';

export const CA_SEMA: ListSource = {
  list: 'ca-sema',
  title: 'Consolidated Canadian Autonomous Sanctions List',
  publisher: 'Global Affairs Canada',
  formats: [semaXml],
  staleAfterDays: 7,
  isExpected: false,
  note: 'no address to fetch it from is verified: import the file',
};
