import { readFileSync } from 'node:fs';
import {
  compileRulebook,
  decide,
  openCatalog,
  openRulebook,
  parseWhen,
  resolveItem,
} from '../packages/core/dist/index.js';
import { timeOf } from './measure.mjs';

const DATA = new URL('../packages/app/dist/data/', import.meta.url);
const ORDINARY_PER_EXAMPLE = 9;

const GROWTH = [1, 10, 100];

const BUYERS = [
  { name: 'A county', country: 'US', state: 'OH', classes: ['local-government'] },
  { name: 'A city', country: 'US', state: 'TX', classes: ['local-government'] },
  { name: 'A dental practice', country: 'US', state: 'CA', classes: ['private-organization'] },
  { name: 'A reseller', country: 'US', state: 'NJ', classes: ['reseller', 'federal-contractor'] },
  { name: 'A town', country: 'DE', classes: ['local-government'] },
];
const ITEMS = [
  { name: 'Copy paper' },
  { name: 'Office chair', maker: 'A joinery' },
  { name: 'Edge switch', maker: 'A network maker', function: 'router' },
  { name: 'Payroll suite', maker: 'A software house' },
];
/** Things of no class that a rule bars whoever makes them. */
const ITEMS_OUT_OF_REACH = ITEMS.filter((item) => item.function === undefined);
const ACTIVITIES = ['procure', 'use', 'procure', 'renew', 'procure', 'sell', 'present-on-system'];

/**
 * An order as most orders are: no rule names anybody in it. Buyers, items and activities come
 * round with periods that have no common divisor, and each supplier has a name of its own.
 */
function ordinary(catalog, number, items = ITEMS) {
  const transaction = {
    id: `ordinary-${number}`,
    activity: ACTIVITIES[number % ACTIVITIES.length],
    actor: BUYERS[number % BUYERS.length],
    counterparty: { name: `Office supplier ${number}`, country: 'US' },
    item: items[number % items.length],
  };
  return { transaction, item: resolveItem(catalog, transaction.item) };
}

/** @param {string} name */
function read(name) {
  return JSON.parse(readFileSync(new URL(name, DATA), 'utf8'));
}

function questionsOf(rulebook, catalog) {
  return rulebook.rules.flatMap((rule) =>
    rule.examples.map(({ id, at, activity, actor, counterparty, item, facts }) => ({
      question: {
        transaction: { id, activity, actor, counterparty, item, facts },
        item: item && resolveItem(catalog, item),
      },
      asOf: parseWhen(at),
    })),
  );
}

/** The names in a value replaced by ones nobody bears, so that a rule is about somebody else. */
function aboutOthers(value, copy) {
  if (Array.isArray(value)) return value.map((one) => aboutOthers(one, copy));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => {
    if (key === 'group') return [key, `${one}-${copy}`];
    if (key === 'parties') return [key, one.map((id) => `${id}-${copy}`)];
    if (key === 'list') return [key, `${one}-${copy}`];
    return [key, aboutOthers(one, copy)];
  });
  return Object.fromEntries(entries);
}

/** A rulebook of many times the rules: each copy bars the same of other makers and parties. */
function grown(rulebook, times) {
  const copies = Array.from({ length: times - 1 }, (_, copy) =>
    rulebook.rules.map((rule) => ({ ...aboutOthers(rule, copy), id: `${rule.id}-${copy}` })),
  );
  return { ...rulebook, rules: [...rulebook.rules, ...copies.flat()] };
}

function perSecond(name, list, compiled) {
  const { secondsPerCall, rounds } = timeOf(() => {
    for (const { question, asOf } of list) decide(compiled, question, asOf);
  });
  const value = Math.round(list.length / secondsPerCall);
  return { name, value, unit: 'decisions/s', n: rounds };
}

/**
 * Decisions per second: worked examples alone; thinned out with ordinary orders; and ordinary
 * orders that no rule can reach, over rulebooks of one, ten and a hundred times the rules.
 */
export function run() {
  const rulebook = openRulebook(read('rulebook.json'));
  const catalog = openCatalog(read('catalog.json'), rulebook.groups);
  const examples = questionsOf(rulebook, catalog);
  const mixed = examples.flatMap((one, place) => [
    one,
    ...Array.from({ length: ORDINARY_PER_EXAMPLE }, (_, index) => ({
      question: ordinary(catalog, place * ORDINARY_PER_EXAMPLE + index),
      asOf: one.asOf,
    })),
  ]);
  const outOfReach = examples.map(({ asOf }, number) => ({
    question: ordinary(catalog, number, ITEMS_OUT_OF_REACH),
    asOf,
  }));
  const compiled = compileRulebook(rulebook);
  return [
    perSecond('decisions.examples', examples, compiled),
    perSecond('decisions.mixed', mixed, compiled),
    ...GROWTH.map((times) => {
      const name = `decisions.out-of-reach-rules-x${times}`;
      return perSecond(name, outOfReach, compileRulebook(grown(rulebook, times)));
    }),
  ];
}
