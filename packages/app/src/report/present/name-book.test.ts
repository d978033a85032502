import { describe, expect, it } from 'vitest';
import { COUNTY_REPORT, HOSTILE_REPORT } from '../report.fixture.ts';
import { nameBookOf, ruleNameWords } from './name-book.ts';

describe('nameBookOf', () => {
  const names = nameBookOf(COUNTY_REPORT);

  it('gives a rule its title with the id beside it, on one line', () => {
    expect(ruleNameWords(names.rule('us-tx-prohibited-tech'))).toBe(
      'Prohibited technologies of Texas (us-tx-prohibited-tech)',
    );
    expect(names.party('kaspersky-lab-ao')).toBe('Kaspersky Lab');
  });

  it('falls back on the id, said once', () => {
    expect(ruleNameWords(names.rule('us-made-up'))).toBe('us-made-up');
    expect(names.party('dji')).toBe('dji');
  });

  it('hands out nothing that a terminal obeys', () => {
    const hostile = nameBookOf(HOSTILE_REPORT);
    const { title, issuer } = hostile.rule('us-far-52.204-23');

    expect(`${title}${issuer}${hostile.party('\u001b[2J')}`).not.toMatch(/\p{Cc}/u);
  });
});
