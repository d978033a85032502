import { describe, expect, it } from 'vitest';
import { lostProblem, noteProblem } from './problem.ts';
import { ProblemLog } from './problem-log.ts';

describe('ProblemLog', () => {
  it('keeps the first problems and counts the rest', () => {
    const log = new ProblemLog(2);
    for (const at of [1, 2, 3, 4]) log.add(noteProblem('value', `at ${at}`));

    expect(log.list().map(({ message }) => message)).toEqual([
      'at 1',
      'at 2',
      '2 more problems of this file are not listed',
    ]);
  });

  it('remembers a loss that it does not list', () => {
    const log = new ProblemLog(1);

    log.add(noteProblem('value', 'a note'));
    expect(log.isIncomplete).toBe(false);
    log.add(lostProblem('value', 'a loss'));

    expect(log.isIncomplete).toBe(true);
  });
});
