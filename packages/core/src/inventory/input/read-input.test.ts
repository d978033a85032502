import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../limits.ts';
import type { Reader, ReadItem } from '../reader.ts';
import { lostProblem, noteProblem } from './problem.ts';
import { readInput } from './read-input.ts';
import { bytesOf, pieces, readFile } from './read.fixture.ts';
import { readLines } from './split-lines.ts';

function record(name: string): ReadItem {
  return {
    kind: 'record',
    record: {
      kind: 'component',
      source: { file: 'file', pointer: '' },
      name,
      presence: 'installed',
      supporting: false,
      fields: [],
    },
  };
}

/** A format of one name on each line, below a line that says so. */
const names: Reader = {
  format: 'names',
  title: 'names',
  recognize: ({ text, isBinary }) => (!isBinary && text.startsWith('names\n') ? 0.8 : 0),
  *read(source) {
    for (const line of readLines(source)) {
      if (line.kind === 'problem') yield line;
      else if (line.text === 'bad') yield lostProblem('value', 'a bad line', `line:${line.number}`);
      else if (line.text === 'note') yield noteProblem('value', 'a note');
      else if (line.number > 1) yield record(line.text);
    }
  },
};

const anything: Reader = { ...names, format: 'anything', recognize: () => 0.1 };

describe('readInput', () => {
  it('gives the format at once and the coverage at the end', () => {
    const reading = readInput([names], pieces('names\na\nb\n', 3), { file: 'x' });

    expect(reading.format).toBe('names');
    expect([...reading.records()]).toHaveLength(2);
    expect(reading.coverage()).toEqual({
      path: 'x',
      format: 'names',
      status: 'read',
      records: 2,
      problems: [],
    });
  });

  it('asks the reader that is surest, and of equals the first', () => {
    expect(readFile([anything, names], 'names\na\n').format).toBe('names');
    expect(readFile([anything, { ...anything, format: 'other' }], 'x').format).toBe('anything');
  });

  it('is partial when something was lost, unreadable when all of it was, read after a note', () => {
    expect(readFile([names], 'names\na\nbad\n').coverage.status).toBe('partial');
    expect(readFile([names], 'names\nbad\n').coverage.status).toBe('unreadable');
    expect(readFile([names], 'names\na\nnote\n').coverage.status).toBe('read');
  });

  it('lists as many problems as the limit and counts the rest', () => {
    const { coverage } = readFile([names], `names\n${'bad\n'.repeat(LIMITS.problemsMax + 50)}`);

    expect(coverage.problems).toHaveLength(LIMITS.problemsMax + 1);
    expect(coverage.problems.at(-1)?.message).toContain('50 more problems');
  });

  it('is not whole when the caller stops before the end', () => {
    const reading = readInput([names], pieces('names\na\nb\n', 10), { file: 'x' });
    for (const _ of reading.records()) break;

    expect(reading.coverage()).toMatchObject({
      status: 'partial',
      problems: [{ code: 'not-finished' }],
    });
  });

  it('keeps what was read before the disk failed', () => {
    const source = {
      *chunks() {
        yield bytesOf(`names\n${'a\n'.repeat(50_000)}`);
        throw new Error('EIO');
      },
    };

    const { coverage } = readFile([names], source);

    expect(coverage).toMatchObject({ status: 'partial', records: 50_000 });
    expect(coverage.problems).toMatchObject([{ code: 'source-failed' }]);
  });
});

describe('readInput, of files no reader takes', () => {
  it.each([
    ['an empty file', '', 'unreadable', 'empty'],
    ['white space', ' \r\n\n', 'unreadable', 'empty'],
    ['a byte order mark alone', '\u{feff}', 'unreadable', 'empty'],
    ['an unknown text', 'Dear colleagues,\n', 'skipped', 'format-unknown'],
    ['binary bytes', 'a\0b', 'skipped', 'binary'],
    ['a RAR archive', 'Rar!\u001a\u0007rest', 'unreadable', 'archive-not-opened'],
  ])('says of %s what it is', (_, content, status, code) => {
    const { coverage, codes, format } = readFile([names], content);

    expect(format).toBeNull();
    expect(coverage.status).toBe(status);
    expect(codes).toEqual([code]);
  });

  it('calls a file compressed in another way unreadable, since it may hold anything', () => {
    const { coverage, codes } = readFile([names], new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 1, 2]));

    expect(coverage.status).toBe('unreadable');
    expect(codes).toEqual(['compression-unsupported']);
  });

  it('calls a file unreadable that looks like a format and holds NUL bytes', () => {
    const { coverage, codes } = readFile([names], 'names\na\0b\n');

    expect(coverage.status).toBe('unreadable');
    expect(codes).toEqual(['binary']);
  });
});

describe('readInput, of gzip', () => {
  it('reads one layer and two, and not three', () => {
    const once = gzipSync(bytesOf('names\na\n'));
    const thrice = gzipSync(gzipSync(once));

    expect(readFile([names], once).coverage).toMatchObject({ status: 'read', records: 1 });
    expect(readFile([names], gzipSync(once)).coverage).toMatchObject({ status: 'read' });
    expect(readFile([names], thrice).coverage).toMatchObject({
      status: 'unreadable',
      problems: [{ code: 'gzip-nested' }],
    });
  });

  it('calls an empty file inside empty', () => {
    expect(readFile([names], gzipSync(bytesOf(''))).codes).toEqual(['empty']);
  });

  it('keeps the records before the bytes break off', () => {
    const packed = gzipSync(bytesOf(`names\n${'a name\n'.repeat(100_000)}`));

    const { coverage, records } = readFile([names], packed.subarray(0, packed.length - 9));

    expect(coverage.status).toBe('partial');
    expect(records.length).toBeGreaterThan(1000);
    expect(coverage.problems[0]?.code).toBe('gzip-damaged');
  });

  it('reports a bomb and not the binary bytes in it', () => {
    const bomb = gzipSync(Buffer.alloc(LIMITS.expandedFreeBytes + 10_000_000));

    const { coverage, codes } = readFile([names], bomb);

    expect(coverage.status).toBe('unreadable');
    expect(codes).toContain('expansion-limit');
  });

  it('reads a bomb of text up to the limit', () => {
    const bomb = gzipSync(bytesOf(`names\n${' '.repeat(LIMITS.expandedFreeBytes * 2)}`));
    const before = process.memoryUsage().arrayBuffers;

    const { coverage } = readFile([names], bomb);

    expect(coverage.status).toBe('unreadable');
    expect(coverage.problems.map(({ code }) => code)).toContain('expansion-limit');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200_000_000);
  }, 30_000);
});
