/**
 * Screening: finds a party among the entries of official lists by its names, in any script, and by
 * its identifiers, and says with a ledger of points why.
 *
 * `buildSnapshot` makes one immutable file of flat arrays from list entries, `openSnapshot` checks
 * and opens it, over memory that threads may share. `createScreener` sets up a run, `screenParty`
 * answers for one party, `compareParties` for two.
 *
 * Screening knows no rule and takes no decision: whether a match bars anything is for `decision`.
 * It reads no clock; the day asked for is an argument. It never answers "nothing" for what it could
 * not read: the answer is then `incomplete` and says of what.
 */
export type {
  IncompleteReason,
  LedgerFeature,
  LedgerLine,
  ScreeningAnswer,
  ScreeningMatch,
  StatementSource,
} from './answer.ts';
export { compareParties, type Comparer, type Comparison, createComparer } from './compare.ts';
export { buildSnapshot, type SnapshotInput } from './index/build-snapshot.ts';
export { NORMALIZER_VERSION } from './normalize/normalize-name.ts';
export { type PartyProblem, type PartyQuery, type ReadParty, readParty } from './party.ts';
export { DEFAULT_POLICY, type ScreeningPolicy } from './policy.ts';
export { screenParty } from './screen.ts';
export {
  createScreener,
  type OpenedScreener,
  type Screener,
  type ScreeningOptions,
} from './screener.ts';
export {
  type OpenOptions,
  openSnapshot,
  type OpenedSnapshot,
  type Snapshot,
  type SnapshotProblem,
} from './snapshot/open-snapshot.ts';
