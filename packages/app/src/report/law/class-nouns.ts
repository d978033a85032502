import type { BoundClass } from '@interdict/core';

/** Classes of persons as they stand after `you are`. */
const NOUNS: Readonly<Record<BoundClass, string>> = {
  'us-person': 'a US person',
  'person-in-us': 'a person in the United States',
  'non-us-person': 'no US person',
  'non-us-person-subject-ear': 'a non-US person under the EAR',
  'federal-agency': 'a US federal agency',
  'federal-civilian-agency': 'a US federal civilian agency',
  dod: 'the US Department of Defense or part of it',
  ic: 'an element of the US intelligence community',
  'federal-contractor': 'a US federal contractor',
  'federal-subcontractor': 'a subcontractor under a US federal contract',
  grantee: 'a recipient of US federal grants or loans',
  'fcc-subsidy-recipient': 'a recipient of an FCC subsidy',
  'equipment-applicant': 'an applicant for an FCC equipment authorization',
  importer: 'an importer',
  carrier: 'a telecommunications carrier',
  'state-agency': 'a state agency',
  'local-government': 'a local government',
  'higher-education': 'an institution of higher education',
  'critical-infrastructure-operator': 'an operator of critical infrastructure',
  reseller: 'a reseller or managed-service provider',
  'named-vendor': 'the company the rule is about',
  'au-commonwealth-entity': 'an Australian non-corporate Commonwealth entity',
  'ca-department': 'a department of the Government of Canada',
  'uk-telecom-provider-directed': 'a UK telecom provider named in a direction',
  'central-government': 'a ministry or agency of a central government',
  'public-authority': 'a public authority',
  'vehicle-manufacturer': 'a vehicle manufacturer',
  'private-organization': 'a private organization',
  'natural-person': 'a human being',
};

/** `a US federal contractor`; a word the vocabulary does not have stays as it is. */
export function classNoun(word: string): string {
  return Object.hasOwn(NOUNS, word) ? NOUNS[word as BoundClass] : word;
}
