import { CASE_GUARDS, type CaseGuard } from '../model/index.ts';

/** How an act can fail: its words are wrong, its case is, or a guard refuses it. */
export type RefusalCode = 'act-invalid' | 'case-unknown' | 'case-exists' | 'act-refused';

/** Why an act is not done, and what it takes. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The guard that refuses it. */
  readonly guard?: CaseGuard;
  readonly message: string;
  /** What is missing, in words. */
  readonly missing: readonly string[];
}

/** The refusal of a guard. */
export function refusedBy(
  guard: CaseGuard,
  message: string,
  missing: readonly string[] = [],
): Refusal {
  const { meaning } = CASE_GUARDS[guard];
  return { code: 'act-refused', guard, message: `${message}: ${lowered(meaning)}`, missing };
}

/** A sentence as a part of another. */
function lowered(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}
