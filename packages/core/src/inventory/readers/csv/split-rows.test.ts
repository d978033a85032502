import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRows, type RowLimits } from './split-rows.ts';

function split(text: string, size = text.length, limits?: RowLimits): readonly unknown[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += size) pieces.push(text.slice(at, at + size));
  return [...splitRows(pieces, ',', limits)].map((row) =>
    row.kind === 'row' ? [row.line, ...row.cells] : `${row.problem.code} ${row.problem.pointer}`,
  );
}

function quote(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const cell = fc
  .array(fc.constantFrom('a', 'b', '"', ',', '\n', ' ', 'ü', ''), { maxLength: 6 })
  .map((parts) => parts.join(''));
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });

describe('splitRows', () => {
  it('reads back every table, with any line ends and chunks', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 9 }),
        (rows, end, size) => {
          const text = rows.map((row) => row.map(quote).join(',') + end).join('');
          const cells = split(text, size).map((row) => (row as unknown[]).slice(1));

          expect(cells).toEqual(rows);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('gives the same for every way to cut the text', () => {
    const anything = fc
      .array(fc.constantFrom('a', '"', '"', ',', '\n', '\r\n', '\r'), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 5 }), (text, size) => {
        expect(split(text, size)).toEqual(split(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('numbers rows by the line they begin on', () => {
    expect(split('a,b\n"x\ny",2\nq,r')).toEqual([
      [1, 'a', 'b'],
      [2, 'x\ny', '2'],
      [4, 'q', 'r'],
    ]);
  });

  it('takes a quotation mark inside an unquoted cell as it stands', () => {
    expect(split('TV 24" screen,z\n')).toEqual([[1, 'TV 24" screen', 'z']]);
  });

  it('loses a line whose quotation marks do not fit, and no other', () => {
    expect(split('a,b\n"x"y,z\nq,r\n')).toEqual([[1, 'a', 'b'], 'quoting line:2', [3, 'q', 'r']]);
    expect(split('a,b\n"open,z\nq,r\n')).toEqual([[1, 'a', 'b'], 'quoting line:2', [3, 'q', 'r']]);
  });

  it('gives up a quotation that goes on beyond the limit', () => {
    const limits = { rowLengthMax: 20, columnsMax: 5 };

    expect(split(`"open${'\nx,y'.repeat(20)}`, 7, limits).slice(0, 2)).toEqual([
      'quoting line:1',
      [2, 'x', 'y'],
    ]);
  });

  it('bounds the length and the columns of a row', () => {
    const limits = { rowLengthMax: 20, columnsMax: 3 };

    expect(split(`${'x'.repeat(50)}\na,b\n`, 7, limits)).toEqual([
      'line-limit line:1',
      [2, 'a', 'b'],
    ]);
    expect(split('1,2,3,4\na,b\n', 7, limits)).toEqual(['column-limit line:1', [2, 'a', 'b']]);
  });
});
