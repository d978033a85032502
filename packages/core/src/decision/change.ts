import { formatInstant } from '../calendar/index.ts';
import { moreSevere, type NextChange, type Verdict, type VerdictRow } from '../model/index.ts';
import type { ActivityPlan } from './compile-rule.ts';
import { ownersOf, type Owner } from './person.ts';
import type { CompiledEdge, Point } from './point.ts';
import type { Situation } from './situation.ts';

/** A row together with the course of its verdict over time. */
export interface Course {
  readonly row: VerdictRow;
  /** Instants at which the verdict can change, in order; empty when it never does. */
  readonly edges: readonly CompiledEdge[];
  verdictAt(point: Point): Verdict;
}

function isLater(edge: CompiledEdge, point: Point): boolean {
  return point.isDate ? edge.local > point.local : edge.utc > point.utc;
}

/** Just before an edge, in both readings. */
function justBefore(edge: CompiledEdge): Point {
  return {
    isDate: false,
    utc: (edge.utc - 1) as CompiledEdge['utc'],
    local: edge.local - 1,
  };
}

function* shareEdges(owners: readonly Owner[] | undefined): Generator<CompiledEdge> {
  for (const { fromLocal, toLocal } of owners ?? []) {
    for (const local of [fromLocal, toLocal]) {
      if (!Number.isFinite(local)) continue;
      // A share is dated by day without a zone: both readings are 00:00 of that day.
      const utc = local as CompiledEdge['utc'];
      yield { isDate: false, utc, local, text: '', isWholeDay: true };
    }
  }
}

/** Edges of the shares in parties of the rulebook: chains of ownership run through them. */
function partyShareEdges(situation: Situation): CompiledEdge[] {
  const { directory } = situation;
  return directory
    .partiesWithOwners()
    .flatMap(({ ownership }) => [...shareEdges(ownersOf(ownership, directory))]);
}

function inOrder(edges: CompiledEdge[]): readonly CompiledEdge[] {
  return edges.sort((a, b) => a.utc - b.utc);
}

/** The edges of a rule together with those of listings and of ownership. */
export function datedEdges(plan: ActivityPlan, situation: Situation): readonly CompiledEdge[] {
  const { actor, counterparty } = situation;
  plan.datedEdges ??= inOrder([...plan.edges, ...plan.listingEdges, ...partyShareEdges(situation)]);
  const own = [...shareEdges(actor.owners), ...shareEdges(counterparty.owners)];
  return own.length === 0 ? plan.datedEdges : inOrder([...plan.datedEdges, ...own]);
}

/** When the verdict of a row changes next, and when it last changed. */
export function changesOf(course: Course, point: Point): Pick<VerdictRow, 'next' | 'previous'> {
  const { edges, row } = course;
  let next: NextChange | undefined;
  let previous: NextChange | undefined;
  for (const edge of edges) {
    if (!isLater(edge, point)) continue;
    const verdict = course.verdictAt(edge);
    if (verdict === row.verdict) continue;
    next = { at: formatInstant(edge.utc), verdict };
    break;
  }
  for (let index = edges.length - 1; index >= 0; index -= 1) {
    const edge = edges[index];
    if (edge === undefined || isLater(edge, point)) continue;
    const verdict = course.verdictAt(justBefore(edge));
    if (verdict === row.verdict) continue;
    previous = { at: formatInstant(edge.utc), verdict };
    break;
  }
  return {
    ...(next === undefined ? {} : { next }),
    ...(previous === undefined ? {} : { previous }),
  };
}

/**
 * When the most severe verdict over all rows changes next: `moving` are the rows that will
 * change, `fixed` is the most severe verdict of the others.
 */
export function overallNext(
  moving: readonly Course[],
  fixed: Verdict,
  point: Point,
  now: Verdict,
): NextChange | undefined {
  // Nothing that moves can be seen under a fixed row that is as severe as the answer.
  if (fixed === now && fixed === 'barred') return undefined;
  const edges = new Map<number, CompiledEdge>();
  for (const one of moving) {
    for (const edge of one.edges) if (isLater(edge, point)) edges.set(edge.utc, edge);
  }
  for (const edge of [...edges.values()].sort((a, b) => a.utc - b.utc)) {
    let verdict = fixed;
    for (const one of moving) verdict = moreSevere(verdict, one.verdictAt(edge));
    if (verdict !== now) return { at: formatInstant(edge.utc), verdict };
  }
  return undefined;
}
