import { distance } from 'fastest-levenshtein';

/** A word further off than this part of its length is no slip of the pen. */
const SLIP_SHARE = 0.5;

/** The known word nearest to one that is not known; undefined when none is near. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length * SLIP_SHARE)) + 1;
  for (const one of known) {
    const steps = distance(word.toLowerCase(), one.toLowerCase());
    if (steps < least) [best, least] = [one, steps];
  }
  return best;
}
