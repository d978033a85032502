import type { DutyRow, Finding, Report, Verdict, VerdictRow } from '@interdict/core';
import { proseText } from '../text/index.ts';
import { dateWords, distanceWords, isOverdue } from './date-text.ts';
import { byText, groupBy, uniqueSorted } from './order.ts';
import { placeOf, type Place } from './place.ts';
import { titleOf } from './product-group.ts';
import { missingQuestion } from './question.ts';
import { foldRows, groupByRule, type ReadFinding } from './row-group.ts';
import { activityWords, citeWords, dutyWords, ruleWords, VERDICT_LABELS } from './words.ts';

/** Something with a date: an act that is owed, or a day on which an answer changes. */
export interface AgendaEntry {
  readonly kind: 'duty' | 'change';
  /** Date or instant as text; absent where it could not be worked out. */
  readonly at?: string;
  /** `Due` or `From`; the whole of it where there is no date. */
  readonly lead: string;
  /** `in 8 days`, `OVERDUE, 12 days ago`. */
  readonly distance: string;
  readonly isOverdue: boolean;
  readonly what: string;
  readonly rule: string;
  readonly because: string;
  readonly questions: readonly string[];
  readonly cites: readonly string[];
  readonly products: readonly string[];
  readonly place: Place;
}

type When = Pick<AgendaEntry, 'at' | 'lead' | 'distance' | 'isOverdue'>;

function dutyWhen(asOf: string, duty: DutyRow): When {
  if (duty.due === undefined) {
    return { lead: 'No date yet: facts are missing', distance: '', isOverdue: false };
  }
  const late = isOverdue(asOf, duty.due);
  const distance = distanceWords(asOf, duty.due);
  return {
    at: duty.due,
    lead: 'Due',
    distance: late ? `OVERDUE, ${distance}` : distance,
    isOverdue: late,
  };
}

function dutyEntries(report: Report): AgendaEntry[] {
  const byId = new Map(report.findings.map((finding) => [finding.id, finding]));
  return groupBy(report.toDo, ({ rule, duty }) => JSON.stringify([rule, duty])).flatMap((same) => {
    const first = same[0];
    if (first === undefined) return [];
    const { duty, rule } = first;
    const findings = same.flatMap((one) => byId.get(one.finding) ?? []);
    return [
      {
        kind: 'duty' as const,
        ...dutyWhen(report.asOf, duty),
        what: dutyWords(duty),
        rule: proseText(rule),
        because: proseText(duty.because),
        questions: duty.missing.map((path) => missingQuestion(path, report.profile)),
        cites: duty.cite.map(citeWords),
        products:
          findings.length === 0
            ? uniqueSorted(same.map((one) => proseText(one.subject)))
            : uniqueSorted(findings.map(titleOf)),
        place: placeOf(findings),
      },
    ];
  });
}

function changeWords(row: VerdictRow, next: Verdict, activities: string): string {
  const from = VERDICT_LABELS[row.verdict].label;
  return `${from} becomes ${VERDICT_LABELS[next].label}: ${activities}`;
}

function changeEntries(asOf: string, read: readonly ReadFinding[]): AgendaEntry[] {
  const groups = foldRows(read, (row) => row.next !== undefined);
  return groupByRule(groups).flatMap((same) => {
    const first = same[0];
    if (first?.row.next === undefined) return [];
    const { row, activities } = first;
    const { at, verdict } = first.row.next;
    const findings = [...new Set<Finding>(same.flatMap((group) => group.findings))];
    return [
      {
        kind: 'change' as const,
        at,
        lead: 'From',
        distance: distanceWords(asOf, at),
        isOverdue: false,
        what: changeWords(row, verdict, activityWords(activities)),
        rule: ruleWords(row),
        because: proseText(row.caution ?? ''),
        questions: [],
        cites: uniqueSorted(same.flatMap((group) => group.row.cite.map(citeWords))),
        products: uniqueSorted(findings.map(titleOf)),
        place: placeOf(findings),
      },
    ];
  });
}

/** `Due 2026-11-24, in 1 day`. */
export function whenWords({ lead, at, distance }: AgendaEntry): string {
  return at === undefined ? lead : `${lead} ${dateWords(at)}, ${distance}`;
}

/** Duties and changes in the order of their dates; what has no date stands last. */
export function agendaOf(report: Report, read: readonly ReadFinding[]): AgendaEntry[] {
  return [...dutyEntries(report), ...changeEntries(report.asOf, read)].toSorted(
    (a, b) =>
      byText(a.at ?? '9999', b.at ?? '9999') ||
      byText(a.kind === 'duty' ? '0' : '1', b.kind === 'duty' ? '0' : '1') ||
      byText(a.rule, b.rule) ||
      byText(a.what, b.what),
  );
}
