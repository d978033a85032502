import type { Activity, Finding, Profile, VerdictRow } from '@interdict/core';
import { commonDeal, whetherWords } from './act.ts';
import type { NameBook, RuleName } from './name-book.ts';
import { byText, groupBy, uniqueSorted } from './order.ts';
import { missingQuestion } from './question.ts';
import { foldRows, type ReadFinding, type RowGroup } from './row-group.ts';
import { proseText } from '../text/index.ts';

/** What hangs on a question, under one rule and for the same findings. */
export interface HangingAnswer {
  readonly rule: RuleName;
  /** `whether you may resell it`, for each of those who are asked about. */
  readonly whether: readonly string[];
  readonly activities: readonly Activity[];
  readonly findings: readonly Finding[];
  /** Reasons of the rows; they repeat the questions where a fact is missing. */
  readonly because: readonly string[];
  readonly cautions: readonly string[];
}

/** A fact that nobody stated, as a question, with the answers that hang on it. */
export interface OpenQuestion {
  readonly number: number;
  /** Absent where no stated fact would settle the answer. */
  readonly question?: string;
  readonly paths: readonly string[];
  readonly answers: readonly HangingAnswer[];
  readonly findings: readonly Finding[];
}

interface Hanging {
  readonly group: RowGroup;
  readonly activity: Activity;
}

function uniqueFindings(groups: readonly RowGroup[]): Finding[] {
  return [...new Set(groups.flatMap(({ findings }) => findings))];
}

function answerOf(hanging: readonly Hanging[], names: NameBook): HangingAnswer[] {
  const [first] = hanging;
  if (first === undefined) return [];
  const findings = uniqueFindings(hanging.map(({ group }) => group));
  const deal = commonDeal(findings, names);
  const whether = groupBy(hanging, ({ group }) => group.row.binds ?? 'actor').flatMap((bound) => {
    const row = bound[0]?.group.row;
    const activities = [...new Set(bound.map(({ activity }) => activity))];
    return row === undefined ? [] : [whetherWords(row, activities, deal)];
  });
  const rows = hanging.map(({ group }) => group.row);
  return [
    {
      rule: names.rule(first.group.row.rule),
      whether,
      activities: [...new Set(hanging.map(({ activity }) => activity))],
      findings,
      because: [...new Set(rows.map(({ because }) => proseText(because)))],
      cautions: uniqueSorted(rows.flatMap(({ caution }) => caution ?? []).map(proseText)),
    },
  ];
}

function hangingOf(groups: readonly RowGroup[]): Hanging[] {
  return groups.flatMap((group) => group.activities.map((activity) => ({ group, activity })));
}

/** One answer for each rule and set of findings; rows of one act are asked about together. */
function answersOf(
  groups: readonly RowGroup[],
  names: NameBook,
  numbers: ReadonlyMap<Finding, number>,
): HangingAnswer[] {
  const acts = groupBy(hangingOf(groups), ({ group: { row }, activity }) =>
    JSON.stringify([row.rule, row.binds, activity]),
  );
  return groupBy(acts, (same) => {
    const findings = uniqueFindings(same.map(({ group }) => group));
    const set = findings.map((finding) => numbers.get(finding) ?? 0).toSorted((a, b) => a - b);
    return `${same[0]?.group.row.rule} ${set.join()}`;
  }).flatMap((alike) => answerOf(alike.flat(), names));
}

/** Where the law is unsettled, one answer for each rule and reason: they are all there is. */
function unsettledAnswers(groups: readonly RowGroup[], names: NameBook): HangingAnswer[] {
  const alike = groupBy(hangingOf(groups), ({ group: { row } }) => `${row.rule} ${row.because}`);
  return alike.flatMap((same) => answerOf(same, names));
}

const UNSETTLED = '';

/** Each question once, with what hangs on it; the most asked first. */
export function openQuestions(
  read: readonly ReadFinding[],
  profile: Profile,
  names: NameBook,
): OpenQuestion[] {
  const numbers = new Map(read.map(({ finding }, at) => [finding, at]));
  const asked = foldRows(read, isUndetermined).flatMap((group) => {
    const { missing } = group.row;
    const paths = missing.length === 0 ? [UNSETTLED] : [...new Set(missing)];
    return paths.map((path) => ({
      group,
      path,
      question: path === UNSETTLED ? UNSETTLED : missingQuestion(path, profile),
    }));
  });
  return groupBy(asked, ({ question }) => question)
    .map((same) => {
      const groups = [...new Set(same.map(({ group }) => group))];
      const question = same[0]?.question ?? UNSETTLED;
      return {
        ...(question === UNSETTLED ? {} : { question }),
        paths: uniqueSorted(same.map(({ path }) => path)).filter((path) => path !== UNSETTLED),
        answers:
          question === UNSETTLED
            ? unsettledAnswers(groups, names)
            : answersOf(groups, names, numbers),
        findings: uniqueFindings(groups),
      };
    })
    .toSorted(
      (a, b) =>
        Number(a.question === undefined) - Number(b.question === undefined) ||
        b.findings.length - a.findings.length ||
        byText(a.question ?? '', b.question ?? ''),
    )
    .map((open, at) => ({ number: at + 1, ...open }));
}

function isUndetermined(row: VerdictRow): boolean {
  return row.verdict === 'undetermined';
}

/** Missing facts: the numbers of questions that are listed, and the others in full. */
export interface Missing {
  readonly numbers: readonly number[];
  readonly questions: readonly string[];
}

export function missingOf(
  paths: readonly string[],
  profile: Profile,
  open: readonly OpenQuestion[],
): Missing {
  const numbers = new Map(open.map(({ question, number }) => [question, number]));
  const asked = [...new Set(paths.map((path) => missingQuestion(path, profile)))];
  return {
    numbers: asked.flatMap((one) => numbers.get(one) ?? []).toSorted((a, b) => a - b),
    questions: asked.filter((one) => !numbers.has(one)),
  };
}

/** `question 1`, `questions 1, 2, 5`, and questions that are not listed in full. */
export function missingWords({ numbers, questions }: Missing): string {
  const listed = numbers.length === 1 ? 'question' : 'questions';
  const parts = numbers.length === 0 ? [] : [`${listed} ${numbers.join(', ')} below`];
  return [...parts, ...questions].join('; ');
}

/** Said in place of a question where no single fact would settle the answer. */
export const UNSETTLED_SENTENCE = 'No stated fact would settle this: the law itself is unsettled.';
