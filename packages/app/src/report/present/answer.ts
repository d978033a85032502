import type { Finding, ResolvedCite, Verdict, VerdictRow } from '@interdict/core';
import { proseText } from '../text/index.ts';
import { actWords, type Deal } from './act.ts';
import { groupBy } from './order.ts';
import { mergeActivities, type RowGroup } from './row-group.ts';

/**
 * What one provision says of the things of a block. For products it is one row; for orders, of
 * which each has an act and a day of its own, it is all rows of the provision with one verdict.
 */
export interface Answer {
  readonly verdict: Verdict;
  readonly prohibition?: string;
  readonly rows: readonly RowGroup[];
  readonly findings: readonly Finding[];
}

/** The texts of an answer, each once. */
export interface AnswerTexts {
  readonly acts: readonly string[];
  /** When it began to be the answer, with the verdict before. */
  readonly turns: readonly { readonly at: string; readonly before: Verdict }[];
  readonly nexts: readonly { readonly at: string; readonly verdict: Verdict }[];
  readonly because: readonly string[];
  readonly conditions: readonly string[];
  readonly advices: readonly string[];
  readonly cautions: readonly string[];
  readonly assumed: readonly string[];
  /** Paths of missing facts. */
  readonly missing: readonly string[];
  readonly cites: readonly ResolvedCite[];
}

function answerOf(rows: readonly RowGroup[]): Answer[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { verdict, prohibition } = first.row;
  return [
    {
      verdict,
      ...(prohibition === undefined ? {} : { prohibition }),
      rows,
      findings: [...new Set(rows.flatMap(({ findings }) => findings))],
    },
  ];
}

/** Each row an answer of its own. */
export function singleAnswers(rows: readonly RowGroup[]): Answer[] {
  return rows.flatMap((one) => answerOf([one]));
}

/** Rows of one provision with one verdict as one answer. */
export function provisionAnswers(rows: readonly RowGroup[]): Answer[] {
  const same = groupBy(
    mergeActivities(rows),
    ({ row }) => `${row.verdict} ${row.prohibition ?? ''}`,
  );
  return same.flatMap(answerOf);
}

function unique<T>(things: readonly T[]): T[] {
  const byText = new Map(things.map((thing) => [JSON.stringify(thing), thing]));
  return [...byText.values()];
}

function prose(texts: readonly (string | undefined)[]): string[] {
  return unique(texts.flatMap((text) => (text === undefined ? [] : proseText(text))));
}

/** Who may not do what, a sentence for each of those who are bound. */
function actsOf({ rows }: Answer, deal: Deal): string[] {
  return groupBy(rows, ({ row }) => row.binds ?? 'actor').flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const activities = [...new Set(same.flatMap((one) => one.activities))];
    return [actWords(first.row, activities, deal)];
  });
}

export function textsOf(answer: Answer, deal: Deal): AnswerTexts {
  const rows = answer.rows.map(({ row }): VerdictRow => row);
  const turns = rows.flatMap(({ previous }) =>
    previous === undefined ? [] : { at: previous.at, before: previous.verdict },
  );
  return {
    acts: actsOf(answer, deal),
    turns: unique(turns),
    nexts: unique(rows.flatMap(({ next }) => next ?? [])),
    because: prose(rows.map(({ because }) => because)),
    conditions: prose(rows.map(({ condition }) => condition)),
    advices: prose(rows.map(({ advice }) => advice)),
    cautions: prose(rows.map(({ caution }) => caution)),
    assumed: prose(rows.flatMap(({ assumed }) => assumed ?? [])),
    missing: unique(rows.flatMap(({ missing }) => missing)),
    cites: unique(rows.flatMap(({ cite }) => cite)),
  };
}
