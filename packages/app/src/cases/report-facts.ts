import {
  digestOf,
  LIMITS,
  type Coverage,
  type Evaluation,
  type EvidenceEdition,
  type Finding,
  type Report,
} from '@interdict/core';

function cut(text: string): string {
  return text.slice(0, LIMITS.caseTextLengthMax);
}

/** Entries as many as a case takes, the last of them saying how many are left out. */
function few(entries: readonly string[]): readonly string[] {
  const max = LIMITS.caseScopeMax;
  if (entries.length <= max) return entries.map(cut);
  const kept = entries.slice(0, max - 1).map(cut);
  return [...kept, `and ${entries.length - kept.length} more`];
}

function gapOf({ path, status, problems }: Coverage): readonly string[] {
  if (status === 'read' || status === 'skipped') return [];
  return [`${path}: ${problems[0]?.message ?? status}`];
}

/** Lists a supplier or an order was not compared with as they stand now. */
function listGaps({ subject }: Finding, { lists }: Report): readonly string[] {
  if (subject.kind !== 'party' && subject.kind !== 'transaction') return [];
  return lists.flatMap(({ id, status }) => (status === 'current' ? [] : [`list ${id}: ${status}`]));
}

function digestOfInputs({ coverage }: Report): string {
  return digestOf(coverage.map(({ path, status, sha256 }) => ({ path, status, sha256 })));
}

/**
 * The evidence of a report as one edition: the bytes that were read, and what matters to a
 * finding and could not be looked at.
 */
export function evidenceOfReport(finding: Finding, report: Report): EvidenceEdition {
  const gaps = few([...report.coverage.flatMap(gapOf), ...listGaps(finding, report)]);
  return { digest: digestOfInputs(report), asOf: report.asOf, gaps };
}

/** What was looked at for a finding of a report. */
export function scopeOf({ subject }: Finding, { coverage }: Report): readonly string[] {
  const { host, source } = subject;
  const places = [...(host === undefined ? [] : [`host ${host}`]), `file ${source.file}`];
  return few([...places, `${coverage.length} files of the check`]);
}

/** What a report says of a finding, as an evaluation of its evidence. */
export function evaluationIn(finding: Finding, report: Report): Evaluation {
  const { edition, digest } = report.rulebook;
  const { verdict, verdicts: rows, next } = finding;
  return {
    evidence: digestOfInputs(report),
    asOf: report.asOf,
    rulebook: { edition, digest },
    verdict,
    rows,
    ...(next === undefined ? {} : { next }),
  };
}

/** The finding of an id in a report. */
export function findingIn(id: string, report: Report): Finding | undefined {
  return report.findings.find((finding) => finding.id === id);
}
