import { digestOf } from '../document/index.ts';
import type { ListVersion } from '../model/index.ts';
import type { IncompleteReason } from './answer.ts';
import { dayCount } from './fact/date.ts';
import { DEFAULT_POLICY, type ScreeningPolicy } from './policy.ts';
import { type Engine, createEngine } from './search/engine.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Snapshot } from './snapshot/open-snapshot.ts';

export interface ScreeningOptions {
  /** Day whose lists are asked for, `2024-09-29`; without it every name ever listed counts. */
  readonly asOf?: string;
  readonly threshold?: number;
  readonly cutoff?: number;
  /** Results at most, best first. */
  readonly limit?: number;
  /** Ids of the lists to screen; all without it. One that the snapshot lacks is said. */
  readonly lists?: readonly string[];
  readonly policy?: ScreeningPolicy;
}

/** One run of screening: a snapshot with room to work, and what was decided for all parties. */
export interface Screener {
  readonly engine: Engine;
  readonly policy: ScreeningPolicy;
  readonly day: number | undefined;
  readonly limit: number;
  /** For each list number of the snapshot, whether it is screened. */
  readonly isScreened: readonly boolean[];
  readonly lists: readonly ListVersion[];
  readonly missing: readonly IncompleteReason[];
  /** Digest of everything but the party. */
  readonly basis: string;
}

export type OpenedScreener =
  | { readonly ok: true; readonly screener: Screener }
  | { readonly ok: false; readonly problem: { readonly code: 'option'; readonly message: string } };

const LIMIT_DEFAULT = 5;
const LIMIT_MAX = 500;

export function createScreener(
  snapshot: Snapshot,
  options: ScreeningOptions = {},
  vocabulary?: Vocabulary,
): OpenedScreener {
  const { limit = LIMIT_DEFAULT, asOf, lists } = options;
  const given = options.policy ?? DEFAULT_POLICY;
  const policy = {
    ...given,
    threshold: options.threshold ?? given.threshold,
    cutoff: Math.min(options.cutoff ?? given.cutoff, options.threshold ?? given.threshold),
  };
  const day = asOf === undefined ? undefined : dayCount(asOf);
  if (asOf !== undefined && day === undefined) return refuse(`\`${asOf}\` is no date`);
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMIT_MAX) {
    return refuse(`the limit is a whole number from 1 to ${String(LIMIT_MAX)}`);
  }
  if (![policy.threshold, policy.cutoff].every((one) => one > 0 && one <= 1)) {
    return refuse('threshold and cutoff are above 0 and at most 1');
  }
  const { meta, digest } = snapshot;
  const basis = digestOf({
    snapshot: digest,
    normalizer: meta.normalizer,
    policy,
    day,
    limit,
    lists,
  });
  return {
    ok: true,
    screener: {
      engine: createEngine(snapshot, vocabulary),
      policy,
      day,
      limit,
      isScreened: meta.listIds.map((id) => lists === undefined || lists.includes(id)),
      lists: meta.lists.filter(({ list }) => lists === undefined || lists.includes(list)),
      missing: missingLists(snapshot, lists),
      basis,
    },
  };
}

function refuse(message: string): OpenedScreener {
  return { ok: false, problem: { code: 'option', message } };
}

function missingLists(
  { meta }: Snapshot,
  lists: readonly string[] | undefined,
): readonly IncompleteReason[] {
  const held = new Set<string>(meta.lists.map(({ list }) => list));
  const missing = lists?.filter((list) => !held.has(list)) ?? [];
  return missing.map((list) => ({
    code: 'list-missing',
    message: `not screened for \`${list}\`: the snapshot does not have it`,
  }));
}
