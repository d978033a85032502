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
  /** What is left of it where nobody is named by it. */
  readonly amongStrangers: Test;
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
  /** By text, and by pair of numbers; from 1, filled as questions are answered. */
  readonly assumptions: Map<string | number, number>;
}

function numbered(key: string | number, assumptions: Numbers['assumptions']): number | undefined {
  const known = assumptions.get(key);
  if (known !== undefined) return known;
  if (assumptions.size >= LIMITS.assumptionsRememberedMax) return undefined;
  assumptions.set(key, assumptions.size + 1);
  return assumptions.size;
}

/** Several assumptions are numbered pair by pair: joined, their text would have to be hashed. */
function numberOf(assumed: readonly string[], { assumptions }: Numbers): number | undefined {
  let number = 0;
  for (const one of assumed) {
    const single = numbered(one, assumptions);
    if (single === undefined) return undefined;
    const pair = number * (LIMITS.assumptionsRememberedMax + 1) + single;
    const both = number === 0 ? single : numbered(pair, assumptions);
    if (both === undefined) return undefined;
    number = both;
  }
  return number;
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
  // oxlint-disable-next-line unicorn/no-new-array -- Array.from takes as long as a decision
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

/** Each note once: a condition over twenty makers assumes the same of each. */
function takenOnce(notes: string[]): readonly string[] {
  if (notes.length < 2) return taken(notes);
  const once: string[] = [];
  for (const one of notes) if (!once.includes(one)) once.push(one);
  notes.length = 0;
  return once;
}

/** How a condition is asked: alone, or together with those of its shape. */
export type Listen = (clause: Clause, hearing: Hearing) => Heard;

/** Asks a condition itself, whatever others of its shape have answered. */
export function hearAlone({ test }: Clause, hearing: Hearing): Heard {
  return hearTest(test, hearing);
}

function hearTest(test: Test, hearing: Hearing): Heard {
  const { scratch } = hearing;
  const answer = test(scratch);
  const { missing, cautions, assumed } = scratch;
  if (missing.length + cautions.length + assumed.length === 0) {
    return answer === undefined ? PLAIN_UNKNOWN : answer ? HOLDS : PLAIN_FALSE;
  }
  const once = takenOnce(assumed);
  return {
    answer,
    missing: taken(missing),
    cautions: taken(cautions),
    assumed: once,
    assumption: numberOf(once, hearing.numbers),
  };
}

/**
 * Asks a condition, or takes the answer one of its shape has given.
 * INVARIANT: nobody in the situation is named by the rule it belongs to; see `rulesConcerned`.
 */
export function hear(clause: Clause, hearing: Hearing): Heard {
  const known = hearing.byShape[clause.shape];
  if (known !== undefined) return known;
  const heard = hearTest(clause.amongStrangers, hearing);
  hearing.byShape[clause.shape] = heard;
  return heard;
}
