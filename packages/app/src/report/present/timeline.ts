import type { Finding, Verdict } from '@interdict/core';
import type { NameBook, RuleName } from './name-book.ts';
import { byText, groupBy } from './order.ts';
import { foldRows, type ReadFinding } from './row-group.ts';
import { thingKindOf } from './thing.ts';
import { activityWords, ruleWords } from './words.ts';

/** A change of an answer: what it was, what it is from then on. */
interface Turn {
  readonly at: string;
  readonly from: Verdict;
  readonly to: Verdict;
}

/** What one provision says of some activities, over time. */
export interface Lane {
  readonly rule: RuleName;
  /** Rule and provision by their ids. */
  readonly label: string;
  readonly activities: string;
  readonly now: Verdict;
  /** The last change before the date of the report and the first after it, as far as known. */
  readonly turns: readonly Turn[];
  readonly findings: readonly Finding[];
}

function turnsOf(row: ReturnType<typeof foldRows>[number]['row']): Turn[] {
  const { previous, next, verdict } = row;
  return [
    ...(previous === undefined ? [] : [{ at: previous.at, from: previous.verdict, to: verdict }]),
    ...(next === undefined ? [] : [{ at: next.at, from: verdict, to: next.verdict }]),
  ];
}

/**
 * Provisions whose answer has changed or will, in the order of their first change. An order is
 * answered for its own day and draws no lane.
 */
export function lanesOf(read: readonly ReadFinding[], names: NameBook): Lane[] {
  const groups = foldRows(
    read.filter(({ finding }) => thingKindOf(finding) !== 'order'),
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
          rule: names.rule(first.row.rule),
          label: ruleWords(first.row),
          activities: activityWords([...new Set(same.flatMap((group) => group.activities))]),
          now: first.row.verdict,
          turns: turnsOf(first.row),
          findings,
        },
      ];
    })
    .toSorted(
      (a, b) => byText(a.turns[0]?.at ?? '', b.turns[0]?.at ?? '') || byText(a.label, b.label),
    );
}
