import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVITIES, wordsOf } from '../model/index.ts';
import { didYouMean } from './nearest-word.ts';

const ACTIVITY_WORDS = wordsOf(ACTIVITIES);

describe('didYouMean', () => {
  it.each([
    ['selll', 'sell'],
    ['Sell', 'sell'],
    ['resel', 'resell'],
    ['update signature', 'update-signature'],
    ['updateSignature', 'update-signature'],
    ['telemetry', 'operate-telemetry'],
    ['procrue', 'procure'],
    ['useing', 'use'],
  ])('takes %j for `%s`', (written, word) => {
    expect(didYouMean(written, ACTIVITY_WORDS)).toBe(`: did you mean \`${word}\`?`);
  });

  it('names no word when none is near and there are too many to list', () => {
    expect(didYouMean('photosynthesis', ACTIVITY_WORDS)).toBe('');
  });

  it('lists all words when they are few', () => {
    expect(didYouMean('photosynthesis', ['day', 'hour'])).toBe(': there are day, hour');
    expect(didYouMean('photosynthesis', ['any'])).toBe(': there is any');
    expect(didYouMean('', ['day'])).toBe(': there is day');
  });

  // A text from outside can have any length, and the work grows with its square.
  it('does not look at what is longer than words are', () => {
    expect(didYouMean('s'.repeat(1_000_000), ACTIVITY_WORDS)).toBe('');
  });

  it('finds every word again, however it is joined and cased', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ACTIVITY_WORDS), (word) => {
        const written = word.toUpperCase().replaceAll('-', ' ');

        expect(didYouMean(written, ACTIVITY_WORDS)).toBe(`: did you mean \`${word}\`?`);
      }),
    );
  });
});
