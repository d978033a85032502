const SECONDS_PER_DAY = 86_400;

const ISO_DAY = /^\d{4}-\d\d-\d\d/;
/** Syslog (RFC 3164 4.1.2) writes no year: `Sep  3 01:58:55`. */
const SYSLOG_DAY = /^[A-Z][a-z]{2} [ \d]\d(?= )/;
/** Web servers write `03/Sep/2024:01:58:55 +0000`. */
const SERVER_DAY = /^\d\d\/[A-Z][a-z]{2}\/\d{4}/;
const EPOCH = /^\d{9,11}(?:\.\d+)?$/;

/**
 * The day of an observation, so that days can be told apart; undefined when the time is not
 * written in one of the ways logs write it. Two days of one log are never the same text.
 */
export function dayOf(time: string | undefined): string | undefined {
  if (time === undefined) return undefined;
  if (EPOCH.test(time)) return `day ${Math.floor(Number(time) / SECONDS_PER_DAY)}`;
  return (ISO_DAY.exec(time) ?? SYSLOG_DAY.exec(time) ?? SERVER_DAY.exec(time))?.[0];
}
