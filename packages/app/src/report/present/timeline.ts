import type { Finding, Verdict } from '@interdict/core';
import { byText, groupBy, uniqueSorted } from './order.ts';
import { titleOf } from './product-group.ts';
import { foldRows, type ReadFinding } from './row-group.ts';
import { activityWords, ruleWords } from './words.ts';

/** A change of an answer: what it was, what it is from then on. */
interface Turn {
  readonly at: string;
  readonly from: Verdict;
  readonly to: Verdict;
}

/** What one provision says of some activities, over time. */
export interface Lane {
  readonly label: string;
  readonly activities: string;
  readonly now: Verdict;
  /** The last change before the date of the report and the first after it, as far as known. */
  readonly turns: readonly Turn[];
  readonly products: readonly string[];
  readonly findings: readonly Finding[];
}

function turnsOf(row: ReturnType<typeof foldRows>[number]['row']): Turn[] {
  const { previous, next, verdict } = row;
  return [
    ...(previous === undefined ? [] : [{ at: previous.at, from: previous.verdict, to: verdict }]),
    ...(next === undefined ? [] : [{ at: next.at, from: verdict, to: next.verdict }]),
  ];
}

/** Provisions whose answer has changed or will, in the order of their first change. */
export function lanesOf(read: readonly ReadFinding[]): Lane[] {
  const groups = foldRows(
    read,
    ({ previous, next }) => previous !== undefined || next !== undefined,
  );
  return groupBy(groups, ({ row }) =>
    JSON.stringify([row.rule, row.prohibition, row.verdict, row.previous, row.next]),
  )
    .flatMap((same) => {
      const first = same[0];
      if (first === undefined) return [];
      const findings = [...new Set(same.flatMap((group) => group.findings))];
      return [
        {
          label: ruleWords(first.row),
          activities: activityWords([...new Set(same.flatMap((group) => group.activities))]),
          now: first.row.verdict,
          turns: turnsOf(first.row),
          products: uniqueSorted(findings.map(titleOf)),
          findings,
        },
      ];
    })
    .toSorted(
      (a, b) => byText(a.turns[0]?.at ?? '', b.turns[0]?.at ?? '') || byText(a.label, b.label),
    );
}
