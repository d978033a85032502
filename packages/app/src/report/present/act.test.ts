import { ACTIVITIES, VERDICTS, wordsOf, type VerdictRow } from '@interdict/core';
import { describe, expect, it } from 'vitest';
import { COUNTY_REPORT } from '../report.fixture.ts';
import { actWords, commonDeal, dealOf, whetherWords, type Deal } from './act.ts';
import { nameBookOf } from './name-book.ts';
import { ACTIVITY_PHRASES } from './words.ts';

const ROW = COUNTY_REPORT.findings.flatMap(({ verdicts }) => verdicts)[0] as VerdictRow;
const NAMES = nameBookOf(COUNTY_REPORT);
const PRODUCT: Deal = { kind: 'component', maker: 'Kaspersky Lab' };
const ORDER: Deal = { kind: 'transaction' };

function barred(binds: 'actor' | 'counterparty' | 'maker'): VerdictRow {
  return { ...ROW, verdict: 'barred', binds };
}

describe('actWords', () => {
  it('names whom a provision binds, and what that person may not do with you', () => {
    expect(actWords(barred('counterparty'), ['renew'], PRODUCT)).toBe(
      'Kaspersky Lab may not renew with you',
    );
    expect(actWords(barred('maker'), ['update-signature'], PRODUCT)).toBe(
      'Kaspersky Lab may not deliver signature updates to you',
    );
    expect(actWords(barred('actor'), ['renew', 'resell'], PRODUCT)).toBe(
      'You may not renew or resell it',
    );
  });

  it('speaks of supplier and customer where an order does not say who they are', () => {
    expect(actWords(barred('counterparty'), ['procure'], ORDER)).toBe(
      'The supplier may not sell it to you',
    );
    expect(actWords(barred('counterparty'), ['renew'], ORDER)).toBe(
      'The supplier may not renew with you',
    );
    expect(actWords(barred('counterparty'), ['provide'], ORDER)).toBe(
      'The customer may not have you provide it',
    );
    expect(actWords(barred('maker'), ['update-code'], ORDER)).toBe(
      'The maker may not deliver program updates to you',
    );
  });

  it('takes the maker for the other side only of a renewal', () => {
    expect(actWords(barred('counterparty'), ['resell'], PRODUCT)).toBe(
      'The customer may not buy it from you',
    );
    expect(actWords(barred('counterparty'), ['renew', 'resell'], PRODUCT)).toMatch(
      /^The other side of the deal may not /u,
    );
  });

  it('leaves the case of a name alone', () => {
    const deal: Deal = { kind: 'component', maker: 'eScan' };

    expect(actWords(barred('maker'), ['update-code'], deal)).toMatch(/^eScan may not /u);
  });

  it('says what would lift the bar', () => {
    const licensed = { ...barred('actor'), verdict: 'barred-unless-licensed' as const };
    const waived = { ...barred('actor'), verdict: 'barred-unless-waived' as const };

    expect(actWords(licensed, ['export'], ORDER)).toBe('You may not export it without a license');
    expect(actWords(waived, ['use'], PRODUCT)).toBe('You may not use it without a waiver');
  });

  it('has a sentence for every verdict, person and activity', () => {
    for (const verdict of wordsOf(VERDICTS)) {
      for (const binds of ['actor', 'counterparty', 'maker'] as const) {
        for (const activity of wordsOf(ACTIVITIES)) {
          const words = actWords({ ...ROW, verdict, binds }, [activity], PRODUCT);

          expect(words).toMatch(/^[A-Z][^.]+[a-z]$/u);
          expect(words).not.toMatch(/undefined| {2}|\bnot not\b|\bmay may\b/u);
        }
      }
    }
  });

  it('never says that somebody may where the rule only does not reach or is not in force', () => {
    for (const verdict of ['out-of-scope', 'not-yet', 'no-longer'] as const) {
      expect(actWords({ ...ROW, verdict }, ['use'], PRODUCT)).not.toMatch(/\bmay\b/u);
    }
  });
});

describe('whetherWords', () => {
  it('is the same sentence as a question', () => {
    expect(whetherWords(barred('maker'), ['operate-telemetry'], PRODUCT)).toBe(
      'whether Kaspersky Lab may operate cloud look-ups or telemetry on your systems',
    );
  });
});

describe('commonDeal', () => {
  it('names the maker by the name the report has, when all findings have the same', () => {
    const [first] = COUNTY_REPORT.findings;
    const camera = COUNTY_REPORT.findings.find(({ id }) => id === 'f-camera');
    if (first === undefined || camera === undefined) throw new Error('no such finding');

    expect(dealOf(first, NAMES)).toEqual(PRODUCT);
    expect(commonDeal([first, first], NAMES)).toEqual(PRODUCT);
    expect(commonDeal([first, camera], NAMES)).toEqual({ kind: 'several' });
  });
});

describe('ACTIVITY_PHRASES', () => {
  it('can stand after `may not`, and speaks to you only from the other side', () => {
    for (const [activity, { noun, own, other }] of Object.entries(ACTIVITY_PHRASES)) {
      expect(own, activity).toMatch(/^[a-z]/u);
      expect(own, activity).not.toMatch(/\byou\b/u);
      expect(other, activity).toMatch(/\b(you|your)\b/u);
      expect(noun, activity).not.toMatch(/-(signature|code|on)\b/u);
    }
  });
});
