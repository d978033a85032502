import type { ResolvedCite, Verdict } from '../model/index.ts';
import type { CompiledProhibition } from './compile-rule.ts';
import type { Deal } from './situation.ts';
import type { Tri } from './tri.ts';

/** What one provision comes to in one situation at one point. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly because: string;
  readonly prohibition?: CompiledProhibition;
  /** Id of the provision shown in the row: prohibition, exception or freedom. */
  readonly provision?: string;
  readonly deal?: Deal;
  readonly cite: readonly ResolvedCite[];
  readonly missing: readonly string[];
  readonly cautions: readonly string[];
  readonly assumed: readonly string[];
  readonly condition?: string | undefined;
  readonly advice?: string | undefined;
  /** The rule reaches the act, whatever it says of it; duties hang on this. */
  readonly inScope: Tri;
}

export const NOTHING: readonly string[] = [];
