import type { Command } from 'commander';
import { LIST_SOURCES, listStatuses, type ListStatus } from '../../lists/index.ts';
import { cell, type Cell, type Column } from '../../report/index.ts';
import { parseWordOption } from '../parse-options.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';
import { openStore } from './lists-import.ts';
import { LIST_FORMATS, printGrid, printJson, shortDigest } from './print.ts';

const EXAMPLES = `
Examples:
  interdict lists status
  interdict lists status --format json --data-dir /var/lib/interdict

The exit status is 3 when a list that answers rest on is missing, stale or partial. Optional lists
(your own, OpenSanctions, SAM, and history) may be missing.`;

const COLUMNS: readonly Column[] = [
  { title: 'LIST', cellsMin: 18, weight: 3 },
  { title: 'STATUS', cellsMin: 8, weight: 1 },
  { title: 'PUBLISHED', cellsMin: 10, weight: 1 },
  { title: 'FETCHED', cellsMin: 10, weight: 1 },
  { title: 'AGE', cellsMin: 4, weight: 1 },
  { title: 'ENTRIES', cellsMin: 7, weight: 1 },
  { title: 'NAMES', cellsMin: 7, weight: 1 },
  { title: 'VERSIONS', cellsMin: 8, weight: 1 },
  { title: 'DIGEST', cellsMin: 12, weight: 1 },
];

function rowOf(status: ListStatus): readonly Cell[] {
  const { current } = status;
  const isOptional = status.status === 'missing' && !status.isExpected;
  const ink = isOptional ? 'faint' : status.status === 'current' ? 'free' : 'warn';
  const word = isOptional ? 'optional' : status.status;
  return [
    cell(status.list),
    cell(word, ink),
    cell(current?.published?.slice(0, 10) ?? (current === undefined ? '' : 'unknown')),
    cell(current?.fetched.slice(0, 10) ?? ''),
    cell(status.ageDays === undefined ? '' : `${status.ageDays} d`),
    cell(current === undefined ? '' : String(current.entries)),
    cell(current === undefined ? '' : String(current.names)),
    cell(status.versions === 0 ? '' : String(status.versions)),
    cell(current === undefined ? '' : shortDigest(current.digest)),
  ];
}

interface StatusCommandOptions {
  readonly dataDir?: string;
  readonly format: string;
}

function runStatus(options: StatusCommandOptions, world: World): ExitCode {
  const format = parseWordOption('--format', options.format, LIST_FORMATS);
  const store = openStore(options.dataDir, world);
  const statuses = listStatuses(LIST_SOURCES, store, world.nowText());
  if (format === 'json') printJson(world, statuses);
  else printGrid(world, COLUMNS, statuses.map(rowOf));
  for (const { list, failure } of statuses) {
    if (failure === undefined) continue;
    world.stderr.write(`interdict: ${list}: last failure ${failure.at}: ${failure.message}\n`);
  }
  const isIncomplete = statuses.some(({ status, isExpected, current }) =>
    isExpected || current !== undefined ? status !== 'current' : false,
  );
  return isIncomplete ? EXIT.incomplete : EXIT.nothingFound;
}

/** Adds `interdict lists status`. */
export function addListsStatus(lists: Command, world: World, finish: Finish): void {
  lists
    .command('status')
    .summary('how old the lists are, and what is missing')
    .description("Shows each list with its publisher's date, age, counts and digest.")
    .option('--data-dir <folder>', 'folder of the lists (default: INTERDICT_DATA or XDG)')
    .option('--format <name>', LIST_FORMATS.join(' or '), 'table')
    .addHelpText('after', EXAMPLES)
    .action((options: StatusCommandOptions) => finish(runStatus(options, world)));
}
