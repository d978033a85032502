import type { Screener } from '../screener.ts';
import type { NameHit } from '../search/find-entries.ts';
import { SCHEMAS } from '../snapshot/codes.ts';
import {
  type EvidenceLine,
  type IdentifierMatch,
  type QueryFacts,
  weighFacts,
  weighOtherIdentifier,
} from './evidence.ts';

/** What all entries are compared with. */
export interface Basis {
  readonly screener: Screener;
  readonly schema: string;
  readonly facts: QueryFacts;
  readonly identifiers: readonly IdentifierMatch[];
}

export interface EntryScore {
  readonly entity: number;
  readonly hit: NameHit | undefined;
  readonly type: number;
  readonly evidence: readonly EvidenceLine[];
  /** What an identifier lifts the sum by, and what keeps it between 0 and 1. */
  readonly floor: number;
  readonly bounds: number;
  readonly points: number;
}

/** Adds up the name, the type and the facts of one entry. */
export function totalOf(basis: Basis, entity: number, hit: NameHit | undefined): EntryScore {
  const type = typePoints(basis, entity);
  const evidence = evidenceOf(basis, entity);
  let sum = (hit?.points ?? 0) + type;
  let least = 0;
  for (const line of evidence) {
    sum += line.points;
    if (line.floor !== undefined) least = Math.max(least, line.floor + type);
  }
  const floor = Math.max(0, least - sum);
  const points = Math.max(0, Math.min(10_000, sum + floor));
  return { entity, hit, type, evidence, floor, bounds: points - sum - floor, points };
}

const ORGANIZATIONS = new Set(['Company', 'Organization', 'PublicBody']);
const THINGS = new Set(['Vessel', 'Airplane', 'CryptoWallet', 'Address']);

/** Kinds of things that are never one: a person is no company, a vessel is neither. */
function typePoints({ screener, schema }: Basis, entity: number): number {
  const { tables } = screener.engine.snapshot;
  const listed = SCHEMAS[tables.entitySchema[entity] as number] ?? 'LegalEntity';
  return areApart(schema, listed) ? screener.policy.typePoints : 0;
}

function areApart(query: string, listed: string): boolean {
  if (query === listed || query === 'Thing') return false;
  if (query === 'Vehicle') return !THINGS.has(listed);
  if (THINGS.has(query) || THINGS.has(listed)) return true;
  if (query === 'Person') return ORGANIZATIONS.has(listed);
  return ORGANIZATIONS.has(query) && listed === 'Person';
}

function evidenceOf(basis: Basis, entity: number): readonly EvidenceLine[] {
  const { screener, facts, identifiers } = basis;
  if (facts.isEmpty) return [];
  const place = { entity, day: screener.day };
  const lines = weighFacts(screener.engine, screener.policy, facts, place);
  const same = identifiers.filter((match) => match.entity === entity).map(({ line }) => line);
  const strongest = same.reduce<EvidenceLine | undefined>(
    (best, line) => ((line.floor ?? 0) > (best?.floor ?? -1) ? line : best),
    undefined,
  );
  if (strongest !== undefined) return [...lines, strongest];
  const other = weighOtherIdentifier(screener.engine, screener.policy, facts, place);
  return other === undefined ? lines : [...lines, other];
}
