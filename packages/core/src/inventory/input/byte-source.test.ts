import { describe, expect, it } from 'vitest';
import { guardSource, joinChunks, peekSource, sourceOf } from './byte-source.ts';
import type { ReadProblem } from './problem.ts';
import { bytesOf, pieces } from './read.fixture.ts';

describe('peekSource', () => {
  it('shows the head and still gives everything', () => {
    const peeked = peekSource(pieces('abcdefgh', 3), 4);

    expect(new TextDecoder().decode(peeked.head)).toBe('abcd');
    expect(peeked.isWhole).toBe(false);
    expect(new TextDecoder().decode(joinChunks([...peeked.chunks()]))).toBe('abcdefgh');
  });

  it('knows when the head is the whole file, to the byte', () => {
    expect(peekSource(pieces('abcd', 3), 4).isWhole).toBe(true);
    expect(peekSource(pieces('abcde', 5), 4).isWhole).toBe(false);
    expect(peekSource(pieces('', 5), 4).isWhole).toBe(true);
  });

  it('reads no further than it must', () => {
    const source = pieces('a'.repeat(100), 10);

    peekSource(source, 25);

    expect(source.given()).toBe(30);
  });

  it('lets go of what feeds it, whether or not it was read', () => {
    let isClosed = false;
    const source = {
      *chunks() {
        try {
          yield bytesOf('abc');
          yield bytesOf('def');
        } finally {
          isClosed = true;
        }
      },
    };

    peekSource(source, 1).close();

    expect(isClosed).toBe(true);
  });
});

describe('guardSource', () => {
  it('turns an error of the disk into a problem behind what was read', () => {
    const problems: ReadProblem[] = [];
    const source = {
      *chunks() {
        yield bytesOf('abc');
        throw new Error('EIO');
      },
    };

    const chunks = [...guardSource(source, (problem) => problems.push(problem)).chunks()];

    expect(chunks).toEqual([bytesOf('abc')]);
    expect(problems).toMatchObject([{ lost: true, problem: { code: 'source-failed' } }]);
  });
});

describe('sourceOf', () => {
  it('gives bytes in chunks of a size', () => {
    expect([...sourceOf(bytesOf('abcde'), 2).chunks()].map((chunk) => chunk.length)).toEqual([
      2, 2, 1,
    ]);
  });
});
