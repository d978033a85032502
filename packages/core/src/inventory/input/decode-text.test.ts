import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';
import { isProblem } from './problem.ts';
import { bytesOf, pieces } from './read.fixture.ts';

interface Text {
  readonly text: string;
  readonly pointers: readonly (string | undefined)[];
}

function decode(bytes: Uint8Array, size = 65_536): Text {
  const decoded = [...decodeText(pieces(bytes, size))];
  return {
    text: decoded.filter((one) => typeof one === 'string').join(''),
    pointers: decoded.filter(isProblem).map(({ problem }) => problem.pointer),
  };
}

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\u{feff}${text}`, 'utf16le');
  return new Uint8Array(isBigEndian ? bytes.swap16() : bytes);
}

const unicode = fc.string({ unit: 'grapheme' });

describe('decodeText', () => {
  it('reads UTF-8 in chunks of any size', () => {
    fc.assert(
      fc.property(unicode, fc.integer({ min: 1, max: 9 }), (text, size) => {
        expect(decode(bytesOf(text), size)).toEqual({ text, pointers: [] });
      }),
    );
  });

  it('reads UTF-16 of both orders in chunks of any size', () => {
    fc.assert(
      fc.property(unicode, fc.boolean(), fc.integer({ min: 1, max: 9 }), (text, isBig, size) => {
        expect(decode(utf16(text, isBig), size)).toEqual({ text, pointers: [] });
      }),
    );
  });

  it('takes away the byte order mark of UTF-8 and counts its bytes', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xff]);

    expect(decode(bytes)).toEqual({ text: 'a\u{fffd}', pointers: ['byte:4'] });
    expect(decode(bytes, 1)).toEqual({ text: 'a\u{fffd}', pointers: ['byte:4'] });
  });

  it('reads on behind bytes that are no text, and says where the first ones are', () => {
    const bytes = new Uint8Array([0x61, 0xff, 0x62, 0xfe, 0x63]);

    const { text, pointers } = decode(bytes);

    expect(text).toBe('a\u{fffd}b\u{fffd}c');
    expect(pointers).toEqual(['byte:1', undefined]);
  });

  it('says so when the file ends inside a character', () => {
    expect(decode(bytesOf('€').subarray(0, 2))).toEqual({
      text: '\u{fffd}',
      pointers: ['byte:0'],
    });
    expect(decode(utf16('ab', false).subarray(0, 5)).pointers).toEqual(['byte:4']);
  });

  it('replaces half of a surrogate pair', () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x62, 0x00]);

    expect(decode(bytes)).toEqual({ text: 'a\u{fffd}b', pointers: ['byte:4'] });
  });

  it('has the same text for every way to cut the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.integer({ min: 1, max: 5 }), (bytes, size) => {
        expect(decode(bytes, size)).toEqual(decode(bytes));
      }),
    );
  });
});
