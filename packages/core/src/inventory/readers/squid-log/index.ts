// long lines: patterns of lines
import type { FileHead } from '../../reader.ts';
import { FOREIGN, lineReader, REQUESTED, type LineReading } from '../rows/index.ts';

/** Access logs of Squid, in its own format and in the combined format of web servers. */
export const squidLog = lineReader({
  format: 'squid-log',
  title: 'access log of Squid',
  recognize,
  begin: () => ({ take }),
});

// %ts.%03tu %6tr %>a %Ss/%03>Hs %<st %rm %ru %[un %Sh/%<a %mt
const NATIVE =
  /^(?<time>\d{9,10}\.\d{3})\s+-?\d+ (?<host>\S+) [A-Z_]+\/\d{3} -?\d+ \S+ (?<url>\S+) \S+ [A-Z_]+\/\S+ \S+/;
// %>a %[ui %[un [%tl] "%rm %ru HTTP/%rv" %>Hs %<st "%{Referer}>h" "%{User-Agent}>h" %Ss:%Sh
const COMBINED =
  /^(?<host>\S+) \S+ \S+ \[(?<time>[^\]]+)\] "\S+ (?<url>\S+) [^"]*" \d{3} -?\d+(?: "[^"]*" "(?:[^"\\]|\\.)*")? [A-Z_]+:[A-Z_]+/;

const NATIVE_LINE = new RegExp(NATIVE.source, 'm');
const COMBINED_LINE = new RegExp(COMBINED.source, 'm');

function recognize({ text }: FileHead): number {
  return NATIVE_LINE.test(text) || COMBINED_LINE.test(text) ? 0.9 : 0;
}

function take(line: string): LineReading {
  const { host, time, url } = (NATIVE.exec(line) ?? COMBINED.exec(line))?.groups ?? {};
  if (url === undefined) return FOREIGN;
  return { kind: 'row', use: REQUESTED, row: { url }, host, time };
}
