import {
  caseAsOf,
  caseIdOf,
  caseOfRecord,
  digestOf,
  proposeAct,
  VERDICTS,
  type CaseAct,
  type CaseFile,
  type Finding,
  type JournalEntry,
  type Report,
  type ReopeningCause,
  type Verdict,
} from '@interdict/core';
import type { JournalWriter } from '../journal/index.ts';
import { APP_LIMITS } from '../limits.ts';
import type { Store } from '../store/index.ts';
import { refusedAct, type ActingUser } from './act-on-case.ts';
import { evaluationIn, evidenceOfReport, scopeOf } from './report-facts.ts';

export interface OpenedCases {
  /** Cases opened for findings that had none. */
  readonly opened: number;
  /** Cases taken up again, since what the rules say changed or it was found again. */
  readonly reopened: number;
  /** Cases not yet worked on that now hold the newer answer. */
  readonly renewed: number;
  readonly unchanged: number;
  /** Findings milder than a case is opened for. */
  readonly passedOver: number;
}

type Outcome = keyof OpenedCases;

interface Plan {
  readonly outcome: Outcome;
  readonly acts: readonly CaseAct[];
}

/** What the rules say, without the day on which they were asked. */
function answerOf(rows: Finding['verdicts']): string {
  return digestOf(rows.map(({ rule, activity, verdict }) => [rule, activity, verdict]));
}

function factsOf(finding: Finding, report: Report): readonly CaseAct[] {
  return [
    {
      act: 'gather-facts',
      scope: scopeOf(finding, report),
      evidence: evidenceOfReport(finding, report),
    },
    { act: 'evaluate', evaluation: evaluationIn(finding, report) },
  ];
}

/** Why a known case is taken up again for a finding, if it is. */
function causeOf(file: CaseFile, finding: Finding, report: Report): ReopeningCause | undefined {
  // What was removed and is found again is there again, whatever the rules say.
  if (file.state === 'closed') return 'evidence';
  const { evaluation } = file;
  if (answerOf(evaluation?.rows ?? []) === answerOf(finding.verdicts)) return undefined;
  const isSameLaw = evaluation?.rulebook.digest === report.rulebook.digest;
  return isSameLaw && evaluation.asOf === report.asOf ? 'fact' : 'rule';
}

function planFor(file: CaseFile | undefined, finding: Finding, report: Report): Plan {
  const facts = factsOf(finding, report);
  if (file === undefined) {
    const open: CaseAct = { act: 'open', finding, report: digestOf(report) };
    return { outcome: 'opened', acts: [open, ...facts] };
  }
  switch (file.state) {
    case 'open':
    case 'facts-gathered':
    case 'evaluated':
    case 'reopened':
      return answerOf(file.evaluation?.rows ?? []) === answerOf(finding.verdicts)
        ? { outcome: 'unchanged', acts: [] }
        : { outcome: 'renewed', acts: facts };
    default: {
      const cause = causeOf(file, finding, report);
      if (cause === undefined) return { outcome: 'unchanged', acts: [] };
      const reason = `found anew as \`${finding.verdict}\``;
      return { outcome: 'reopened', acts: [{ act: 'reopen', cause, reason }, ...facts] };
    }
  }
}

/**
 * Opens a case for every finding of a report from a verdict on, and takes up again those whose
 * answer changed. A finding that was worked on and is found unchanged is left in peace.
 */
export async function openCases(
  { store, journal }: { readonly store: Store; readonly journal: JournalWriter },
  report: Report,
  atLeast: Verdict,
  { by, at }: ActingUser,
): Promise<OpenedCases> {
  const counts = { opened: 0, reopened: 0, renewed: 0, unchanged: 0, passedOver: 0 };
  const planned = new Set<string>();
  let entries: JournalEntry[] = [];
  async function write(): Promise<void> {
    await store.project(journal.appendNow(entries));
    entries = [];
  }
  for (const finding of report.findings) {
    if (VERDICTS[finding.verdict].severity < VERDICTS[atLeast].severity) {
      counts.passedOver += 1;
      continue;
    }
    const id = caseIdOf(finding);
    if (planned.has(id)) continue;
    planned.add(id);
    const known = await store.readCase(id);
    let file = known === undefined ? undefined : caseAsOf(known, at);
    const { outcome, acts } = planFor(file, finding, report);
    for (const act of acts) {
      const seq = journal.head.seq + entries.length + 1;
      const proposal = proposeAct(file, act, { id, by, at, seq });
      if (!proposal.ok) throw refusedAct(proposal.refusal);
      file = proposal.file;
      entries.push({ at, by, kind: 'case', body: caseOfRecord(id, act) });
    }
    counts[outcome] += 1;
    if (entries.length >= APP_LIMITS.projectionBatchMax) await write();
  }
  if (entries.length > 0) await write();
  return counts;
}
