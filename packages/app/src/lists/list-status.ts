import { parseDate } from '@interdict/core';
import type { ListSource } from './list-source.ts';
import { findSource } from './recognize-files.ts';
import { dayOf, type ListStore, type StoredVersion } from './store/index.ts';

/** How a list stands: what is kept of it, and whether an answer may rest on it. */
export interface ListStatus {
  readonly list: string;
  readonly title: string;
  readonly publisher: string;
  /** `partial` is in use although something of it was missing when it was taken in. */
  readonly status: 'current' | 'partial' | 'stale' | 'missing';
  /** Whether an answer without the list is incomplete. */
  readonly isExpected: boolean;
  readonly current?: StoredVersion;
  /**
   * Days since the version was fetched, or confirmed by the publisher to be the newest; undefined
   * when nobody knows how old it is, which makes it stale.
   */
  readonly ageDays?: number;
  readonly versions: number;
  /** Day of the oldest version kept: answers as of an earlier day are incomplete. */
  readonly oldest?: string;
  readonly failure?: { readonly at: string; readonly code: string; readonly message: string };
}

/** The state of every list that is known or kept. `now` is an instant in UTC. */
export function listStatuses(
  sources: readonly ListSource[],
  store: ListStore,
  now: string,
): readonly ListStatus[] {
  const single = sources.filter(({ isFamily }) => isFamily !== true).map(({ list }) => list);
  const kept = store.lists().filter((list) => !single.includes(list));
  return [...single, ...kept].flatMap((list) => {
    const source = findSource(sources, list);
    return source === undefined ? [] : [statusOf(source, list, store, now)];
  });
}

function statusOf(source: ListSource, list: string, store: ListStore, now: string): ListStatus {
  const current = store.current(list);
  const { confirmed, failure } = store.state(list);
  const versions = store.versions(list);
  const [oldest] = versions;
  const { title, publisher, isExpected } = source;
  const common = {
    list,
    title,
    publisher,
    isExpected,
    versions: versions.length,
    ...(oldest === undefined ? {} : { oldest: dayOf(oldest) }),
    ...(failure === undefined ? {} : { failure }),
  };
  if (current === undefined) return { ...common, status: 'missing' };
  const since = freshness(source, current, confirmed);
  const ageDays = since === undefined ? undefined : daysBetween(since, now);
  if (ageDays === undefined) return { ...common, status: 'stale', current };
  return { ...common, status: statusWord(source, current, ageDays), current, ageDays };
}

function statusWord(
  { staleAfterDays }: ListSource,
  { accepted = [] }: StoredVersion,
  ageDays: number,
): ListStatus['status'] {
  if (ageDays > staleAfterDays) return 'stale';
  return accepted.length > 0 ? 'partial' : 'current';
}

/**
 * The day from which a list ages. A fetched version was the newest when it was fetched; an
 * imported one is as old as its publisher says, whenever it was imported.
 */
function freshness(
  { staleAfterDays }: ListSource,
  version: StoredVersion,
  confirmed: string | undefined,
): string | undefined {
  const isDated = version.origin !== 'import' || staleAfterDays === Number.POSITIVE_INFINITY;
  const taken = isDated ? version.fetched : version.published;
  if (confirmed === undefined || (taken !== undefined && taken > confirmed)) return taken;
  return confirmed;
}

function daysBetween(from: string, to: string): number | undefined {
  const start = parseDate(from.slice(0, 10));
  const end = parseDate(to.slice(0, 10));
  return start === undefined || end === undefined ? undefined : end - start;
}
