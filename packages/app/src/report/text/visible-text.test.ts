import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOSTILE } from '../report.fixture.ts';
import { proseText, quietJson, shortenText, visibleText } from './visible-text.ts';

const OBEYED = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u;

describe('visibleText', () => {
  it('writes out what a terminal would obey', () => {
    const shown = visibleText(HOSTILE.ansi ?? '');

    expect(shown).toBe(String.raw`Agent\x1b[2J\x1b[31mCLEAR\x1b[0m\x9b1m`);
  });

  it('writes out direction overrides, line breaks, NUL and what is drawn as nothing', () => {
    expect(visibleText('a\u202eb')).toBe(String.raw`a\u{202e}b`);
    expect(visibleText('a\nb\r\tc')).toBe(String.raw`a\nb\r\tc`);
    expect(visibleText('a\u0000\u200b')).toBe(String.raw`a\x00\u{200b}`);
    expect(visibleText('kasper\u200dsky')).toBe(String.raw`kasper\u{200d}sky`);
    expect(visibleText('half \ud83d')).toBe(String.raw`half \u{d83d}`);
  });

  it('leaves honest text of any script alone, joined pictures too', () => {
    for (const text of ['naïve', '安全软件', 'Лаборатория Касперского', '👩‍👩‍👧', 'C:\\x\\y']) {
      expect(visibleText(text)).toBe(text);
    }
  });

  it('keeps no more than a few marks on one character', () => {
    expect(visibleText(`a${'\u0301'.repeat(500)}`).length).toBeLessThan(10);
  });

  it('lets nothing through that is obeyed, and changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visibleText(text);

        expect(shown).not.toMatch(OBEYED);
        expect(visibleText(shown)).toBe(shown);
      }),
    );
  });
});

describe('proseText', () => {
  it('puts the lines of a rule file on one line', () => {
    expect(proseText('  Barred\n  from   today.\n')).toBe('Barred from today.');
  });
});

describe('shortenText', () => {
  it('keeps both ends', () => {
    expect(shortenText('abcdefghij', 5)).toBe('ab…ij');
    expect(shortenText('abc', 5)).toBe('abc');
  });

  it('does not cut a character of two code units', () => {
    expect(shortenText('😀😀😀😀', 3)).toBe('😀…😀');
  });
});

describe('quietJson', () => {
  it('hides from a terminal and parses to the same value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = quietJson(JSON.stringify({ text }));

        expect(json).not.toMatch(OBEYED);
        expect(JSON.parse(json)).toEqual({ text });
      }),
    );
  });
});
