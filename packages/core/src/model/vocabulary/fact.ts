import type { Word } from './word.ts';

export type FactType = 'boolean' | 'text' | 'number' | 'date' | 'party';

export interface FactWord extends Word {
  readonly type: FactType;
  /** The question to put to a person when the fact is missing. */
  readonly question: string;
  /** Closed set of values, where there is one. */
  readonly values?: readonly string[];
}

/** Facts a transaction can state under `facts`, version 1. */
export const FACTS = {
  purelyInformational: {
    type: 'boolean',
    meaning: 'The product or service only informs or teaches and installs nothing.',
    question: 'Is it purely informational or educational, with nothing installed or updated?',
  },
  supplyAgreementDate: {
    type: 'date',
    meaning: 'Date of the agreement under which the stock was supplied.',
    question: 'On what date was the agreement made under which this stock was supplied?',
  },
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
  signatory: {
    type: 'party',
    meaning: 'Person who signs for the counterparty.',
    question: 'Who signs for the counterparty?',
  },
  payee: {
    type: 'party',
    meaning: 'Person who is paid, when not the counterparty.',
    question: 'Who is paid?',
  },
  licenseHeld: {
    type: 'boolean',
    meaning: 'A license or authorization that covers this is held.',
    question: 'Do you hold a license that covers this?',
  },
  usNexus: {
    type: 'boolean',
    meaning: 'It happens in the United States or on a system of a US person.',
    question: 'Does it happen in the United States or on a US person’s system?',
  },
  governmentUse: {
    type: 'boolean',
    meaning: 'The article is provided for use by the US Government.',
    question: 'Will the US Government use the article?',
  },
  usedInContract: {
    type: 'boolean',
    meaning: 'It is used in developing data or deliverables of a federal contract.',
    question: 'Is it used in making anything delivered under a federal contract?',
  },
  clauseVersion: {
    type: 'text',
    meaning: 'Version (month) of the clause in the contract, as YYYY-MM.',
    question: 'Which version of the clause is in the contract (month and year in its heading)?',
  },
  discoveredAt: {
    type: 'date',
    meaning: 'Date on which the article was identified or notified.',
    question: 'On what date was it discovered?',
  },
  holdsBlockedProperty: {
    type: 'boolean',
    meaning: 'Property of a blocked person is held or under control.',
    question: 'Do you hold property or funds of the blocked person?',
  },
  rejectedTransaction: {
    type: 'boolean',
    meaning: 'A transaction was rejected because of the rule.',
    question: 'Did you reject the transaction?',
  },
  federalSystem: {
    type: 'boolean',
    meaning: 'The system is a federal information system.',
    question: 'Is it a federal information system?',
  },
  nationalSecuritySystem: {
    type: 'boolean',
    meaning: 'The system is a national security system.',
    question: 'Is it a national security system?',
  },
  branded: {
    type: 'boolean',
    meaning: 'The product carries the maker’s own brand.',
    question: 'Does the product carry the maker’s own brand?',
  },
} as const satisfies Readonly<Record<string, FactWord>>;

export type FactName = keyof typeof FACTS;

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACTS, name);
}

/** The definition of a fact, read without its literal type. */
export function factWord(name: FactName): FactWord {
  return FACTS[name];
}
