/**
 * Values as official lists write them, in the form FollowTheMoney gives them.
 *
 * `EntryMaker` collects the statements of an entry; the others read dates, countries, names and
 * labelled identifiers. What cannot be understood is kept in the publisher's words, never
 * dropped. Nothing here knows a format.
 */
export * from './add-values.ts';
export * from './country.ts';
export * from './entry-maker.ts';
export * from './labelled-fact.ts';
export * from './names.ts';
export * from './numbered.ts';
export { findLabel, splitLabel } from './ofac-labels.ts';
export * from './partial-date.ts';
