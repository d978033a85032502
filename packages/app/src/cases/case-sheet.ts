import {
  CASE_ACTS,
  isOverdue,
  lapseOf,
  owedReports,
  VERDICTS,
  wordsOf,
  type CaseActWord,
  type CaseFile,
  type CaseReport,
  type InstantText,
} from '@interdict/core';
import {
  countOf,
  dateWords,
  filled,
  plainWord,
  type Sheet,
  type SheetColumn,
  type SheetPair,
  type SheetPoint,
} from '../report/index.ts';
import type { ActRow } from '../store/index.ts';

const COLUMNS: readonly SheetColumn[] = [
  { title: 'Case', cellsMin: 21, weight: 1 },
  { title: 'State', cellsMin: 14, weight: 1 },
  { title: 'What', cellsMin: 24, weight: 4 },
  { title: 'Verdict', cellsMin: 14, weight: 1 },
  { title: 'Report due', cellsMin: 12, weight: 1 },
];

function whatWords({ finding }: CaseFile): string {
  const { name, version, host } = finding.subject;
  const what = version === undefined ? name : `${name} ${version}`;
  return host === undefined ? what : `${what} on ${host}`;
}

function verdictOf({ evaluation, finding }: CaseFile): string {
  return evaluation?.verdict ?? finding.verdict;
}

function firstDue(file: CaseFile): CaseReport | undefined {
  return [...owedReports(file)].sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1)).at(0);
}

function dueWords(report: CaseReport | undefined, at: InstantText): string {
  if (report === undefined) return '';
  if (report.due === undefined) return 'day unknown';
  return isOverdue(report, at) ? `${report.due} OVERDUE` : report.due;
}

/** Cases as a page, as they stand at a time. */
export function caseListSheet(files: readonly CaseFile[], at: InstantText): Sheet {
  const rows = files.map((file) => {
    const report = firstDue(file);
    const due = dueWords(report, at);
    const isLate = report !== undefined && isOverdue(report, at);
    return [
      { text: file.id },
      { text: plainWord(file.state) },
      { text: whatWords(file) },
      { text: plainWord(verdictOf(file)) },
      isLate ? { text: due, tone: 'bar' as const } : { text: due },
    ];
  });
  return {
    title: 'Cases',
    blocks: [
      {
        kind: 'pairs',
        pairs: [
          { label: 'As of', text: dateWords(at) },
          { label: 'Listed', text: countOf(files.length, 'case', 'cases') },
        ],
      },
    ],
    sections: filled([
      {
        title: 'Cases',
        blocks: rows.length > 0 ? [{ kind: 'table', columns: COLUMNS, rows }] : [],
      },
    ]),
  };
}

/** What can be done with a case in its state; guards may still refuse it. */
function nextActs({ state }: CaseFile): string {
  return wordsOf(CASE_ACTS)
    .filter((name) => {
      const { from, to }: CaseActWord = CASE_ACTS[name];
      return to !== undefined && from.includes(state);
    })
    .join(', ');
}

function pairsOf(file: CaseFile, at: InstantText): readonly SheetPair[] {
  const { evidence, evaluation, exception, request, assigned, reopened } = file;
  const lapse = lapseOf(file);
  const pairs: (SheetPair | undefined)[] = [
    { label: 'As of', text: dateWords(at) },
    { label: 'State', text: plainWord(file.state) },
    { label: 'What', text: whatWords(file) },
    { label: 'Verdict', text: plainWord(verdictOf(file)) },
    evaluation && {
      label: 'Evaluated',
      text: `as of ${dateWords(evaluation.asOf)}, rulebook ${evaluation.rulebook.edition}`,
    },
    evidence && {
      label: 'Evidence',
      text: `as of ${dateWords(evidence.asOf)}, digest ${evidence.digest.slice(0, 12)}`,
    },
    request && { label: 'Exception', text: `asked for by ${request.requestedBy}` },
    exception && {
      label: 'Exception',
      text:
        `${exception.instrument.kind} ${exception.instrument.id}, approved by ` +
        `${exception.approvedBy} at the request of ${exception.requestedBy}`,
    },
    lapse && { label: 'Reopens', text: dateWords(lapse.at) },
    reopened && {
      label: 'Reopened',
      text: `${dateWords(reopened.at)}, because of: ${plainWord(reopened.cause)}`,
    },
    assigned === undefined ? undefined : { label: 'Assigned', text: assigned },
    { label: 'Next', text: nextActs(file) },
  ];
  return pairs.flatMap((pair) => pair ?? []);
}

function reportPoint(report: CaseReport, at: InstantText): SheetPoint {
  const { rule, duty, to, sent } = report;
  const text = `${duty} of ${rule} to ${to}`;
  if (sent !== undefined) return { lead: 'sent', text: `${text}, ${dateWords(sent.at)}` };
  const point = { lead: dueWords(report, at), text };
  return isOverdue(report, at) ? { ...point, tone: 'bar' } : point;
}

/** Words somebody put on file with an act. */
function saidIn(body: ActRow['body']): string {
  return ['because', 'cause', 'reason', 'text', 'plan', 'note', 'to', 'name', 'duty']
    .flatMap((name) => {
      const value = body[name];
      return typeof value === 'string' ? [value] : [];
    })
    .join('; ');
}

function actPoint({ seq, at, by, capacity, act, body }: ActRow): SheetPoint {
  const said = saidIn(body);
  const who = `${by} (${plainWord(capacity)}), record ${seq}`;
  return { lead: `${at} ${act}`, text: said === '' ? who : `${who}: ${said}` };
}

/** One case as a page, with everything that was done and by whom. */
export function caseSheet(file: CaseFile, acts: readonly ActRow[], at: InstantText): Sheet {
  const asked = file.evaluation?.rows ?? file.finding.verdicts;
  const rows = asked
    .filter(({ verdict }) => verdict !== 'out-of-scope')
    .sort((a, b) => VERDICTS[b.verdict].severity - VERDICTS[a.verdict].severity);
  const reachless = asked.length - rows.length;
  const points = (texts: readonly string[]) =>
    texts.length === 0
      ? []
      : [{ kind: 'points' as const, points: texts.map((text) => ({ text })) }];
  const pointsOf = (found: readonly SheetPoint[]) =>
    found.length === 0 ? [] : [{ kind: 'points' as const, points: found }];
  return {
    title: `Case ${file.id}`,
    blocks: [{ kind: 'pairs', pairs: pairsOf(file, at) }],
    sections: filled([
      {
        title: 'What the rules say',
        blocks: pointsOf([
          ...rows.map(({ rule, activity, verdict, because }) => {
            return { lead: `${rule}, ${activity}`, text: `${plainWord(verdict)}: ${because}` };
          }),
          { text: `${countOf(reachless, 'other answer', 'other answers')}: out of scope` },
        ]),
      },
      { title: 'Reports', blocks: pointsOf(file.reports.map((one) => reportPoint(one, at))) },
      { title: 'What was looked at', blocks: points(file.scope) },
      { title: 'What could not be looked at', blocks: points(file.evidence?.gaps ?? []) },
      { title: 'What was done', blocks: pointsOf(acts.map(actPoint)) },
    ]),
  };
}
