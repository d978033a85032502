import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinChunks } from './byte-source.ts';
import type { ExpansionLimits } from './container/index.ts';
import { gunzipSource, isGzip } from './gunzip.ts';
import type { ReadProblem } from './problem.ts';
import { bytesOf, pieces } from './read.fixture.ts';

interface Gunzipped {
  readonly bytes: Uint8Array;
  readonly codes: readonly string[];
  readonly pointers: readonly (string | undefined)[];
  readonly given: number;
}

function gunzip(bytes: Uint8Array, size = 65_536, limits?: ExpansionLimits): Gunzipped {
  const problems: ReadProblem[] = [];
  const source = pieces(bytes, size);
  const chunks = [...gunzipSource(source, (one) => problems.push(one), limits).chunks()];
  return {
    bytes: joinChunks(chunks),
    codes: problems.map(({ problem }) => problem.code),
    pointers: problems.map(({ problem }) => problem.pointer),
    given: source.given(),
  };
}

const SMALL: ExpansionLimits = {
  expandedBytesMax: 3_000_000,
  expansionRatioMax: 200,
  expandedFreeBytes: 1_000_000,
};

describe('gunzipSource', () => {
  it('gives the bytes back, whatever the chunks and members', () => {
    const members = fc.array(fc.uint8Array({ maxLength: 400 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(members, fc.integer({ min: 1, max: 64 }), (parts, size) => {
        const packed = Buffer.concat(parts.map((part) => gzipSync(part)));

        const { bytes, codes } = gunzip(packed, size);

        expect(codes).toEqual([]);
        expect(Buffer.from(bytes).equals(Buffer.concat(parts))).toBe(true);
      }),
    );
  });

  it('never takes a file that was cut for a whole one', () => {
    const packed = gzipSync(bytesOf('{"components":[]}\n'.repeat(50)));
    for (let length = 1; length < packed.length; length += 1) {
      const { codes } = gunzip(packed.subarray(0, length));

      expect(codes, `cut at byte ${length}`).toEqual(['gzip-damaged']);
    }
  });

  it('takes a file that was cut between two members for nothing but the first', () => {
    const first = gzipSync(bytesOf('first'));
    const both = Buffer.concat([first, gzipSync(bytesOf('second'))]);
    for (let length = 1; length < both.length; length += 1) {
      const { codes } = gunzip(both.subarray(0, length));

      const expected = length === first.length ? [] : ['gzip-damaged'];
      expect(codes, `cut at byte ${length}`).toEqual(expected);
    }
  });

  it('finds a changed byte by the checksum when the data still inflate', () => {
    const stored = gzipSync(bytesOf('name: harmless'), { level: 0 });
    const at = Buffer.from(stored).indexOf('harmless');
    stored[at] = 'H'.charCodeAt(0);

    const { bytes, codes } = gunzip(stored);

    expect(new TextDecoder().decode(bytes)).toBe('name: Harmless');
    expect(codes).toEqual(['gzip-damaged']);
  });

  it('finds a changed member in front of a sound one', () => {
    const first = gzipSync(bytesOf('first'), { level: 0 });
    first[Buffer.from(first).indexOf('first')] = 'F'.charCodeAt(0);

    const { codes } = gunzip(Buffer.concat([first, gzipSync(bytesOf('second'))]));

    expect(codes).toEqual(['gzip-damaged']);
  });

  it('gives what stood before the damage', () => {
    const packed = gzipSync(bytesOf('a line that is there\n'.repeat(2000)), { level: 1 });

    const { bytes } = gunzip(packed.subarray(0, packed.length - 12));

    expect(new TextDecoder().decode(bytes).startsWith('a line that is there\n')).toBe(true);
  });

  it('reports garbage behind the last member', () => {
    expect(gunzip(Buffer.concat([gzipSync(bytesOf('a')), Buffer.alloc(40, 1)])).codes).toEqual([
      'gzip-damaged',
    ]);
  });

  it('stops a bomb early, at the ratio', () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));

    const { bytes, codes, pointers, given } = gunzip(bomb, 1024, SMALL);

    expect(codes).toEqual(['expansion-limit']);
    expect(pointers[0]).toMatch(/^byte:\d+$/);
    expect(given).toBeLessThan(bomb.length / 10);
    expect(bytes.length).toBeLessThan(10_000_000);
  });

  it('stops at the size when the ratio is ordinary', () => {
    const text = Array.from({ length: 400_000 }, (_, index) => `row ${index * 7919}`).join('\n');

    const { codes, bytes } = gunzip(gzipSync(bytesOf(text)), 65_536, SMALL);

    expect(codes).toEqual(['expansion-limit']);
    expect(bytes.length).toBeLessThanOrEqual(SMALL.expandedBytesMax);
  });

  it('lets a small file grow as it likes', () => {
    expect(gunzip(gzipSync(Buffer.alloc(900_000, 32)), 65_536, SMALL).codes).toEqual([]);
  });
});

describe('isGzip', () => {
  it('wants the magic number and the method', () => {
    expect(isGzip(gzipSync(bytesOf('')))).toBe(true);
    expect(isGzip(new Uint8Array([0x1f, 0x8b]))).toBe(false);
  });
});
