import { crc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { updateCrc32 } from './crc32.ts';
import { bytesOf } from './read.fixture.ts';

describe('updateCrc32', () => {
  it('gives the check value of the catalogs', () => {
    expect(updateCrc32(0, bytesOf('123456789'))).toBe(0xcbf43926);
  });

  it('carries on over pieces', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        const whole = new Uint8Array([...a, ...b]);
        expect(updateCrc32(updateCrc32(0, a), b)).toBe(updateCrc32(0, whole));
        // Node 20 before 20.15 has no crc32 of its own to compare with.
        if (typeof crc32 === 'function') expect(updateCrc32(0, whole)).toBe(crc32(whole));
      }),
    );
  });
});
