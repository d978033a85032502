import type { Report } from '@interdict/core';
import type { RenderOptions } from '../format.ts';
import {
  LEADS_SENTENCE,
  notCoveredSentence,
  REMNANTS_SENTENCE,
  viewReport,
} from '../present/index.ts';
import { heading, openPage, paragraph } from './page.ts';
import { coverageSection } from './coverage-lines.ts';
import { hostSection, protectionSection, removalSection } from './host-sections.ts';
import {
  agendaSection,
  basisSection,
  blockSection,
  headlineSection,
  milderSection,
  questionSection,
} from './sections.ts';

/** The report a person reads in a terminal of any width. */
export function* renderTable(report: Report, options: RenderOptions): Generator<string> {
  const page = openPage(options.columns, options.color);
  const view = viewReport(report);
  const told = new Map<string, number>();
  const section = { report, view, shown: new Map<string, number>(), told };
  const lines = [
    ...headlineSection(page, report, view),
    ...blockSection(page, 'What is barred', view.barred, section),
    ...agendaSection(page, view),
    ...blockSection(page, 'Advised against, conditions, reports', view.heeded, section),
    ...questionSection(page, view, told),
    ...blockSection(page, 'Leads', view.leads, { ...section, lead: LEADS_SENTENCE }),
    ...blockSection(page, 'Remnants', view.remnants, { ...section, lead: REMNANTS_SENTENCE }),
    ...milderSection(page, view, told),
    ...hostSection(page, view),
    ...protectionSection(page, view),
    ...removalSection(page, view),
    ...coverageSection(page, view),
    ...basisSection(page, report),
    ...heading(page, 'What was not covered'),
    ...paragraph(page, 0, notCoveredSentence(report)),
  ];
  for (const line of lines) yield `${line}\n`;
}
