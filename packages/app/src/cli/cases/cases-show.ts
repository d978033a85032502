import type { Command } from 'commander';
import { caseAsOf, formatInstant } from '@interdict/core';
import { caseSheet, findCase } from '../../cases/index.ts';
import { parseWhenOption, parseWordOption } from '../parse-options.ts';
import { isSheetFormat, printJson, printSheet } from '../print.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';
import { addPlaceOptions, withStore, type PlaceOptions } from './place.ts';

const FORMATS = ['table', 'json', 'markdown', 'html'] as const;

const EXAMPLES = `
Examples:
  interdict cases show case-0123456789abcdef --journal journal/
  interdict cases show case-0123456789abcdef --journal journal/ --format html > case.html`;

interface ShowOptions extends PlaceOptions {
  readonly asOf?: string;
  readonly format: string;
}

async function runShow(id: string, options: ShowOptions, world: World): Promise<ExitCode> {
  const format = parseWordOption('--format', options.format, FORMATS);
  const at = formatInstant(parseWhenOption('--as-of', options.asOf ?? world.nowText()).utc);
  return withStore(options, world, async (store) => {
    const file = caseAsOf(await findCase(store, id), at);
    const acts = await store.listActs(file.id);
    if (isSheetFormat(format)) printSheet(caseSheet(file, acts, at), format, world);
    else printJson({ at, case: file, acts }, world);
    return EXIT.nothingFound;
  });
}

/** Adds `interdict cases show`. */
export function addCasesShow(cases: Command, world: World, finish: Finish): void {
  const command = cases
    .command('show')
    .summary('show one case and everything that was done')
    .description('Shows a case: state, verdicts, reports owed, and who did what in which capacity.')
    .argument('<id>', 'id of the case');
  addPlaceOptions(command)
    .option('--as-of <time>', 'date, or time with offset, as of which it stands (default: now)')
    .option('--format <name>', `one of: ${FORMATS.join(', ')}`, 'table')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string, options: ShowOptions) => finish(await runShow(id, options, world)));
}
