import { LIMITS } from '../../limits.ts';
import type { Problem } from '../../model/index.ts';
import { noteProblem, type ReadProblem } from './problem.ts';

/** Problems of one file: the first ones kept, the rest counted. */
export class ProblemLog {
  readonly #kept: Problem[] = [];
  readonly #keptMax: number;
  #count = 0;
  #lostCount = 0;

  constructor(keptMax: number = LIMITS.problemsMax) {
    this.#keptMax = keptMax;
  }

  add({ problem, lost }: ReadProblem): void {
    this.#count += 1;
    if (lost) this.#lostCount += 1;
    if (this.#kept.length < this.#keptMax) this.#kept.push(problem);
  }

  /** True when something in the file could not be read. */
  get isIncomplete(): boolean {
    return this.#lostCount > 0;
  }

  /** The problems kept, and one more that counts the others. */
  list(): readonly Problem[] {
    const more = this.#count - this.#kept.length;
    if (more === 0) return [...this.#kept];
    const message = `${more} more problems of this file are not listed`;
    return [...this.#kept, noteProblem('problems-omitted', message).problem];
  }
}
