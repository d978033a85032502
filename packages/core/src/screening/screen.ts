import { digestOf } from '../document/index.ts';
import { LIMITS } from '../limits.ts';
import type { IncompleteReason, ScreeningAnswer } from './answer.ts';
import { explain } from './explain.ts';
import { NAME_PROPERTIES, type PartyQuery, valuesOf } from './party.ts';
import {
  type IdentifierMatch,
  type QueryFacts,
  evidenceMax,
  findIdentifiers,
  readFacts,
} from './score/evidence.ts';
import { type EntryScore, totalOf } from './score/total.ts';
import type { Screener } from './screener.ts';
import { clearSlots } from './search/engine.ts';
import { findEntries, type NameHit } from './search/find-entries.ts';
import { type QueryName, readQueryName } from './search/query-name.ts';
import { modeOf } from './snapshot/codes.ts';

/** Screens one party against the lists of the screener. */
export function screenParty(screener: Screener, party: PartyQuery): ScreeningAnswer {
  const { engine, policy, day, limit } = screener;
  const names = readNames(screener, party);
  const facts = readFacts(engine, party);
  const identifiers = findIdentifiers(engine, policy, facts, day).filter(
    ({ entity }) => screener.isScreened[engine.snapshot.tables.entityList[entity] ?? -1] === true,
  );
  const scores = scoreEntries(screener, party, { names, facts, identifiers });
  const results = scores
    .filter(({ points }) => points >= policy.cutoff * 10_000)
    .sort(byPoints)
    .slice(0, limit)
    .map((score) => explain(screener, score));
  clearSlots(engine);
  const incomplete = [...screener.missing, ...incompleteReasons(party, names)];
  return {
    id: party.id,
    status: incomplete.length === 0 ? 'complete' : 'incomplete',
    incomplete,
    results,
    lists: screener.lists,
    evidence: digestOf({ basis: screener.basis, party }),
  };
}

/** Best first; equal scores in the order of the lists, so that an answer is always the same. */
function byPoints(left: EntryScore, right: EntryScore): number {
  return right.points - left.points || left.entity - right.entity;
}

function readNames({ engine }: Screener, party: PartyQuery): readonly QueryName[] {
  const mode = modeOf(party.schema);
  const seen = new Set<string>();
  const names: QueryName[] = [];
  for (const property of NAME_PROPERTIES) {
    for (const text of valuesOf(party, property)) {
      if (seen.has(text)) continue;
      seen.add(text);
      const name = readQueryName(engine, text, mode, property === 'weakAlias');
      if (name.tokens.length > 0) names.push(name);
    }
  }
  return names;
}

interface Question {
  readonly names: readonly QueryName[];
  readonly facts: QueryFacts;
  readonly identifiers: readonly IdentifierMatch[];
}

function scoreEntries(screener: Screener, party: PartyQuery, question: Question): EntryScore[] {
  const { names, facts, identifiers } = question;
  const hits = new Map<number, NameHit>();
  const basis = { screener, schema: party.schema, facts, identifiers };
  const options = {
    evidenceMax: evidenceMax(screener.policy, facts),
    total: (hit: NameHit) => totalOf(basis, hit.entity, hit).points,
    entities: [...new Set(identifiers.map(({ entity }) => entity))],
  };
  for (const name of names) findEntries(screener, name, hits, options);
  const scores = [...hits.values()].map((hit) => totalOf(basis, hit.entity, hit));
  for (const entity of options.entities) {
    if (!hits.has(entity)) scores.push(totalOf(basis, entity, undefined));
  }
  return scores;
}

function incompleteReasons(
  party: PartyQuery,
  names: readonly QueryName[],
): readonly IncompleteReason[] {
  const reasons: IncompleteReason[] = [];
  if (names.length === 0) {
    const message = 'the party has no name that can be read; give it one';
    reasons.push({ code: 'nameless', message });
  }
  for (const { isCut, text } of names) {
    if (!isCut) continue;
    const message = `only the start of a name was screened: \`${text.slice(0, 60)}…\``;
    reasons.push({ code: 'name-cut', message });
  }
  for (const [property, values] of Object.entries(party.properties)) {
    if (values.length <= LIMITS.screening.valuesMax) continue;
    const most = String(LIMITS.screening.valuesMax);
    const message = `only ${most} values of \`${property}\` were screened`;
    reasons.push({ code: 'values-cut', message });
  }
  return reasons;
}
