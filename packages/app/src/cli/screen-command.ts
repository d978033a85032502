import type { Command } from 'commander';
import { indexFolder } from './lists/lists-build.ts';
import { openStore } from './lists/lists-import.ts';
import { parseWhenOption } from './parse-options.ts';
import { InterdictError } from '../problems.ts';
import { printLine, printProblems } from './print.ts';
import type { Finish } from './program.ts';
import { progressOn } from './progress.ts';
import { EXIT, type ExitCode, type World } from './streams.ts';

const SCREEN_EXAMPLES = `
Examples:
  interdict screen suppliers.csv
  interdict screen parties.ndjson --as-of 2025-06-30 --threshold 0.8 --list us-ofac-sdn eu-fsf
  echo "Nowhere Trading Company" | interdict screen -

Input is one party a line (FollowTheMoney: id, schema, properties), a table with headings such as
name, alias, country and birth date, or one name a line. Output is one line of JSON for each party:
results with score and explanation, and the state of each list. The status is \`incomplete\` when a
list is missing, stale, partial or not readable. The exit status is 1 when a result is a match, and
3 when there is none but an answer is incomplete or a line could not be read.`;

const COMPARE_EXAMPLES = `
Examples:
  echo '{"a":"Acme Handels GmbH","b":"ACME Trading GmbH","schema":"Company"}' | interdict compare -
  interdict compare pairs.ndjson --threshold 0.8

Each side is a name or a party (FollowTheMoney). Output is one line of JSON for each pair: score,
match, and the explanation whose points add up to the score. The exit status is 1 when a pair
matches, and 3 when none does but a line could not be read.`;

interface ScreenOptions {
  readonly asOf?: string;
  readonly threshold?: string;
  readonly limit?: string;
  readonly list?: readonly string[];
  readonly dataDir?: string;
}

/** A number of an option; what range it may have is known where it is used. */
function numberOption(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new InterdictError('usage', `${option} \`${text}\` is no number`);
}

async function runScreen(path: string, options: ScreenOptions, world: World): Promise<ExitCode> {
  const asOf = parseWhenOption('--as-of', options.asOf ?? world.nowText());
  const threshold = numberOption('--threshold', options.threshold);
  const limit = numberOption('--limit', options.limit);
  const { openScreening, screenFile } = await import('../screen/index.ts');
  const progress = progressOn(world.stderr, world.monotonicMs);
  const screening = openScreening({
    store: openStore(options.dataDir, world),
    folder: indexFolder(options.dataDir, world),
    asOf,
    ...(threshold === undefined ? {} : { threshold }),
    ...(limit === undefined ? {} : { limit }),
    ...(options.list === undefined ? {} : { lists: options.list }),
    onProgress: (text) => progress.show(text),
  });
  progress.clear();
  for (const { problem } of screening.lists) {
    if (problem !== undefined) world.stderr.write(`interdict: ${problem}\n`);
  }
  const { notKept } = screening.index;
  if (notKept !== undefined) world.stderr.write(`interdict: the index was not kept: ${notKept}\n`);
  let isFound = false;
  let isOpen = false;
  let done = 0;
  const { count, problems, isLost } = screenFile(path, screening, (answer) => {
    isFound ||= answer.results.some(({ match }) => match);
    isOpen ||= answer.status === 'incomplete';
    done += 1;
    progress.show(`${String(done)} parties screened`);
    printLine(answer, world);
  });
  progress.clear();
  printProblems(path, problems, world);
  if (count === 0 && isLost) return EXIT.usage;
  if (isFound) return EXIT.found;
  return isOpen || isLost ? EXIT.incomplete : EXIT.nothingFound;
}

/** Adds `interdict screen`. */
export function addScreenCommand(program: Command, world: World, finish: Finish): void {
  program
    .command('screen')
    .summary('look parties up in official lists')
    .description('Screens parties from a file, or - for standard input, against official lists.')
    .argument('<file>', 'parties')
    .option('--as-of <time>', 'answer from the lists as they stood then (default: now)')
    .option('--threshold <score>', 'score from which a result is a match (default: 0.7)')
    .option('--limit <count>', 'results for one party at most (default: 5)')
    .option('--list <id...>', 'only these lists (default: all that answers rest on)')
    .option('--data-dir <folder>', 'folder of the lists (default: INTERDICT_DATA or XDG)')
    .addHelpText('after', SCREEN_EXAMPLES)
    .action(async (path: string, options: ScreenOptions) =>
      finish(await runScreen(path, options, world)),
    );
}

interface CompareOptions {
  readonly threshold?: string;
}

async function runCompare(path: string, options: CompareOptions, world: World): Promise<ExitCode> {
  const threshold = numberOption('--threshold', options.threshold);
  const { compareFile } = await import('../screen/index.ts');
  let isFound = false;
  const settings = threshold === undefined ? {} : { threshold };
  const { count, problems, isLost } = compareFile(path, settings, (comparison) => {
    isFound ||= comparison.match;
    printLine(comparison, world);
  });
  printProblems(path, problems, world);
  if (count === 0 && isLost) return EXIT.usage;
  if (isFound) return EXIT.found;
  return isLost ? EXIT.incomplete : EXIT.nothingFound;
}

/** Adds `interdict compare`. */
export function addCompareCommand(program: Command, world: World, finish: Finish): void {
  program
    .command('compare')
    .summary('say how alike two parties are, and why')
    .description('Compares pairs of parties from a file, or - for standard input.')
    .argument('<file>', 'pairs, one JSON object a line')
    .option('--threshold <score>', 'score from which a pair matches (default: 0.7)')
    .addHelpText('after', COMPARE_EXAMPLES)
    .action(async (path: string, options: CompareOptions) =>
      finish(await runCompare(path, options, world)),
    );
}
