import type { FileHead } from '../../reader.ts';
import {
  FOREIGN,
  LEASED,
  lineReader,
  LOOKED_UP,
  NOTHING,
  type LineReading,
} from '../rows/index.ts';

/** Query logs of dnsmasq and of Pi-hole, which is built on it; alone or inside a syslog. */
export const dnsmasqLog = lineReader({
  format: 'dnsmasq-log',
  title: 'log of dnsmasq or Pi-hole',
  recognize,
  begin: () => ({ take }),
});

const PROGRAM = 'dnsmasq';
// `Sep  3 01:58:55`, with a host in a syslog, or a time as RFC 3339 writes it.
const STAMP = String.raw`(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S+)`;
const LINE = new RegExp(String.raw`^${STAMP} (?:\S+ )?dnsmasq(?:-\w+)?\[\d+\]: `, 'm');
const SYSLOG = new RegExp(`^${STAMP} `);
/** Length of a time of syslog (RFC 3164 4.1.2). */
const STAMP_LENGTH = 15;

function recognize({ text }: FileHead): number {
  return LINE.test(text) ? 0.9 : 0;
}

/**
 * Of what dnsmasq writes about a name, only the query names who asked; `forwarded`, `reply` and
 * `cached` repeat it. A name that a blocklist held back was asked for all the same.
 */
function take(line: string): LineReading {
  const program = line.indexOf(PROGRAM);
  if (program === -1) return SYSLOG.test(line) ? NOTHING : FOREIGN;
  const query = line.indexOf(' query[', program);
  if (query === -1) return otherLine(line, program);
  const nameAt = line.indexOf('] ', query) + 2;
  const fromAt = line.indexOf(' from ', nameAt);
  if (nameAt === 1 || fromAt === -1) return FOREIGN;
  const host = line.slice(fromAt + 6);
  if (host === '' || nameAt === fromAt) return FOREIGN;
  const row = { name: line.slice(nameAt, fromAt) };
  return { kind: 'row', use: LOOKED_UP, row, host, time: timeOf(line) };
}

function timeOf(line: string): string {
  const space = line.indexOf(' ');
  return line.slice(0, space === 3 ? STAMP_LENGTH : space);
}

const ACKNOWLEDGED = /\bDHCPACK\([^)]*\) (\S+) ([0-9a-f:]{17})(?: (\S+))?/i;
const WHOLE = /^\S[^[]* dnsmasq(?:-[\w-]+)?\[\d+\]: \S/;

function otherLine(line: string, program: number): LineReading {
  if (line.startsWith('-dhcp', program + PROGRAM.length)) {
    const [, address, mac, name] = ACKNOWLEDGED.exec(line) ?? [];
    if (mac !== undefined) {
      return { kind: 'row', use: LEASED, row: { mac }, host: name ?? address, time: timeOf(line) };
    }
  }
  return WHOLE.test(line) || SYSLOG.test(line) ? NOTHING : FOREIGN;
}
