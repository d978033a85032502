import { describe, expect, it } from 'vitest';
import type { Cond, LeafTrace } from '@interdict/core';
import {
  condPoints,
  condSentence,
  foundWords,
  leafWords,
  roleInLaw,
  type LawWords,
  type LeafLike,
} from './index.ts';

const WORDS: LawWords = {
  names: { party: (id) => `party ${id}`, group: (id) => `group ${id}` },
  role: (path) => (path === 'actor' ? 'you' : roleInLaw(path)),
  terms: { covered: { meaning: 'A covered thing.', is: { all: [] } } },
};

function leaf(fact: string, op: string, wanted: LeafLike['wanted']): LeafLike {
  return { fact, op, wanted };
}

describe('leafWords', () => {
  it.each([
    [
      leaf('actor.classes', 'has', ['dod', 'importer']),
      'you are the US Department of Defense or part of it or an importer',
    ],
    [leaf('customer.country', 'eq', 'US'), 'the customer is in US'],
    [leaf('actor.usPerson', 'eq', true), 'you are a US person'],
    [leaf('item.class', 'in', ['camera', 'drone']), 'the item is of the kind camera or drone'],
    [
      leaf('item.maker', 'related', { relation: 'member', group: 'acme' } as never),
      'the item is made by one of the group “group acme”',
    ],
    [
      leaf('counterparty.party', 'related', {
        relation: 'owned',
        list: 'l',
        percentMin: 25,
      } as never),
      'parties on the list `l` together hold 25 percent or more of the other side, ' +
        'directly or through others',
    ],
    [
      leaf('facts.usNexus', 'eq', true),
      'it happens in the United States or on a system of a US person',
    ],
    [
      leaf('facts.supplyAgreementDate', 'gte', '2024-07-20'),
      'date of the agreement under which the stock was supplied: 2024-07-20 or later',
    ],
  ])('says %j in words', (one, words) => {
    expect(leafWords(one, WORDS)).toBe(words);
  });

  it('says that something is not so, and what it would take', () => {
    const local = leaf('actor.classes', 'has', ['local-government']);

    expect(leafWords(local, WORDS, 'no')).toBe('you are not a local government');
    expect(leafWords(local, { ...WORDS, mood: 'if' })).toBe('you were a local government');
    expect(leafWords(leaf('actor.usPerson', 'eq', false), WORDS, 'no')).toBe('you are a US person');
    expect(leafWords(leaf('facts.usNexus', 'eq', true), WORDS, 'no')).toMatch(
      /^it is not so that/u,
    );
  });

  it('cuts a long list short where the page asks for it, and counts the rest', () => {
    const countries = leaf('actor.country', 'in', ['AT', 'BE', 'BG', 'HR', 'CY']);

    expect(leafWords(countries, { ...WORDS, valuesMax: 2 })).toBe(
      'you are in AT, BE or one of 3 others',
    );
    expect(leafWords(countries, WORDS)).toBe('you are in AT, BE, BG, HR or CY');
  });
});

describe('foundWords', () => {
  const asked: LeafTrace = {
    kind: 'leaf',
    ...leaf('actor.classes', 'has', ['dod', 'local-government']),
    path: 'actor.classes',
    stated: ['local-government', 'grantee'],
    answer: 'yes',
    missing: [],
    assumed: [],
    cautions: [],
  };

  it('names of the classes asked for the one that somebody has', () => {
    expect(foundWords(asked, WORDS)).toBe('you are a local government');
  });

  it('says of the unknown that nobody stated it', () => {
    expect(foundWords({ ...asked, answer: 'unknown' }, WORDS)).toMatch(
      /^it is not stated whether/u,
    );
  });
});

describe('condPoints', () => {
  const us: Cond = { fact: 'actor.country', op: 'eq', value: 'US' };
  const stated: Cond = { fact: 'facts.usNexus', op: 'exists', value: true };
  const nexus: Cond = { fact: 'facts.usNexus', op: 'eq', value: true };

  it('leaves out that a fact is stated where its value stands beside it', () => {
    expect(condPoints({ all: [stated, nexus] }, WORDS)).toHaveLength(1);
    expect(condPoints({ all: [stated, us] }, WORDS)).toHaveLength(2);
  });

  it('shows terms by their meaning, and choices and negations as lists', () => {
    const points = condPoints(
      { all: [{ term: 'covered' }, { any: [us, nexus] }, { not: { any: [us, nexus] } }] },
      WORDS,
    );

    expect(points).toMatchObject([
      { text: 'A covered thing' },
      { text: 'One of:', points: [{}, {}] },
      { text: 'Not:', points: [{ text: 'One of:' }] },
    ]);
  });
});

describe('condSentence', () => {
  const [a, b] = [{ text: 'It is so' }, { text: 'It is done' }];

  it('makes a sentence of what is short, with `and` and `or` told apart', () => {
    expect(condSentence([a, b])).toBe('It is so; and it is done');
    expect(condSentence([{ text: 'One of:', points: [a, b] }])).toBe('It is so, or it is done');
  });

  it('leaves a list where a sentence would hide which part belongs to which', () => {
    expect(condSentence([{ text: 'All of:', points: [a, b] }])).toBeUndefined();
    expect(condSentence([{ text: 'Not:', points: [a] }])).toBeUndefined();
    expect(condSentence([a, b, a, b])).toBeUndefined();
    expect(condSentence([])).toBeUndefined();
  });
});
