import type { ByteSource, FileHead } from '../../reader.ts';
import type { ReadProblem, ReportProblem } from '../problem.ts';
import type { Expansion } from './expansion.ts';

/** One file inside another. */
export interface Member {
  readonly kind: 'member';
  /** Name inside the container, with `/` between folders and never one at the start. */
  readonly name: string;
  /** Its bytes, to be read before the next member is asked for; damage in them is reported. */
  open(report: ReportProblem): ByteSource;
}

/** A format that holds files of other formats. */
export interface Container {
  readonly format: string;
  recognize(head: FileHead): boolean;
  members(source: ByteSource, expansion: Expansion): Iterable<Member | ReadProblem>;
}
