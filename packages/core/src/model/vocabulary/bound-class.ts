import type { Word } from './word.ts';

export interface BoundClassWord extends Word {
  /** What the class says about being a US person, where it says anything. */
  readonly usPerson?: boolean;
}

/** Classes of persons a rule can bind, version 1. */
export const BOUND_CLASSES = {
  'us-person': {
    meaning: 'US citizen, permanent resident, or entity organized under US law, anywhere.',
    usPerson: true,
  },
  'person-in-us': { meaning: 'Any person while in the United States.', usPerson: true },
  'non-us-person': { meaning: 'Neither a US person nor in the United States.', usPerson: false },
  'non-us-person-subject-ear': {
    meaning: 'Non-US person who moves items subject to the Export Administration Regulations.',
    usPerson: false,
  },
  'federal-agency': { meaning: 'Any US federal department, agency or element.', usPerson: true },
  'federal-civilian-agency': {
    meaning: 'US federal civilian executive department or agency.',
    usPerson: true,
  },
  dod: { meaning: 'US Department of Defense or a part of it.', usPerson: true },
  ic: { meaning: 'Element of the US intelligence community.', usPerson: true },
  'federal-contractor': { meaning: 'Holds a US federal prime contract.' },
  'federal-subcontractor': { meaning: 'Performs part of a US federal contract.' },
  grantee: { meaning: 'Receives US federal loan or grant money.' },
  'fcc-subsidy-recipient': { meaning: 'Receives a subsidy administered by the FCC.' },
  'equipment-applicant': { meaning: 'Applies for an FCC equipment authorization.' },
  importer: { meaning: 'Imports goods.' },
  carrier: { meaning: 'Carries telecommunications for the public.' },
  'state-agency': { meaning: 'Agency of a state government.', usPerson: true },
  'local-government': { meaning: 'County, city, town or special district.' },
  'higher-education': { meaning: 'Institution of higher education.' },
  'critical-infrastructure-operator': {
    meaning: 'Operates water, power, transport, health or other critical infrastructure.',
  },
  reseller: { meaning: 'Resells products or services of others, or manages them for customers.' },
  'named-vendor': { meaning: 'The company a rule is about, with those the rule counts to it.' },
  'au-commonwealth-entity': {
    meaning: 'Australian non-corporate Commonwealth entity.',
    usPerson: false,
  },
  'ca-department': { meaning: 'Department of the Government of Canada.', usPerson: false },
  'uk-telecom-provider-directed': {
    meaning: 'UK telecom provider named in a designated vendor direction.',
    usPerson: false,
  },
  'central-government': {
    meaning: 'Ministry or agency of the central government of a state other than the US.',
    usPerson: false,
  },
  'public-authority': {
    meaning: 'Public administration or body of a state other than the US; the country says which.',
    usPerson: false,
  },
  'vehicle-manufacturer': { meaning: 'Makes or assembles road vehicles.' },
  'private-organization': { meaning: 'Company or association without public functions.' },
  'natural-person': { meaning: 'A human being.' },
} as const satisfies Readonly<Record<string, BoundClassWord>>;

export type BoundClass = keyof typeof BOUND_CLASSES;

/** Wider classes that a narrower one implies. */
export const BOUND_CLASS_IMPLIES = {
  'federal-civilian-agency': ['federal-agency'],
  dod: ['federal-agency'],
  ic: ['federal-agency'],
  'central-government': ['public-authority'],
} as const satisfies Partial<Record<BoundClass, readonly BoundClass[]>>;

export function isBoundClass(word: string): word is BoundClass {
  return Object.hasOwn(BOUND_CLASSES, word);
}
