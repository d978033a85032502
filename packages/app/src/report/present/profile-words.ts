import type { Profile } from '@interdict/core';
import { visibleText } from '../text/index.ts';
import { plainWord } from './words.ts';

/** `US-TX`, or that the place is not stated. */
export function profilePlace({ country, state }: Profile): string {
  if (country === undefined) return 'country not stated';
  return visibleText(state === undefined ? country : `${country}-${state}`);
}

/** Organization, place and classes. */
export function profileWords(profile: Profile): string {
  const { name, classes } = profile;
  const shown = classes === undefined ? '' : classes.map(plainWord).join(', ');
  const who = `${visibleText(name)} (${profilePlace(profile)})`;
  return shown === '' ? who : `${who}: ${shown}`;
}

/** What is not known of the organization, as the rules ask for it; empty when all is stated. */
export function unknownWords({ classes, classesUnknown = [] }: Profile): string {
  if (classes === undefined) return 'which classes of person apply to you';
  if (classesUnknown.length === 0) return '';
  return `whether you are: ${classesUnknown.map(plainWord).join(', ')}`;
}
