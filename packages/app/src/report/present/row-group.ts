import {
  ACTIVITIES,
  VERDICTS,
  wordsOf,
  type Activity,
  type Finding,
  type VerdictRow,
} from '@interdict/core';
import { byText, groupBy } from './order.ts';

/** What a rule says of one or more activities alike. Equal sayings are one object. */
interface Saying {
  readonly row: VerdictRow;
  readonly activities: readonly Activity[];
}

/** A finding with its verdict rows folded into sayings. */
export interface ReadFinding {
  readonly finding: Finding;
  readonly sayings: readonly Saying[];
}

/** A saying and all findings it is said of. */
export interface RowGroup extends Saying {
  readonly findings: readonly Finding[];
}

const ACTIVITY_ORDER: ReadonlyMap<string, number> = new Map(
  wordsOf(ACTIVITIES).map((word, index) => [word, index]),
);

/** Everything a row says but its activity. */
function textOf(row: VerdictRow): string {
  return JSON.stringify({ ...row, activity: undefined });
}

/** Folds the rows of each finding; a county has few sayings and many findings. */
export function readFindings(findings: readonly Finding[]): ReadFinding[] {
  const known = new Map<string, Saying>();
  // Findings of one product are handed the same rows, so most are folded by looking them up.
  const folded = new Map<readonly VerdictRow[], readonly Saying[]>();
  return findings.map((finding) => {
    const before = folded.get(finding.verdicts);
    const sayings = before ?? foldFinding(finding.verdicts, known);
    folded.set(finding.verdicts, sayings);
    return { finding, sayings };
  });
}

function foldFinding(verdicts: readonly VerdictRow[], known: Map<string, Saying>): Saying[] {
  const texts = new Map<string, VerdictRow[]>();
  for (const row of verdicts) {
    const text = textOf(row);
    texts.set(text, [...(texts.get(text) ?? []), row]);
  }
  return [...texts].flatMap(([text, rows]) => {
    const activities = inOrder(rows.map((row) => row.activity));
    const key = `${activities.join()} ${text}`;
    const saying = known.get(key) ?? rows.slice(0, 1).map((row) => ({ row, activities }))[0];
    if (saying === undefined) return [];
    known.set(key, saying);
    return [saying];
  });
}

function inOrder(activities: Iterable<Activity>): Activity[] {
  return [...new Set(activities)].toSorted(
    (a, b) => (ACTIVITY_ORDER.get(a) ?? 0) - (ACTIVITY_ORDER.get(b) ?? 0),
  );
}

/** Groups that say the same of different activities as one, with the findings of all. */
export function mergeActivities(groups: readonly RowGroup[]): RowGroup[] {
  return groupBy(groups, ({ row }) => textOf(row)).flatMap((same) =>
    same.slice(0, 1).map(({ row }) => ({
      row,
      activities: inOrder(same.flatMap(({ activities }) => activities)),
      findings: [...new Set(same.flatMap(({ findings }) => findings))],
    })),
  );
}

/** The wanted sayings with their findings, most severe first, then by rule and provision. */
export function foldRows(
  findings: readonly ReadFinding[],
  wanted: (row: VerdictRow) => boolean,
): RowGroup[] {
  const groups = new Map<Saying, Finding[]>();
  for (const { finding, sayings } of findings) {
    for (const saying of sayings) {
      if (!wanted(saying.row)) continue;
      const same = groups.get(saying);
      if (same === undefined) groups.set(saying, [finding]);
      else same.push(finding);
    }
  }
  return [...groups]
    .map(([{ row, activities }, same]) => ({ row, activities, findings: same }))
    .toSorted(compareGroups);
}

function compareGroups(a: RowGroup, b: RowGroup): number {
  return (
    VERDICTS[b.row.verdict].severity - VERDICTS[a.row.verdict].severity ||
    byText(a.row.rule, b.row.rule) ||
    byText(a.row.prohibition ?? '', b.row.prohibition ?? '') ||
    byText(a.activities.join(), b.activities.join()) ||
    byText(textOf(a.row), textOf(b.row))
  );
}

/** Groups of a rule that have the same answer for the same activities, and the same change. */
export function groupByChange(groups: readonly RowGroup[]): RowGroup[][] {
  return groupBy(groups, ({ row, activities }) =>
    JSON.stringify([row.rule, row.verdict, row.next, activities]),
  );
}
