import { problemText, type ImportOutcome, type ListProblem } from '../../lists/index.ts';
import { cell, grid, openPage, visibleText, type Cell, type Column } from '../../report/index.ts';
import type { World } from '../streams.ts';

export const LIST_FORMATS = ['table', 'json'] as const;
export type ListFormatName = (typeof LIST_FORMATS)[number];

const COLUMNS_DEFAULT = 100;

/** Problems of one list that are told on standard error. */
const PROBLEMS_TOLD = 20;

/** Digits of a digest that tell versions apart at a glance. */
const DIGEST_SHOWN = 12;

export function shortDigest(digest: string): string {
  return digest.slice(0, DIGEST_SHOWN);
}

/** Prints rows under titles in the width of the terminal. */
export function printGrid(
  world: World,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): void {
  const color = world.color ?? world.stdout.isTTY === true;
  const page = openPage(world.stdout.columns ?? world.columns ?? COLUMNS_DEFAULT, color);
  for (const line of grid(page, 0, columns, rows)) world.stdout.write(`${line}\n`);
}

/** Prints a value as JSON. */
export function printJson(world: World, value: unknown): void {
  world.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Tells the problems of a list on standard error, what is lost first. */
function tellProblems(world: World, list: string, problems: readonly ListProblem[]): void {
  const ordered = [...problems].toSorted((a, b) => Number(b.isLost) - Number(a.isLost));
  for (const problem of ordered.slice(0, PROBLEMS_TOLD)) {
    const kind = problem.isLost ? 'error' : 'note';
    const text = visibleText(`${list}: ${kind}: ${problemText(problem)} [${problem.code}]`);
    world.stderr.write(`interdict: ${text}\n`);
  }
  const more = ordered.length - PROBLEMS_TOLD;
  if (more > 0)
    world.stderr.write(`interdict: ${list}: ${more} more problems, see --format json\n`);
}

const OUTCOME_COLUMNS: readonly Column[] = [
  { title: 'LIST', cellsMin: 18, weight: 2 },
  { title: 'RESULT', cellsMin: 8, weight: 1 },
  { title: 'PUBLISHED', cellsMin: 10, weight: 1 },
  { title: 'ENTRIES', cellsMin: 7, weight: 1 },
  { title: 'NAMES', cellsMin: 7, weight: 1 },
  { title: 'DIGEST', cellsMin: DIGEST_SHOWN, weight: 1 },
];

/** Prints what became of each list. */
export function printOutcomes(
  world: World,
  outcomes: readonly ImportOutcome[],
  format: ListFormatName,
): void {
  for (const { list, problems, ...outcome } of outcomes) {
    tellProblems(world, list, problems);
    if (outcome.kind !== 'refused') continue;
    const kept = outcome.kept;
    const old =
      kept === undefined
        ? 'there is no older version'
        : `the version of ${kept.published ?? kept.fetched} stays in use`;
    world.stderr.write(`interdict: ${list}: REFUSED; ${old}\n`);
  }
  if (format === 'json') printJson(world, outcomes);
  else printGrid(world, OUTCOME_COLUMNS, outcomes.map(outcomeRow));
}

function outcomeRow(outcome: ImportOutcome): readonly Cell[] {
  const version = outcome.kind === 'refused' ? outcome.kept : outcome.version;
  const isHistory = outcome.kind === 'stored' && !outcome.isCurrent;
  return [
    cell(outcome.list),
    cell(isHistory ? 'history' : outcome.kind, outcome.kind === 'refused' ? 'bar' : undefined),
    cell(version?.published ?? version?.fetched ?? 'none'),
    cell(String(version?.entries ?? 0)),
    cell(String(version?.names ?? 0)),
    cell(shortDigest(version?.digest ?? '')),
  ];
}
