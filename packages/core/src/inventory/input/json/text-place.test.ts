import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../read.fixture.ts';
import { placeAt, utf8BytesUpTo } from './text-place.ts';

describe('placeAt', () => {
  it('counts lines and columns from 1', () => {
    expect(placeAt('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
    expect(placeAt('ab\ncd', 2)).toEqual({ line: 1, column: 3 });
    expect(placeAt('ab\ncd', 3)).toEqual({ line: 2, column: 1 });
    expect(placeAt('ab\ncd', 5)).toEqual({ line: 2, column: 3 });
  });
});

describe('utf8BytesUpTo', () => {
  it('is the length of the encoded text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(utf8BytesUpTo(text, text.length)).toBe(bytesOf(text).length);
      }),
    );
  });
});
