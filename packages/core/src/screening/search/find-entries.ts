import { LIMITS } from '../../limits.ts';
import type { ScreeningPolicy } from '../policy.ts';
import { scoreName } from '../score/name-score.ts';
import type { Screener } from '../screener.ts';
import { ROLES } from '../snapshot/codes.ts';
import { clearSlots } from './engine.ts';
import { textAt } from './read-text.ts';
import { expandName } from './expand.ts';
import { areFrequent, findSlips, namesOf } from './find-slips.ts';
import { gatherNames } from './gather.ts';
import type { QueryName } from './query-name.ts';

/** The best that a party and an entry of the list have in common by name. */
export interface NameHit {
  readonly entity: number;
  readonly query: QueryName;
  readonly listedName: number;
  readonly row: number;
  readonly spelling: number;
  /** Points added because one letter at most is written otherwise. */
  readonly slip: number;
  /** Points of the name, of its spelling and of the role it has in the list. */
  readonly points: number;
}

export interface FindOptions {
  /** Points that the facts of the party may add to those of a name. */
  readonly evidenceMax: number;
  /** Points of an entry with everything, from those of its name. */
  readonly total: (hit: NameHit) => number;
  /** Entries that are compared whatever their names are. */
  readonly entities: readonly number[];
}

/** Finds the entries whose names may be those of the query, the best name for each. */
export function findEntries(
  screener: Screener,
  query: QueryName,
  hits: Map<number, NameHit>,
  options: FindOptions,
): void {
  const { engine, policy } = screener;
  const room = policy.rarityPoints + policy.identicalPoints + options.evidenceMax;
  const pointsMin = Math.max(0, policy.cutoff * 10_000 - room);
  clearSlots(engine);
  const expansions = expandName(engine, query);
  gatherNames(engine, query, expansions, { policy, pointsMin });
  const best = new BestPoints(screener.limit);
  const slips = findSlips(engine, query.text);
  const comparison: Comparison = { hits, options, best, slips };
  const compared = namesOf(engine, slips);
  for (const name of compared) compareName(screener, query, name, comparison);
  const end = Math.min(engine.state.candidates, LIMITS.screening.alignmentsMax);
  const order = orderByBound(engine.candidateBound, engine.state.candidates, policy.nameFull);
  for (let at = 0; at < end; at += 1) {
    const candidate = order[at] as number;
    const name = engine.candidateName[candidate] as number;
    if (mostOf(policy, engine.candidateBound[candidate] as number, options) < best.least) continue;
    if (!compared.has(name)) compareName(screener, query, name, comparison);
  }
  const { entityNameStart, entityNames } = engine.snapshot.tables;
  for (const entity of options.entities) {
    const last = entityNameStart[entity + 1] as number;
    for (let at = entityNameStart[entity] as number; at < last; at += 1) {
      compareName(screener, query, entityNames[at] as number, comparison);
    }
  }
}

/** Most points of an entry of which a name has a bound; one that is not the same stays below 1. */
function mostOf(policy: ScreeningPolicy, bound: number, { evidenceMax }: FindOptions): number {
  const most = bound + policy.rarityPoints + policy.identicalPoints;
  const isWhole = bound >= policy.nameFull - 1;
  return (isWhole ? most : Math.min(most, policy.nameFull - 1)) + evidenceMax;
}

/** Indices of the candidates, highest bound first; sorting by counting, since most are low. */
function orderByBound(bounds: Float32Array, count: number, full: number): Uint32Array {
  const steps = 256;
  const start = new Uint32Array(steps + 1);
  for (let at = 0; at < count; at += 1) {
    const step = stepOf((bounds[at] as number) / full, steps);
    start[step + 1] = (start[step + 1] as number) + 1;
  }
  for (let step = 0; step < steps; step += 1) {
    start[step + 1] = (start[step + 1] as number) + (start[step] as number);
  }
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const step = stepOf((bounds[at] as number) / full, steps);
    order[start[step] as number] = at;
    start[step] = (start[step] as number) + 1;
  }
  return order;
}

function stepOf(bound: number, steps: number): number {
  return steps - 1 - Math.min(steps - 1, Math.max(0, Math.floor(bound * (steps - 1))));
}

/** The points of the best entries so far; below the least of them nothing needs to be looked at. */
class BestPoints {
  readonly #limit: number;
  readonly #points = new Map<number, number>();
  least = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(entity: number, points: number): void {
    if (points <= this.least && this.#points.size >= this.#limit) return;
    this.#points.set(entity, Math.max(points, this.#points.get(entity) ?? 0));
    if (this.#points.size < this.#limit) return;
    const sorted = [...this.#points].sort((a, b) => b[1] - a[1]);
    for (const [entityBelow] of sorted.slice(this.#limit)) this.#points.delete(entityBelow);
    this.least = sorted[this.#limit - 1]?.[1] ?? 0;
  }
}

interface Comparison {
  readonly hits: Map<number, NameHit>;
  readonly options: FindOptions;
  readonly best: BestPoints;
  /** Rows whose name is written as the query but for a letter. */
  readonly slips: ReadonlySet<number>;
}

function compareName(
  screener: Screener,
  query: QueryName,
  listedName: number,
  { hits, options, best, slips }: Comparison,
): void {
  const { engine, policy, day, isScreened } = screener;
  const { rowStart, rowEntity, rowRole, rowFrom, rowTo, entityList } = engine.snapshot.tables;
  const name = scoreName(engine, policy, query, listedName);
  if (name.points <= 0 && slips.size === 0) return;
  const end = rowStart[listedName + 1] as number;
  for (let row = rowStart[listedName] as number; row < end; row += 1) {
    const entity = rowEntity[row] as number;
    if (isScreened[entityList[entity] as number] !== true) continue;
    if (day !== undefined && ((rowFrom[row] as number) > day || day >= (rowTo[row] as number))) {
      continue;
    }
    const spelling = name.isExact ? spellingPoints(screener, query, row) : 0;
    const room = slips.has(row) ? policy.slipPoints - name.points : 0;
    const slip = room > 0 && !areFrequent(engine, query, listedName) ? room : 0;
    const bare = name.points + spelling + slip;
    if (bare <= 0) continue;
    const points = bare + rolePoints(screener, query, rowRole[row] as number);
    const known = hits.get(entity);
    if (known !== undefined && known.points >= points) continue;
    const hit = { entity, query, listedName, row, spelling, slip, points };
    hits.set(entity, hit);
    best.add(entity, options.total(hit));
  }
}

/** The name stands in the list letter by letter as it is asked for. */
function spellingPoints({ engine, policy }: Screener, query: QueryName, row: number): number {
  const { tables } = engine.snapshot;
  const statement = tables.rowStatement[row] as number;
  const listed = textAt(tables, tables.statementValue[statement] as number);
  return listed.toLowerCase() === query.text.toLowerCase() ? policy.identicalPoints : 0;
}

export function rolePoints({ policy }: Screener, query: QueryName, role: number): number {
  if (query.isWeak || ROLES[role] === 'weakAlias') return policy.weakAliasPoints;
  return ROLES[role] === 'previousName' ? policy.previousNamePoints : 0;
}
