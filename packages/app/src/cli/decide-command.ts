import type { Command } from 'commander';
import { isBarring, type Decision } from '@interdict/core';
import { decideFile, entryOfAnswers, openOutputDigest } from '../check/index.ts';
import { addEditionOptions, readBasis, type EditionOptions } from './edition-options.ts';
import {
  JOURNAL_MEANING,
  JOURNAL_OPTION,
  withJournal,
  type PutOnRecord,
} from './journal-option.ts';
import { parseWhenOption } from './parse-options.ts';
import { printProblems } from './print.ts';
import type { Finish } from './program.ts';
import { EXIT, type ExitCode, type World } from './streams.ts';

const EXAMPLES = `
Examples:
  interdict decide orders.ndjson --profile profile.yaml
  echo '{"id":"1","activity":"use","at":"2024-10-01","actor":{"country":"US","classes":[]},
    "item":{"product":"Kaspersky Endpoint Security"}}' | interdict decide -

Input is one transaction, an array, or one a line (interdict.transaction/1); CSV of orders is
read too. Output is one line of JSON for each: verdict, a row per rule, and the next change.`;

interface DecideOptions extends EditionOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly journal?: string;
}

function runDecide(path: string, options: DecideOptions, world: World, put: PutOnRecord): ExitCode {
  const asOf = parseWhenOption('--as-of', options.asOf ?? world.nowText());
  const knownAt =
    options.knownAt === undefined ? undefined : parseWhenOption('--known-at', options.knownAt);
  const { edition, profile } = readBasis(options, world);
  const printed = openOutputDigest();
  let isFound = false;
  let isOpen = false;
  const outcome = decideFile(path, { edition, profile, asOf, knownAt }, (decision: Decision) => {
    if (isBarring(decision.verdict)) isFound = true;
    if (decision.verdict === 'undetermined') isOpen = true;
    const line = `${JSON.stringify(decision)}\n`;
    printed.add(line);
    world.stdout.write(line);
  });
  const given = { edition, asOf, decided: outcome.count, output: printed.hex() };
  put((asking) => entryOfAnswers({ command: 'decide', ...given }, asking));
  printProblems(path, outcome.problems, world);
  if (outcome.count === 0 && outcome.isLost) return EXIT.usage;
  if (isFound) return EXIT.found;
  return isOpen || outcome.isLost ? EXIT.incomplete : EXIT.nothingFound;
}

/** Adds `interdict decide`. */
export function addDecideCommand(program: Command, world: World, finish: Finish): void {
  const decide = program
    .command('decide')
    .summary('say what the rules say to transactions')
    .description('Answers transactions from a file, or - for standard input.')
    .argument('<file>', 'transactions')
    .option('--profile <file>', 'who acts where a transaction does not say')
    .option('--as-of <time>', 'for transactions without a date of their own (default: now)')
    .option('--known-at <time>', 'answer from what the rulebook had recorded by then');
  addEditionOptions(decide)
    .option(JOURNAL_OPTION, JOURNAL_MEANING)
    .addHelpText('after', EXAMPLES)
    .action((path: string, options: DecideOptions) =>
      finish(withJournal(options.journal, world, (put) => runDecide(path, options, world, put))),
    );
}
