import { LIMITS } from '../limits.ts';
import { newContext, type Context } from './context.ts';
import type { Test } from './condition.ts';
import { NOTHING } from './outcome.ts';
import type { Point } from './point.ts';
import type { Deal, Situation } from './situation.ts';
import type { Tri } from './tri.ts';

/** A condition with the number of its shape; conditions of one shape share it. */
export interface Clause {
  readonly test: Test;
  readonly shape: number;
}

/** What a condition answered, and what it noted on the way. */
export interface Heard {
  readonly answer: Tri;
  readonly missing: readonly string[];
  readonly cautions: readonly string[];
  readonly assumed: readonly string[];
  /** Number of what was assumed, 0 for nothing; undefined when there are too many to number. */
  readonly assumption: number | undefined;
}

/** What a rulebook has numbered: the shapes of its conditions, and what they have assumed. */
export interface Numbers {
  readonly shapes: Map<string, number>;
  /** From 1; filled as questions are answered. */
  readonly assumptions: Map<string, number>;
}

function numberOf(assumed: readonly string[], { assumptions }: Numbers): number | undefined {
  if (assumed.length === 0) return 0;
  // Most assume one thing, and its text is a constant whose hash is known.
  const text = assumed.length === 1 ? (assumed[0] ?? '') : assumed.join('\n');
  const known = assumptions.get(text);
  if (known !== undefined) return known;
  if (assumptions.size >= LIMITS.assumptionsRememberedMax) return undefined;
  assumptions.set(text, assumptions.size + 1);
  return assumptions.size;
}

/**
 * One deal of a situation at one point in time, with what its conditions have answered so far.
 * Hundreds of prohibitions share a few dozen conditions, so each shape is asked once.
 */
export interface Hearing {
  readonly situation: Situation;
  readonly deal: Deal;
  readonly point: Point;
  readonly byShape: (Heard | undefined)[];
  readonly scratch: Context;
  readonly numbers: Numbers;
}

/** Opens a hearing in which nothing has been asked. */
export function openHearing(
  situation: Situation,
  deal: Deal,
  point: Point,
  numbers: Numbers,
): Hearing {
  const scratch = newContext(situation, deal, point);
  // Of full length from the start: written far behind its end, an array becomes a hash table.
  // Array.from takes as long as all the conditions together.
  // oxlint-disable-next-line unicorn/no-new-array
  const byShape = new Array<Heard | undefined>(numbers.shapes.size);
  return { situation, deal, point, byShape, scratch, numbers };
}

/** What a condition that is not set answers. */
export const HOLDS: Heard = plain(true);
const PLAIN_FALSE: Heard = plain(false);
const PLAIN_UNKNOWN: Heard = plain(undefined);

function plain(answer: Tri): Heard {
  return { answer, missing: NOTHING, cautions: NOTHING, assumed: NOTHING, assumption: 0 };
}

function taken(notes: string[]): readonly string[] {
  return notes.length === 0 ? NOTHING : notes.splice(0);
}

/** How a condition is asked: alone, or together with those of its shape. */
export type Listen = (clause: Clause, hearing: Hearing) => Heard;

/** Asks a condition itself, whatever others of its shape have answered. */
export function hearAlone({ test }: Clause, hearing: Hearing): Heard {
  const { scratch } = hearing;
  const answer = test(scratch);
  const { missing, cautions, assumed } = scratch;
  if (missing.length + cautions.length + assumed.length === 0) {
    return answer === undefined ? PLAIN_UNKNOWN : answer ? HOLDS : PLAIN_FALSE;
  }
  const assumption = numberOf(assumed, hearing.numbers);
  return {
    answer,
    missing: taken(missing),
    cautions: taken(cautions),
    assumed: taken(assumed),
    assumption,
  };
}

/**
 * Asks a condition, or takes the answer one of its shape has given.
 * INVARIANT: nobody in the situation is named by the rule it belongs to; see `rulesConcerned`.
 */
export function hear(clause: Clause, hearing: Hearing): Heard {
  const known = hearing.byShape[clause.shape];
  if (known !== undefined) return known;
  const heard = hearAlone(clause, hearing);
  hearing.byShape[clause.shape] = heard;
  return heard;
}
