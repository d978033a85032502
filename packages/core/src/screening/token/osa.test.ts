import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DELETE_HASHES_MAX, deleteHashes } from '../index/deletes.ts';
import { editsMax, lettersOf, tokenOf } from './letters.ts';
import { osaDistance, patternOf } from './osa.ts';
import { createCostTables, createRows, likeness } from './similarity.ts';

const token = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  minLength: 1,
  maxLength: 12,
});

/** One edit at a place of a token; a place behind its end leaves it as it is. */
const edit = fc
  .tuple(fc.nat(11), fc.constantFrom('insert', 'delete', 'exchange', 'replace', 'none'))
  .map(([at, kind]) => (text: string): string => {
    const [start, end] = [text.slice(0, at), text.slice(at)];
    switch (kind) {
      case 'insert':
        return `${start}e${end}`;
      case 'delete':
        return start + end.slice(1);
      case 'exchange':
        return start + end.slice(1, 2) + end.slice(0, 1) + end.slice(2);
      case 'replace':
        return `${start}d${end.slice(1)}`;
      default:
        return text;
    }
  });

/** The table that the bit vectors stand for. */
function slowDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const above = rows[i - 1] ?? [];
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

function distance(a: string, b: string): number {
  const letters = lettersOf(b);
  return osaDistance(patternOf(lettersOf(a)), a.length, letters, { start: 0, end: letters.length });
}

function hashesOf(text: string): ReadonlySet<number> {
  const out = new Uint32Array(DELETE_HASHES_MAX);
  const span = { start: 0, end: text.length };
  const count = deleteHashes(lettersOf(text), span, editsMax(text.length), out);
  return new Set(out.subarray(0, count));
}

describe('the distance of tokens', () => {
  it('is that of the table of edits', () => {
    fc.assert(
      fc.property(token, token, (a, b) => {
        expect(distance(a, b)).toBe(slowDistance(a, b));
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads letters and digits back', () => {
    const text = 'abcxyz0189';

    expect(tokenOf(lettersOf(text), 0, text.length)).toBe(text);
  });
});

describe('deletions', () => {
  it('have one in common for any two tokens within the edits that are allowed', () => {
    fc.assert(
      fc.property(token, edit, edit, (a, first, second) => {
        const b = second(first(a));
        const allowed = editsMax(Math.min(a.length, b.length));
        fc.pre(allowed > 0 && distance(a, b) <= allowed);
        const left = hashesOf(a);

        expect([...hashesOf(b)].some((hash) => left.has(hash))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('likeness', () => {
  const tables = createCostTables();
  const rows = createRows();

  function like(a: string, b: string): number {
    const left = { letters: lettersOf(a), start: 0, end: a.length };
    const right = { letters: lettersOf(b), start: 0, end: b.length };
    return likeness(left, right, tables.written, rows);
  }

  it('is the same from either side, 1 for the same and less for others', () => {
    fc.assert(
      fc.property(token, token, (a, b) => {
        expect(like(a, b)).toBeCloseTo(like(b, a), 6);
        if (a === b) expect(like(a, b)).toBe(1);
        else expect(like(a, b)).toBeLessThan(1);
      }),
    );
  });

  it.each([
    ['qadhafi', 'gaddafi', 'qadhafi', 'qadisia'],
    ['sergei', 'sergej', 'sergei', 'serget'],
    ['muhammad', 'mohammed', 'muhammad', 'muhannas'],
    ['vladimir', 'wladimir', 'vladimir', 'kladimir'],
  ])('holds %s nearer to %s than %s to %s', (...[a, b, c, d]) => {
    expect(like(a, b)).toBeGreaterThan(like(c, d));
  });
});
