import { parseWhen, VERDICTS, type Finding, type Rule, type When } from '@interdict/core';

/** Times that are looked at; a rule, and those beside it, have far fewer edges ahead. */
const TIMES_MAX = 100;

/** A time to ask about, and the instant that orders it among the others. */
interface Time {
  readonly when: When;
  readonly utc: number;
}

/**
 * An edge at midnight is asked about as its day: everybody's clock reads it alike, and a person
 * says "from 1 July".
 */
function timeOfEdge(utc: string, local: string): Time | undefined {
  const instant = parseWhen(utc);
  const isMidnight = /^\d{4}-\d{2}-\d{2} 00:00(:00)?$/.test(local);
  const when = isMidnight ? parseWhen(local.slice(0, 10)) : instant;
  return instant === undefined || when === undefined ? undefined : { when, utc: instant.utc };
}

function* edgesBelow(value: unknown): Generator<Time> {
  if (typeof value !== 'object' || value === null) return;
  const { utc, local } = value as { readonly utc?: unknown; readonly local?: unknown };
  if (typeof utc === 'string' && typeof local === 'string') {
    const time = timeOfEdge(utc, local);
    if (time !== undefined) yield time;
  }
  for (const [key, child] of Object.entries(value)) {
    if (key !== 'examples') yield* edgesBelow(child);
  }
}

/**
 * The times at which a difference can begin: the one asked for, every later edge of the proposed
 * rules, and every time at which the rules of today become milder.
 */
export class Times {
  readonly #open: Time[];
  readonly #seen = new Set<string>();

  constructor(rules: readonly Rule[], asOf: When) {
    this.#open = [{ when: asOf, utc: asOf.utc }];
    this.#seen.add(asOf.text);
    for (const rule of rules) for (const time of edgesBelow(rule)) this.#add(time, asOf.utc);
  }

  #add(time: Time, after: number): void {
    const { text } = time.when;
    if (time.utc <= after || this.#seen.has(text) || this.#seen.size >= TIMES_MAX) return;
    this.#seen.add(text);
    this.#open.push(time);
  }

  /** The earliest time that has not been looked at. */
  next(): When | undefined {
    this.#open.sort((a, b) => a.utc - b.utc);
    return this.#open.shift()?.when;
  }

  /** Looks ahead: where an answer of today ends, the proposal may still stand. */
  follow(findings: readonly Finding[], after: When): void {
    for (const { verdict, next } of findings) {
      if (next === undefined) continue;
      const when = parseWhen(next.at);
      if (when === undefined) continue;
      const isMilder = VERDICTS[next.verdict].severity < VERDICTS[verdict].severity;
      if (isMilder) this.#add({ when, utc: when.utc }, after.utc);
    }
  }
}
