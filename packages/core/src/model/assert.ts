/** Thrown when the program itself is wrong; never for bad input. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/** Stops the work when `condition` does not hold. */
export function assert(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new AssertionError(sentence);
}

/** Marks a branch no value can reach; the compiler proves it, the run asserts it. */
export function assertNever(value: never): never {
  throw new AssertionError(`unexpected value ${JSON.stringify(value)}`);
}
