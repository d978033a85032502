import {
  factWord,
  isFactName,
  parseWhen,
  type Actor,
  type PartyQuery,
  type PartyRecord,
  type Report,
  type Screened,
  type Transaction,
  type When,
} from '@interdict/core';
import type { Screening, ScreeningsByDay } from '../screen/index.ts';

type ListState = Report['lists'][number];

/** Somebody to screen, and where it stands: `party`, or a path in the transaction. */
interface Somebody {
  readonly as: string;
  readonly query: PartyQuery;
}

/** From the state that hides least to the one that hides most. */
const STATES: readonly ListState['status'][] = [
  'current',
  'partial',
  'stale',
  'unreadable',
  'missing',
];

/** Lists that the rulebook names otherwise than their publishers' files are kept. */
export const SCREENED_AS: Readonly<Record<string, string>> = {
  'bis-entity-list': 'us-bis-entity-list',
  'ofac-sdn': 'us-ofac-sdn',
};

/** Screens the parties of a check, and knows in the end how far the lists answered for them. */
export class RecordScreening {
  readonly #at: ScreeningsByDay;
  readonly #asOf: When;
  /** Of each list the worst state over all days that were asked about. */
  readonly #lists = new Map<string, ListState>();
  readonly #problems = new Set<string>();

  constructor(at: ScreeningsByDay, asOf: When) {
    this.#at = at;
    this.#asOf = asOf;
  }

  /** What lists say of a supplier or customer; undefined when they say nothing. */
  party({ id, schema, properties }: PartyRecord): Screened | undefined {
    return this.#screen([{ as: 'party', query: { id, schema, properties } }], this.#asOf);
  }

  /** What lists say of anybody in a transaction, as of its own date. */
  transaction(transaction: Transaction): Screened | undefined {
    const own = transaction.at === undefined ? undefined : parseWhen(transaction.at);
    return this.#screen([...peopleIn(transaction)], own ?? this.#asOf);
  }

  lists(): Report['lists'] {
    return [...this.#lists.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Sentences about what the lists leave open. */
  problems(): readonly string[] {
    return [...this.#problems].sort().map((problem) => `official list ${problem}`);
  }

  #screen(people: readonly Somebody[], asOf: When): Screened | undefined {
    const screening = this.#at(asOf);
    this.#note(screening);
    const matches: Screened['matches'][number][] = [];
    const incomplete: Screened['incomplete'][number][] = [];
    for (const { as, query } of people) {
      const answer = screening.screen(query);
      const name = query.properties['name']?.[0] ?? '';
      for (const { match, id, caption, list, programs, score, explanation } of answer.results) {
        const version = screening.lists.find((one) => one.id === list);
        if (!match || version?.asOf === undefined || version.digest === undefined) continue;
        const { asOf: day, digest } = version;
        matches.push({
          as,
          name,
          id,
          caption,
          list,
          asOf: day,
          digest,
          programs,
          score,
          explanation,
        });
      }
      for (const { code, message } of answer.incomplete) incomplete.push({ as, code, message });
    }
    return matches.length + incomplete.length === 0 ? undefined : { matches, incomplete };
  }

  #note({ lists }: Screening): void {
    for (const { problem, ...list } of lists) {
      // Missing and unreadable ones are named together, by the report.
      const isHeld = list.status === 'stale' || list.status === 'partial';
      if (problem !== undefined && isHeld) this.#problems.add(problem);
      const known = this.#lists.get(list.id);
      const isWorse =
        known === undefined || STATES.indexOf(list.status) > STATES.indexOf(known.status);
      if (isWorse) this.#lists.set(list.id, list);
    }
  }
}

/** Both sides, their owners, and whom facts name. */
function* peopleIn({ actor, counterparty, facts = {} }: Transaction): Generator<Somebody> {
  yield* sideOf(actor, 'actor');
  yield* sideOf(counterparty, 'counterparty');
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value !== 'string' || !isFactName(name) || factWord(name).type !== 'party') continue;
    yield { as: `facts.${name}`, query: named(`facts.${name}`, value) };
  }
}

function* sideOf(side: Actor | undefined, as: string): Generator<Somebody> {
  if (side?.name !== undefined) yield { as, query: named(as, side.name, side.country) };
  for (const [at, { owner }] of (side?.ownership ?? []).entries()) {
    const path = `${as}.ownership.${String(at)}`;
    yield { as: path, query: named(path, owner) };
  }
}

function named(id: string, name: string, country?: string): PartyQuery {
  const properties = { name: [name], ...(country === undefined ? {} : { country: [country] }) };
  // Of what kind it is, orders do not say; a vessel can be on the other side.
  return { id, schema: 'Thing', properties };
}
