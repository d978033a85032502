import type { FactWord } from '../fact-word.ts';

/** Facts about federal contracts and systems. */
export const FEDERAL_FACTS = {
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
} as const satisfies Readonly<Record<string, FactWord>>;
