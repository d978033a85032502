import { closeSync, openSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { isIncomplete, reaches, type FailOn, type Report } from '@interdict/core';
import { checkPaths, entryOfCheck } from '../check/index.ts';
import { loadEdition, readProfile, UNKNOWN_PROFILE } from '../edition/index.ts';
import { messageOf } from '../files/index.ts';
import { InterdictError } from '../problems.ts';
import { REPORT_FORMATS, renderReportParts, type ReportFormatName } from '../report/index.ts';
import {
  JOURNAL_MEANING,
  JOURNAL_OPTION,
  withJournal,
  type PutOnRecord,
} from './journal-option.ts';
import { parseWhenOption, parseWordOption } from './parse-options.ts';
import { renderOptions } from './print.ts';
import type { Finish } from './program.ts';
import { progressOn } from './progress.ts';
import { EXIT, type ExitCode, type World } from './streams.ts';

const FAIL_ON: readonly FailOn[] = ['barred', 'advisory', 'probable', 'never'];

const EXAMPLES = `
Examples:
  interdict check inventory/ orders.csv --profile profile.yaml
  interdict check sbom.json --as-of 2024-09-28
  interdict check . --profile profile.yaml --format html --output report.html
  osqueryi --json "select * from programs" | interdict check - --fail-on probable`;

interface CheckOptions {
  readonly profile?: string;
  readonly asOf?: string;
  readonly format: string;
  readonly output?: string;
  readonly failOn: string;
  readonly rulebook?: string;
  readonly journal?: string;
}

function exitCodeOf(report: Report, failOn: FailOn): ExitCode {
  if (report.findings.some((finding) => reaches(finding, failOn))) return EXIT.found;
  if (failOn === 'never') return EXIT.nothingFound;
  const { status } = report.summary;
  return status === 'incomplete' || isIncomplete(report.coverage)
    ? EXIT.incomplete
    : EXIT.nothingFound;
}

/** Does something to a file; only what the system refuses is reported as a failure of output. */
function onDisk<T>(act: () => T): T {
  try {
    return act();
  } catch (cause) {
    throw new InterdictError('output-failed', `cannot write the report: ${messageOf(cause)}`, {
      cause,
    });
  }
}

/** Writes all of a text, also when the system takes only a part of it at a time. */
function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

/** A report can be longer than the longest string, so it is written part by part. */
function writeReport(parts: Iterable<string>, output: string | undefined, world: World): void {
  if (output === undefined || output === '-') {
    for (const part of parts) world.stdout.write(part);
    return;
  }
  const file = onDisk(() => openSync(output, 'w'));
  try {
    for (const part of parts) onDisk(() => writeWhole(file, part));
  } finally {
    closeSync(file);
  }
  world.stderr.write(`interdict: report written to ${output}\n`);
}

/** A report in the place of the inventory it is about would destroy what it rests on. */
function refuseToOverwrite(report: Report, output: string): void {
  if (!report.coverage.some(({ path }) => path !== '-' && resolve(path) === resolve(output)))
    return;
  const message = `\`${output}\` is one of the files checked: give another file for the report`;
  throw new InterdictError('output-failed', message);
}

function runCheck(
  paths: readonly string[],
  options: CheckOptions,
  world: World,
  put: PutOnRecord,
): ExitCode {
  const failOn = parseWordOption('--fail-on', options.failOn, FAIL_ON);
  const names = REPORT_FORMATS.map(({ name }) => name);
  const format: ReportFormatName = parseWordOption('--format', options.format, names);
  const asOf = parseWhenOption('--as-of', options.asOf ?? world.nowText());
  const profile = options.profile === undefined ? UNKNOWN_PROFILE : readProfile(options.profile);
  const edition = loadEdition(world.dataFolder, options.rulebook);
  const progress = progressOn(world.stderr, world.monotonicMs);
  const report = checkPaths(paths, {
    edition,
    profile,
    asOf,
    onProgress: ({ files, records, path }) =>
      progress.show(`${files} files, ${records} records: ${path}`),
  });
  progress.clear();
  put((asking) => entryOfCheck(report, asking));
  const isFile = options.output !== undefined && options.output !== '-';
  if (isFile) refuseToOverwrite(report, options.output);
  const shown = renderOptions(world);
  const parts = renderReportParts(report, format, isFile ? { ...shown, color: false } : shown);
  writeReport(parts, options.output, world);
  return exitCodeOf(report, failOn);
}

/** Adds `interdict check`. */
export function addCheckCommand(program: Command, world: World, finish: Finish): void {
  const formats = REPORT_FORMATS.map(({ name, meaning }) => `${name} (${meaning})`).join('; ');
  program
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
    .option('--fail-on <level>', `exit with 1 from: ${FAIL_ON.join(', ')}`, 'barred')
    .option('--rulebook <folder>', 'use the YAML rulebook in a folder instead of the built-in one')
    .option(JOURNAL_OPTION, JOURNAL_MEANING)
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: CheckOptions) =>
      finish(withJournal(options.journal, world, (put) => runCheck(paths, options, world, put))),
    );
}
