/**
 * Runs one operation again and again and gives the median time of a round.
 * A round is long enough that the clock does not matter; the first rounds are not counted,
 * since the code is compiled in them.
 */

const ROUNDS = 15;
const WARM_UP_ROUNDS = 3;
const ROUND_MS_MIN = 120;

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * @param {() => unknown} operation
 * @returns {{ secondsPerCall: number, rounds: number }}
 */
export function timeOf(operation) {
  const rounds = [];
  for (let round = 0; round < ROUNDS + WARM_UP_ROUNDS; round += 1) {
    const start = performance.now();
    let calls = 0;
    let elapsed = 0;
    do {
      operation();
      calls += 1;
      elapsed = performance.now() - start;
    } while (elapsed < ROUND_MS_MIN);
    if (round >= WARM_UP_ROUNDS) rounds.push(elapsed / calls / 1000);
  }
  return { secondsPerCall: median(rounds), rounds: rounds.length };
}
