import { describe, expect, it } from 'vitest';
import { formatLocated } from '../document/index.ts';
import {
  faultsOf,
  loadRulebook,
  openPacked,
  packedFileName,
  packedText,
  packRulebook,
  readPacked,
  type PackedEdition,
  type RulebookFile,
} from './index.ts';
import { readLaw, SMALL } from './rulebook.fixture.ts';

function loaded(texts: Parameters<typeof loadRulebook>[0]): RulebookFile {
  const result = loadRulebook(texts);
  if (result.ok) return result.rulebook;
  throw new Error(result.problems.map(formatLocated).join('\n'));
}

const SMALL_BOOK = loaded(SMALL);
const PACKED = packRulebook(SMALL_BOOK);

/** A packed edition after somebody has been at it with an editor. */
function tamper(change: (text: string) => string): PackedEdition {
  const read = readPacked(change(packedText(PACKED)));
  if (!read.ok) throw new Error(read.message);
  return read.packed;
}

function codes(packed: PackedEdition): readonly string[] {
  return faultsOf(packed).map(({ code }) => code);
}

describe('packRulebook', () => {
  it('gives the same bytes for the same rulebook, in whatever order its files were read', () => {
    const other = packRulebook(loaded(SMALL.toReversed()));

    expect(packedText(other)).toBe(packedText(PACKED));
  });

  it('is named after its content', () => {
    expect(packedFileName(PACKED)).toBe(`interdict-rulebook-2026.1.1-${SMALL_BOOK.digest}.json`);
  });

  it('opens to the rulebook it was made of', { timeout: 60_000 }, () => {
    const law = loaded(readLaw());

    const read = readPacked(packedText(packRulebook(law)));
    const opened = read.ok ? openPacked('law.json', read.packed) : undefined;

    expect(opened).toEqual({ ok: true, rulebook: law });
  });
});

describe('faultsOf', () => {
  it('finds none in what was just packed', () => {
    expect(faultsOf(tamper((text) => text))).toEqual([]);
  });

  it.each([
    ['changed', 'rule `us-small`', 'selling is barred', 'selling is fine'],
    ['changed', 'group `acme`', '"name":"Acme GmbH"', '"name":"Acme AG"'],
    ['origins', 'places', 'rules/small.yaml:2:5', 'rules/small.yaml:3:5'],
    ['digest', 'digest', '"cutoff":"2026-01-01"', '"cutoff":"2027-01-01"'],
  ])('tells that something is %s, and what: %s', (code, what, before, after) => {
    const faults = faultsOf(tamper((text) => text.replace(before, after)));

    expect(faults).toContainEqual({ code, message: expect.stringContaining(what) as string });
  });

  it('tells a rule that was taken out, and one that was put in', () => {
    const rule = JSON.stringify(PACKED.rules[0]);
    const without = { ...PACKED, rules: [] };
    const twice = { ...PACKED, rules: [...PACKED.rules, ...PACKED.rules] };
    const other = {
      ...PACKED,
      rules: [...PACKED.rules, JSON.parse(rule.replace('us-small', 'us-other')) as unknown],
    };

    expect(codes(without)).toEqual(['missing']);
    expect(codes(twice)).toEqual(['added']);
    expect(faultsOf(other)[0]?.message).toContain('`us-other` was added');
  });

  it('is not fooled by digests that were changed along with the rule', () => {
    const changed = tamper((text) => text.replace('selling is barred', 'selling is fine'));
    const consistent = { ...changed, parts: packRulebook(bookOf(changed)).parts };

    expect(codes(consistent)).toEqual(['digest']);
  });
});

function bookOf(packed: PackedEdition): RulebookFile {
  const opened = openPacked('x.json', packed);
  if (!opened.ok) throw new Error('does not open');
  return opened.rulebook;
}

describe('readPacked', () => {
  const text = packedText(PACKED);

  it('tells a file that is cut off, wherever it is cut', () => {
    for (const length of [1, 100, Math.floor(text.length / 2), text.length - 3]) {
      const read = readPacked(text.slice(0, length));

      expect(read.ok).toBe(false);
      expect(read.ok ? '' : read.message).toMatch(/is cut off|is damaged/);
    }
  });

  it.each([
    ['a number', '1'],
    ['a rulebook as the program keeps it', JSON.stringify(SMALL_BOOK)],
    ['another schema', text.replace('interdict.edition/1', 'interdict.edition/2')],
    ['a name that leads out of its folder', text.replace('2026.1.1', '../../2026.1.1')],
    ['a property nobody knows', text.replace('{"groups"', '{"extra":1,"groups"')],
    ['nesting without end', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ])('refuses %s', (_, wrong) => {
    expect(readPacked(wrong).ok).toBe(false);
  });
});

describe('openPacked', () => {
  // Whoever holds a key can sign a wrong rule as well as a right one.
  it('lints what it opens, and names the rule', () => {
    const wrong = tamper((text) => text.replaceAll('"pinpoint":"s.7"', '"pinpoint":" "'));

    const opened = openPacked('wrong.json', wrong);

    const lines = opened.ok ? [] : opened.problems.map(formatLocated);
    expect(lines.join('\n')).toContain('wrong.json#rule:us-small');
  });

  it('refuses an edition without rules', () => {
    expect(openPacked('empty.json', { ...PACKED, rules: [] }).ok).toBe(false);
  });
});
