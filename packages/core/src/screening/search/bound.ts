import type { ScreeningPolicy } from '../policy.ts';
import { BITS_PER_WEIGHT, WEIGHT_MIN } from '../vocabulary.ts';
import type { QueryName } from './query-name.ts';

/** Weight that a token may add which is not looked up: an initial, or bare letters of an abjad. */
const WEIGHT_UNSEEN = 1.5;
/** A pair has at least this likeness. */
const LIKENESS_LEAST = 0.6;
/** Query tokens for which the weights of all sets are computed beforehand. */
const TABLE_TOKENS_MAX = 8;

/** What is needed to say, from a sum and a mask, how many points a name can have at most. */
export interface Bounds {
  readonly nameFull: number;
  readonly missingShare: number;
  readonly extraShare: number;
  readonly clashShare: number;
  readonly frequentPoints: number;
  readonly usualBits: number;
  readonly unseenMask: number;
  readonly unseen: number;
  readonly weights: Float64Array;
  readonly table: Float64Array | undefined;
}

export function createBounds(name: QueryName, policy: ScreeningPolicy): Bounds {
  let unseenMask = 0;
  let unseen = 0;
  for (const [at, token] of name.tokens.entries()) {
    if (token.kind !== 'initial' && !token.isBare) continue;
    unseenMask |= 1 << at;
    unseen += WEIGHT_UNSEEN;
  }
  const weights = Float64Array.from(name.tokens, (token) => token.weight);
  const { nameFull, missingShare, extraShare, clashShare, frequentPoints } = policy;
  const isPerson = name.mode === 'person';
  return {
    nameFull,
    missingShare,
    extraShare,
    clashShare,
    frequentPoints,
    usualBits: isPerson ? policy.usualBits : policy.usualBitsOrganization,
    unseenMask,
    unseen,
    weights,
    table: weights.length > TABLE_TOKENS_MAX ? undefined : tableOf(weights),
  };
}

function tableOf(weights: Float64Array): Float64Array {
  const table = new Float64Array(1 << weights.length);
  for (let mask = 0; mask < table.length; mask += 1) table[mask] = sumWithout(weights, mask);
  return table;
}

function sumWithout(weights: Float64Array, mask: number): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) {
    if ((mask & (1 << at)) === 0) sum += weights[at] as number;
  }
  return sum;
}

/** Weight of the query tokens that a mask lacks. */
export function extraOf({ table, weights }: Bounds, mask: number): number {
  return table === undefined ? sumWithout(weights, mask) : (table[mask] as number);
}

/**
 * Most points of a name of whose words `covered` is found at most, while the query has at least
 * `extra` and the name at least `left` that the other side lacks.
 *
 * INVARIANT: no name scores more, rarity and spelling aside; the oracle test holds it to that.
 */
export function boundOf(bounds: Bounds, covered: number, extra: number, left: number): number {
  const clash = bounds.clashShare * (extra < left ? extra : left);
  const total = 2 * covered + bounds.extraShare * extra + bounds.missingShare * left;
  const points = (bounds.nameFull * (2 * covered - clash)) / total;
  if (extra === 0) return points;
  // A name that lacks a word is not the same, so frequent words cost it. Bits follow from weights.
  const bits = BITS_PER_WEIGHT * (covered - WEIGHT_MIN * LIKENESS_LEAST);
  if (bits >= bounds.usualBits) return points;
  return points - (bounds.frequentPoints * (bounds.usualBits - bits)) / bounds.usualBits;
}
