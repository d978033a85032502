import type { Command } from 'commander';
import { VERDICTS, wordsOf, type Report } from '@interdict/core';
import { openCases, readReport } from '../../cases/index.ts';
import { checkPaths, entryOfCheck } from '../../check/index.ts';
import { UNKNOWN_PROFILE } from '../../edition/index.ts';
import { InterdictError } from '../../problems.ts';
import { addEditionOptions, readBasis, type EditionOptions } from '../edition-options.ts';
import { instantOf } from '../journal-option.ts';
import { parseWhenOption, parseWordOption } from '../parse-options.ts';
import { printJson } from '../print.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';
import { addPlaceOptions, withDesk, type PlaceOptions } from './place.ts';

const FORMATS = ['text', 'json'] as const;

const EXAMPLES = `
Examples:
  interdict check inventory/ --profile profile.yaml --format json --output report.json
  interdict cases open --report report.json --journal journal/
  interdict cases open inventory/ --profile profile.yaml --journal journal/

Opens a case for each finding, with its facts and its evaluation on file. A finding has one case:
found again with another answer it is reopened, found again after it was closed too.`;

interface OpenOptions extends PlaceOptions, EditionOptions {
  readonly report?: string;
  readonly asOf?: string;
  readonly atLeast: string;
  readonly format: string;
}

function checked(paths: readonly string[], options: OpenOptions, world: World): Report {
  const asOf = parseWhenOption('--as-of', options.asOf ?? world.nowText());
  const { edition, profile = UNKNOWN_PROFILE } = readBasis(options, world);
  return checkPaths(paths, { edition, profile, asOf });
}

function refuseBoth(paths: readonly string[], { report }: OpenOptions): void {
  if ((report === undefined) !== (paths.length === 0)) return;
  throw new InterdictError('usage', 'give either paths to check or a report with --report');
}

async function runOpen(
  paths: readonly string[],
  options: OpenOptions,
  world: World,
): Promise<ExitCode> {
  const format = parseWordOption('--format', options.format, FORMATS);
  const atLeast = parseWordOption('--at-least', options.atLeast, wordsOf(VERDICTS));
  refuseBoth(paths, options);
  const known = options.report === undefined ? undefined : readReport(options.report);
  return withDesk(options, world, async (desk) => {
    const report = known ?? checked(paths, options, world);
    const acting = { by: world.user, at: instantOf(world) };
    if (known === undefined) await desk.store.project(putAnswer());
    const counts = await openCases(desk, report, atLeast, acting);
    if (format === 'json') printJson(counts, world);
    else {
      const { opened, reopened, renewed, unchanged, passedOver } = counts;
      world.stdout.write(
        `${opened} opened, ${reopened} reopened, ${renewed} renewed, ${unchanged} unchanged; ` +
          `${passedOver} findings milder than \`${atLeast}\`\n`,
      );
    }
    return EXIT.nothingFound;

    function putAnswer() {
      return desk.journal.appendNow([entryOfCheck(report, acting)]);
    }
  });
}

/** Adds `interdict cases open`. */
export function addCasesOpen(cases: Command, world: World, finish: Finish): void {
  const command = cases
    .command('open')
    .summary('open cases for what is found')
    .description('Opens cases for the findings of a report, or of a check of files and folders.')
    .argument('[path...]', 'files and folders to check')
    .option('--report <file>', 'the report of a check, as JSON, instead of paths');
  addPlaceOptions(addEditionOptions(command))
    .option('--profile <file>', 'who you are (YAML), for a check')
    .option('--as-of <time>', 'date, or time with offset, to check for (default: now)')
    .option('--at-least <verdict>', 'mildest verdict that opens a case', 'permitted-with-condition')
    .option('--format <name>', FORMATS.join(', '), 'text')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: OpenOptions) =>
      finish(await runOpen(paths, options, world)),
    );
}
