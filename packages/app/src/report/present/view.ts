import { isBarring, VERDICTS, type Finding, type Report, type VerdictRow } from '@interdict/core';
import { agendaOf, type AgendaEntry } from './agenda.ts';
import { blocksOf, type Block } from './block.ts';
import { coverageGroups, type CoverageGroup } from './coverage.ts';
import { headlineOf, type Headline } from './headline.ts';
import { hostGroups, type HostGroup } from './host-group.ts';
import {
  checklistViews,
  protectionGroups,
  removalGroups,
  type ChecklistView,
  type ProtectionGroup,
  type RemovalGroup,
} from './host-state.ts';
import { nameBookOf, type NameBook } from './name-book.ts';
import { openQuestions, type OpenQuestion } from './open-question.ts';
import { foldRows, readFindings, type ReadFinding, type RowGroup } from './row-group.ts';
import { lanesOf, type Lane } from './timeline.ts';

/** A report put in the order in which a person reads it. */
export interface ReportView {
  readonly names: NameBook;
  readonly headline: Headline;
  /** Findings that count: neither leads nor remnants. */
  readonly main: readonly Finding[];
  /** Dated changes of what the rules say of main findings and remnants. */
  readonly lanes: readonly Lane[];
  /** Every finding with everything that is said of it; equal arguments are made once. */
  readonly arguments: readonly Block[];
  readonly barred: readonly Block[];
  /** Advice, conditions and reports that are owed. */
  readonly heeded: readonly Block[];
  readonly agenda: readonly AgendaEntry[];
  readonly questions: readonly OpenQuestion[];
  readonly leads: readonly Block[];
  readonly remnants: readonly Block[];
  /** What rules say that neither bars nor asks for anything now. */
  readonly milder: readonly RowGroup[];
  /** Findings that no rule was asked about. */
  readonly unspoken: readonly Block[];
  readonly hosts: readonly HostGroup[];
  readonly protection: readonly ProtectionGroup[];
  readonly removal: readonly RemovalGroup[];
  readonly checklists: readonly ChecklistView[];
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
  const names = nameBookOf(report);
  const read = readFindings(report.findings);
  const parts: Readonly<Record<Part, ReadFinding[]>> = { main: [], lead: [], remnant: [] };
  for (const one of read) parts[partOf(one.finding)].push(one);
  const { lead, remnant } = parts;
  const main = parts.main.map(({ finding }) => finding);
  const barred = blocksOf(parts.main, { names, wanted: bars, byRule: true });
  const questions = openQuestions(parts.main, report.profile, names);
  // Of what is not counted with the rest, it is enough to know what any rule says of any of it.
  const loose = { names, wanted: matters, keepsAll: true, isLoose: true };
  const dated = [...parts.main, ...remnant];
  return {
    names,
    headline: headlineOf(report, main, names),
    main,
    lanes: lanesOf(dated, names),
    arguments: blocksOf(read, { names, wanted: () => true, keepsAll: true }),
    barred,
    heeded: blocksOf(parts.main, { names, wanted: wantsHeed, byRule: true }),
    agenda: agendaOf({ report, names, read: dated, barred, questions }),
    questions,
    leads: blocksOf(lead, loose),
    remnants: blocksOf(remnant, loose),
    milder: foldRows(parts.main, asksNothing),
    unspoken: blocksOf(
      parts.main.filter(({ finding }) => finding.verdicts.length === 0),
      loose,
    ),
    hosts: hostGroups(report),
    protection: protectionGroups(report),
    removal: removalGroups(report),
    checklists: checklistViews(report),
    coverage: coverageGroups(report),
  };
}
