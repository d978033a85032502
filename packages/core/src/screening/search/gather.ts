import { acronymKey, acronymOf, joinedKeys, skeletonKey } from '../index/doors.ts';
import { skeletonOf } from '../normalize/spelling.ts';
import type { ScreeningPolicy } from '../policy.ts';
import type { Engine } from './engine.ts';
import type { Expansion, Expansions } from './expand.ts';
import type { QueryName, QueryToken } from './query-name.ts';

/** Weight that a token may add which is not looked up: an initial, or bare letters of an abjad. */
const WEIGHT_UNSEEN = 1.5;

/**
 * Gathers the names that may reach `boundMin`, with the most that each can have. The bound is that
 * of the words found with everything else missing, so no name above it is lost.
 */
export function gatherNames(
  engine: Engine,
  name: QueryName,
  expansions: Expansions,
  options: { readonly policy: ScreeningPolicy; readonly boundMin: number },
): void {
  const { unseenMask, unseen } = unseenOf(name);
  const end = lastInReach(engine, expansions.found, { ...options, unseen });
  for (const found of expansions.found) {
    for (const expansion of found) addPostings(engine, expansion, end);
  }
  for (const expansion of expansions.initials) addToFound(engine, expansion, end);
  const limits = {
    missingShare: options.policy.missingShare,
    extraShare: options.policy.extraShare,
    clashShare: options.policy.clashShare,
    boundMin: options.boundMin,
  };
  collectCandidates(engine, weightsByMask(name), { ...limits, unseenMask, unseen });
  addDoors(engine, name);
}

function unseenOf(name: QueryName): { readonly unseenMask: number; readonly unseen: number } {
  let unseenMask = 0;
  let unseen = 0;
  for (const [at, token] of name.tokens.entries()) {
    if (token.kind !== 'initial' && !token.isBare) continue;
    unseenMask |= 1 << at;
    unseen += WEIGHT_UNSEEN;
  }
  return { unseenMask, unseen };
}

/**
 * Names are numbered by weight, so those too heavy for the words found to cover enough of them are
 * at the end. A word of the query may stand for two of the list, each of the largest weight.
 */
function lastInReach(
  engine: Engine,
  expansions: readonly (readonly Expansion[])[],
  { policy, boundMin, unseen }: ReachOptions,
): number {
  const { nameWeight, tokenWeight } = engine.snapshot.tables;
  if (boundMin <= 0) return nameWeight.length;
  let reach = unseen;
  for (const found of expansions) {
    let most = 0;
    for (const { token, likeness } of found) {
      most = Math.max(most, (tokenWeight[token] as number) * likeness);
    }
    reach += 2 * most;
  }
  const odds = (2 * (1 - boundMin)) / boundMin;
  return firstHeavier(nameWeight, reach * (1 + odds / policy.missingShare));
}

interface ReachOptions {
  readonly policy: ScreeningPolicy;
  readonly boundMin: number;
  readonly unseen: number;
}

function firstHeavier(weights: Float32Array, weight: number): number {
  let low = 0;
  let high = weights.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((weights[middle] as number) <= weight) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The loop over names that have a token. Kept alone and on typed arrays only: it takes most of the
 * time of names of frequent words.
 */
function addPostings(engine: Engine, expansion: Expansion, lastName: number): void {
  const { postingStart, postingNames, tokenWeight } = engine.snapshot.tables;
  const { found, mask, touched, state } = engine;
  const weight = (tokenWeight[expansion.token] as number) * expansion.likeness;
  const bits = expansion.mask;
  const end = postingStart[expansion.token + 1] as number;
  let count = state.touched;
  for (let at = postingStart[expansion.token] as number; at < end; at += 1) {
    const name = postingNames[at] as number;
    if (name >= lastName) break;
    const before = found[name] as number;
    if (before === 0) {
      touched[count] = name;
      count += 1;
    }
    found[name] = before + weight;
    mask[name] = (mask[name] as number) | bits;
  }
  state.touched = count;
}

/** Half the weight of a word and its initial together, which is what a side has of the pair. */
const WEIGHT_INITIAL_PAIR = 0.6;

/** As `addPostings` for initials, in names that another token has found already. */
function addToFound(engine: Engine, expansion: Expansion, lastName: number): void {
  const { postingStart, postingNames } = engine.snapshot.tables;
  const { found, mask } = engine;
  const weight = WEIGHT_INITIAL_PAIR * expansion.likeness;
  const end = postingStart[expansion.token + 1] as number;
  for (let at = postingStart[expansion.token] as number; at < end; at += 1) {
    const name = postingNames[at] as number;
    if (name >= lastName) break;
    const before = found[name] as number;
    if (before === 0) continue;
    found[name] = before + weight;
    mask[name] = (mask[name] as number) | expansion.mask;
  }
}

/** Weight of the query tokens that a mask lacks, for all masks of a short name. */
interface MissingWeights {
  readonly weights: Float64Array;
  readonly table: Float64Array | undefined;
}

const TABLE_TOKENS_MAX = 8;

function weightsByMask(name: QueryName): MissingWeights {
  const weights = Float64Array.from(name.tokens, (token) => token.weight);
  if (weights.length > TABLE_TOKENS_MAX) return { weights, table: undefined };
  const table = new Float64Array(1 << weights.length);
  for (let mask = 0; mask < table.length; mask += 1) table[mask] = missingOf(weights, mask);
  return { weights, table };
}

function missingOf(weights: Float64Array, mask: number): number {
  let missing = 0;
  for (let at = 0; at < weights.length; at += 1) {
    if ((mask & (1 << at)) === 0) missing += weights[at] as number;
  }
  return missing;
}

interface Bounds {
  readonly missingShare: number;
  readonly extraShare: number;
  readonly clashShare: number;
  readonly boundMin: number;
  readonly unseenMask: number;
  readonly unseen: number;
}

/** Keeps the names whose bound is high enough and cleans the arrays in the same pass. */
function collectCandidates(engine: Engine, missing: MissingWeights, bounds: Bounds): void {
  const { found, mask, touched, state, candidateName, candidateBound } = engine;
  const { nameWeight } = engine.snapshot.tables;
  const { table, weights } = missing;
  let count = 0;
  for (let at = 0; at < state.touched; at += 1) {
    const name = touched[at] as number;
    const listed = nameWeight[name] as number;
    const covered = Math.min((found[name] as number) + bounds.unseen, listed);
    const bits = (mask[name] as number) | bounds.unseenMask;
    const extra = table === undefined ? missingOf(weights, bits) : (table[bits] as number);
    const left = listed - covered;
    const clash = bounds.clashShare * (extra < left ? extra : left);
    const bound =
      (2 * covered - clash) /
      (2 * covered + bounds.extraShare * extra + bounds.missingShare * left);
    if (bound >= bounds.boundMin) {
      candidateName[count] = name;
      candidateBound[count] = bound;
      count += 1;
    }
    found[name] = 0;
    mask[name] = 0;
  }
  state.touched = 0;
  state.candidates = count;
}

function consonantsOf({ forms, text }: QueryToken): string {
  return forms[0]?.skeleton ?? skeletonOf(text, false);
}

const ACRONYM = /^[a-z]{3,7}$/;

/** Names found by a key of the whole name; they may share no token with the query. */
function addDoors(engine: Engine, name: QueryName): void {
  const words = name.tokens.map((token) => token.text);
  if (words.length === 0) return;
  const keys = [...joinedKeys(words), skeletonKey(name.tokens.map(consonantsOf))];
  if (name.spelled.length !== words.length) keys.push(...joinedKeys(name.spelled));
  const [first = ''] = words;
  if (words.length === 1 && ACRONYM.test(first) && name.mode !== 'person') {
    keys.push(acronymKey(first));
  }
  const acronym = name.mode === 'person' ? undefined : acronymOf(words);
  if (acronym !== undefined) keys.push(...joinedKeys([acronym]));
  for (const key of keys) addDoor(engine, key);
}

/** More names behind one key than this are no lead: the key is of a name that all share. */
const DOOR_NAMES_MAX = 64;

function addDoor(engine: Engine, key: number): void {
  const { doorStart, doorNames } = engine.snapshot.tables;
  const bucket = (key & (doorStart.length - 2)) >>> 0;
  const start = doorStart[bucket] as number;
  const end = Math.min(doorStart[bucket + 1] as number, start + DOOR_NAMES_MAX);
  for (let at = start; at < end; at += 1) {
    if (engine.state.candidates === engine.candidateName.length) return;
    engine.candidateName[engine.state.candidates] = doorNames[at] as number;
    engine.candidateBound[engine.state.candidates] = 1;
    engine.state.candidates += 1;
  }
}
