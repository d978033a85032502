import type { Command } from 'commander';
import { formatDate, parseDate, runExamples, resolveItem, type Rule } from '@interdict/core';
import { loadEdition } from '../edition/index.ts';
import type { Finish } from './program.ts';
import { EXIT, type ExitCode, type World } from './streams.ts';

function runTest(folder: string | undefined, world: World): ExitCode {
  const { compiled, catalog } = loadEdition(world.dataFolder, folder);
  const { passed, failures } = runExamples(compiled, (item) => resolveItem(catalog, item));
  for (const { rule, example, title, differences } of failures) {
    world.stdout.write(`${rule} ${example}: ${title}\n`);
    for (const line of differences) world.stdout.write(`  ${line}\n`);
  }
  const { edition } = compiled.rulebook;
  world.stdout.write(
    `rulebook ${edition}: ${compiled.rules.length} rules, ` +
      `${passed} examples passed, ${failures.length} failed\n`,
  );
  return failures.length === 0 ? EXIT.nothingFound : EXIT.found;
}

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

/** Adds `interdict rules`. */
export function addRulesCommand(program: Command, world: World, finish: Finish): void {
  const rules = program.command('rules').summary('look into and test a rulebook');
  rules
    .command('list')
    .description('Lists the rules of the built-in rulebook, or of a folder.')
    .argument('[folder]', 'folder of YAML rules')
    .action((folder: string | undefined) => finish(runList(folder, world)));
  rules
    .command('test')
    .description('Lints a rulebook and runs the worked examples of its rules.')
    .argument('[folder]', 'folder of YAML rules (default: the built-in rulebook)')
    .addHelpText('after', '\nExamples:\n  interdict rules test\n  interdict rules test my-rules/')
    .action((folder: string | undefined) => finish(runTest(folder, world)));
}
