import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProblem } from './problem.ts';
import { bytesOf, pieces } from './read.fixture.ts';
import { readLines, splitLines } from './split-lines.ts';

function lines(text: string, size = 65_536): readonly unknown[] {
  return [...readLines(pieces(bytesOf(text), size))];
}

const text = fc
  .array(fc.constantFrom('a', 'b', '\n', '\r\n', '\r', 'ü'), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('splitLines', () => {
  it('agrees with splitting the whole text, whatever the chunks', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 7 }), (whole, size) => {
        const expected = whole.split('\n').map((line) => line.replace(/\r$/, ''));
        const found = lines(whole, size).map((item) => (item as { text: string }).text);

        // Behind a last line break there is no line.
        expect(found).toEqual(
          whole.endsWith('\n') || whole === '' ? expected.slice(0, -1) : expected,
        );
      }),
    );
  });

  it('numbers lines from 1 and knows a last line without a break', () => {
    expect(lines('a\nb')).toEqual([
      { kind: 'line', number: 1, text: 'a', isEnded: true },
      { kind: 'line', number: 2, text: 'b', isEnded: false },
    ]);
  });

  it('loses a line that is too long and goes on with the next', () => {
    const found = [...splitLines(['ab\n', 'cccc', 'cccc\nd\n'], 5)];

    expect(found).toMatchObject([
      { text: 'ab', number: 1 },
      { lost: true, problem: { code: 'line-limit', pointer: 'line:2' } },
      { text: 'd', number: 3 },
    ]);
  });

  it('loses a last line that is too long', () => {
    expect([...splitLines(['a\n', 'bbb', 'bbb'], 5)]).toMatchObject([
      { text: 'a' },
      { problem: { code: 'line-limit', pointer: 'line:2' } },
    ]);
  });

  it('does not hold a line of 50 MB', () => {
    const block = 'x'.repeat(1_000_000);
    function* blocks(): Generator<string> {
      yield 'first\n';
      for (let count = 0; count < 50; count += 1) yield block;
      yield '\nlast\n';
    }

    const found = [...splitLines(blocks())];

    expect(found).toMatchObject([
      { text: 'first' },
      { problem: { code: 'line-limit', pointer: 'line:2' } },
      { text: 'last', number: 3 },
    ]);
  });

  it('loses a line with NUL bytes', () => {
    expect(lines('a\nb\0c\nd\n')).toMatchObject([
      { text: 'a' },
      { lost: true, problem: { code: 'nul-bytes', pointer: 'line:2' } },
      { text: 'd' },
    ]);
  });

  it('hands on what decoding had to say', () => {
    const found = [...readLines(pieces(new Uint8Array([0x61, 0xff, 0x0a]), 10))];

    expect(found.filter(isProblem)).toMatchObject([{ problem: { pointer: 'byte:1' } }]);
  });
});
