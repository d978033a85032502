import { isBarring, VERDICTS, type Coverage, type Finding, type Report } from '../model/index.ts';

/** From which finding on a check counts as having found something. */
export type FailOn = 'barred' | 'advisory' | 'probable' | 'never';

/** Whether any part of an input was not read. */
export function isIncomplete(coverage: readonly Coverage[]): boolean {
  return coverage.some(({ status }) => status === 'partial' || status === 'unreadable');
}

/** A hint to follow up: a trace too weak, or a visit to a web site. No rule was asked about it. */
export function isLead({ identified }: Finding): boolean {
  return identified?.level === 'lead' || identified?.presence === 'visited';
}

function isAdvisory({ verdict }: Finding): boolean {
  return VERDICTS[verdict].severity >= VERDICTS['permitted-with-condition'].severity;
}

/** Whether a finding reaches the threshold. Leads never do: they are not findings of fact. */
export function reaches(finding: Finding, failOn: FailOn): boolean {
  if (isLead(finding)) return false;
  switch (failOn) {
    case 'barred':
      return isBarring(finding.verdict);
    case 'advisory':
      return isAdvisory(finding) && finding.identified?.level !== 'probable';
    case 'probable':
      return isAdvisory(finding) || finding.identified?.level === 'probable';
    case 'never':
      return false;
  }
}

/**
 * The status of a report. Something barred outranks everything; after that, anything that was
 * not read, not screened or not settled keeps the answer from being `clear`.
 */
export function statusOf(
  findings: readonly Finding[],
  coverage: readonly Coverage[],
  lists: Report['lists'],
): Report['summary']['status'] {
  const counted = findings.filter((finding) => !isLead(finding));
  if (counted.some(({ verdict }) => isBarring(verdict))) return 'barred';
  const isOpen = counted.some(({ verdict }) => verdict === 'undetermined');
  const hasLists = lists.every(({ status }) => status === 'current');
  const isEmpty = !coverage.some(({ status }) => status === 'read' || status === 'partial');
  if (isIncomplete(coverage) || isOpen || !hasLists || isEmpty) return 'incomplete';
  return counted.some(isAdvisory) ? 'advisory' : 'clear';
}

/** What has no date comes last. */
function dueOf({ duty }: Report['toDo'][number]): string {
  return duty.due ?? '9999';
}

/** Duties of all findings with a date, the most urgent first, each once for one subject. */
export function toDoOf(findings: readonly Finding[]): Report['toDo'] {
  const earliest = new Map<string, Report['toDo'][number]>();
  for (const finding of findings) {
    for (const row of finding.verdicts) {
      for (const duty of row.duties) {
        const key = [row.rule, duty.duty, finding.id].join('\u0000');
        const one = { rule: row.rule, finding: finding.id, subject: finding.subject.name, duty };
        const known = earliest.get(key);
        if (known === undefined || dueOf(one) < dueOf(known)) earliest.set(key, one);
      }
    }
  }
  return [...earliest.values()].sort((a, b) => {
    const [first, second] = [dueOf(a), dueOf(b)];
    return first === second ? 0 : first < second ? -1 : 1;
  });
}

/** How many findings have each verdict and each level. */
export function countsOf(findings: readonly Finding[]): {
  readonly verdicts: Record<string, number>;
  readonly levels: Record<string, number>;
} {
  const verdicts: Record<string, number> = {};
  const levels: Record<string, number> = {};
  for (const finding of findings) {
    const level = finding.identified?.level ?? 'stated';
    levels[level] = (levels[level] ?? 0) + 1;
    if (!isLead(finding)) verdicts[finding.verdict] = (verdicts[finding.verdict] ?? 0) + 1;
  }
  return { verdicts, levels };
}
