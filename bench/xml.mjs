import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { identify, openCatalog, READERS, readInput } from '../packages/core/dist/index.js';
import { makeBomXml } from './made-components.mjs';
import { timeOf } from './measure.mjs';

const DATA = new URL('../packages/app/dist/data/', import.meta.url);
const COMPONENTS = 5_000;
/** As files are read. */
const CHUNK_BYTES = 65_536;

/** @param {string} name */
function read(name) {
  return JSON.parse(readFileSync(new URL(name, DATA), 'utf8'));
}

/** A whole CycloneDX XML from bytes to identifications, against the bare parser. */
export function run() {
  const catalog = openCatalog(read('catalog.json'), read('rulebook.json').groups);
  const bytes = new TextEncoder().encode(makeBomXml(COMPONENTS));
  const chunks = [];
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    chunks.push(bytes.subarray(at, at + CHUNK_BYTES));
  }
  const source = { chunks: () => chunks };
  const context = { file: 'made.cdx.xml' };
  const bare = timeOf(() => parse(chunks));
  const whole = timeOf(() => identify(catalog, readInput(READERS, source, context).records()));
  const n = whole.rounds;
  const megabytes = bytes.length / 1e6;
  const ratio = whole.secondsPerCall / bare.secondsPerCall;
  return [
    { name: 'xml.saxes', value: round(megabytes / bare.secondsPerCall), unit: 'MB/s', n },
    { name: 'xml.whole', value: round(megabytes / whole.secondsPerCall), unit: 'MB/s', n },
    { name: 'xml.times-saxes', value: Math.round(ratio * 100) / 100, unit: 'x', n },
  ];
}

/** @param {readonly Uint8Array[]} chunks */
function parse(chunks) {
  const decoder = new TextDecoder();
  const parser = new SaxesParser({ xmlns: true });
  let elements = 0;
  parser.on('opentag', () => {
    elements += 1;
  });
  for (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }));
  parser.close();
  return elements;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}
