import type { Command } from 'commander';
import { resolveItem, runExamples } from '@interdict/core';
import { loadEdition } from '../../edition/index.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';

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

/** Adds `interdict rules test`. */
export function addRulesTest(rules: Command, world: World, finish: Finish): void {
  rules
    .command('test')
    .summary('lint a rulebook and run its worked examples')
    .description('Lints a rulebook and runs the worked examples of its rules.')
    .argument('[folder]', 'folder of YAML rules (default: the built-in rulebook)')
    .addHelpText('after', '\nExamples:\n  interdict rules test\n  interdict rules test my-rules/')
    .action((folder: string | undefined) => finish(runTest(folder, world)));
}
