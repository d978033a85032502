/**
 * The use cases of screening: the index of the lists in a store, parties of files against it, and
 * pairs of parties compared.
 *
 * `openScreening` covers the lists for a day, opens the index beside them, or builds it when it is
 * of other versions, and `screenFile` answers for each party. An answer is `incomplete` when a list
 * it rests on is missing, stale, partial or not readable. Nothing here knows a rule.
 */
export { buildListIndex } from './list-index.ts';
export {
  openScreening,
  openScreenings,
  type PartyAnswer,
  type Screening,
  type ScreeningsByDay,
} from './open-screening.ts';
export { compareFile, screenFile } from './screen-file.ts';
