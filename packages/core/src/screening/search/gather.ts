import { acronymKey, acronymOf, joinedKeys, skeletonKey } from '../index/doors.ts';
import { skeletonOf } from '../normalize/spelling.ts';
import { type Bounds, boundOf, createBounds, extraOf } from './bound.ts';
import type { Engine } from './engine.ts';
import type { Expansion, Expansions } from './expand.ts';
import type { QueryName, QueryToken } from './query-name.ts';
import type { ScreeningPolicy } from '../policy.ts';

/**
 * Gathers the names that may have `pointsMin`, with the most that each can have. The bound is that
 * of the words found with everything else missing, so no name above it is lost.
 */
export function gatherNames(
  engine: Engine,
  name: QueryName,
  expansions: Expansions,
  options: { readonly policy: ScreeningPolicy; readonly pointsMin: number },
): void {
  const bounds = createBounds(name, options.policy);
  const end = lastInReach(engine, expansions, bounds, options.pointsMin);
  for (const expansion of expansions.joined) addPostings(engine, expansion, end);
  const order = byPostings(engine, expansions.found);
  const admitted = admittedOf(name, expansions.found, { bounds, order, ...options });
  for (const [place, at] of order.entries()) {
    for (const expansion of expansions.found[at] ?? []) {
      if (place < admitted) addPostings(engine, expansion, end);
      else addToFound(engine, expansion, end);
    }
  }
  for (const expansion of expansions.initials) addToFound(engine, expansion, end);
  collectCandidates(engine, bounds, options.pointsMin);
  addDoors(engine, name);
}

/** Tokens of the query, those of few names first. */
function byPostings(engine: Engine, found: readonly (readonly Expansion[])[]): readonly number[] {
  const { postingStart } = engine.snapshot.tables;
  const counts = found.map((expansions) => {
    let count = 0;
    for (const { token } of expansions) {
      count += (postingStart[token + 1] as number) - (postingStart[token] as number);
    }
    return count;
  });
  return [...found.keys()].sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
}

/** Most that one query token can find of a name: it may stand for two words of the list. */
function reachOf(found: readonly Expansion[]): number {
  let most = 0;
  for (const { weight } of found) if (weight > most) most = weight;
  return 2 * most;
}

interface Admission {
  readonly bounds: Bounds;
  readonly order: readonly number[];
  readonly pointsMin: number;
}

/**
 * How many of the tokens, in order, may admit a name. What the rest can find together is too little
 * without a word found before, so their names, the many of frequent words, are only added to.
 */
function admittedOf(
  name: QueryName,
  found: readonly (readonly Expansion[])[],
  { bounds, order, pointsMin }: Admission,
): number {
  let reach = bounds.unseen;
  let extra = 0;
  for (const token of name.tokens) extra += token.weight;
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const at = order[place] as number;
    reach += reachOf(found[at] ?? []);
    extra -= name.tokens[at]?.weight ?? 0;
    const isUnseen = ((bounds.unseenMask >> at) & 1) === 1;
    if (isUnseen || boundOf(bounds, reach, extra, 0) >= pointsMin) return place + 1;
  }
  return 0;
}

/**
 * Names are numbered by weight, so those too heavy for the words found to cover enough of them are
 * at the end.
 */
function lastInReach(
  engine: Engine,
  { found, joined }: Expansions,
  bounds: Bounds,
  pointsMin: number,
): number {
  const { nameWeight } = engine.snapshot.tables;
  const share = pointsMin / bounds.nameFull;
  if (share <= 0) return nameWeight.length;
  let reach = bounds.unseen;
  for (const expansions of found) reach += reachOf(expansions);
  for (const { weight } of joined) reach += weight;
  const odds = (2 * (1 - share)) / share;
  return firstHeavier(nameWeight, reach * (1 + odds / bounds.missingShare));
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
  const { postingStart, postingNames } = engine.snapshot.tables;
  const { found, mask, touched, state } = engine;
  const { weight } = expansion;
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

/** As `addPostings`, in names that another token has found already. */
function addToFound(engine: Engine, expansion: Expansion, lastName: number): void {
  const { postingStart, postingNames } = engine.snapshot.tables;
  const { found, mask } = engine;
  const { weight } = expansion;
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

/** Keeps the names whose bound is high enough and cleans the arrays in the same pass. */
function collectCandidates(engine: Engine, bounds: Bounds, pointsMin: number): void {
  const { found, mask, touched, state, candidateName, candidateBound } = engine;
  const { nameWeight } = engine.snapshot.tables;
  let count = 0;
  for (let at = 0; at < state.touched; at += 1) {
    const name = touched[at] as number;
    const listed = nameWeight[name] as number;
    const reached = (found[name] as number) + bounds.unseen;
    const covered = reached < listed ? reached : listed;
    const extra = extraOf(bounds, (mask[name] as number) | bounds.unseenMask);
    const points = boundOf(bounds, covered, extra, listed - covered);
    if (points >= pointsMin) {
      candidateName[count] = name;
      candidateBound[count] = points;
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
    engine.candidateBound[engine.state.candidates] = Number.POSITIVE_INFINITY;
    engine.state.candidates += 1;
  }
}
