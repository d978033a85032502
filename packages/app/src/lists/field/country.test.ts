import { describe, expect, it } from 'vitest';
import { parseListCountry } from './country.ts';

describe('parseListCountry', () => {
  it.each([
    ['Russia', 'ru'],
    ['RU', 'ru'],
    ['Korea, North', 'kp'],
    ["KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF", 'kp'],
    ['IRAN (ISLAMIC REPUBLIC OF)', 'ir'],
    ['Congo, Democratic Republic of the', 'cd'],
    ['CONGO, Democratic Republic of (was Zaire)', 'cd'],
    ['Bahamas, The', 'bs'],
    ['The Gambia', 'gm'],
    ['Man, Isle of', 'im'],
    ['Virgin Islands, British', 'vg'],
    ['Cote d Ivoire', 'ci'],
    ['Georgia', 'ge'],
    ['Palestinian', 'ps'],
    ['Region: Crimea', 'ua-cri'],
    ['Region: Russia', 'ru'],
    ['North Macedonia, The Republic of', 'mk'],
    ['TANZANIA, UNITED REPUBLIC OF', 'tz'],
    ['Belarus / Bélarus', 'by'],
    ['China, Hong Kong Special Administrative Region', 'hk'],
  ])('reads %s as %s', (words, code) => {
    expect(parseListCountry(words)).toEqual({ kind: 'code', code });
  });

  it.each(['00', 'UNKNOWN', 'undetermined', 'na', ''])('takes `%s` for not known', (words) => {
    expect(parseListCountry(words)).toEqual({ kind: 'unknown' });
  });

  it('keeps words that are no country', () => {
    const words = 'Region: Commonwealth of Independent States';

    expect(parseListCountry(words)).toEqual({ kind: 'words', words });
  });
});
