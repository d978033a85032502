import { formatDate, parseDate } from '../calendar/index.ts';
import { endOfPeriod } from '../decision/index.ts';
import { assert, type CaseAct, type Evaluation, type InstantText } from '../model/index.ts';
import type { CaseFile, CaseReport } from './case-file.ts';

type Owed = Pick<CaseReport, 'rule' | 'duty' | 'to'>;

/** Whether two are the same report. */
export function isSameReport(a: Owed, b: Owed): boolean {
  return a.rule === b.rule && a.duty === b.duty && a.to === b.to;
}

function earlierDue(a: CaseReport, b: CaseReport | undefined): CaseReport {
  if (b?.due === undefined || (a.due !== undefined && a.due <= b.due)) return a;
  return { ...a, due: b.due };
}

/** Reports with one more, told once; the clock of a report that is known already runs on. */
function withReport(reports: readonly CaseReport[], one: CaseReport): readonly CaseReport[] {
  const known = reports.find((report) => isSameReport(report, one));
  if (known?.sent !== undefined) return reports;
  const isStated = one.isStated || known?.isStated === true;
  const merged = { ...earlierDue(one, known), isStated };
  return [...reports.filter((report) => report !== known), merged];
}

/** What an evaluation says is to be reported, with what was sent and what somebody stated. */
export function reportsAfter(file: CaseFile, { rows }: Evaluation): readonly CaseReport[] {
  const found = rows.flatMap(({ rule, duties }) =>
    duties
      .filter(({ action }) => action === 'report')
      .map(({ duty, to, due, missing }): CaseReport => {
        return { rule, duty, to, missing, isStated: false, ...(due === undefined ? {} : { due }) };
      }),
  );
  const isKept = (report: CaseReport): boolean =>
    report.isStated || report.sent !== undefined || found.some((one) => isSameReport(one, report));
  return found.reduce(withReport, file.reports.filter(isKept));
}

/** The reports with one that somebody states is owed; its day by the calendar of the period. */
export function reportsStated(
  { reports }: CaseFile,
  act: Extract<CaseAct, { readonly act: 'owe-report' }>,
): readonly CaseReport[] {
  const identified = parseDate(act.identified);
  assert(identified !== undefined, 'the day of identification was checked');
  const due = formatDate(endOfPeriod(identified, act.within));
  const { rule, duty, to } = act;
  return withReport(reports, { rule, duty, to, due, missing: [], isStated: true });
}

/** Reports that are owed and not sent. A dismissed finding owes none. */
export function owedReports({ state, reports }: CaseFile): readonly CaseReport[] {
  return state === 'dismissed' ? [] : reports.filter(({ sent }) => sent === undefined);
}

/** Whether the last day of a report is over, by the date in UTC; west of it, hours early. */
export function isOverdue({ due, sent }: CaseReport, at: InstantText): boolean {
  return due !== undefined && sent === undefined && due < at.slice(0, 10);
}
