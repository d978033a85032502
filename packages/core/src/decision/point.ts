import { parseWhen, type When } from '../calendar/index.ts';
import { assert, type EdgeSource, type Instant } from '../model/index.ts';

/** A place on the time line of a question; see `When` for what `isDate` means. */
export interface Point {
  readonly isDate: boolean;
  readonly utc: Instant;
  readonly local: number;
}

/** A dated edge in numbers, ready to compare. */
export interface CompiledEdge extends Point {
  readonly isDate: false;
  readonly text: string;
  readonly isWholeDay: boolean;
}

/** An interval in numbers; without `to` it does not end. */
export interface CompiledSpan {
  readonly from: CompiledEdge;
  readonly to: CompiledEdge | undefined;
}

/** INVARIANT: edges were resolved when the rulebook was loaded, so both readings exist. */
export function compileEdge(source: EdgeSource): CompiledEdge {
  assert(typeof source !== 'string' && source.utc !== undefined, 'edge was not resolved');
  const utc = parseWhen(source.utc);
  const local = parseWhen(`${source.local.replace(' ', 'T')}Z`);
  assert(utc !== undefined && local !== undefined, 'edge has no readable time');
  return {
    isDate: false,
    utc: utc.utc,
    local: local.local,
    text: `${source.local} ${source.zone}`,
    isWholeDay: source.precision === 'day',
  };
}

export function compileSpan(span: {
  readonly from: EdgeSource;
  readonly to?: EdgeSource | undefined;
}): CompiledSpan {
  return {
    from: compileEdge(span.from),
    to: span.to === undefined ? undefined : compileEdge(span.to),
  };
}

/**
 * Whether a point lies before an edge. A date is compared by the clock of the edge's own
 * place: 2024-09-29 is not before an edge at 00:00 of that day in Washington.
 */
export function isBefore(point: Point, edge: CompiledEdge): boolean {
  return point.isDate ? point.local < edge.local : point.utc < edge.utc;
}

/**
 * A point for comparing with a day that has no zone, such as the day on which a share was sold.
 * An instant is read in UTC, so that it does not matter how it was written.
 */
export function dayClock(point: Point): number {
  return point.isDate ? point.local : point.utc;
}

/** Where a point lies relative to a half-open interval. */
export function locate(point: Point, span: CompiledSpan): 'before' | 'inside' | 'after' {
  if (isBefore(point, span.from)) return 'before';
  if (span.to === undefined || isBefore(point, span.to)) return 'inside';
  return 'after';
}

export function pointOf(when: When): Point {
  return { isDate: when.isDate, utc: when.utc, local: when.local };
}
