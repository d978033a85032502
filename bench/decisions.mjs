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

/** An order as most orders are: nothing in it is what a rule is about. */
const ORDINARY = {
  transaction: {
    id: 'ordinary',
    activity: 'procure',
    actor: { name: 'A county', country: 'US', state: 'OH', classes: ['local-government'] },
    counterparty: { name: 'An office supplier', country: 'US' },
    item: { name: 'Copy paper' },
  },
  item: { name: 'Copy paper', makerLevel: 'unknown', evidence: [] },
};

/** @param {string} name */
function read(name) {
  return JSON.parse(readFileSync(new URL(name, DATA), 'utf8'));
}

/** Decisions per second: worked examples alone, and thinned out with ordinary orders. */
export function run() {
  const rulebook = openRulebook(read('rulebook.json'));
  const catalog = openCatalog(read('catalog.json'), rulebook.groups);
  const compiled = compileRulebook(rulebook);
  const examples = rulebook.rules.flatMap((rule) =>
    rule.examples.map(({ id, at, activity, actor, counterparty, item, facts }) => ({
      question: {
        transaction: { id, activity, actor, counterparty, item, facts },
        item: item && resolveItem(catalog, item),
      },
      asOf: parseWhen(at),
    })),
  );
  const mixed = examples.flatMap((one) => [
    one,
    ...Array.from({ length: ORDINARY_PER_EXAMPLE }, () => ({ question: ORDINARY, asOf: one.asOf })),
  ]);
  return [
    { name: 'decisions.examples', list: examples },
    { name: 'decisions.mixed', list: mixed },
  ].map(({ name, list }) => {
    const { secondsPerCall, rounds } = timeOf(() => {
      for (const { question, asOf } of list) decide(compiled, question, asOf);
    });
    return {
      name,
      value: Math.round(list.length / secondsPerCall),
      unit: 'decisions/s',
      n: rounds,
    };
  });
}
