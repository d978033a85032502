import type { Command } from 'commander';
import { CASE_STATES, formatInstant, wordsOf } from '@interdict/core';
import { caseListSheet } from '../../cases/index.ts';
import { APP_LIMITS } from '../../limits.ts';
import { parseWhenOption, parseWordOption } from '../parse-options.ts';
import { isSheetFormat, printLine, printSheet } from '../print.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';
import { addPlaceOptions, withStore, type PlaceOptions } from './place.ts';

const FORMATS = ['table', 'json', 'markdown', 'html'] as const;

const EXAMPLES = `
Examples:
  interdict cases list --journal journal/
  interdict cases list --journal journal/ --state approved --as-of 2027-01-31
  interdict cases list --journal journal/ --overdue --format json

Those with the most urgent report come first; JSON is one case a line. Exit status: 1 when a report
is overdue, 0 otherwise. The day of a report ends at midnight UTC.`;

interface ListOptions extends PlaceOptions {
  readonly state?: string;
  readonly overdue?: true;
  readonly asOf?: string;
  readonly format: string;
}

async function runList(options: ListOptions, world: World): Promise<ExitCode> {
  const format = parseWordOption('--format', options.format, FORMATS);
  const at = formatInstant(parseWhenOption('--as-of', options.asOf ?? world.nowText()).utc);
  const { state } = options;
  const wanted = {
    at,
    isOverdue: options.overdue === true,
    ...(state === undefined
      ? {}
      : { state: parseWordOption('--state', state, wordsOf(CASE_STATES)) }),
  };
  return withStore(options, world, async (store) => {
    const limit = APP_LIMITS.casesListedMax;
    const files = await store.listCases({ ...wanted, limit });
    if (isSheetFormat(format)) printSheet(caseListSheet(files, at), format, world);
    else for (const file of files) printLine(file, world);
    if (files.length === limit) {
      world.stderr.write(`interdict: only the first ${limit} cases are listed: use --state\n`);
    }
    const [late] = await store.listCases({ at, isOverdue: true, limit: 1 });
    return late === undefined ? EXIT.nothingFound : EXIT.found;
  });
}

/** Adds `interdict cases list`. */
export function addCasesList(cases: Command, world: World, finish: Finish): void {
  const command = cases
    .command('list')
    .summary('list cases, the most urgent first')
    .description('Lists cases as they stand at a time, when exceptions may have expired.')
    .option('--state <state>', `only cases in it: ${wordsOf(CASE_STATES).join(', ')}`)
    .option('--overdue', 'only cases with a report whose day is over');
  addPlaceOptions(command)
    .option('--as-of <time>', 'date, or time with offset, as of which they stand (default: now)')
    .option('--format <name>', `one of: ${FORMATS.join(', ')}`, 'table')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ListOptions) => finish(await runList(options, world)));
}
