import { join } from 'node:path';
import type { Command } from 'commander';
import { LIST_SOURCES, listStatuses } from '../../lists/index.ts';
import { parseWordOption } from '../parse-options.ts';
import { InterdictError } from '../../problems.ts';
import type { Finish } from '../program.ts';
import { progressOn } from '../progress.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';
import { openStore } from './lists-import.ts';
import { LIST_FORMATS, printJson } from './print.ts';

const EXAMPLES = `
Examples:
  interdict lists build
  interdict lists build --format json --data-dir /var/lib/interdict

Screening builds the index by itself when a list has changed; building it beforehand saves the
first screening the wait. The exit status is 3 when a list that answers rest on is not in the
index.`;

interface BuildCommandOptions {
  readonly dataDir?: string;
  readonly format: string;
}

/** Folder of the index, beside the lists. */
export function indexFolder(dataDir: string | undefined, world: World): string {
  return join(dataDir ?? world.storeFolder, 'index');
}

async function runBuild(options: BuildCommandOptions, world: World): Promise<ExitCode> {
  const format = parseWordOption('--format', options.format, LIST_FORMATS);
  const store = openStore(options.dataDir, world);
  if (store.lists().length === 0) {
    throw new InterdictError('usage', 'no list is stored: run `interdict lists update` first');
  }
  const { buildListIndex } = await import('../../screen/index.ts');
  const progress = progressOn(world.stderr, world.monotonicMs);
  const startedMs = world.monotonicMs();
  const { snapshot, bytes, unreadable, notKept } = buildListIndex({
    store,
    folder: indexFolder(options.dataDir, world),
    onProgress: (text) => progress.show(text),
  });
  const ms = Math.round(world.monotonicMs() - startedMs);
  progress.clear();
  if (notKept !== undefined && unreadable.length === 0) {
    throw new InterdictError('store-failed', `the index could not be written: ${notKept}`);
  }
  const { lists, entries, names } = snapshot.meta;
  const { digest } = snapshot;
  if (format === 'json') {
    printJson(world, { digest, lists, entries, names, bytes, ms, unreadable });
  } else {
    world.stdout.write(
      `index ${digest}: ${lists.length} lists, ${entries} entries, ${names} names, ` +
        `${bytes} bytes\n`,
    );
  }
  world.stderr.write(`interdict: built in ${ms} ms\n`);
  for (const { id, message } of unreadable) {
    world.stderr.write(`interdict: ${id} cannot be read and is not in the index: ${message}\n`);
  }
  const missing = listStatuses(LIST_SOURCES, store, world.nowText()).filter(
    ({ status, isExpected }) => isExpected && status === 'missing',
  );
  for (const { list } of missing) world.stderr.write(`interdict: ${list} is not in the index\n`);
  return missing.length + unreadable.length > 0 ? EXIT.incomplete : EXIT.nothingFound;
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
    .action(async (options: BuildCommandOptions) => finish(await runBuild(options, world)));
}
