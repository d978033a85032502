import { LIKENESS } from '../policy.ts';
import { type Engine, clearSlots, likenessOf, setLikeness } from './engine.ts';
import { findText } from './find-token.ts';
import type { QueryName, QueryToken } from './query-name.ts';

/** A token whose names are gathered for a token of the query, and what it counts at most. */
export interface Expansion {
  readonly token: number;
  /** Weight that it adds to a name that has it. */
  readonly weight: number;
  /** Bits of the query tokens it stands for. */
  readonly mask: number;
}

export interface Expansions {
  readonly found: readonly (readonly Expansion[])[];
  /** Tokens that the query writes as two. */
  readonly joined: readonly Expansion[];
  /** Initials: they stand for a word only in names of which another word is found. */
  readonly initials: readonly Expansion[];
}

/**
 * Brings together the tokens of the list that may stand for each token of the query, and records
 * in the slots of the engine how alike they are.
 */
export function expandName(engine: Engine, name: QueryName): Expansions {
  const initials: Expansion[] = [];
  const joined: Expansion[] = [];
  engine.joinedId.fill(-1);
  engine.expanded.name = name;
  const found = name.tokens.map((token, at) => {
    const expansions: Expansion[] = [];
    expandToken(engine, token, at, expansions);
    const next = name.tokens[at + 1];
    if (next !== undefined) addJoined(engine, token.text + next.text, at, joined);
    if (token.kind === 'word' && token.text.length > 1) {
      addInitial(engine, token.text.charAt(0), at, initials);
    }
    return expansions;
  });
  return { found, joined, initials };
}

/** Fills the slots with what a name is like, unless they are of that name already. */
export function expandOnce(engine: Engine, name: QueryName): void {
  if (engine.expanded.name === name) return;
  clearSlots(engine);
  expandName(engine, name);
}

interface Target {
  readonly at: number;
  readonly expansions: Expansion[];
}

function expandToken(
  engine: Engine,
  { near, withParticle }: QueryToken,
  at: number,
  expansions: Expansion[],
): void {
  const target = { at, expansions };
  for (const [place, id] of near.ids.entries()) {
    add(engine, id, near.likeness[place] as number, target);
  }
  for (const part of near.parts) {
    expansions.push({ token: part, weight: joinedWeight(engine, part), mask: 1 << at });
  }
  if (withParticle !== undefined) addText(engine, withParticle, LIKENESS.article, target);
}

function add(engine: Engine, id: number, value: number, { at, expansions }: Target): void {
  const most = magnitudeOf(value);
  const before = magnitudeOf(likenessOf(engine, id, at));
  if (most <= before || !setLikeness(engine, id, at, value)) return;
  const weight = (engine.snapshot.tables.tokenWeight[id] as number) * (most - before);
  expansions.push({ token: id, weight, mask: 1 << at });
}

/** A likeness without its mark. */
function magnitudeOf(value: number): number {
  return value >= LIKENESS.weakMark ? value - LIKENESS.weakMark : value;
}

function addText(engine: Engine, text: string, value: number, target: Target): void {
  const id = findText(engine.snapshot.tables, text);
  if (id !== -1 && engine.snapshot.tables.tokenNames[id] !== 0) add(engine, id, value, target);
}

function joinedWeight(engine: Engine, id: number): number {
  return (engine.snapshot.tables.tokenWeight[id] as number) * LIKENESS.joined;
}

/** Half the weight of a word and its initial together, which is what a side has of the pair. */
const WEIGHT_INITIAL_PAIR = 0.6;

function addInitial(engine: Engine, letter: string, at: number, initials: Expansion[]): void {
  const id = findText(engine.snapshot.tables, letter);
  if (id === -1 || engine.snapshot.tables.tokenNames[id] === 0) return;
  if (!setLikeness(engine, id, at, LIKENESS.initial)) return;
  initials.push({ token: id, weight: WEIGHT_INITIAL_PAIR * LIKENESS.initial, mask: 1 << at });
}

/** One word of the list that the query writes as two. */
function addJoined(engine: Engine, joined: string, at: number, expansions: Expansion[]): void {
  const id = findText(engine.snapshot.tables, joined);
  if (id === -1 || engine.snapshot.tables.tokenNames[id] === 0) return;
  engine.joinedId[at] = id;
  expansions.push({ token: id, weight: joinedWeight(engine, id), mask: 3 << at });
}
