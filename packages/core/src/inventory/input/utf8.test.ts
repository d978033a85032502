import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf } from './read.fixture.ts';
import { invalidUtf8, unfinishedUtf8 } from './utf8.ts';

describe('invalidUtf8', () => {
  it('finds nothing in any well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(invalidUtf8(bytesOf(text))).toEqual([]);
      }),
    );
  });

  it('counts the same replacements as the decoder makes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        const genuine =
          Buffer.from(bytes).toString('latin1').split('\u00ef\u00bf\u00bd').length - 1;

        expect(invalidUtf8(bytes)).toHaveLength(text.split('\u{fffd}').length - 1 - genuine);
      }),
    );
  });

  it.each([
    ['overlong', [0x61, 0xc0, 0xaf], [1, 2]],
    ['surrogate', [0xed, 0xa0, 0x80], [0, 1, 2]],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80], [0, 1, 2, 3]],
    ['Latin-1', [0x4d, 0xfc, 0x6c, 0x6c], [1]],
    ['cut sequence', [0xe2, 0x82, 0x41], [0]],
  ])('gives the offsets of %s bytes', (_, bytes, offsets) => {
    expect(invalidUtf8(new Uint8Array(bytes))).toEqual(offsets);
  });
});

describe('unfinishedUtf8', () => {
  it('is the length of a sequence that the next chunk completes', () => {
    for (const letter of ['a', 'ü', '€', '😀']) {
      const bytes = bytesOf(letter);
      for (let length = 0; length < bytes.length; length += 1) {
        expect(unfinishedUtf8(bytes.subarray(0, length))).toBe(length);
      }
      expect(unfinishedUtf8(bytes)).toBe(0);
    }
  });

  it('does not wait for a sequence that is already wrong', () => {
    expect(unfinishedUtf8(new Uint8Array([0x61, 0xff]))).toBe(0);
    expect(unfinishedUtf8(new Uint8Array([0xe0, 0x80]))).toBe(0);
  });
});
