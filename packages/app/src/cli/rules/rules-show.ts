import type { Command } from 'commander';
import { loadEdition } from '../../edition/index.ts';
import { findRule, rulePageJson, ruleSheet } from '../../rules/index.ts';
import { parseWhenOption, parseWordOption } from '../parse-options.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';
import { isSheetFormat, printJson, printSheet } from '../print.ts';

const FORMATS = ['table', 'json', 'markdown', 'html'] as const;

const EXAMPLES = `
Examples:
  interdict rules show us-icts-kaspersky-2024
  interdict rules show us-ear-affiliates-rule --as-of 2026-11-09
  interdict rules show us-tx-prohibited-tech --format html > texas.html

The page says who is bound, what is barred, when, unless what, which duties there are, on which
paragraph each rests, and how sure that is. JSON gives the rule as it stands in the rulebook.`;

interface ShowOptions {
  readonly asOf?: string;
  readonly rulebook?: string;
  readonly format: string;
}

function runShow(id: string, options: ShowOptions, world: World): ExitCode {
  const format = parseWordOption('--format', options.format, FORMATS);
  const asOf = parseWhenOption('--as-of', options.asOf ?? world.nowText());
  const edition = loadEdition(world.dataFolder, options.rulebook);
  const rule = findRule(id, edition);
  if (isSheetFormat(format)) printSheet(ruleSheet(rule, edition, asOf), format, world);
  else printJson(rulePageJson(rule, edition, asOf), world);
  return EXIT.nothingFound;
}

/** Adds `interdict rules show`. */
export function addRulesShow(rules: Command, world: World, finish: Finish): void {
  rules
    .command('show')
    .summary('show one rule in plain language')
    .description('Shows one rule: who, what, when, exceptions, duties, citations, how sure.')
    .argument('<id>', 'id of the rule, as in `interdict rules list`')
    .option('--as-of <time>', 'date, or time with offset, to answer for (default: now)')
    .option('--rulebook <folder>', 'use the YAML rulebook in a folder instead of the built-in one')
    .option('--format <name>', `one of: ${FORMATS.join(', ')}`, 'table')
    .addHelpText('after', EXAMPLES)
    .action((id: string, options: ShowOptions) => finish(runShow(id, options, world)));
}
