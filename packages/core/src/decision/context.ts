import type { ResolvedItem } from '../model/index.ts';
import type { Deal, Situation } from './situation.ts';
import type { Point } from './point.ts';

/** What one evaluation runs against, and what it notes on the way. */
export interface Context {
  readonly situation: Situation;
  readonly deal: Deal;
  readonly point: Point;
  /** The item asked about, or the thing inside it that is being looked at. */
  readonly item: ResolvedItem | undefined;
  /** Paths of facts that would have settled an unknown. */
  readonly missing: string[];
  readonly cautions: string[];
  readonly assumed: string[];
}

/** A context with nothing noted yet. */
export function newContext(situation: Situation, deal: Deal, point: Point): Context {
  const { item } = situation;
  return { situation, deal, point, item, missing: [], cautions: [], assumed: [] };
}

/** Lengths of the notes, to take back what turned out not to matter. */
export interface Mark {
  readonly missing: number;
  readonly cautions: number;
  readonly assumed: number;
}

export function markOf(context: Context): Mark {
  const { missing, cautions, assumed } = context;
  return { missing: missing.length, cautions: cautions.length, assumed: assumed.length };
}

/** Drops what was noted since the mark. */
export function rollBack(context: Context, mark: Mark): void {
  // Writing a length costs even when it does not change, and mostly it does not.
  if (context.missing.length !== mark.missing) context.missing.length = mark.missing;
  if (context.cautions.length !== mark.cautions) context.cautions.length = mark.cautions;
  if (context.assumed.length !== mark.assumed) context.assumed.length = mark.assumed;
}
