import { SLIP_LETTERS_MIN, halfKeysAround, writtenLetters } from '../index/slips.ts';
import { isOneSlip } from '../normalize/correct.ts';
import { listedToken } from '../score/alignment.ts';
import { LAST_WEIGHED_KIND } from '../snapshot/codes.ts';
import type { Engine } from './engine.ts';
import type { QueryName } from './query-name.ts';
import { textAt } from './read-text.ts';

/** Rows behind one half of a name that are compared at most; a half of so many is no lead. */
const ROWS_MAX = 512;

/**
 * Rows of the list whose name is written as the query but for one letter. Found by the letters as
 * they are written, so a slip is found in words that are read as others (`Abdullah`, `Ltd`) too.
 */
export function findSlips({ snapshot }: Engine, name: string): ReadonlySet<number> {
  const { slipStart, slipKeys, slipRows, rowStatement, statementValue } = snapshot.tables;
  const letters = writtenLetters(name);
  const rows = new Set<number>();
  // Many lists write one name the same way.
  const judged = new Map<number, boolean>();
  for (const key of halfKeysAround(letters)) {
    const bucket = (key & (slipStart.length - 2)) >>> 0;
    const start = slipStart[bucket] as number;
    const end = Math.min(slipStart[bucket + 1] as number, start + ROWS_MAX);
    for (let at = start; at < end; at += 1) {
      if (slipKeys[at] !== key) continue;
      const row = slipRows[at] as number;
      const value = statementValue[rowStatement[row] as number] as number;
      const isNear =
        judged.get(value) ?? isSlip(letters, writtenLetters(textAt(snapshot.tables, value)));
      judged.set(value, isNear);
      if (isNear) rows.add(row);
    }
  }
  return rows;
}

/** The names that some rows have. */
export function namesOf({ snapshot }: Engine, rows: ReadonlySet<number>): ReadonlySet<number> {
  const { rowStart } = snapshot.tables;
  return new Set([...rows].map((row) => partOf(rowStart, row)));
}

/** The part that a place is in, of what a section of starts divides. */
function partOf(start: Uint32Array, place: number): number {
  let low = 0;
  let high = start.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((start[middle] as number) <= place) low = middle;
    else high = middle;
  }
  return low;
}

const DIGITS = /[^\p{N}]+/gu;

/** One letter is wrong at most. Another digit makes another name: `Unit 7` and `Unit 8`. */
export function isSlip(left: string, right: string): boolean {
  if (Math.max(left.length, right.length) < SLIP_LETTERS_MIN) return false;
  if (!isOneSlip(left, right)) return false;
  return left.replaceAll(DIGITS, '') === right.replaceAll(DIGITS, '');
}

/** Names of frequent words on both sides are two names and no slip: `John`, `Joan Smith`. */
export function areFrequent(engine: Engine, query: QueryName, listedName: number): boolean {
  const { frequent } = engine.vocabulary;
  if (!query.tokens.every(({ text }) => frequent.has(text))) return false;
  const { nameStart, nameTokens, nameKinds } = engine.snapshot.tables;
  const end = nameStart[listedName + 1] as number;
  for (let at = nameStart[listedName] as number; at < end; at += 1) {
    if ((nameKinds[at] as number) % 16 > LAST_WEIGHED_KIND) continue;
    if (!frequent.has(listedToken(engine, nameTokens[at] as number))) return false;
  }
  return true;
}
