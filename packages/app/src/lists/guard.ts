import type { ListSummary } from './read-list.ts';
import { lost, type ListProblem } from './problems.ts';
import type { StoredVersion } from './store/index.ts';

/**
 * Share of its entries or names a list may lose from one version to the next. Publishers take off
 * some hundreds of a list of tens of thousands at the most; a part of the Consolidated Screening
 * List that was gone for a day took two thirds of it.
 */
const SHRINK_SHARE_MAX = 0.1;

/** Parts of a list with fewer entries may shrink as they like: one company is ten per cent. */
const GROUP_ENTRIES_MIN = 20;

/** What is against putting a version in the place of the current one. */
export function shrinkProblems(
  before: Pick<StoredVersion, 'entries' | 'names' | 'groups'>,
  now: Pick<ListSummary, 'entries' | 'names' | 'groups'>,
): readonly ListProblem[] {
  const problems = [
    shrinkProblem('entries', before.entries, now.entries),
    shrinkProblem('names', before.names, now.names),
  ];
  for (const [group, count] of Object.entries(before.groups)) {
    if (count < GROUP_ENTRIES_MIN) continue;
    const left = Object.hasOwn(now.groups, group) ? (now.groups[group] ?? 0) : 0;
    problems.push(shrinkProblem(`entries of \`${group}\``, count, left));
  }
  return problems.filter((problem) => problem !== undefined);
}

/** What is against a first version: far fewer entries than the list has had for years. */
export function shortProblems(
  entriesMin: number | undefined,
  { entries }: Pick<ListSummary, 'entries'>,
): readonly ListProblem[] {
  if (entriesMin === undefined || entries >= entriesMin) return [];
  const message =
    `the list has ${entries} entries and has had ${entriesMin} at the least for years; ` +
    'look into it, and accept it with --accept-shrunk if it is right';
  return [lost('list-shrank', message)];
}

function shrinkProblem(what: string, before: number, now: number): ListProblem | undefined {
  if (now >= before * (1 - SHRINK_SHARE_MAX)) return undefined;
  const share = Math.round((1 - now / before) * 100);
  const message =
    `the list has ${now} ${what} and had ${before}, ${share} % fewer; ` +
    'look into it, and accept it with --accept-shrunk if it is right';
  return lost('list-shrank', message);
}
