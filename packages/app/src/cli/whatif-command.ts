import type { Command } from 'commander';
import type { WhatIf } from '@interdict/core';
import { UNKNOWN_PROFILE } from '../edition/index.ts';
import { renderWhatIfParts, WHAT_IF_FORMATS } from '../report/index.ts';
import { readProposal, whatIf } from '../whatif/index.ts';
import { addEditionOptions, readBooksOf, type EditionOptions } from './edition-options.ts';
import { parseWhenOption, parseWordOption } from './parse-options.ts';
import type { Finish } from './program.ts';
import { progressOn } from './progress.ts';
import { EXIT, type ExitCode, type World } from './streams.ts';
import { refuseToOverwrite, renderOptionsFor, writeReport } from './write-report.ts';

const EXAMPLES = `
Examples:
  interdict whatif proposal.yaml inventory/ orders.csv --profile profile.yaml
  interdict whatif proposal/ . --profile profile.yaml --as-of 2027-01-01 --format csv

The proposal is a rule, or a folder with a rule and the parties and products it speaks of.
Exit status: 0 nothing would change, 1 something would be barred or answered more severely,
2 wrong usage, 3 nothing would change in what could be decided and read.`;

interface WhatIfCommandOptions extends EditionOptions {
  readonly asOf?: string;
  readonly format: string;
  readonly output?: string;
}

function exitCodeOf({ summary, coverage }: WhatIf): ExitCode {
  if (summary.newlyBarred + summary.moreSevere > 0) return EXIT.found;
  const isRead = coverage.some(({ status }) => status === 'read');
  const isWhole = summary.filesIncomplete === 0 && isRead;
  return summary.undecided > 0 || !isWhole ? EXIT.incomplete : EXIT.nothingFound;
}

function runWhatIf(
  path: string,
  paths: readonly string[],
  options: WhatIfCommandOptions,
  world: World,
): ExitCode {
  const format = parseWordOption('--format', options.format, WHAT_IF_FORMATS);
  const asOf = parseWhenOption('--as-of', options.asOf ?? world.nowText());
  const { books: today, profile = UNKNOWN_PROFILE } = readBooksOf(options, world);
  const proposal = readProposal(today, path);
  const progress = progressOn(world.stderr, world.monotonicMs);
  const answer = whatIf(proposal, paths, {
    profile,
    asOf,
    onProgress: ({ files, records, path: file }) =>
      progress.show(`${files} files, ${records} records: ${file}`),
  });
  progress.clear();
  const { output } = options;
  refuseToOverwrite([...answer.coverage, { path }], output);
  writeReport(renderWhatIfParts(answer, format, renderOptionsFor(output, world)), output, world);
  return exitCodeOf(answer);
}

/** Adds `interdict whatif`. */
export function addWhatIfCommand(program: Command, world: World, finish: Finish): void {
  const command = program
    .command('whatif')
    .summary('show what a proposed rule would change for you')
    .description(
      'Lays a proposed rule over the rulebook and checks the paths with it and without it: what\n' +
        'would be newly barred or answered more severely, where, from when, and what could not\n' +
        'be decided. An order is also asked about as if it were made again later.',
    )
    .argument('<rule>', 'proposed rule (YAML), or a folder with its parties and products')
    .argument('<path...>', 'files and folders, as for check')
    .option('--profile <file>', 'who you are (YAML); without it much stays undecided')
    .option('--as-of <time>', 'date, or time with offset, to begin at (default: now)')
    .option('--format <name>', WHAT_IF_FORMATS.join(', '), 'table')
    .option('--output <file>', 'write the answer to a file');
  addEditionOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((path: string, paths: string[], options: WhatIfCommandOptions) =>
      finish(runWhatIf(path, paths, options, world)),
    );
}
