import { join } from 'node:path';
import type { Command } from 'commander';
import { buildIndex, LIST_SOURCES, listStatuses } from '../../lists/index.ts';
import { parseWordOption } from '../parse-options.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';
import { openStore } from './lists-import.ts';
import { LIST_FORMATS, printJson } from './print.ts';

const EXAMPLES = `
Examples:
  interdict lists build
  interdict lists build --format json --data-dir /var/lib/interdict

The exit status is 3 when a list that answers rest on is not in the index.`;

interface BuildCommandOptions {
  readonly dataDir?: string;
  readonly format: string;
}

function runBuild(options: BuildCommandOptions, world: World): ExitCode {
  const format = parseWordOption('--format', options.format, LIST_FORMATS);
  const store = openStore(options.dataDir, world);
  const startedMs = world.monotonicMs();
  const built = buildIndex(store, join(options.dataDir ?? world.storeFolder, 'index'));
  if (format === 'json') printJson(world, built);
  else {
    const names = built.versions.reduce((sum, version) => sum + version.names, 0);
    world.stdout.write(
      `index ${built.digest}: ${built.versions.length} lists, ${names} names, ` +
        `${built.bytes} bytes\n`,
    );
  }
  const ms = Math.round(world.monotonicMs() - startedMs);
  world.stderr.write(`interdict: built in ${ms} ms\n`);
  const missing = listStatuses(LIST_SOURCES, store, world.nowText()).filter(
    ({ status, isExpected }) => isExpected && status === 'missing',
  );
  for (const { list } of missing) world.stderr.write(`interdict: ${list} is not in the index\n`);
  return missing.length > 0 ? EXIT.incomplete : EXIT.nothingFound;
}

/** Adds `interdict lists build`. */
export function addListsBuild(lists: Command, world: World, finish: Finish): void {
  lists
    .command('build')
    .summary('build the screening index from the stored lists')
    .description('Builds one index of all stored lists, with the days each name held.')
    .option('--data-dir <folder>', 'folder of the lists (default: INTERDICT_DATA or XDG)')
    .option('--format <name>', LIST_FORMATS.join(' or '), 'table')
    .addHelpText('after', EXAMPLES)
    .action((options: BuildCommandOptions) => finish(runBuild(options, world)));
}
