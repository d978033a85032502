import { readFileSync } from 'node:fs';
import { identify, openCatalog, READERS, readInput } from '../packages/core/dist/index.js';
import { timeOf } from './measure.mjs';

const DATA = new URL('../packages/app/dist/data/', import.meta.url);
const LINES = 60_000;
const WORDS = 'mail www cdn api static login img auth update time push data'.split(' ');
const KNOWN = ['touch.kaspersky.com', 's01.upd.kaspersky.com', 'www.kaspersky.com'];
/** One look-up in a thousand is of somebody the catalog knows. */
const KNOWN_EVERY = 1000;

/** @param {string} name */
function read(name) {
  return JSON.parse(readFileSync(new URL(name, DATA), 'utf8'));
}

/** @param {number} index a name as clients ask for them: some again and again, many once */
function nameOf(index) {
  if (index % KNOWN_EVERY === 0) return KNOWN[(index / KNOWN_EVERY) % KNOWN.length];
  const word = WORDS[index % WORDS.length];
  return `${word}${(index * 7919) % 5003}.example-${(index * 31) % 997}.org`;
}

/** @param {number} index */
function clientOf(index) {
  return `192.0.${(index >> 8) % 4}.${index % 250}`;
}

/** A log of dnsmasq: a query, and two lines that only repeat its name. */
function dnsmasqLog() {
  const lines = [];
  for (let index = 0; lines.length < LINES; index += 1) {
    const [name, client] = [nameOf(index), clientOf(index)];
    const head = `Sep ${String(1 + (index % 28)).padStart(2)} 10:00:00 dnsmasq[712]:`;
    lines.push(`${head} query[A] ${name} from ${client}`);
    lines.push(`${head} forwarded ${name} to 192.0.2.53`, `${head} reply ${name} is 203.0.113.1`);
  }
  return lines;
}

/** A log of Zeek: a query on each line, in the 24 columns of its version 6. */
function zeekLog() {
  const fields =
    'ts uid id.orig_h id.orig_p id.resp_h id.resp_p proto trans_id rtt query qclass qclass_name ' +
    'qtype qtype_name rcode rcode_name AA TC RD RA Z answers TTLs rejected';
  const lines = ['#separator \\x09', '#path\tdns', `#fields\t${fields.replaceAll(' ', '\t')}`];
  for (let index = 0; index < LINES; index += 1) {
    const cells = [
      `${1_725_000_000 + index}.865716`,
      `C${index.toString(36)}`,
      clientOf(index),
      ...`41772 10.0.0.100 53 udp 36329 0.000870`.split(' '),
      nameOf(index),
      ...'1 C_INTERNET 1 A 0 NOERROR F F T T 0 203.0.113.1 60.000000 F'.split(' '),
    ];
    lines.push(cells.join('\t'));
  }
  return lines;
}

/** Lines per second from bytes to identifications, against the whole catalog. */
export function run() {
  const catalog = openCatalog(read('catalog.json'), read('rulebook.json').groups);
  return [
    ['dns.dnsmasq', dnsmasqLog()],
    ['dns.zeek', zeekLog()],
  ].map(([name, lines]) => {
    const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
    const source = { chunks: () => chunksOf(bytes) };
    let found = 0;
    const { secondsPerCall, rounds } = timeOf(() => {
      const reading = readInput(READERS, source, { file: 'made.log' });
      found = identify(catalog, reading.records()).length;
    });
    const value = Math.round(lines.length / secondsPerCall);
    return { name, value, unit: 'lines/s', n: rounds, found };
  });
}

/** @param {Uint8Array} bytes in the pieces files are read in */
function* chunksOf(bytes) {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
