import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellWidth } from './cell-width.ts';
import { wrapText } from './wrap-text.ts';

describe('wrapText', () => {
  it('breaks at spaces', () => {
    expect(wrapText('one two three', 8)).toEqual(['one two', 'three']);
  });

  it('breaks a long word where it bends, else anywhere', () => {
    expect(wrapText('fleet/programs.csv', 10)).toEqual(['fleet/', 'programs.', 'csv']);
    expect(wrapText('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('gives an empty text one empty line', () => {
    expect(wrapText('', 10)).toEqual(['']);
  });

  it('never exceeds the width and loses nothing but spaces', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', ' ', '-', '/', '安', '😀', 'e\u0301'),
          maxLength: 80,
        }),
        fc.integer({ min: 2, max: 30 }),
        (text, cells) => {
          const lines = wrapText(text, cells);

          for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(cells);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
    );
  });
});
