import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant, parseWhen, type When } from '../../calendar/index.ts';
import type { Actor, Example, Instant, Party, PartyId, Prohibition } from '../../model/index.ts';
import { loadRulebook, openRulebook } from '../../rulebook/index.ts';
import {
  company,
  group,
  openParts,
  prohibition,
  readLaw,
  resolveByHand,
  rule,
} from '../../rulebook/rulebook.fixture.ts';
import { compileRulebook, decide, type CompiledRulebook } from '../decide.ts';
import type { Question } from '../situation.ts';
import { changesTo, justify, leavesOf, type Justification } from './index.ts';
import { replayRule, replayTrace } from './replay.fixture.ts';

function when(text: string): When {
  const read = parseWhen(text);
  if (read === undefined) throw new Error(`\`${text}\` is no time`);
  return read;
}

const law = loadRulebook(readLaw());
if (!law.ok) throw new Error('the rulebook does not load');
const compiled = compileRulebook(openRulebook(law.rulebook));

const EXAMPLES: readonly Example[] = compiled.rules.flatMap(({ rule: one }) => one.examples);

type Parts = Pick<Example, 'activity' | 'actor' | 'counterparty' | 'item' | 'facts'>;

function questionOf({ activity, actor, counterparty, item, facts }: Parts): Question {
  return {
    transaction: {
      id: 'q',
      activity,
      ...(actor && { actor }),
      ...(counterparty && { counterparty }),
      ...(item && { item }),
      ...(facts && { facts }),
    },
    item: item && resolveByHand(item),
  };
}

/** Every part of an explanation is consistent, and each rule comes to its verdict again. */
function expectReplay({ rules, decision }: Justification): void {
  const again = rules.map((one) => [one.rule, replayRule(one)]);

  expect(again).toEqual(decision.rows.map((row) => [row.rule, row.verdict]));
  const traces = rules.flatMap(({ prohibitions }) =>
    prohibitions.flatMap(({ bound, reach, target, when: cond }) => [bound, reach, target, cond]),
  );
  expect(traces.filter((trace) => replayTrace(trace) !== trace.answer)).toEqual([]);
}

/** Every condition of every rule is asked part by part, for hundreds of questions. */
const LONG_MS = 120_000;

function edgesBelow(value: unknown): readonly number[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('utc' in value && 'zone' in value) return [Date.parse(String(value.utc))];
  return Object.values(value).flatMap(edgesBelow);
}

const EDGES = [...new Set(edgesBelow(law.rulebook))];

describe('an explanation', () => {
  it('replays to the verdict of every worked example of the law', { timeout: LONG_MS }, () => {
    for (const example of EXAMPLES) {
      expectReplay(justify(compiled, questionOf(example), when(example.at)));
    }
    expect(EXAMPLES.length).toBeGreaterThan(250);
  });

  it('replays also with parts of examples mixed, beside every edge', { timeout: LONG_MS }, () => {
    const example = fc.constantFrom(...EXAMPLES);
    const mixed = fc.tuple(example, example, example, example, example);
    const times = fc
      .tuple(fc.constantFrom(...EDGES), fc.constantFrom(-1000, 0, 86_400_000), fc.boolean())
      .map(([edge, shift, isDay]) =>
        formatInstant((edge + shift) as Instant).slice(0, isDay ? 10 : undefined),
      );

    fc.assert(
      fc.property(mixed, times, ([act, one, other, thing, said], at) => {
        const parts = {
          activity: act.activity,
          actor: one.actor,
          counterparty: other.counterparty ?? other.actor,
          item: thing.item,
          facts: said.facts,
        };

        expectReplay(justify(compiled, questionOf(parts as Parts), when(at)));
      }),
      { numRuns: 150 },
    );
  });

  it('carries the decision that `decide` gives, to the byte', () => {
    const [example] = EXAMPLES;
    if (example === undefined) throw new Error('there are examples');
    const question = questionOf(example);

    const { decision } = justify(compiled, question, when(example.at));

    expect(decision).toEqual(decide(compiled, question, when(example.at)));
  });
});

// A small law about Acme, which is invented.

const OWNERS: readonly Party[] = [
  company('acme', 'Acme, Inc.', { aliases: ['Acme Works'] }),
  company('half', 'Half Ltd', { ownership: [{ owner: 'Acme, Inc.', percent: 60 }] }),
];

function lawOf(parts: Partial<Prohibition>): CompiledRulebook {
  const files = [group('acme', OWNERS, { members: ['acme' as PartyId] })];
  return compileRulebook(openParts([rule({ prohibitions: [prohibition(parts)] })], files));
}

function justifyActor(parts: Partial<Prohibition>, actor: Actor): Justification {
  return justify(lawOf(parts), questionOf({ activity: 'sell', actor }), when('2025-01-01'));
}

describe('the path to a named party', () => {
  const related = { relation: 'owned', group: 'acme', percentMin: 50 } as const;
  const owned = { fact: 'actor.party', op: 'related', value: related } as unknown as NonNullable<
    Prohibition['bound']
  >;

  it('runs through every owner whose share counts, with percentages', () => {
    const actor = {
      name: 'Bottom Ltd',
      ownership: [
        { owner: 'Half Ltd', percent: 30 },
        { owner: 'Acme Works', percent: 25 },
        { owner: 'a stranger', percent: 45 },
      ],
    };

    const [first] = justifyActor({ bound: owned }, actor).rules[0]?.prohibitions ?? [];
    const [leaf] = first === undefined ? [] : leavesOf(first.bound);

    expect(leaf?.relation?.shares).toMatchObject([
      { owner: 'Half Ltd', percent: 30, counts: 'yes', why: 'owned', owners: [{ counts: 'yes' }] },
      { owner: 'Acme Works', party: 'acme', percent: 25, counts: 'yes', why: 'named' },
      { owner: 'a stranger', percent: 45, counts: 'no', why: 'other' },
    ]);
    expect(leaf?.answer).toBe('yes');
  });

  it('says by which name a party was found', () => {
    const named = {
      fact: 'actor.party',
      op: 'related',
      value: { relation: 'member', group: 'acme' },
    } as unknown as NonNullable<Prohibition['bound']>;

    const [first] =
      justifyActor({ bound: named }, { name: 'ACME WORKS' }).rules[0]?.prohibitions ?? [];
    const [leaf] = first === undefined ? [] : leavesOf(first.bound);

    expect(leaf?.relation).toMatchObject({
      name: 'ACME WORKS',
      party: { id: 'acme', name: 'Acme, Inc.' },
      knownAs: 'alias',
      via: 'group',
    });
  });
});

describe('changesTo', () => {
  const us = { fact: 'actor.country', op: 'eq', value: 'US' } as const;
  const ohio = { fact: 'actor.state', op: 'eq', value: 'OH' } as const;
  const local = { fact: 'actor.classes', op: 'has', value: ['local-government'] } as const;

  function changes(bound: Prohibition['bound'], actor: Actor, wanted: 'yes' | 'no') {
    const [first] = justifyActor({ bound }, actor).rules[0]?.prohibitions ?? [];
    const set = first === undefined ? undefined : changesTo(first.bound, wanted);
    return set?.map(({ leaf, becomes }) => [leaf.path, becomes]);
  }

  it('names every fact that a conjunction lacks, and one fact that would end it', () => {
    const bound = { all: [us, ohio, local] };

    expect(changes(bound, { name: 'x', country: 'US', state: 'TX', classes: [] }, 'yes')).toEqual([
      ['actor.state', 'yes'],
      ['actor.classes', 'yes'],
    ]);
    const county = {
      name: 'x',
      country: 'US',
      state: 'OH',
      classes: ['local-government'],
    } as const;
    expect(changes(bound, county, 'no')).toEqual([['actor.country', 'no']]);
    expect(changes(bound, county, 'yes')).toEqual([]);
  });

  it('chooses the branch of a disjunction that lacks least, and turns negations round', () => {
    const bound = { any: [{ all: [us, ohio] }, { not: local }] };

    expect(
      changes(bound, { name: 'x', country: 'DE', classes: ['local-government'] }, 'yes'),
    ).toEqual([['actor.classes', 'no']]);
  });

  it('says so when no fact could change a condition', () => {
    expect(changes({ all: [] }, { name: 'x' }, 'no')).toBeUndefined();
  });
});
