import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { canonicalJson, digestOf } from '../document/index.ts';
import { loadRulebook, type RulebookText } from './index.ts';
import { damage, readLaw, SMALL, SMALL_RULE } from './rulebook.fixture.ts';

/** The same value with the keys of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, reversed(one)] as const);
  return Object.fromEntries(entries.toReversed());
}

function digest(texts: readonly RulebookText[]): string {
  const result = loadRulebook(texts);
  return result.ok ? result.rulebook.digest : `not loaded: ${result.problems[0]?.message}`;
}

describe('canonicalJson', () => {
  it('sorts keys, leaves out what is undefined and puts no spaces', () => {
    const text = canonicalJson({ b: [2, { d: null, c: 'x' }], a: true, e: undefined });

    expect(text).toBe('{"a":true,"b":[2,{"c":"x","d":null}]}');
  });

  it('does not depend on the order of keys, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);

        expect(canonicalJson(reversed(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

describe('the digest of a rulebook', () => {
  it('is the SHA-256 of its canonical JSON', () => {
    const sha = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';

    expect(digestOf({})).toBe(sha);
  });

  it('does not depend on the order of keys in a file', () => {
    const shuffled = readLaw().map(({ file, text }) => ({
      file,
      text: stringify(reversed(parse(text))),
    }));

    expect(digest(shuffled)).toBe(digest(readLaw()));
  });

  it('does not depend on comments and layout', () => {
    const commented = SMALL.map(({ file, text }) => ({ file, text: `# A comment\n${text}\n` }));

    expect(digest(commented)).toBe(digest(SMALL));
  });

  it('changes with a word of a rule, a party and the edition', () => {
    const changed = [
      damage(SMALL, SMALL_RULE, 'because: selling is barred', 'because: it is barred'),
      damage(SMALL, 'parties/acme.yaml', 'name: Acme GmbH', 'name: Acme AG'),
      damage(SMALL, 'rulebook.yaml', 'edition: 2026.1.1', 'edition: 2026.1.2'),
    ].map(digest);

    expect(new Set([digest(SMALL), ...changed]).size).toBe(4);
  });

  it('does not depend on the order of the files', () => {
    expect(digest(readLaw().toReversed())).toBe(digest(readLaw()));
  });
});
