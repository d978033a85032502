import type { FactWord } from '../fact-word.ts';

/** Facts about a deal and who takes part in it. */
export const DEAL_FACTS = {
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
  usNexus: {
    type: 'boolean',
    meaning: 'It happens in the United States or on a system of a US person.',
    question: 'Does it happen in the United States or on a US person’s system?',
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
  branded: {
    type: 'boolean',
    meaning: 'The product carries the maker’s own brand.',
    question: 'Does the product carry the maker’s own brand?',
  },
} as const satisfies Readonly<Record<string, FactWord>>;
