import { readFileSync } from 'node:fs';
import { identify, openCatalog, READERS, readInput } from '../packages/core/dist/index.js';
import { makeBom } from './made-components.mjs';
import { timeOf } from './measure.mjs';

const DATA = new URL('../packages/app/dist/data/', import.meta.url);
const COMPONENTS = 5_000;

/** @param {string} name */
function read(name) {
  return JSON.parse(readFileSync(new URL(name, DATA), 'utf8'));
}

/** A whole SBOM from bytes to identifications, against `JSON.parse` of the same bytes. */
export function run() {
  const catalog = openCatalog(read('catalog.json'), read('rulebook.json').groups);
  const bytes = new TextEncoder().encode(makeBom(COMPONENTS));
  const decoder = new TextDecoder();
  const source = { chunks: () => [bytes] };
  const context = { file: 'made.cdx.json' };
  const parse = timeOf(() => JSON.parse(decoder.decode(bytes)));
  const whole = timeOf(() => identify(catalog, readInput(READERS, source, context).records()));
  const n = whole.rounds;
  const megabytes = bytes.length / 1e6;
  const ratio = whole.secondsPerCall / parse.secondsPerCall;
  return [
    { name: 'sbom.json-parse', value: round(megabytes / parse.secondsPerCall), unit: 'MB/s', n },
    { name: 'sbom.whole', value: round(megabytes / whole.secondsPerCall), unit: 'MB/s', n },
    { name: 'sbom.times-json-parse', value: Math.round(ratio * 100) / 100, unit: 'x', n },
  ];
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}
