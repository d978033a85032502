import type { Command } from 'commander';
import { isIncomplete, reaches, type FailOn, type Report, type When } from '@interdict/core';
import { checkPaths, entryOfCheck } from '../check/index.ts';
import type { ScreeningsByDay } from '../screen/index.ts';
import { UNKNOWN_PROFILE } from '../edition/index.ts';
import { REPORT_FORMATS, renderReportParts, type ReportFormatName } from '../report/index.ts';
import { addEditionOptions, readBasis, type EditionOptions } from './edition-options.ts';
import {
  JOURNAL_MEANING,
  JOURNAL_OPTION,
  withJournal,
  type PutOnRecord,
} from './journal-option.ts';
import { indexFolder } from './lists/lists-build.ts';
import { openStore } from './lists/lists-import.ts';
import { parseWhenOption, parseWordOption } from './parse-options.ts';
import type { Finish } from './program.ts';
import { progressOn } from './progress.ts';
import { refuseToOverwrite, renderOptionsFor, writeReport } from './write-report.ts';
import { EXIT, type ExitCode, type World } from './streams.ts';

const FAIL_ON: readonly FailOn[] = ['barred', 'advisory', 'probable', 'never'];

const EXAMPLES = `
Examples:
  interdict check inventory/ orders.csv --profile profile.yaml
  interdict check sbom.json --as-of 2024-09-28
  interdict check . --profile profile.yaml --format html --output report.html
  interdict check . --profile profile.yaml --overlay our-rules/
  osqueryi --json "select * from programs" | interdict check - --fail-on probable`;

interface CheckOptions extends EditionOptions {
  readonly asOf?: string;
  readonly format: string;
  readonly output?: string;
  readonly failOn: string;
  readonly journal?: string;
  readonly dataDir?: string;
}

function exitCodeOf(report: Report, failOn: FailOn): ExitCode {
  if (report.findings.some((finding) => reaches(finding, failOn))) return EXIT.found;
  if (failOn === 'never') return EXIT.nothingFound;
  const { status } = report.summary;
  return status === 'incomplete' || isIncomplete(report.coverage)
    ? EXIT.incomplete
    : EXIT.nothingFound;
}

interface CheckSurroundings {
  readonly put: PutOnRecord;
  readonly screenings: ScreeningsByDay | undefined;
}

/** The lists in the store, opened when the first party is met; undefined without a store. */
async function screeningsOf(dataDir: string | undefined, world: World) {
  const store = openStore(dataDir, world);
  if (store.lists().length === 0) return undefined;
  const { openScreenings } = await import('../screen/index.ts');
  let opened: ScreeningsByDay | undefined;
  return (asOf: When) => {
    opened ??= openScreenings({ store, folder: indexFolder(dataDir, world) });
    return opened(asOf);
  };
}

function runCheck(
  paths: readonly string[],
  options: CheckOptions,
  world: World,
  { put, screenings }: CheckSurroundings,
): ExitCode {
  const failOn = parseWordOption('--fail-on', options.failOn, FAIL_ON);
  const names = REPORT_FORMATS.map(({ name }) => name);
  const format: ReportFormatName = parseWordOption('--format', options.format, names);
  const asOf = parseWhenOption('--as-of', options.asOf ?? world.nowText());
  const { edition, profile = UNKNOWN_PROFILE } = readBasis(options, world);
  const progress = progressOn(world.stderr, world.monotonicMs);
  const report = checkPaths(paths, {
    edition,
    profile,
    asOf,
    screenings,
    onProgress: ({ files, records, path }) =>
      progress.show(`${files} files, ${records} records: ${path}`),
  });
  progress.clear();
  put((asking) => entryOfCheck(report, asking));
  const { output } = options;
  refuseToOverwrite(report.coverage, output);
  writeReport(renderReportParts(report, format, renderOptionsFor(output, world)), output, world);
  return exitCodeOf(report, failOn);
}

/** Adds `interdict check`. */
export function addCheckCommand(program: Command, world: World, finish: Finish): void {
  const formats = REPORT_FORMATS.map(({ name, meaning }) => `${name} (${meaning})`).join('; ');
  const check = program
    .command('check')
    .summary('look through files for what is barred')
    .description(
      'Reads inventories, SBOMs, suppliers and orders below the given paths (- for standard\n' +
        'input), whatever their names, and reports what is barred for you, under which rule.',
    )
    .argument('<path...>', 'files and folders')
    .option('--profile <file>', 'who you are (YAML); without it much stays undetermined')
    .option('--as-of <time>', 'date, or time with offset, to answer for (default: now)')
    .option('--format <name>', formats, 'table')
    .option('--output <file>', 'write the report to a file')
    .option('--data-dir <folder>', 'folder of official lists (default: INTERDICT_DATA or XDG)')
    .option('--fail-on <level>', `exit with 1 from: ${FAIL_ON.join(', ')}`, 'barred');
  addEditionOptions(check)
    .option(JOURNAL_OPTION, JOURNAL_MEANING)
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: CheckOptions) => {
      const screenings = await screeningsOf(options.dataDir, world);
      const run = (put: PutOnRecord) => runCheck(paths, options, world, { put, screenings });
      finish(withJournal(options.journal, world, run));
    });
}
