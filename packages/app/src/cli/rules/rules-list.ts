import type { Command } from 'commander';
import { formatDate, parseDate, type Rule } from '@interdict/core';
import { loadEdition } from '../../edition/index.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';

function ruleLine({ id, title, examples, recordedAt }: Rule): string {
  const recorded = parseDate(recordedAt);
  const since = recorded === undefined ? recordedAt : formatDate(recorded);
  return `${id}\n  ${title}\n  ${examples.length} examples, recorded ${since}\n`;
}

function runList(folder: string | undefined, world: World): ExitCode {
  const { compiled } = loadEdition(world.dataFolder, folder);
  for (const { rule } of compiled.rules) world.stdout.write(ruleLine(rule));
  return EXIT.nothingFound;
}

/** Adds `interdict rules list`. */
export function addRulesList(rules: Command, world: World, finish: Finish): void {
  rules
    .command('list')
    .summary('list the rules of a rulebook')
    .description('Lists the rules of the built-in rulebook, or of a folder.')
    .argument('[folder]', 'folder of YAML rules')
    .action((folder: string | undefined) => finish(runList(folder, world)));
}
