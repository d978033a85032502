import { LIMITS } from '../../../limits.ts';
import type { ByteSource } from '../../reader.ts';
import { lostProblem, type ReportProblem } from '../problem.ts';

export type ExpansionLimits = Readonly<
  Record<'expandedBytesMax' | 'expansionRatioMax' | 'expandedFreeBytes', number>
>;

/**
 * What one input file may grow to in all, whatever lies inside what: members of an archive share
 * it with the archives inside it.
 */
export class Expansion {
  readonly limits: ExpansionLimits;
  #left: number;

  constructor(limits: ExpansionLimits = LIMITS) {
    this.limits = limits;
    this.#left = limits.expandedBytesMax;
  }

  /** The bytes of a source as long as the file has not grown too large. */
  bound(source: ByteSource, report: ReportProblem): ByteSource {
    const spend = (bytes: number): boolean => {
      this.#left -= bytes;
      return this.#left >= 0;
    };
    const { expandedBytesMax } = this.limits;
    return {
      *chunks() {
        for (const chunk of source.chunks()) {
          if (!spend(chunk.length)) {
            const message = `stopped where all it holds had grown to ${expandedBytesMax} bytes`;
            report(lostProblem('expansion-limit', message));
            return;
          }
          yield chunk;
        }
      },
    };
  }
}
