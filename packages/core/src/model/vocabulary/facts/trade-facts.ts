import type { FactWord } from '../fact-word.ts';

/** Facts about exports, reexports and transfers. */
export const TRADE_FACTS = {
  subjectToEar: {
    type: 'boolean',
    meaning: 'The item is subject to the US Export Administration Regulations.',
    question: 'Is the item subject to the EAR (US origin or content, EAR99 included)?',
  },
  eccn: {
    type: 'text',
    meaning: 'Export control classification number, or EAR99.',
    question: 'What is the export classification (ECCN or EAR99)?',
  },
  published: {
    type: 'boolean',
    meaning: 'The software or technology is published and open to the public.',
    question: 'Is it published, open to anyone without restriction?',
  },
  aboardCarrierAt: {
    type: 'date',
    meaning: 'Date on which the goods were aboard a carrier to a port, on an actual order.',
    question: 'When were the goods aboard a carrier to the port of export?',
  },
  purchaser: {
    type: 'party',
    meaning: 'Purchaser in the export transaction, when not the counterparty.',
    question: 'Who is the purchaser?',
  },
  intermediateConsignee: {
    type: 'party',
    meaning: 'Intermediate consignee in the export transaction.',
    question: 'Who is the intermediate consignee?',
  },
  ultimateConsignee: {
    type: 'party',
    meaning: 'Ultimate consignee in the export transaction.',
    question: 'Who is the ultimate consignee?',
  },
  endUser: {
    type: 'party',
    meaning: 'End user of what is exported.',
    question: 'Who is the end user?',
  },
  licenseHeld: {
    type: 'boolean',
    meaning: 'A license or authorization that covers this is held.',
    question: 'Do you hold a license that covers this?',
  },
} as const satisfies Readonly<Record<string, FactWord>>;
