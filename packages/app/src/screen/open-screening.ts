import {
  createScreener,
  dateOfWhen,
  formatDate,
  screenParty,
  type PartyQuery,
  type Screener,
  type ScreeningAnswer,
  type When,
} from '@interdict/core';
import type { ListSource } from '../lists/index.ts';
import { InterdictError } from '../problems.ts';
import { coverLists, type ListCoverage } from './list-coverage.ts';
import { openListIndex, type IndexPlace, type ListIndex } from './list-index.ts';

export interface ScreeningRequest extends IndexPlace {
  readonly asOf: When;
  readonly threshold?: number;
  readonly limit?: number;
  /** Ids of the lists; all that answers rest on without it. */
  readonly lists?: readonly string[];
  readonly sources?: readonly ListSource[];
}

/** The answer about one party, with how far each list answers. */
export interface PartyAnswer {
  readonly id: string;
  readonly status: 'complete' | 'incomplete';
  readonly results: ScreeningAnswer['results'];
  readonly lists: readonly Omit<ListCoverage, 'problem'>[];
  /** Why the status is incomplete; what is wrong with lists stands in `lists`. */
  readonly incomplete: ScreeningAnswer['incomplete'];
  readonly evidence: string;
}

/** Parties are screened with it one by one. */
export interface Screening {
  readonly lists: readonly ListCoverage[];
  readonly index: ListIndex;
  screen(party: PartyQuery): PartyAnswer;
}

/** Screenings as of the days that are asked for, all against one index. */
export type ScreeningsByDay = (asOf: When) => Screening;

/** Days whose screening is kept: orders mostly come in the order of their dates. */
const DAYS_KEPT = 8;

/**
 * Gets ready to screen parties against the lists of a store as of any day.
 * @throws InterdictError `usage` for a threshold or limit out of range, `list-unknown`.
 */
export function openScreenings(request: Omit<ScreeningRequest, 'asOf'>): ScreeningsByDay {
  const index = openListIndex(request);
  const kept = new Map<string, Screening>();
  return (asOf) => {
    const day = formatDate(dateOfWhen(asOf));
    const known = kept.get(day);
    if (known !== undefined) return known;
    const opened = screeningOf(request, index, day);
    if (kept.size >= DAYS_KEPT) kept.clear();
    kept.set(day, opened);
    return opened;
  };
}

/** The same as of one day. */
export function openScreening({ asOf, ...request }: ScreeningRequest): Screening {
  return openScreenings(request)(asOf);
}

function screeningOf(
  request: Omit<ScreeningRequest, 'asOf'>,
  index: ListIndex,
  day: string,
): Screening {
  const { store, threshold, limit } = request;
  const covered = coverLists(store, day, request.lists, request.sources);
  const lists = covered.map((list) => unreadableIn(index, list) ?? list);
  const screened = lists
    .filter(({ status }) => status !== 'missing' && status !== 'unreadable')
    .map(({ id }) => id);
  const opened = createScreener(index.snapshot, {
    asOf: day,
    lists: screened,
    ...(threshold === undefined ? {} : { threshold }),
    ...(limit === undefined ? {} : { limit }),
  });
  if (!opened.ok) throw new InterdictError('usage', opened.problem.message);
  const shown = lists.map(reported);
  const isCovered = lists.every(({ status }) => status === 'current');
  return {
    lists,
    index,
    screen: (party) => answerOf(opened.screener, party, { lists: shown, isCovered }),
  };
}

/** A list as reports and answers name it. */
function reported({ id, asOf, digest, status }: ListCoverage): PartyAnswer['lists'][number] {
  return {
    id,
    ...(asOf === undefined ? {} : { asOf }),
    ...(digest === undefined ? {} : { digest }),
    status,
  };
}

function unreadableIn({ unreadable }: ListIndex, { id }: ListCoverage): ListCoverage | undefined {
  const found = unreadable.find((one) => one.id === id);
  if (found === undefined) return undefined;
  const problem = `\`${id}\` cannot be read: ${found.message}; import it again`;
  return { id, status: 'unreadable', problem };
}

function answerOf(
  screener: Screener,
  party: PartyQuery,
  { lists, isCovered }: { readonly lists: PartyAnswer['lists']; readonly isCovered: boolean },
): PartyAnswer {
  const { id, results, status, incomplete, evidence } = screenParty(screener, party);
  return {
    id,
    status: isCovered ? status : 'incomplete',
    results,
    lists,
    incomplete,
    evidence,
  };
}
