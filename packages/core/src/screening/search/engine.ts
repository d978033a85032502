import { type CountryTable, buildCountries } from '../fact/country.ts';
import type { Snapshot } from '../snapshot/open-snapshot.ts';
import { createRows, type Rows } from '../token/similarity.ts';
import { type Vocabulary, createVocabulary } from '../vocabulary.ts';
import { DELETE_HASHES_MAX } from '../index/deletes.ts';
import { type Board, createBoard } from '../score/board.ts';
import { QUERY_TOKENS_MAX } from './limits.ts';
import type { KnownToken } from './known-token.ts';

const SLOTS_MAX = 4096;

/**
 * One thread's view of a snapshot: the tables, shared, and arrays to work in, its own. Every array
 * is clean between two queries; what a query writes it takes back by the list of what it touched.
 */
export interface Engine {
  readonly snapshot: Snapshot;
  readonly vocabulary: Vocabulary;
  readonly countries: CountryTable;
  readonly rows: Rows;
  readonly board: Board;
  /** Tokens that were looked up before, with what they are like. It changes no answer. */
  readonly known: Map<string, KnownToken>;
  readonly hashes: Uint32Array;
  /** Number of the query's expansions in which a token is, or 0. */
  readonly slotOf: Int32Array;
  readonly slotToken: Int32Array;
  /** For each query token, the listed token that it and the next make together, or -1. */
  readonly joinedId: Int32Array;
  /** Likeness of the token of a slot to each token of the query. */
  readonly slotLikeness: Float32Array;
  /** For each name of the list: weight found so far, and a bit for each query token found. */
  readonly found: Float32Array;
  readonly mask: Int32Array;
  readonly touched: Uint32Array;
  readonly candidateName: Uint32Array;
  readonly candidateBound: Float32Array;
  /** Last query token, counted over all queries, for which a token was looked at. */
  readonly seen: Int32Array;
  readonly state: { slots: number; touched: number; candidates: number; round: number };
  /** The name that the slots are of; it stays until the answer is explained. */
  readonly expanded: { name: object | undefined };
}

export function createEngine(
  snapshot: Snapshot,
  vocabulary: Vocabulary = createVocabulary(),
): Engine {
  const tokens = snapshot.tables.tokenWeight.length;
  const names = snapshot.tables.nameWeight.length;
  return {
    snapshot,
    vocabulary,
    countries: buildCountries(),
    rows: createRows(),
    board: createBoard(),
    known: new Map(),
    hashes: new Uint32Array(DELETE_HASHES_MAX),
    slotOf: new Int32Array(tokens),
    slotToken: new Int32Array(SLOTS_MAX),
    joinedId: new Int32Array(QUERY_TOKENS_MAX),
    slotLikeness: new Float32Array(SLOTS_MAX * QUERY_TOKENS_MAX),
    found: new Float32Array(names),
    mask: new Int32Array(names),
    touched: new Uint32Array(names),
    candidateName: new Uint32Array(names),
    candidateBound: new Float32Array(names),
    seen: new Int32Array(tokens),
    state: { slots: 0, touched: 0, candidates: 0, round: 0 },
    expanded: { name: undefined },
  };
}

/** Likeness of a token of the list to a token of the query; 0 where they are two words. */
export function likenessOf(engine: Engine, token: number, query: number): number {
  const slot = engine.slotOf[token] as number;
  if (slot === 0) return 0;
  return engine.slotLikeness[(slot - 1) * QUERY_TOKENS_MAX + query] as number;
}

/** Records the likeness of a token. False when there is no room. */
export function setLikeness(engine: Engine, token: number, query: number, value: number): boolean {
  let slot = engine.slotOf[token] as number;
  if (slot === 0) {
    if (engine.state.slots === SLOTS_MAX) return false;
    engine.slotToken[engine.state.slots] = token;
    engine.state.slots += 1;
    slot = engine.state.slots;
    engine.slotOf[token] = slot;
    const start = (slot - 1) * QUERY_TOKENS_MAX;
    engine.slotLikeness.fill(0, start, start + QUERY_TOKENS_MAX);
  }
  engine.slotLikeness[(slot - 1) * QUERY_TOKENS_MAX + query] = value;
  return true;
}

export function clearSlots(engine: Engine): void {
  for (let slot = 0; slot < engine.state.slots; slot += 1) {
    engine.slotOf[engine.slotToken[slot] as number] = 0;
  }
  engine.state.slots = 0;
  engine.expanded.name = undefined;
}
