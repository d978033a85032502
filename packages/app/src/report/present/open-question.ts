import type { Finding, Profile, VerdictRow } from '@interdict/core';
import { byText, groupBy, uniqueSorted } from './order.ts';
import { missingQuestion } from './question.ts';
import { foldRows, type ReadFinding, type RowGroup } from './row-group.ts';

/** Facts that nobody stated, as questions, and the answers that hang on them. */
export interface OpenQuestion {
  readonly questions: readonly string[];
  readonly paths: readonly string[];
  readonly groups: readonly RowGroup[];
  readonly findings: readonly Finding[];
}

/** Undetermined rows under the questions that would settle them, the most asked first. */
export function openQuestions(read: readonly ReadFinding[], profile: Profile): OpenQuestion[] {
  const groups = foldRows(read, isUndetermined);
  return groupBy(groups, ({ row }) => uniqueSorted(row.missing).join('\n'))
    .map((same) => {
      const paths = uniqueSorted(same[0]?.row.missing ?? []);
      const findings = [...new Set(same.flatMap((group) => group.findings))];
      const questions = [...new Set(paths.map((path) => missingQuestion(path, profile)))];
      return { questions, paths, groups: same, findings };
    })
    .toSorted(
      (a, b) => b.findings.length - a.findings.length || byText(a.paths.join(), b.paths.join()),
    );
}

function isUndetermined(row: VerdictRow): boolean {
  return row.verdict === 'undetermined';
}

/** Said in place of a question where no single fact would settle the answer. */
export const UNSETTLED_SENTENCE = 'No stated fact would settle this: the law itself is unsettled.';
