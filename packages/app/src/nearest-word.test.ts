import { describe, expect, it } from 'vitest';
import { nearestWord } from './nearest-word.ts';

describe('nearestWord', () => {
  it('finds the word that was meant, whatever its case', () => {
    expect(nearestWord('reselller', ['importer', 'reseller'])).toBe('reseller');
    expect(nearestWord('DOD', ['ic', 'dod'])).toBe('dod');
  });

  it('is silent when no word is near', () => {
    expect(nearestWord('emperor', ['ic', 'local-government'])).toBeUndefined();
    expect(nearestWord('x', [])).toBeUndefined();
  });
});
