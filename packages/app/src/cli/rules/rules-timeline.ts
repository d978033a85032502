import type { Command } from 'commander';
import { loadEdition, readProfile } from '../../edition/index.ts';
import { InterdictError } from '../../problems.ts';
import { timelineCalendar, timelineJson, timelineOf, timelineSheet } from '../../rules/index.ts';
import { parseWhenOption, parseWordOption } from '../parse-options.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';
import { isSheetFormat, printJson, printSheet } from '../print.ts';

const FORMATS = ['table', 'json', 'ics', 'markdown', 'html'] as const;

const EXAMPLES = `
Examples:
  interdict rules timeline --profile profile.yaml
  interdict rules timeline --from 2026-11-01 --to 2026-12-31
  interdict rules timeline --profile profile.yaml --format ics > changes.ics
  interdict rules timeline --from 2024-06-01 --to 2024-12-31 --all --format json

Without --from and --to: the 90 days from the day of the answer on. Both days are counted. The
calendar (ics) can be imported again after an update: an entry keeps its UID.`;

interface TimelineCommandOptions {
  readonly from?: string;
  readonly to?: string;
  readonly profile?: string;
  readonly all?: boolean;
  readonly asOf?: string;
  readonly rulebook?: string;
  readonly format: string;
}

function runTimeline(options: TimelineCommandOptions, world: World): ExitCode {
  const format = parseWordOption('--format', options.format, FORMATS);
  const asOf = parseWhenOption('--as-of', options.asOf ?? world.nowText());
  const from = options.from === undefined ? asOf : parseWhenOption('--from', options.from);
  const to = options.to === undefined ? undefined : parseWhenOption('--to', options.to);
  if (to !== undefined && to.local < from.local) {
    throw new InterdictError('usage', `--to \`${to.text}\` lies before \`${from.text}\``);
  }
  const profile = options.profile === undefined ? undefined : readProfile(options.profile);
  const edition = loadEdition(world.dataFolder, options.rulebook);
  const whose = profile === undefined ? {} : { profile };
  const timeline = timelineOf(edition, {
    asOf,
    from,
    ...(to === undefined ? {} : { to }),
    ...whose,
    isAll: options.all === true,
  });
  if (isSheetFormat(format)) {
    printSheet(timelineSheet(timeline, { edition, asOf, ...whose }), format, world);
  } else if (format === 'json') printJson(timelineJson(timeline, edition, asOf), world);
  else world.stdout.write(timelineCalendar(timeline, asOf, profile));
  return EXIT.nothingFound;
}

/** Adds `interdict rules timeline`. */
export function addRulesTimeline(rules: Command, world: World, finish: Finish): void {
  rules
    .command('timeline')
    .summary('say what changes in the next days')
    .description('Says what changes in the law, for everyone or for you, between two days.')
    .option('--from <day>', 'first day (default: the day of --as-of)')
    .option('--to <day>', 'last day (default: 90 days later)')
    .option('--profile <file>', 'only what binds or touches this organization, or may')
    .option('--all', 'with a profile, also what does not bind it')
    .option('--as-of <time>', 'date, or time with offset, to answer for (default: now)')
    .option('--rulebook <folder>', 'use the YAML rulebook in a folder instead of the built-in one')
    .option('--format <name>', `one of: ${FORMATS.join(', ')}`, 'table')
    .addHelpText('after', EXAMPLES)
    .action((options: TimelineCommandOptions) => finish(runTimeline(options, world)));
}
