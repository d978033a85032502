import type { Command } from 'commander';
import { resolveItem, runExamples } from '@interdict/core';
import { loadEdition } from '../../edition/index.ts';
import { overlayOption, type EditionOptions } from '../edition-options.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';

const EXAMPLES = `
Examples:
  interdict rules test
  interdict rules test my-rules/
  interdict rules test --overlay our-rules/`;

function runTest(
  folder: string | undefined,
  { overlay }: Pick<EditionOptions, 'overlay'>,
  world: World,
): ExitCode {
  const { compiled, catalog } = loadEdition(world.dataFolder, folder, overlay);
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
    .addOption(overlayOption())
    .addHelpText('after', EXAMPLES)
    .action((folder: string | undefined, options: EditionOptions) =>
      finish(runTest(folder, options, world)),
    );
}
