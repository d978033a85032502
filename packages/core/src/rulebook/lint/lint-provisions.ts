import { FACTS, factWord, wordsOf, type Rule } from '../../model/index.ts';
import { didYouMean, type DocumentPath } from '../../document/index.ts';
import type { RulePathProblem } from '../problem.ts';

/** Facts that are dates, on which a period can run. */
const DATE_FACTS: readonly string[] = wordsOf(FACTS).filter(
  (name) => factWord(name).type === 'date',
);

interface Identified {
  readonly id: string;
  readonly path: DocumentPath;
}

function idsIn(items: readonly { readonly id: string }[], path: DocumentPath): Identified[] {
  return items.map(({ id }, index) => ({ id, path: [...path, index, 'id'] }));
}

function duplicates(items: readonly Identified[]): RulePathProblem[] {
  const seen = new Set<string>();
  const problems: RulePathProblem[] = [];
  for (const { id, path } of items) {
    if (seen.has(id)) {
      problems.push({
        code: 'duplicate-id',
        message: `\`${id}\` is used twice in this rule: give one another id`,
        path,
      });
    }
    seen.add(id);
  }
  return problems;
}

/** Everything a row can name as its provision. */
function provisionIds(rule: Rule): Identified[] {
  return [
    ...idsIn(rule.prohibitions, ['prohibitions']),
    ...rule.prohibitions.flatMap((one, index) =>
      idsIn(one.exceptions ?? [], ['prohibitions', index, 'exceptions']),
    ),
    ...idsIn(rule.freedoms ?? [], ['freedoms']),
    ...idsIn(rule.duties ?? [], ['duties']),
  ];
}

function exceptionConflicts(rule: Rule): RulePathProblem[] {
  const problems: RulePathProblem[] = [];
  rule.prohibitions.forEach((prohibition, index) => {
    const byRank = new Map<number, string>();
    (prohibition.exceptions ?? []).forEach((exception, position) => {
      const effect = byRank.get(exception.rank);
      if (effect !== undefined && effect !== exception.effect) {
        problems.push({
          code: 'exception-conflict',
          message:
            `rank ${exception.rank} already leads to \`${effect}\`, and here to ` +
            `\`${exception.effect}\`: give the one that goes before a higher rank`,
          path: ['prohibitions', index, 'exceptions', position, 'rank'],
        });
      }
      byRank.set(exception.rank, exception.effect);
    });
  });
  return problems;
}

function dutyProblems(rule: Rule): RulePathProblem[] {
  const problems: RulePathProblem[] = [];
  (rule.duties ?? []).forEach((duty, index) => {
    const path: DocumentPath = ['duties', index];
    const periods = [duty.within, ...Object.values(duty.byClauseVersion ?? {})];
    if (periods.some((one) => one?.unit === 'business-day' && one.calendar === undefined)) {
      const message = 'business days need `calendar: us-federal`';
      problems.push({ code: 'duty-calendar', message, path });
    }
    const starts = duty.startsOn;
    if (starts !== undefined && !DATE_FACTS.includes(starts)) {
      const near = didYouMean(starts, DATE_FACTS);
      const message = `\`${starts}\` is no date among the facts${near}`;
      problems.push({ code: 'unknown-fact', message, path: [...path, 'startsOn'] });
    }
  });
  return problems;
}

/** Ids are unique, exceptions of one rank agree, periods can be counted. */
export function lintProvisions(rule: Rule): RulePathProblem[] {
  return [
    ...duplicates(provisionIds(rule)),
    ...duplicates(idsIn(rule.examples, ['examples'])),
    ...exceptionConflicts(rule),
    ...dutyProblems(rule),
  ];
}
