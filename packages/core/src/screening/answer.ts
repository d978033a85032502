import type { ListEntryId, ListEntrySchemaName, ListId, ListVersion } from '../model/index.ts';
import type { EvidenceFeature } from './score/evidence.ts';
import type { NameFeature } from './score/name-score.ts';

/** What the publisher says that a line rests on, and where it says so. */
export interface StatementSource {
  readonly property: string;
  readonly value: string;
  readonly original?: string;
  readonly field: string;
  readonly pointer: string;
  readonly detail?: string;
  readonly from?: string;
  readonly to?: string;
}

export type LedgerFeature =
  | NameFeature
  | EvidenceFeature
  | 'spelling'
  | 'slip'
  | 'weak-alias'
  | 'previous-name'
  | 'type'
  | 'identifier-floor'
  | 'bounds';

/** One line of the ledger. The points of all lines add up to the score. */
export interface LedgerLine {
  readonly feature: LedgerFeature;
  /** Ten-thousandths of the score. */
  readonly points: number;
  readonly detail: string;
  readonly query?: string;
  readonly listed?: string;
  readonly source?: StatementSource;
}

export interface ScreeningMatch {
  readonly id: ListEntryId;
  readonly caption: string;
  readonly schema: ListEntrySchemaName;
  readonly list: ListId;
  readonly programs: readonly string[];
  /** 0 to 1, in ten-thousandths. */
  readonly score: number;
  /** The score is at or above the threshold. */
  readonly match: boolean;
  readonly explanation: readonly LedgerLine[];
}

export interface IncompleteReason {
  readonly code: 'nameless' | 'name-cut' | 'values-cut' | 'list-missing' | 'schema-unscreened';
  readonly message: string;
}

export interface ScreeningAnswer {
  readonly id: string;
  /** `incomplete` when something that was given, or asked for, could not be screened. */
  readonly status: 'complete' | 'incomplete';
  readonly incomplete: readonly IncompleteReason[];
  readonly results: readonly ScreeningMatch[];
  /** The lists that were screened, with the version of each. */
  readonly lists: readonly ListVersion[];
  /** The same for the same party, lists, normalizer, policy, options and day. */
  readonly evidence: string;
}
