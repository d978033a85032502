import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InstantText, JournalEntry } from '../model/index.ts';
import { chainEntry, JOURNAL_START, JournalCheck, type JournalProblemCode } from './index.ts';

const AT = '2026-11-24T10:00:00Z' as InstantText;

function written(entries: readonly JournalEntry[]): readonly string[] {
  let head = JOURNAL_START;
  return entries.map((one) => {
    const { record, line } = chainEntry(head, one);
    head = record;
    return line.slice(0, -1);
  });
}

function entry(number: number): JournalEntry {
  return { at: AT, kind: 'answer', by: 'a clerk', body: { number } };
}

const LINES = written([1, 2, 3, 4].map(entry));

/** Follows lines to the first problem. */
function follow(lines: readonly string[]): { code?: JournalProblemCode; seq: number } {
  const check = new JournalCheck();
  for (const line of lines) {
    const taken = check.take(line);
    if (!taken.ok) return { code: taken.problem.code, seq: taken.problem.seq };
  }
  return { seq: check.head.seq };
}

function replaced(at: number, from: string, to: string): readonly string[] {
  return LINES.map((line, index) => (index === at ? line.replace(from, to) : line));
}

const anyEntry: fc.Arbitrary<JournalEntry> = fc.record({
  at: fc.constant(AT),
  kind: fc.constantFrom('answer', 'case', 'list'),
  by: fc.string({ minLength: 1 }),
  body: fc.dictionary(fc.string(), fc.jsonValue()),
});

describe('a journal', () => {
  it('is found as it was written', () => {
    expect(follow(LINES)).toEqual({ seq: 4 });
  });

  it.each<[string, readonly string[], JournalProblemCode, number]>([
    ['a changed word', replaced(1, 'clerk', 'chief'), 'changed', 2],
    ['a changed body', replaced(2, '"number":3', '"number":4'), 'changed', 3],
    ['a record taken out', LINES.filter((_, index) => index !== 1), 'out-of-order', 2],
    ['two records exchanged', [0, 2, 1, 3].map((at) => LINES[at] ?? ''), 'out-of-order', 2],
    ['a record doubled', [0, 1, 1, 2].map((at) => LINES[at] ?? ''), 'out-of-order', 3],
    ['the same said otherwise', replaced(1, '{', '{ '), 'not-as-written', 2],
    ['half a line', [LINES[0] ?? '', (LINES[1] ?? '').slice(0, 60)], 'not-a-record', 2],
    ['an empty line', [LINES[0] ?? '', '', LINES[1] ?? ''], 'not-a-record', 2],
    ['a word nobody knows', replaced(0, '"answer"', '"gossip"'), 'not-a-record', 1],
  ])('shows %s', (_, lines, code, seq) => {
    expect(follow(lines)).toEqual({ code, seq });
  });

  it('shows a record replaced by one that is well made in itself', () => {
    const other = written([entry(1), entry(9), entry(3)]);

    const lines = [LINES[0] ?? '', other[1] ?? '', LINES[2] ?? ''];

    expect(follow(lines)).toEqual({ code: 'broken-chain', seq: 3 });
  });

  it('can be followed from a record that is known', () => {
    const first = chainEntry(JOURNAL_START, entry(1)).record;
    const check = new JournalCheck(first);

    expect(check.take(LINES[1] ?? '').ok).toBe(true);
  });

  it('takes back whatever was put into it', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 8 }), (entries) => {
        const check = new JournalCheck();

        const read = written(entries).map((line) => check.take(line));

        expect(read.every(({ ok }) => ok)).toBe(true);
        expect(check.head.seq).toBe(entries.length);
      }),
    );
  });

  it('shows any one letter that was changed', () => {
    const text = LINES.join('\n');
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', 'x', '"', '}'), (at, letter) => {
        fc.pre(text[at] !== letter);
        const damaged = text.slice(0, at) + letter + text.slice(at + 1);

        expect(follow(damaged.split('\n')).code).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });
});
