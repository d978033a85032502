import { ACTIVITIES, VERDICTS, wordsOf, type Activity, type VerdictRow } from '@interdict/core';
import { describe, expect, it } from 'vitest';
import { COUNTY_REPORT } from '../report.fixture.ts';
import { actWords, countWords, privilegeWords, VERDICTS_BY_SEVERITY } from './words.ts';

const ROW = COUNTY_REPORT.findings.flatMap(({ verdicts }) => verdicts)[0] as VerdictRow;

describe('actWords', () => {
  it('says of every verdict and every person bound who may or may not', () => {
    for (const verdict of wordsOf(VERDICTS)) {
      for (const binds of ['actor', 'counterparty', 'maker'] as const) {
        const words = actWords({ ...ROW, verdict, binds }, ['update-code', 'renew']);

        expect(words).toMatch(/^[A-Z].*: update code, renew$/u);
      }
    }
  });

  it('never says that somebody may where the rule only does not reach or is not in force', () => {
    for (const verdict of ['out-of-scope', 'not-yet', 'no-longer'] as const) {
      expect(actWords({ ...ROW, verdict }, ['use'])).not.toMatch(/\bmay\b/u);
    }
  });

  it('names whom a provision binds', () => {
    expect(actWords({ ...ROW, verdict: 'barred', binds: 'maker' }, ['renew'])).toBe(
      'The maker may not: renew',
    );
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
