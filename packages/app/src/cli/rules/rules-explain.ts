import type { Command } from 'commander';
import { loadEdition, readProfile } from '../../edition/index.ts';
import { explainFile, explainSheet, explanationJson, findRule } from '../../rules/index.ts';
import { parseWhenOption, parseWordOption } from '../parse-options.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';
import { isSheetFormat, printLine, printProblems, sheetPrinter } from '../print.ts';

const FORMATS = ['table', 'json', 'markdown', 'html'] as const;

const EXAMPLES = `
Examples:
  interdict rules explain order.json --profile profile.yaml
  interdict rules explain orders.ndjson --rule us-icts-kaspersky-2024
  echo '{"id":"1","activity":"use","at":"2024-10-01","actor":{"country":"US","classes":[]},
    "item":{"product":"Kaspersky Endpoint Security"}}' | interdict rules explain -

Input is as for \`interdict decide\`. For each rule in question: its status at the time, whom it
binds, what it is about with the path to the party it names, the dates compared, the exceptions
tried, the facts used and missing, and what would change the answer. JSON, one line for each
transaction, has every part of every condition.`;

interface ExplainCommandOptions {
  readonly rule?: string;
  readonly profile?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly rulebook?: string;
  readonly format: string;
}

function runExplain(path: string, options: ExplainCommandOptions, world: World): ExitCode {
  const format = parseWordOption('--format', options.format, FORMATS);
  const asOf = parseWhenOption('--as-of', options.asOf ?? world.nowText());
  const { knownAt: known, profile: whose } = options;
  const knownAt = known === undefined ? {} : { knownAt: parseWhenOption('--known-at', known) };
  const profile = whose === undefined ? {} : { profile: readProfile(whose) };
  const edition = loadEdition(world.dataFolder, options.rulebook);
  const rule = options.rule === undefined ? {} : { rule: findRule(options.rule, edition).rule.id };
  const asked = { edition, asOf, ...knownAt, ...profile, ...rule };
  const printer = isSheetFormat(format) ? sheetPrinter('Why', format, world) : undefined;
  const { count, problems, isLost } = explainFile(path, asked, (explanation) => {
    if (printer === undefined) printLine(explanationJson(explanation, edition), world);
    else printer.print(explainSheet(explanation, { edition, ...profile }));
  });
  printer?.end();
  printProblems(path, problems, world);
  if (count === 0 && isLost) return EXIT.usage;
  return isLost ? EXIT.incomplete : EXIT.nothingFound;
}

/** Adds `interdict rules explain`. */
export function addRulesExplain(rules: Command, world: World, finish: Finish): void {
  rules
    .command('explain')
    .summary('say why a transaction is answered as it is')
    .description('Explains the answer to transactions from a file, or - for standard input.')
    .argument('<file>', 'transactions')
    .option('--rule <id>', 'only this rule, also where it does not reach the transaction')
    .option('--profile <file>', 'who acts where a transaction does not say')
    .option('--as-of <time>', 'for transactions without a date of their own (default: now)')
    .option('--known-at <time>', 'answer from what the rulebook had recorded by then')
    .option('--rulebook <folder>', 'use the YAML rulebook in a folder instead of the built-in one')
    .option('--format <name>', `one of: ${FORMATS.join(', ')}`, 'table')
    .addHelpText('after', EXAMPLES)
    .action((path: string, options: ExplainCommandOptions) =>
      finish(runExplain(path, options, world)),
    );
}
