import { ALPHABET, FUZZY_LENGTH_MAX } from './letters.ts';

/**
 * What an edit costs, by the letters it touches: romanizations exchange vowels, double letters and
 * add an h freely, and a typist does not. In an abjad vowels are not written, so they cost little.
 */
export interface EditCosts {
  /** Cost of reading one letter as another, `ALPHABET` columns a row. */
  readonly exchange: Float32Array<ArrayBuffer>;
  /** Cost of a letter that only one side has. */
  readonly single: Float32Array<ArrayBuffer>;
  readonly doubled: number;
  readonly afterConsonant: number;
  readonly transposed: number;
}

const VOWELS = 'aeiou';
/** Letters that stand for one sound, with what reading one as the other costs. */
const SOUNDS: readonly (readonly [string, number])[] = [
  ['yi', 0.35],
  ['yj', 0.35],
  ['ij', 0.4],
  ['ye', 0.5],
  ['vw', 0.3],
  ['vf', 0.5],
  ['uw', 0.4],
  ['ow', 0.6],
  ['ck', 0.3],
  ['kq', 0.3],
  ['cs', 0.5],
  ['sz', 0.45],
  ['cz', 0.6],
  ['gh', 0.5],
  ['gj', 0.5],
  ['gq', 0.5],
  ['gk', 0.6],
  ['hk', 0.6],
  ['dt', 0.6],
  ['dz', 0.6],
  ['bp', 0.6],
  ['pf', 0.4],
  ['xz', 0.6],
  ['bv', 0.6],
  ['mn', 0.8],
];

function exchangeTable(vowel: number, isAbjad: boolean): Float32Array<ArrayBuffer> {
  const table = new Float32Array(ALPHABET * ALPHABET).fill(1);
  const set = (a: string, b: string, cost: number): void => {
    const left = a.charCodeAt(0) - 96;
    const right = b.charCodeAt(0) - 96;
    table[left * ALPHABET + right] = cost;
    table[right * ALPHABET + left] = cost;
  };
  for (let letter = 0; letter < ALPHABET; letter += 1) table[letter * ALPHABET + letter] = 0;
  for (const a of VOWELS) for (const b of VOWELS) if (a !== b) set(a, b, vowel);
  for (const [pair, cost] of SOUNDS) set(pair.charAt(0), pair.charAt(1), cost);
  if (isAbjad) {
    for (const vowelLetter of VOWELS) {
      set('w', vowelLetter, vowelLetter === 'u' || vowelLetter === 'o' ? 0.05 : 0.4);
      set('y', vowelLetter, vowelLetter === 'i' || vowelLetter === 'e' ? 0.05 : 0.4);
    }
    set('p', 'f', 0.1);
    set('j', 'g', 0.2);
    set('w', 'v', 0.05);
    set('z', 'd', 0.4);
  }
  return table;
}

function singleTable(vowel: number, half: number): Float32Array<ArrayBuffer> {
  const table = new Float32Array(ALPHABET).fill(1);
  for (const letter of VOWELS) table[letter.charCodeAt(0) - 96] = vowel;
  table['y'.charCodeAt(0) - 96] = half;
  table['h'.charCodeAt(0) - 96] = Math.max(half, 0.6);
  table['w'.charCodeAt(0) - 96] = Math.max(half, 0.8);
  return table;
}

export interface CostTables {
  readonly written: EditCosts;
  readonly abjad: EditCosts;
}

export function createCostTables(): CostTables {
  const common = { doubled: 0.3, afterConsonant: 0.35, transposed: 0.8 };
  return {
    written: { exchange: exchangeTable(0.5, false), single: singleTable(0.65, 0.6), ...common },
    abjad: { exchange: exchangeTable(0.1, true), single: singleTable(0.06, 0.2), ...common },
  };
}

/** Two rows and the one before them, for tokens of `FUZZY_LENGTH_MAX` letters. */
export type Rows = Float32Array<ArrayBuffer>;
const ROW = FUZZY_LENGTH_MAX + 1;

export function createRows(): Rows {
  return new Float32Array(3 * ROW);
}

export interface Span {
  readonly letters: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/**
 * How alike two tokens are, 0 to 1: one minus the cost of turning one into the other over their
 * mean length. Only run on the few tokens that the index has found near, since a table of costs
 * takes six times the bit vectors.
 */
export function likeness(left: Span, right: Span, costs: EditCosts, rows: Rows): number {
  const a = left.letters;
  const b = right.letters;
  const n = left.end - left.start;
  const m = right.end - right.start;
  let above = 0;
  let row = ROW;
  let twoAbove = 2 * ROW;
  rows[above] = 0;
  for (let j = 1; j <= m; j += 1) {
    rows[above + j] = (rows[above + j - 1] as number) + singleCost(b, right.start, j - 1, costs);
  }
  for (let i = 1; i <= n; i += 1) {
    const letter = a[left.start + i - 1] as number;
    const removal = singleCost(a, left.start, i - 1, costs);
    rows[row] = (rows[above] as number) + removal;
    for (let j = 1; j <= m; j += 1) {
      const other = b[right.start + j - 1] as number;
      let best =
        (rows[above + j - 1] as number) + (costs.exchange[letter * ALPHABET + other] as number);
      const removed = (rows[above + j] as number) + removal;
      if (removed < best) best = removed;
      const added = (rows[row + j - 1] as number) + singleCost(b, right.start, j - 1, costs);
      if (added < best) best = added;
      if (i > 1 && j > 1 && letter === b[right.start + j - 2] && other === a[left.start + i - 2]) {
        const swapped = (rows[twoAbove + j - 2] as number) + costs.transposed;
        if (swapped < best) best = swapped;
      }
      rows[row + j] = best;
    }
    const free = twoAbove;
    twoAbove = above;
    above = row;
    row = free;
  }
  return 1 - (2 * (rows[above + m] as number)) / (n + m);
}

const C = 3;
const D = 4;
const H = 8;
const J = 10;
const K = 11;
/** Letters behind which an h is a matter of romanization, as in kh, gh, dh, th. */
const BEFORE_H: ReadonlySet<number> = new Set(
  Array.from('kgdtsczbjrpln', (letter) => letter.charCodeAt(0) - 96),
);

/** Cost of a letter that the other side lacks. */
function singleCost(letters: Uint8Array, start: number, at: number, costs: EditCosts): number {
  const letter = letters[start + at] as number;
  if (at > 0) {
    const before = letters[start + at - 1] as number;
    if (before === letter) return costs.doubled;
    if (letter === H && BEFORE_H.has(before)) return costs.afterConsonant;
    if (letter === K && before === C) return costs.doubled;
    if (letter === J && before === D) return costs.doubled;
  }
  return costs.single[letter] as number;
}
