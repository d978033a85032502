import type { InstantText, ReopeningCause } from '../model/index.ts';
import type { CaseFile } from './case-file.ts';

/** When a case reopens without anybody doing anything. */
export interface Lapse {
  readonly at: InstantText;
  readonly cause: ReopeningCause;
}

/** The nearest change of the answer a case was cleared on, whichever rule it comes from. */
function nextChangeOf({ evaluation }: CaseFile): InstantText | undefined {
  const changes = [evaluation?.next, ...(evaluation?.rows ?? []).map(({ next }) => next)];
  return changes
    .flatMap((change) => change?.at ?? [])
    .sort()
    .at(0);
}

/**
 * When a settled case reopens by itself: an exception at its expiry, a cleared case at the next
 * change of the answer. To whatever the answer changes: a milder one may be followed by another.
 */
export function lapseOf(file: CaseFile): Lapse | undefined {
  if (file.state === 'approved' && file.exception !== undefined) {
    return { at: file.exception.expires, cause: 'expiry' };
  }
  const at = file.state === 'cleared' ? nextChangeOf(file) : undefined;
  return at === undefined ? undefined : { at, cause: 'rule' };
}

/** A case taken up again: what was decided holds no longer, nor do facts that changed. */
export function reopened(file: CaseFile, { cause, at }: Lapse): CaseFile {
  const { id, opened, changed, seq, acts, finding, reports, assigned } = file;
  const areFactsOld = cause === 'fact' || cause === 'evidence';
  const { scope, evidence } = file;
  return {
    id,
    state: 'reopened',
    opened,
    changed,
    seq,
    acts,
    finding,
    reports,
    ...(assigned === undefined ? {} : { assigned }),
    scope: areFactsOld ? [] : scope,
    ...(areFactsOld || evidence === undefined ? {} : { evidence }),
    reopened: { cause, at },
  };
}

/** A case as it stands at a time not before its last act. */
export function caseAsOf(file: CaseFile, at: InstantText): CaseFile {
  const lapse = lapseOf(file);
  // Instants are texts of one form, so they compare as they follow each other.
  return lapse === undefined || at < lapse.at ? file : reopened(file, lapse);
}
