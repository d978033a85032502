import { ACTIVITIES, VERDICTS, wordsOf, type Activity } from '@interdict/core';
import { describe, expect, it } from 'vitest';
import { COUNTY_REPORT } from '../report.fixture.ts';
import {
  activityWords,
  citeWords,
  countWords,
  orWords,
  privilegeWords,
  VERDICTS_BY_SEVERITY,
} from './words.ts';

describe('orWords', () => {
  it('joins alternatives and says once what all of them end with', () => {
    expect(orWords(['renew it', 'resell it'])).toBe('renew or resell it');
    expect(orWords(['use it', 'pay you', 'use it'])).toBe('use it or pay you');
    expect(orWords(['a it', 'b it', 'c it'])).toBe('a, b or c it');
    expect(orWords(['use it'])).toBe('use it');
  });
});

describe('citeWords', () => {
  it('does not say an instrument twice that its pinpoint names', () => {
    const cite = { citation: 'FAR 52.204-23', verification: 'recorded' as const };

    expect(citeWords({ ...cite, pinpoint: 'FAR 52.204-23(b)' })).toBe(
      'FAR 52.204-23(b) [not re-checked]',
    );
    expect(citeWords({ ...cite, pinpoint: '(b)' })).toBe('FAR 52.204-23, (b) [not re-checked]');
  });
});

describe('activityWords', () => {
  it('says activities as things', () => {
    expect(activityWords(['renew', 'update-signature'])).toBe('renewal, signature updates');
  });
});

describe('vocabulary words', () => {
  it('orders verdicts as the vocabulary does', () => {
    expect(VERDICTS_BY_SEVERITY[0]).toBe('barred');
    expect(VERDICTS_BY_SEVERITY.at(-1)).toBe('out-of-scope');
    expect(VERDICTS_BY_SEVERITY).toHaveLength(wordsOf(VERDICTS).length);
  });

  it('knows every activity of the fixture', () => {
    const used = COUNTY_REPORT.findings.flatMap(({ verdicts }) =>
      verdicts.map(({ activity }) => activity),
    );

    expect(used.every((one: Activity) => Object.hasOwn(ACTIVITIES, one))).toBe(true);
  });

  it('says what a privilege means, also one it does not know', () => {
    expect(privilegeWords(5)).toContain('5 of 5, kernel driver');
    expect(privilegeWords(9)).toBe('9 of 5, not described');
  });

  it('groups digits by three', () => {
    expect([0, 999, 1000, 1_234_567].map(countWords)).toEqual(['0', '999', '1,000', '1,234,567']);
  });
});
