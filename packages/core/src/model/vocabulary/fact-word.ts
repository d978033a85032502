import type { Word } from './word.ts';

export type FactType = 'boolean' | 'text' | 'number' | 'date' | 'party';

export interface FactWord extends Word {
  readonly type: FactType;
  /** The question to put to a person when the fact is missing. */
  readonly question: string;
  /** Closed set of values, where there is one. */
  readonly values?: readonly string[];
}
