import {
  caseOfRecord,
  proposeAct,
  readCaseAct,
  type CaseAct,
  type CaseFile,
  type CaseId,
  type InstantText,
  type Refusal,
} from '@interdict/core';
import type { JournalWriter } from '../journal/index.ts';
import { InterdictError } from '../problems.ts';
import type { Store } from '../store/index.ts';

/** Who acts, and when. */
export interface ActingUser {
  readonly by: string;
  readonly at: InstantText;
}

export function refusedAct({ message, guard, missing }: Refusal): InterdictError {
  const lines = [
    guard === undefined ? message : `${message} (${guard})`,
    ...missing.map((one) => `missing: ${one}`),
  ];
  return new InterdictError('act-refused', lines.join('\n'));
}

/**
 * Acts on a case: asks the guards, puts the act into the journal, then into the database. The
 * journal is held by the caller, so nobody else acts meanwhile.
 * @throws InterdictError `act-refused`, with what is missing
 */
export async function actOnCase(
  { store, journal }: { readonly store: Store; readonly journal: JournalWriter },
  id: CaseId,
  act: CaseAct,
  { by, at }: ActingUser,
): Promise<CaseFile> {
  const body = caseOfRecord(id, act);
  const read = readCaseAct(body);
  if (!read.ok) throw refusedAct(read.refusal);
  const seq = journal.head.seq + 1;
  const proposal = proposeAct(await store.readCase(id), act, { id, by, at, seq });
  if (!proposal.ok) throw refusedAct(proposal.refusal);
  await store.project(journal.appendNow([{ at, by, kind: 'case', body }]));
  return proposal.file;
}

/** The case of an id. */
export async function findCase(store: Store, text: string): Promise<CaseFile> {
  const found = await store.readCase(text as CaseId);
  if (found !== undefined) return found;
  const message = `there is no case \`${text}\`: see \`interdict cases list\``;
  throw new InterdictError('act-refused', message);
}
