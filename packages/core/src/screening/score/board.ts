import { QUERY_TOKENS_MAX } from '../search/limits.ts';

/** How a pair of the alignment came about. */
export const PAIR_KINDS = ['same', 'alike', 'initial', 'joined', 'split', 'whole'] as const;
export type PairKind = (typeof PAIR_KINDS)[number];

/**
 * Room for the alignment of two names, used again for each: names are aligned by the hundred, and
 * objects for those that come to nothing would be most of the garbage.
 */
export interface Board {
  /** Weighed tokens of the listed name: ids and kinds. */
  readonly listed: Int32Array;
  readonly kinds: Uint8Array;
  listedCount: number;
  queryCount: number;
  /** Likeness of each query token, by row, to each listed token. */
  readonly likeness: Float32Array;
  readonly usedQuery: Uint8Array;
  readonly usedListed: Uint8Array;
  readonly pairKind: Uint8Array;
  readonly pairQuery: Uint8Array;
  readonly pairQueries: Uint8Array;
  readonly pairListed: Uint8Array;
  readonly pairListeds: Uint8Array;
  /** Place of the second listed word of a split pair. */
  readonly pairSecond: Uint8Array;
  readonly pairLikeness: Float64Array;
  /** Weight of both sides together. */
  readonly pairWeight: Float64Array;
  readonly pairBits: Float64Array;
  pairCount: number;
}

export function createBoard(): Board {
  const bytes = (): Uint8Array => new Uint8Array(QUERY_TOKENS_MAX);
  const numbers = (): Float64Array => new Float64Array(QUERY_TOKENS_MAX);
  return {
    listed: new Int32Array(QUERY_TOKENS_MAX),
    kinds: bytes(),
    listedCount: 0,
    queryCount: 0,
    likeness: new Float32Array(QUERY_TOKENS_MAX * QUERY_TOKENS_MAX),
    usedQuery: bytes(),
    usedListed: bytes(),
    pairKind: bytes(),
    pairQuery: bytes(),
    pairQueries: bytes(),
    pairListed: bytes(),
    pairListeds: bytes(),
    pairSecond: bytes(),
    pairLikeness: numbers(),
    pairWeight: numbers(),
    pairBits: numbers(),
    pairCount: 0,
  };
}

/** Places that stand alone. */
export function unusedPlaces(used: Uint8Array, count: number): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < count; at += 1) if (used[at] === 0) places.push(at);
  return places;
}
