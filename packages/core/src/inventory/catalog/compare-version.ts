/** Order of two versions; undefined when their form does not tell. */
export type VersionOrder = -1 | 0 | 1 | undefined;

export interface VersionRange {
  readonly from?: string | undefined;
  readonly before?: string | undefined;
}

/** Numbers with more digits than a double holds exactly are not compared. */
const DIGITS_MAX = 15;

interface Version {
  readonly numbers: readonly number[];
  /** What follows the dotted numbers, lower-cased: `x49-d10`, `r1`, `beta`. */
  readonly rest: string;
}

function parseVersion(text: string): Version | undefined {
  const found = /\d[\w.+~-]*/.exec(text);
  if (found === null) return undefined;
  const [, dotted = '', rest = ''] = /^(\d+(?:\.\d+)*)(.*)$/.exec(found[0].toLowerCase()) ?? [];
  const parts = dotted.split('.');
  if (parts.some((part) => part.length > DIGITS_MAX)) return undefined;
  return { numbers: parts.map(Number), rest: rest.replace(/^[.-]+$/, '') };
}

function order(a: number, b: number): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareNumbers(a: readonly number[], b: readonly number[]): -1 | 0 | 1 {
  const length = Math.max(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const one = order(a[at] ?? 0, b[at] ?? 0);
    if (one !== 0) return one;
  }
  return 0;
}

interface Release {
  readonly letter: string;
  readonly numbers: readonly (number | undefined)[];
}

/** A Junos release after the train: `r1`, `r1-s2`, `r1.10`, `x49-d10`, `x49-d10.4`. */
function parseRelease(rest: string): Release | undefined {
  const found = /^([a-z])(\d{1,9})(?:-([ds])(\d{1,9}))?(?:\.(\d{1,9}))?$/.exec(rest);
  if (found === null) return undefined;
  const [, letter = '', main, , step, build] = found;
  const number = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : Number(text);
  // R1 comes before its service release R1-S2; an X train without its D says nothing.
  const noStep = letter === 'x' ? undefined : 0;
  return { letter, numbers: [number(main), number(step) ?? noStep, number(build) ?? 0] };
}

function compareReleases(a: string, b: string): VersionOrder {
  const left = parseRelease(a);
  const right = parseRelease(b);
  // X releases branch off a train beside its R releases: neither comes before the other.
  if (left === undefined || right === undefined || left.letter !== right.letter) return undefined;
  for (const [at, value] of left.numbers.entries()) {
    const other = right.numbers[at];
    if (value === undefined || other === undefined) return undefined;
    const one = order(value, other);
    if (one !== 0) return one;
  }
  return 0;
}

/**
 * Compares dotted numbers (`5.8.1`, missing parts count as 0) and Junos releases
 * (`15.1X49-D10`, `17.3R1-S2`). Two versions whose numbers differ are ordered by them; the same
 * numbers with different endings are only ordered when both endings are Junos releases of one
 * kind. Everything else is undefined: it is for a person to tell.
 */
export function compareVersions(a: string, b: string): VersionOrder {
  const left = parseVersion(a);
  const right = parseVersion(b);
  if (left === undefined || right === undefined) return undefined;
  const byNumbers = compareNumbers(left.numbers, right.numbers);
  if (byNumbers !== 0 || left.rest === right.rest) return byNumbers;
  return compareReleases(left.rest, right.rest);
}

/** Whether a version lies in one of the half-open ranges. */
export function placeInRanges(
  version: string,
  ranges: readonly VersionRange[],
): 'inside' | 'outside' | 'unknown' {
  let isOpen = false;
  for (const { from, before } of ranges) {
    const low = from === undefined ? 1 : compareVersions(version, from);
    const high = before === undefined ? -1 : compareVersions(version, before);
    if (low === -1 || high === 0 || high === 1) continue;
    if (low === undefined || high === undefined) isOpen = true;
    else return 'inside';
  }
  return isOpen ? 'unknown' : 'outside';
}
