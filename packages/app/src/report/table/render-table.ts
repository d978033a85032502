import type { Report } from '@interdict/core';
import type { RenderOptions } from '../format.ts';
import {
  LEADS_SENTENCE,
  notCoveredSentence,
  REMNANTS_SENTENCE,
  viewReport,
} from '../present/index.ts';
import { heading, openPage, paragraph } from './page.ts';
import {
  agendaSection,
  basisSection,
  coverageSection,
  headlineSection,
  hostSection,
  milderSection,
  productSection,
  questionSection,
} from './sections.ts';

/** The report a person reads in a terminal of any width. */
export function* renderTable(report: Report, options: RenderOptions): Generator<string> {
  const page = openPage(options.columns, options.color);
  const view = viewReport(report);
  const { profile } = report;
  const lines = [
    ...headlineSection(page, report, view),
    ...productSection(page, 'What is barred', view.barred, { profile }),
    ...productSection(page, 'Advised against, conditions, reports', view.heeded, {
      profile,
      known: view.barred,
    }),
    ...agendaSection(page, view),
    ...questionSection(page, view),
    ...productSection(page, 'Leads', view.leads, { profile, lead: LEADS_SENTENCE }),
    ...productSection(page, 'Remnants', view.remnants, { profile, lead: REMNANTS_SENTENCE }),
    ...milderSection(page, view),
    ...hostSection(page, view),
    ...coverageSection(page, view),
    ...basisSection(page, report),
    ...heading(page, 'What was not covered'),
    ...paragraph(page, 0, notCoveredSentence(report)),
  ];
  for (const line of lines) yield `${line}\n`;
}
