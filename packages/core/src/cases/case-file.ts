import type {
  CaseId,
  CaseState,
  DateText,
  DismissalReason,
  Evaluation,
  EvidenceEdition,
  Finding,
  InstantText,
  Instrument,
  ReopeningCause,
  RuleId,
} from '../model/index.ts';

/** A report that is owed, and what became of it. */
export interface CaseReport {
  readonly rule: RuleId;
  readonly duty: string;
  readonly to: string;
  /** Last day for it; absent when it could not be worked out. */
  readonly due?: DateText;
  /** Put on file by somebody, not by an evaluation; an evaluation does not take it away. */
  readonly isStated: boolean;
  /** Facts on which the duty or its day hangs. */
  readonly missing: readonly string[];
  /** When it was sent, by whom, and the digest of what was sent. */
  readonly sent?: {
    readonly at: InstantText;
    readonly by: string;
    readonly document: string;
  };
}

/** Somebody asks to keep what was found. */
export interface ExceptionRequest {
  readonly requestedBy: string;
  readonly instrument?: Instrument;
  readonly expires?: InstantText;
}

/** An exception somebody answers for. */
export interface Exception {
  readonly requestedBy: string;
  readonly approvedBy: string;
  readonly instrument: Instrument;
  /** From this instant on it holds no longer. */
  readonly expires: InstantText;
}

/** Why a case was taken up again, and since when. */
export interface Reopening {
  readonly cause: ReopeningCause;
  readonly at: InstantText;
}

/** A case as its records make it. Who did what stands in the records, not here. */
export interface CaseFile {
  readonly id: CaseId;
  readonly state: CaseState;
  readonly opened: InstantText;
  /** Time of the last act, and number of its record in the journal. */
  readonly changed: InstantText;
  readonly seq: number;
  readonly acts: number;
  readonly finding: Finding;
  readonly scope: readonly string[];
  readonly evidence?: EvidenceEdition;
  readonly evaluation?: Evaluation;
  readonly request?: ExceptionRequest;
  readonly exception?: Exception;
  readonly dismissed?: DismissalReason;
  readonly reopened?: Reopening;
  readonly assigned?: string;
  readonly reports: readonly CaseReport[];
}
