import type { Report } from '@interdict/core';
import {
  dateWords,
  LEADS_SENTENCE,
  notCoveredSentence,
  REMNANTS_SENTENCE,
  viewReport,
  type Block,
  type ReportView,
} from '../present/index.ts';
import { REPORT_LIMITS } from '../report-limits.ts';
import { shortenText, visibleText } from '../text/index.ts';
import { argumentParts, type PageContext } from './argument.ts';
import { checklistList, hostTable, protectionTable, removalTable } from './host-tables.ts';
import { markup, type Markup, type MarkupPart } from './markup.ts';
import { pageHead } from './page-head.ts';
import {
  agendaTable,
  basisList,
  blockList,
  coverageTable,
  headlineSection,
  milderTable,
  questionList,
} from './sections.ts';
import { timelineFigure } from './timeline.ts';

const TITLE_LENGTH_MAX = 80;

interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Iterable<MarkupPart>;
}

function findingSections(report: Report, view: ReportView): Section[] {
  const { profile } = report;
  return [
    {
      id: 'barred',
      title: 'What is barred',
      body: [
        blockList(view.barred, {
          prefix: 'bar',
          profile,
          none: 'No bar was found in what was covered.',
        }),
      ],
    },
    {
      id: 'agenda',
      title: 'What to do, and by when',
      body: [agendaTable(view), timelineFigure(view, report.asOf)],
    },
    {
      id: 'heeded',
      title: 'Advised against, conditions, reports',
      body: [
        blockList(view.heeded, {
          prefix: 'heed',
          profile,
          none: 'None was found in what was covered.',
        }),
      ],
    },
    {
      id: 'undetermined',
      title: 'Undetermined: questions nobody answered yet',
      body: [questionList(view)],
    },
    {
      id: 'leads',
      title: 'Leads',
      body: [
        view.leads.length === 0 ? undefined : markup`<p>${LEADS_SENTENCE}</p>`,
        blockList(view.leads, { prefix: 'lead', profile, none: 'None.' }),
      ],
    },
    {
      id: 'remnants',
      title: 'Remnants',
      body: [
        view.remnants.length === 0 ? undefined : markup`<p>${REMNANTS_SENTENCE}</p>`,
        blockList(view.remnants, { prefix: 'remnant', profile, none: 'None.' }),
      ],
    },
  ];
}

/** Arguments one after the other, as those of a fleet do not fit into one text. */
function* articles(all: readonly Block[], context: PageContext): Generator<MarkupPart> {
  if (all.length === 0) yield markup`<p>There is no finding to argue.</p>`;
  for (const [at, one] of all.entries()) {
    yield* argumentParts(one, `argument-${at + 1}`, context);
  }
}

function groundSections(report: Report, view: ReportView): Section[] {
  const { asOf, profile } = report;
  const context = { asOf, profile, names: view.names };
  return [
    { id: 'milder', title: 'Rules that bar nothing here now', body: [milderTable(view)] },
    { id: 'hosts', title: 'Hosts', body: [hostTable(view)] },
    { id: 'protection', title: 'Protection', body: [protectionTable(view)] },
    { id: 'removal', title: 'Removal', body: [removalTable(view), checklistList(view)] },
    { id: 'coverage', title: 'Coverage: what was looked at', body: [coverageTable(view)] },
    { id: 'basis', title: 'What the answer rests on', body: [basisList(report)] },
    {
      id: 'not-covered',
      title: 'What was not covered',
      body: [markup`<p>${notCoveredSentence(report)}</p>`],
    },
    {
      id: 'arguments',
      title: 'The argument of each finding',
      body: articles(view.arguments, context),
    },
  ];
}

function* sectionParts({ id, title, body }: Section): Generator<Markup> {
  yield markup`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
`;
  for (const part of body) yield markup`${part}`;
  yield markup`</section>
`;
}

function titleOf(report: Report, view: ReportView): string {
  const name = shortenText(visibleText(report.profile.name), TITLE_LENGTH_MAX);
  return `Interdict report: ${view.headline.word}, ${name}, as of ${dateWords(report.asOf)}`;
}

function opening(report: Report, view: ReportView, sections: readonly Section[]): Markup {
  const links = sections.map(
    ({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>
`,
  );
  return markup`<body>
<a class="skip" href="#main">Skip to the report</a>
<header>
<h1>Interdict report: what supply-chain rules say of what you have</h1>
${headlineSection(report, view)}</header>
<nav aria-label="Contents"><ol>
${links}</ol></nav>
<main id="main">
`;
}

function closing(report: Report): Markup {
  return markup`</main>
<footer><p class="small note">Report ${report.schema}, as of ${dateWords(report.asOf)}. Texts from
the input are shortened with … beyond ${REPORT_LIMITS.pageTextMax} characters; the json report has
them whole.</p></footer>
</body>
</html>
`;
}

/** The report as one page that loads nothing and prints. */
export function* renderHtml(report: Report): Generator<string> {
  const view = viewReport(report);
  const sections = [...findingSections(report, view), ...groundSections(report, view)];
  yield pageHead(titleOf(report, view)).safe;
  yield opening(report, view, sections).safe;
  for (const section of sections) for (const { safe } of sectionParts(section)) yield safe;
  yield closing(report).safe;
}
