import { readFileSync } from 'node:fs';
import { identify, openCatalog } from '../packages/core/dist/index.js';
import { makeComponents } from './made-components.mjs';
import { timeOf } from './measure.mjs';

const DATA = new URL('../packages/app/dist/data/', import.meta.url);
const COMPONENTS = 20_000;

/** @param {string} name */
function read(name) {
  return JSON.parse(readFileSync(new URL(name, DATA), 'utf8'));
}

/** Components per second against the whole catalog, each component another one. */
export function run() {
  const { groups } = read('rulebook.json');
  const catalog = openCatalog(read('catalog.json'), groups);
  const records = makeComponents(COMPONENTS);
  let found = 0;
  const { secondsPerCall, rounds } = timeOf(() => {
    found = identify(catalog, records).length;
  });
  return [
    {
      name: 'components.identify',
      value: Math.round(COMPONENTS / secondsPerCall),
      unit: 'components/s',
      n: rounds,
      signs: catalog.signs.size,
      found,
    },
  ];
}
