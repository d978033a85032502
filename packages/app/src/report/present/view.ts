import { isBarring, VERDICTS, type Finding, type Report, type VerdictRow } from '@interdict/core';
import { agendaOf, type AgendaEntry } from './agenda.ts';
import { argumentsOf, type Argument } from './argument.ts';
import { coverageGroups, type CoverageGroup } from './coverage.ts';
import { headlineOf, type Headline } from './headline.ts';
import { hostGroups, type HostGroup } from './host-group.ts';
import { openQuestions, type OpenQuestion } from './open-question.ts';
import { groupAll, groupProducts, type ProductGroup } from './product-group.ts';
import { foldRows, readFindings, type ReadFinding, type RowGroup } from './row-group.ts';
import { lanesOf, type Lane } from './timeline.ts';

/** A report put in the order in which a person reads it. */
export interface ReportView {
  readonly headline: Headline;
  /** Findings that count: neither leads nor remnants. */
  readonly main: readonly Finding[];
  /** Dated changes of what the rules say of main findings and remnants. */
  readonly lanes: readonly Lane[];
  readonly arguments: readonly Argument[];
  readonly barred: readonly ProductGroup[];
  /** Advice, conditions and reports that are owed. */
  readonly heeded: readonly ProductGroup[];
  readonly agenda: readonly AgendaEntry[];
  readonly questions: readonly OpenQuestion[];
  readonly leads: readonly ProductGroup[];
  readonly remnants: readonly ProductGroup[];
  /** What rules say that neither bars nor asks for anything now. */
  readonly milder: readonly RowGroup[];
  /** Findings that no rule was asked about. */
  readonly unspoken: readonly ProductGroup[];
  readonly hosts: readonly HostGroup[];
  readonly coverage: readonly CoverageGroup[];
}

type Part = 'main' | 'lead' | 'remnant';

function partOf({ identified }: Finding): Part {
  if (identified?.level === 'lead') return 'lead';
  const isGone = identified?.presence === 'remnant' || identified?.presence === 'visited';
  return isGone ? 'remnant' : 'main';
}

function bars(row: VerdictRow): boolean {
  return isBarring(row.verdict);
}

function wantsHeed(row: VerdictRow): boolean {
  const { severity } = VERDICTS[row.verdict];
  return (
    severity >= VERDICTS['permitted-with-condition'].severity &&
    severity <= VERDICTS['advisory-against'].severity
  );
}

function asksNothing(row: VerdictRow): boolean {
  return VERDICTS[row.verdict].severity < VERDICTS['permitted-with-condition'].severity;
}

/** Whether a row belongs on the page of a lead or remnant: anything but a mild answer. */
function matters(row: VerdictRow): boolean {
  return !asksNothing(row);
}

/** Reads a report for showing it. Each finding stands in exactly one of main, lead, remnant. */
export function viewReport(report: Report): ReportView {
  const read = readFindings(report.findings);
  const parts: Readonly<Record<Part, ReadFinding[]>> = { main: [], lead: [], remnant: [] };
  for (const one of read) parts[partOf(one.finding)].push(one);
  const main = parts.main.map(({ finding }) => finding);
  return {
    headline: headlineOf(report, main),
    main,
    lanes: lanesOf([...parts.main, ...parts.remnant]),
    arguments: argumentsOf(read),
    barred: groupProducts(parts.main, bars),
    heeded: groupProducts(parts.main, wantsHeed),
    agenda: agendaOf(report, [...parts.main, ...parts.remnant]),
    questions: openQuestions(parts.main, report.profile),
    leads: groupAll(parts.lead, matters),
    remnants: groupAll(parts.remnant, matters),
    milder: foldRows(parts.main, asksNothing),
    unspoken: groupAll(
      parts.main.filter(({ finding }) => finding.verdicts.length === 0),
      matters,
    ),
    hosts: hostGroups(report),
    coverage: coverageGroups(report),
  };
}
