import { LIKENESS } from '../policy.ts';
import { type Engine, likenessOf } from '../search/engine.ts';
import { measure } from '../search/find-near.ts';
import { QUERY_TOKENS_MAX } from '../search/limits.ts';
import type { QueryName, QueryToken } from '../search/query-name.ts';
import { KIND_INITIAL, LAST_WEIGHED_KIND } from '../snapshot/codes.ts';
import { tokenOf } from '../token/letters.ts';
import { type Board, PAIR_KINDS, type PairKind } from './board.ts';

/** Share of a word that its initial stands for, on the two sides. */
const WEIGHT_OF_INITIAL = 0.5;
const WEIGHT_SPELLED = 0.7;
/** Some twenty letters start names, few of them evenly. */
const BITS_OF_INITIAL = 3;

/**
 * Pairs the words of a name of the query with those of a listed name, the most alike and weightiest
 * first, on the board of the engine. The likenesses were found when the query was expanded.
 */
export function align(engine: Engine, name: QueryName, listedName: number): Board {
  const { board } = engine;
  layOut(engine, board, name, listedName);
  pairJoints(engine, board, name);
  pairAlike(engine, board, name);
  settleWeak(board);
  const isLeft =
    pairedQueries(board) < board.queryCount && pairedListeds(board) < board.listedCount;
  if (isLeft) tryWhole(engine, board, name);
  return board;
}

function layOut(engine: Engine, board: Board, name: QueryName, listedName: number): void {
  const { nameStart, nameTokens, nameKinds } = engine.snapshot.tables;
  const end = nameStart[listedName + 1] as number;
  let count = 0;
  for (let at = nameStart[listedName] as number; at < end; at += 1) {
    const kind = (nameKinds[at] as number) % 16;
    if (kind > LAST_WEIGHED_KIND || count === QUERY_TOKENS_MAX) continue;
    board.listed[count] = nameTokens[at] as number;
    board.kinds[count] = kind;
    count += 1;
  }
  board.listedCount = count;
  board.queryCount = name.tokens.length;
  board.pairCount = 0;
  board.usedQuery.fill(0, 0, board.queryCount);
  board.usedListed.fill(0, 0, count);
  for (let query = 0; query < board.queryCount; query += 1) {
    const token = name.tokens[query] as QueryToken;
    for (let at = 0; at < count; at += 1) {
      const id = board.listed[at] as number;
      const known = likenessOf(engine, id, query);
      board.likeness[query * QUERY_TOKENS_MAX + at] =
        known === 0 ? likenessUnseen(engine, token, id, board.kinds[at] as number) : known;
    }
  }
}

/** Likeness of what is not looked up: bare letters of an abjad, and an initial of a word. */
function likenessUnseen(engine: Engine, token: QueryToken, id: number, kind: number): number {
  if (token.isBare) {
    const [form] = token.forms;
    const value = form === undefined ? 0 : measure(engine, form, id);
    return value >= LIKENESS.minOfOneEdit ? value : 0;
  }
  if (token.kind !== 'initial' || kind === KIND_INITIAL) return 0;
  const { tokenStart, tokenLetters } = engine.snapshot.tables;
  return tokenLetters[tokenStart[id] as number] === token.letters[0] ? LIKENESS.initial : 0;
}

/**
 * Words that one side writes as one and the other as two. They come before words that are alike,
 * or `Aleks` of `Aleks andr` would be paired alone; words that are the same stay apart.
 */
function pairJoints(engine: Engine, board: Board, name: QueryName): void {
  for (let query = 0; query < board.queryCount; query += 1) {
    const joined = engine.joinedId[query] as number;
    if (joined !== -1 && !isSame(board, query) && !isSame(board, query + 1)) {
      const listed = freePlace(board, joined, -1);
      if (listed !== -1 && isFree(board.usedQuery, board.queryCount, query, 2)) {
        pushJoint(engine, board, { kind: 'joined', query, queries: 2, listed, listeds: 1 });
      }
    }
    const { parts } = (name.tokens[query] as QueryToken).near;
    if (parts.length > 0 && board.usedQuery[query] === 0 && !isSame(board, query)) {
      pairParts(engine, board, query, parts);
    }
  }
}

function pairParts(engine: Engine, board: Board, query: number, parts: readonly number[]): void {
  for (let at = 0; at < parts.length; at += 2) {
    const listed = freePlace(board, parts[at] as number, -1);
    const second = listed === -1 ? -1 : freePlace(board, parts[at + 1] as number, listed);
    if (second === -1) continue;
    pushJoint(engine, board, { kind: 'split', query, queries: 1, listed, listeds: 2, second });
    return;
  }
}

function isSame({ likeness, listedCount }: Board, query: number): boolean {
  for (let at = 0; at < listedCount; at += 1) {
    if (likeness[query * QUERY_TOKENS_MAX + at] === 1) return true;
  }
  return false;
}

function freePlace({ listed, usedListed, listedCount }: Board, id: number, other: number): number {
  for (let at = 0; at < listedCount; at += 1) {
    if (listed[at] === id && usedListed[at] === 0 && at !== other) return at;
  }
  return -1;
}

/** Takes the best pair again and again; names have few words, so no order is kept. */
function pairAlike(engine: Engine, board: Board, name: QueryName): void {
  const { tokenWeight } = engine.snapshot.tables;
  const { likeness, listed, usedQuery, usedListed, queryCount, listedCount } = board;
  for (;;) {
    let best = 0;
    let bestQuery = -1;
    let bestListed = -1;
    for (let query = 0; query < queryCount; query += 1) {
      if (usedQuery[query] === 1) continue;
      for (let at = 0; at < listedCount; at += 1) {
        const value = likeness[query * QUERY_TOKENS_MAX + at] as number;
        if (value === 0 || usedListed[at] === 1) continue;
        // Likeness first, weight as the lesser ground: the same short word before a long near one.
        const rank = rankOf(value) * (tokenWeight[listed[at] as number] as number);
        if (rank > best) {
          best = rank;
          bestQuery = query;
          bestListed = at;
        }
      }
    }
    if (bestQuery === -1) return;
    takePair(engine, board, name, { query: bestQuery, at: bestListed });
  }
}

function rankOf(value: number): number {
  if (value < LIKENESS.weakMark) return value * value * value;
  return 0.5 * (value - LIKENESS.weakMark) ** 3;
}

/** Settles what weak pairs are worth: little alone, and a slip where two other words are found. */
function settleWeak(board: Board): void {
  let strong = 0;
  for (let pair = 0; pair < board.pairCount; pair += 1) {
    if ((board.pairLikeness[pair] as number) < LIKENESS.weakMark) strong += 1;
  }
  if (strong === board.pairCount) return;
  const taken = strong >= 2 ? LIKENESS.weakAmongOthers : LIKENESS.weakAlone;
  const least = strong >= 2 ? LIKENESS.minOfShort - LIKENESS.weakAmongOthers : LIKENESS.minOfWeak;
  for (let pair = board.pairCount - 1; pair >= 0; pair -= 1) {
    const value = board.pairLikeness[pair] as number;
    if (value < LIKENESS.weakMark) continue;
    board.pairLikeness[pair] = value - LIKENESS.weakMark - taken;
    if ((board.pairLikeness[pair] as number) < least) removePair(board, pair);
  }
}

function removePair(board: Board, pair: number): void {
  board.usedQuery[board.pairQuery[pair] as number] = 0;
  board.usedListed[board.pairListed[pair] as number] = 0;
  board.pairCount -= 1;
  for (const column of [
    board.pairKind,
    board.pairQuery,
    board.pairQueries,
    board.pairListed,
    board.pairListeds,
    board.pairSecond,
    board.pairLikeness,
    board.pairWeight,
    board.pairBits,
  ]) {
    column.copyWithin(pair, pair + 1, board.pairCount + 1);
  }
}

function takePair(
  engine: Engine,
  board: Board,
  name: QueryName,
  { query, at }: { readonly query: number; readonly at: number },
): void {
  const { tokenWeight, tokenBits } = engine.snapshot.tables;
  const token = name.tokens[query] as QueryToken;
  const id = board.listed[at] as number;
  const value = board.likeness[query * QUERY_TOKENS_MAX + at] as number;
  const isInitial = value < 1 && (token.kind === 'initial' || board.kinds[at] === KIND_INITIAL);
  const pair = board.pairCount;
  board.pairKind[pair] = codeOf(value === 1 ? 'same' : isInitial ? 'initial' : 'alike');
  board.pairQuery[pair] = query;
  board.pairQueries[pair] = 1;
  board.pairListed[pair] = at;
  board.pairListeds[pair] = 1;
  board.pairLikeness[pair] = value;
  board.pairWeight[pair] = isInitial
    ? WEIGHT_OF_INITIAL + WEIGHT_SPELLED
    : 2 * (tokenWeight[id] as number);
  board.pairBits[pair] = isInitial ? BITS_OF_INITIAL : (tokenBits[id] as number);
  board.pairCount += 1;
  board.usedQuery[query] = 1;
  board.usedListed[at] = 1;
}

function codeOf(kind: PairKind): number {
  return PAIR_KINDS.indexOf(kind);
}

function pairedQueries({ pairQueries, pairCount }: Board): number {
  let count = 0;
  for (let pair = 0; pair < pairCount; pair += 1) count += pairQueries[pair] as number;
  return count;
}

function pairedListeds({ pairListeds, pairCount }: Board): number {
  let count = 0;
  for (let pair = 0; pair < pairCount; pair += 1) count += pairListeds[pair] as number;
  return count;
}

interface Joint {
  readonly kind: PairKind;
  readonly query: number;
  readonly queries: number;
  readonly listed: number;
  readonly listeds: number;
  /** Place of the second word of the list, where the two do not follow each other. */
  readonly second?: number;
}

function isFree(used: Uint8Array, count: number, start: number, length: number): boolean {
  if (start + length > count) return false;
  for (let at = start; at < start + length; at += 1) if (used[at] === 1) return false;
  return true;
}

function tryWhole(engine: Engine, board: Board, name: QueryName): void {
  const count = board.listedCount;
  const listed = listedLength(engine, board, 0, count);
  const spelledLength = name.joined.length;
  if (queryLength(name, 0, board.queryCount) !== listed && spelledLength !== listed) return;
  const query = queryText(name, 0, board.queryCount);
  const whole = listedText(engine, board, 0, count);
  const turned = listedText(engine, board, count - 1, 1) + listedText(engine, board, 0, count - 1);
  if (![query, name.joined].some((text) => text === whole || text === turned)) return;
  board.pairCount = 0;
  const queries = board.queryCount;
  pushJoint(engine, board, { kind: 'whole', query: 0, queries, listed: 0, listeds: count });
}

function pushJoint(engine: Engine, board: Board, joint: Joint): void {
  const { tokenWeight, tokenBits } = engine.snapshot.tables;
  let weight = 0;
  let bits = 0;
  for (let offset = 0; offset < joint.listeds; offset += 1) {
    const at = offset === 1 && joint.second !== undefined ? joint.second : joint.listed + offset;
    weight += 2 * (tokenWeight[board.listed[at] as number] as number);
    bits += tokenBits[board.listed[at] as number] as number;
    board.usedListed[at] = 1;
  }
  board.usedQuery.fill(1, joint.query, joint.query + joint.queries);
  const pair = board.pairCount;
  board.pairKind[pair] = codeOf(joint.kind);
  board.pairQuery[pair] = joint.query;
  board.pairQueries[pair] = joint.queries;
  board.pairListed[pair] = joint.listed;
  board.pairListeds[pair] = joint.listeds;
  board.pairSecond[pair] = joint.second ?? joint.listed + 1;
  board.pairLikeness[pair] = LIKENESS.joined;
  board.pairWeight[pair] = weight;
  board.pairBits[pair] = bits;
  board.pairCount += 1;
}

function queryLength({ tokens }: QueryName, start: number, count: number): number {
  let length = 0;
  for (let at = start; at < start + count; at += 1) length += tokens[at]?.text.length ?? 0;
  return length;
}

function listedLength(engine: Engine, board: Board, start: number, count: number): number {
  const { tokenStart } = engine.snapshot.tables;
  let length = 0;
  for (let at = start; at < start + count; at += 1) {
    const id = board.listed[at] as number;
    length += (tokenStart[id + 1] as number) - (tokenStart[id] as number);
  }
  return length;
}

function queryText({ tokens }: QueryName, start: number, count: number): string {
  let text = '';
  for (let at = start; at < start + count; at += 1) text += tokens[at]?.text ?? '';
  return text;
}

export function listedToken(engine: Engine, id: number): string {
  const { tokenStart, tokenLetters } = engine.snapshot.tables;
  return tokenOf(tokenLetters, tokenStart[id] as number, tokenStart[id + 1] as number);
}

function listedText(engine: Engine, board: Board, start: number, count: number): string {
  let text = '';
  for (let at = start; at < start + count; at += 1) {
    text += listedToken(engine, board.listed[at] as number);
  }
  return text;
}
