import { describe, expect, it } from 'vitest';
import { makeHead } from './file-head.ts';
import { knownBytes } from './magic.ts';
import { bytesOf } from './read.fixture.ts';

describe('makeHead', () => {
  it('gives the text without the byte order mark', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, 0x61, 0x00]);

    expect(makeHead(bytesOf('\u{feff}name'), true).text).toBe('name');
    expect(makeHead(utf16, true)).toMatchObject({ text: 'a', isBinary: false });
  });

  it('leaves out a character the head cuts in two', () => {
    expect(makeHead(bytesOf('a€').subarray(0, 3), false).text).toBe('a');
  });

  it('takes NUL and control characters for binary, and accents not', () => {
    expect(makeHead(bytesOf('a\0b'), true).isBinary).toBe(true);
    expect(makeHead(new Uint8Array([1, 2, 3, 4, 0x61]), true).isBinary).toBe(true);
    expect(makeHead(new Uint8Array([0x4d, 0xfc, 0xfc, 0xfc]), true).isBinary).toBe(false);
    expect(makeHead(bytesOf('a\tb\r\nc\n'), true).isBinary).toBe(false);
  });
});

describe('knownBytes', () => {
  it.each([
    [[0x50, 0x4b, 3, 4], 'archive'],
    [[0x28, 0xb5, 0x2f, 0xfd], 'compressed'],
    [[...Buffer.from('BZh91AY&SY')], 'compressed'],
    [[...Buffer.from('%PDF-1.7')], 'binary'],
  ])('knows %j', (bytes, kind) => {
    expect(knownBytes(new Uint8Array(bytes))?.kind).toBe(kind);
  });

  it('finds the mark of a tar archive inside', () => {
    const bytes = new Uint8Array(512);
    bytes.set(bytesOf('ustar'), 257);

    expect(knownBytes(bytes)?.name).toBe('a tar archive');
  });

  it('leaves a text alone that begins like bzip2', () => {
    expect(knownBytes(bytesOf('BZh is a name'))).toBeUndefined();
  });
});
