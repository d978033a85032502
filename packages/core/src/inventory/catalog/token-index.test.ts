import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey, nameWords, opensWith, TokenIndex, wordsIn } from './token-index.ts';

describe('opensWith', () => {
  function opens(name: string, wanted: string): boolean {
    return opensWith(wordsIn(name), nameWords(wanted));
  }

  it('finds whole words in order, with version numbers and fillers between', () => {
    const wanted = 'Kaspersky Endpoint Security for Windows';

    expect(opens('Kaspersky Endpoint Security for Windows', wanted)).toBe(true);
    expect(opens('Kaspersky Endpoint Security 11.6.0 for Windows (x64)', wanted)).toBe(true);
    expect(opens('KASPERSKY ENDPOINT SECURITY WINDOWS', wanted)).toBe(true);
    expect(opens('kaspersky:endpoint_security_windows', wanted)).toBe(true);
    expect(opens('Kaspersky Lab Endpoint Security for Windows', wanted)).toBe(true);
  });

  it('finds neither substrings nor words elsewhere', () => {
    expect(opens('KasperSkytte', 'Kaspersky')).toBe(false);
    expect(opens('Remover for Kaspersky Anti-Virus', 'Kaspersky Anti-Virus')).toBe(false);
    expect(opens('Kaspersky and Norton Anti-Virus', 'Kaspersky Anti-Virus')).toBe(false);
    expect(opens('Kaspersky Virus Anti', 'Kaspersky Anti-Virus')).toBe(false);
    expect(opens('Kaspersky', 'Kaspersky Anti-Virus')).toBe(false);
  });
});

describe('TokenIndex', () => {
  it('answers with the name that says most', () => {
    const index = new TokenIndex<string>();
    index.add('Kaspersky', 'maker');
    index.add('Kaspersky Endpoint Security', 'general');
    index.add('Kaspersky Endpoint Security for Linux', 'linux');

    expect(index.lookUp('Kaspersky Endpoint Security 11 for Linux')).toEqual(['linux']);
    expect(index.lookUp('Kaspersky Endpoint Security 12.1')).toEqual(['general']);
    expect(index.lookUp('Kaspersky Something')).toEqual(['maker']);
    expect(index.lookUp('Casper')).toEqual([]);
  });

  it('holds a name of one word to the whole name when told so', () => {
    const index = new TokenIndex<string>();
    index.add('Axigen', 'axigen', true);

    expect(index.lookUp('Axigen 10.2')).toEqual(['axigen']);
    expect(index.lookUp('Axigen exporter')).toEqual([]);
  });

  it('finds the first word as splitting the whole text would', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const [first] = wordsIn(text);
        const index = new TokenIndex<string>();
        if (first !== undefined) index.add(first, 'x');

        expect(index.lookUp(text)).toEqual(first === undefined ? [] : ['x']);
      }),
    );
  });
});

describe('nameKey', () => {
  it('leaves out fillers and versions', () => {
    expect(nameKey('Kaspersky Endpoint Security 11 for Windows')).toBe(
      'kaspersky endpoint security windows',
    );
    expect(nameKey('360')).toBe('360');
  });
});
