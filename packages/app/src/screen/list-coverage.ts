import type { Report } from '@interdict/core';
import {
  dayOf,
  findSource,
  LIST_SOURCES,
  listStatuses,
  type ListSource,
  type ListStatus,
  type ListStore,
} from '../lists/index.ts';
import { InterdictError } from '../problems.ts';

/** How far a list answers for a day: as a report says it, with the reason in words. */
export type ListCoverage = Report['lists'][number] & { readonly problem?: string };

const MS_A_DAY = 86_400_000;

/**
 * The lists that answers as of a day rest on: those asked for, or all in the store and those that
 * are expected there. `day` is a calendar date.
 * @throws InterdictError `list-unknown` for an id that no list has.
 */
export function coverLists(
  store: ListStore,
  day: string,
  asked: readonly string[] | undefined,
  sources: readonly ListSource[] = LIST_SOURCES,
): readonly ListCoverage[] {
  const statuses = listStatuses(sources, store, day);
  if (asked === undefined) {
    return statuses
      .filter(({ current, isExpected }) => current !== undefined || isExpected)
      .map((status) => coverOne(store, day, status, sources));
  }
  return [...new Set(asked)].map((list) => {
    const status = statuses.find((one) => one.list === list);
    if (status !== undefined) return coverOne(store, day, status, sources);
    if (findSource(sources, list) === undefined) {
      const message = `there is no list \`${list}\`; \`interdict lists status\` names them`;
      throw new InterdictError('list-unknown', message);
    }
    return missing(list);
  });
}

function missing(id: string): ListCoverage {
  const problem = `\`${id}\` was never fetched: run \`interdict lists update ${id}\``;
  return { id, status: 'missing', problem };
}

function coverOne(
  store: ListStore,
  day: string,
  { list: id, status, ageDays, oldest }: ListStatus,
  sources: readonly ListSource[],
): ListCoverage {
  const held = store.versionAt(id, day);
  const [first] = store.versions(id);
  const version = held?.version ?? first;
  if (version === undefined || status === 'missing') return missing(id);
  const common = { id, asOf: dayOf(version), digest: version.digest };
  if (held === undefined) {
    const problem = `the oldest version kept of \`${id}\` is of ${oldest ?? 'an unknown day'}`;
    return { ...common, status: 'stale', problem };
  }
  const gap = daysBetween(dayOf(version), day);
  if (held.until !== undefined && gap > (findSource(sources, id)?.staleAfterDays ?? 0)) {
    const problem = `between ${dayOf(version)} and ${held.until} no version of \`${id}\` is kept`;
    return { ...common, status: 'stale', problem };
  }
  if (held.until === undefined && status === 'stale') {
    const age = ageDays === undefined ? 'of unknown age' : `${String(ageDays)} days old`;
    return { ...common, status, problem: `\`${id}\` is ${age}: run \`interdict lists update\`` };
  }
  if ((version.accepted ?? []).length === 0) return { ...common, status: 'current' };
  const problem = `\`${id}\` was taken in although a part of it is missing`;
  return { ...common, status: 'partial', problem };
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / MS_A_DAY;
}
