import type { Command } from 'commander';
import { BOUND_CLASSES, wordsOf } from '@interdict/core';
import { loadEdition, readProfile } from '../../edition/index.ts';
import { listCsv, listJson, listRules, listSheet, STATUS_FILTERS } from '../../rules/index.ts';
import { parseWhenOption, parseWordOption } from '../parse-options.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';
import { isSheetFormat, printJson, printSheet } from '../print.ts';

const FORMATS = ['table', 'json', 'csv', 'markdown', 'html'] as const;

const EXAMPLES = `
Examples:
  interdict rules list
  interdict rules list --profile profile.yaml
  interdict rules list --jurisdiction us-tx,de --as-of 2024-11-19
  interdict rules list --status in-force --bound federal-contractor
  interdict rules list --status overdue
  interdict rules list --party "Hangzhou Hikvision" --format csv

--jurisdiction us takes in the states; us-tx is Texas alone. --status takes a state (effective,
suspended ...), in-force, not-yet or ended, or overdue: a change that came by itself and has not
been confirmed by its day. --bound also lists rules that bind whoever does an act. --party lists
the rules that name a party, its group, its owners, a list it stood on, or a product of its.`;

interface ListOptions {
  readonly jurisdiction?: string;
  readonly status?: string;
  readonly bound?: string;
  readonly party?: string;
  readonly asOf?: string;
  readonly profile?: string;
  readonly format: string;
}

function wordsIn(text: string | undefined): readonly string[] | undefined {
  return text?.split(',').map((word) => word.trim());
}

function runList(folder: string | undefined, options: ListOptions, world: World): ExitCode {
  const format = parseWordOption('--format', options.format, FORMATS);
  const asOf = parseWhenOption('--as-of', options.asOf ?? world.nowText());
  const statuses = wordsIn(options.status)?.map((word) =>
    parseWordOption('--status', word, STATUS_FILTERS),
  );
  const { bound, party } = options;
  const jurisdictions = wordsIn(options.jurisdiction);
  const classes = wordsOf(BOUND_CLASSES);
  const profile = options.profile === undefined ? undefined : readProfile(options.profile);
  const edition = loadEdition(world.dataFolder, folder);
  const whose = profile === undefined ? {} : { profile };
  const listings = listRules(edition, {
    asOf,
    ...(jurisdictions === undefined ? {} : { jurisdictions }),
    ...(statuses === undefined ? {} : { statuses }),
    ...(bound === undefined ? {} : { bound: parseWordOption('--bound', bound, classes) }),
    ...(party === undefined ? {} : { party }),
    ...whose,
  });
  if (isSheetFormat(format)) {
    printSheet(listSheet(listings, { edition, asOf, ...whose }), format, world);
  } else if (format === 'json') printJson(listJson(listings, edition, asOf), world);
  else world.stdout.write(listCsv(listings));
  return EXIT.nothingFound;
}

/** Adds `interdict rules list`. */
export function addRulesList(rules: Command, world: World, finish: Finish): void {
  rules
    .command('list')
    .summary('list the rules, and whether they bind you')
    .description('Lists the rules of the built-in rulebook, or of a folder, as they stand.')
    .argument('[folder]', 'folder of YAML rules (default: the built-in rulebook)')
    .option('--jurisdiction <code>', 'only these, separated by commas: us, us-tx, de')
    .option('--status <state>', 'only rules in these states at the time, separated by commas')
    .option('--bound <class>', 'only rules that bind this class of person, or may')
    .option('--party <name>', 'only rules that name this party')
    .option('--profile <file>', 'say for each rule why it does or does not bind this organization')
    .option('--as-of <time>', 'date, or time with offset, to answer for (default: now)')
    .option('--format <name>', `one of: ${FORMATS.join(', ')}`, 'table')
    .addHelpText('after', EXAMPLES)
    .action((folder: string | undefined, options: ListOptions) =>
      finish(runList(folder, options, world)),
    );
}
