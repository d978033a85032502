import { describe, expect, it } from 'vitest';
import { COUNTY_REPORT } from '../report.fixture.ts';
import { missingOf, missingWords } from './open-question.ts';
import { viewReport } from './view.ts';

describe('openQuestions', () => {
  const { questions } = viewReport(COUNTY_REPORT);

  it('asks each question once, the most asked first, and the unsettled last', () => {
    const asked = questions.map(({ question }) => question);

    expect(new Set(asked).size).toBe(asked.length);
    expect(questions.map(({ number, findings }) => [number, findings.length])).toEqual([
      [1, 14],
      [2, 14],
      [3, 1],
      [4, 1],
      [5, 1],
      [6, 1],
    ]);
    expect(asked.at(-1)).toBeUndefined();
  });

  it('lists what hangs on it: rule, act, things', () => {
    const [first] = questions;

    expect(first?.question).toBe('Does any of these apply to you: grantee, federal contractor?');
    expect(first?.answers).toMatchObject([
      {
        rule: { id: 'us-far-52.204-23', title: 'Contract clause against Kaspersky' },
        whether: ['whether you may use it in making what a contract requires to be delivered'],
        activities: ['use-in-deliverable'],
      },
    ]);
  });

  it('keeps the reason where no fact would settle it', () => {
    expect(questions.at(-1)?.answers.flatMap(({ because }) => because)).toEqual([
      'The sources conflict.',
    ]);
  });
});

describe('missingOf', () => {
  it('refers to listed questions by number and asks the others in full', () => {
    const { questions } = viewReport(COUNTY_REPORT);
    const missing = missingOf(
      ['facts.usedInContract', 'actor.classes', 'facts.discoveredAt'],
      COUNTY_REPORT.profile,
      questions,
    );

    expect(missingWords(missing)).toBe('questions 1, 2 below; On what date was it discovered?');
  });
});
