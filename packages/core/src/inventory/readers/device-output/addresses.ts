// long lines: patterns of what the systems print
import { ADDRESSED, type LineRow } from '../rows/index.ts';

const BYTE = '[0-9a-f]{1,2}';
/** `0:50:56:f7:4a:fc`, `00-50-…`, `0050.56f7.4afc`, `0050-56f7-4afc`, `005056-f74afc`. */
const NOTATIONS = [
  `(?:${BYTE}:){5}${BYTE}`,
  '(?:[0-9a-f]{2}-){5}[0-9a-f]{2}',
  '(?:[0-9a-f]{2} ){5}[0-9a-f]{2}',
  '(?:[0-9a-f]{4}\\.){2}[0-9a-f]{4}',
  '(?:[0-9a-f]{4}-){2}[0-9a-f]{4}',
  '[0-9a-f]{6}-[0-9a-f]{6}',
].join('|');
/** Not part of an IPv6 address, a serial number or a client id, which are longer. */
const ADDRESS = new RegExp(`(?<![\\w.-]|[\\w:]:)(?:${NOTATIONS})(?![\\w:]|[.-]\\w)`, 'gi');
const IPV4 = /(?<![\w.:-])(?:\d{1,3}\.){3}\d{1,3}(?![\w:-]|\.\d)/;
const IPV6 = /(?<![\w.:-])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?:%\w+)?(?![\w:.-])/i;

/** Headings and words that stand beside hardware addresses, as the systems write them. */
const HEADINGS =
  /\b(?:mac[ _-]?addr(?:ess)?|hw[ _-]?addr(?:ess)?|hardware[ _-]?addr(?:ess)?|hw type|lladdr|chassis ?id|physical address|physische adresse|adresse physique|direcci[oó]n f[ií]sica|mac type)\b|\bmac ?=|\) at (?:[0-9a-f]{1,2}:){5}/i;

/** Whether a text has hardware addresses, and says so. */
export function showsAddresses(text: string): boolean {
  return HEADINGS.test(text) && text.match(ADDRESS) !== null;
}

/** The hardware addresses on a line, with the internet address they go with. */
export function addressRows(line: string): readonly LineRow[] {
  const found = line.match(ADDRESS);
  if (found === null) return [];
  const host = IPV4.exec(line)?.[0] ?? IPV6.exec(line.replaceAll(ADDRESS, ' '))?.[0];
  return found.map((mac) => ({ kind: 'row', use: ADDRESSED, row: { mac }, host }));
}
