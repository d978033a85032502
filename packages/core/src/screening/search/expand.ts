import { LIKENESS } from '../policy.ts';
import { type Engine, likenessOf, setLikeness } from './engine.ts';
import { findText } from './find-token.ts';
import type { QueryName, QueryToken } from './query-name.ts';

/** A token whose names are gathered for a token of the query, and what it counts at most. */
export interface Expansion {
  readonly token: number;
  readonly likeness: number;
  /** Bits of the query tokens it stands for. */
  readonly mask: number;
}

export interface Expansions {
  readonly found: readonly (readonly Expansion[])[];
  /** Initials: they stand for a word only in names of which another word is found. */
  readonly initials: readonly Expansion[];
}

/**
 * Brings together the tokens of the list that may stand for each token of the query, and records
 * in the slots of the engine how alike they are.
 */
export function expandName(engine: Engine, name: QueryName): Expansions {
  const initials: Expansion[] = [];
  const found = name.tokens.map((token, at) => {
    const expansions: Expansion[] = [];
    expandToken(engine, token, at, expansions);
    const next = name.tokens[at + 1];
    if (next !== undefined) addJoined(engine, token.text + next.text, at, expansions);
    if (token.kind === 'word') {
      addText(engine, token.text.charAt(0), LIKENESS.initial, { at, expansions: initials });
    }
    return expansions;
  });
  return { found, initials };
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
    expansions.push({ token: part, likeness: LIKENESS.joined, mask: 1 << at });
  }
  if (withParticle !== undefined) addText(engine, withParticle, LIKENESS.article, target);
}

function add(engine: Engine, id: number, value: number, { at, expansions }: Target): void {
  const before = likenessOf(engine, id, at);
  if (value <= before || !setLikeness(engine, id, at, value)) return;
  expansions.push({ token: id, likeness: value - before, mask: 1 << at });
}

function addText(engine: Engine, text: string, value: number, target: Target): void {
  const id = findText(engine.snapshot.tables, text);
  if (id !== -1 && engine.snapshot.tables.tokenNames[id] !== 0) add(engine, id, value, target);
}

/** One word of the list that the query writes as two. */
function addJoined(engine: Engine, joined: string, at: number, expansions: Expansion[]): void {
  const id = findText(engine.snapshot.tables, joined);
  if (id === -1 || engine.snapshot.tables.tokenNames[id] === 0) return;
  expansions.push({ token: id, likeness: LIKENESS.joined, mask: 3 << at });
}
