import {
  canonicalJson,
  lapseOf,
  owedReports,
  type CaseFile,
  type JournalRecord,
} from '@interdict/core';
import type {
  CaseActTable,
  CaseTable,
  FindingTable,
  ReportTable,
  VerdictRowTable,
} from './tables.ts';

/**
 * A text as a column of both databases can hold it: PostgreSQL knows no NUL, and neither knows
 * half a surrogate pair. JSON says both by escapes, so bodies keep them.
 */
function column(text: string): string {
  return text.replaceAll('\0', '\u2400').replace(/\p{Surrogate}/gu, '\ufffd');
}

function columnOrNull(text: string | undefined): string | null {
  return text === undefined ? null : column(text);
}

/** The rows of a case, but for those of its acts. */
export interface CaseRows {
  readonly file: CaseTable;
  readonly finding: FindingTable;
  readonly verdicts: readonly VerdictRowTable[];
  readonly reports: readonly ReportTable[];
}

export function rowsOfCase(file: CaseFile): CaseRows {
  const { id, state, opened, changed, assigned, finding, evaluation } = file;
  const { subject, identified } = finding;
  const dues = owedReports(file).flatMap(({ due }) => due ?? []);
  return {
    file: {
      id,
      state,
      verdict: evaluation?.verdict ?? finding.verdict,
      opened,
      changed,
      assigned: columnOrNull(assigned),
      lapses: lapseOf(file)?.at ?? null,
      due: dues.sort().at(0) ?? null,
      body: canonicalJson(file),
    },
    finding: {
      case_id: id,
      finding: column(finding.id),
      kind: subject.kind,
      name: column(subject.name),
      version: columnOrNull(subject.version),
      host: columnOrNull(subject.host),
      party: identified?.party ?? null,
      product: identified?.product ?? null,
      level: identified?.level ?? null,
    },
    verdicts: (evaluation?.rows ?? finding.verdicts).map((row, place) => ({
      case_id: id,
      place,
      rule: row.rule,
      provision: columnOrNull(row.prohibition),
      activity: row.activity,
      verdict: row.verdict,
      next: row.next?.at ?? null,
    })),
    reports: file.reports.map((report, place) => ({
      case_id: id,
      place,
      rule: report.rule,
      duty: column(report.duty),
      recipient: column(report.to),
      due: report.due ?? null,
      sent: report.sent?.at ?? null,
      document: report.sent?.document ?? null,
    })),
  };
}

/** The row of an act; the core has read the record as one of a case before. */
export function rowOfAct({ seq, at, by, body }: JournalRecord): CaseActTable {
  return {
    seq,
    case_id: String(body['case']),
    at,
    actor: column(by),
    capacity: String(body['capacity']),
    act: String(body['act']),
    body: canonicalJson(body),
  };
}
