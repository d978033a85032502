import type { Command } from 'commander';
import { LIST_SOURCES, openHttp, updateLists } from '../../lists/index.ts';
import { InterdictError } from '../../problems.ts';
import { parseWordOption } from '../parse-options.ts';
import type { Finish } from '../program.ts';
import { progressOn } from '../progress.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';
import { acceptanceOf, openStore } from './lists-import.ts';
import { LIST_FORMATS, printOutcomes } from './print.ts';

const EXAMPLES = `
Examples:
  interdict lists update
  interdict lists update us-ofac-sdn eu-fsf --format json
  interdict lists update opensanctions.us-ofac-sdn
  interdict lists update un-sc --from https://mirror.example/un/consolidated.xml

Proxies are taken from HTTP_PROXY, HTTPS_PROXY and NO_PROXY. A list that cannot be fetched, is
damaged, cut or much shorter than before is refused, and the version in use stays; the exit status
is then 3.`;

interface UpdateCommandOptions {
  readonly dataDir?: string;
  readonly from: readonly string[];
  readonly acceptShrunk?: true;
  readonly acceptPartial?: true;
  readonly format: string;
}

async function runUpdate(
  ids: readonly string[],
  options: UpdateCommandOptions,
  world: World,
): Promise<ExitCode> {
  const format = parseWordOption('--format', options.format, LIST_FORMATS);
  if (options.from.length > 0 && ids.length !== 1) {
    throw new InterdictError('usage', '--from goes with the id of one list');
  }
  const store = openStore(options.dataDir, world);
  const progress = progressOn(world.stderr, world.monotonicMs);
  const http = await openHttp(world.proxies);
  try {
    const outcomes = await updateLists(store, LIST_SOURCES, ids, {
      http,
      wait: world.wait,
      now: world.nowText(),
      accept: acceptanceOf(options),
      userAgent: `interdict/${world.version}`,
      from: options.from,
      onProgress: (text) => progress.show(text),
    });
    progress.clear();
    printOutcomes(world, outcomes, format);
    const isRefused = outcomes.some(({ kind }) => kind === 'refused');
    return isRefused ? EXIT.incomplete : EXIT.nothingFound;
  } finally {
    progress.clear();
    await http.close();
  }
}

function collect(url: string, urls: readonly string[]): readonly string[] {
  return [...urls, url];
}

/** Adds `interdict lists update`. */
export function addListsUpdate(lists: Command, world: World, finish: Finish): void {
  lists
    .command('update')
    .summary('fetch official lists')
    .description(
      'Fetches official lists from their publishers and puts them in use: those given, or all\n' +
        'that answers rest on. What did not change is not fetched again.',
    )
    .argument('[id...]', 'ids of lists (default: all that answers rest on)')
    .option('--from <url>', 'fetch one list from here instead; repeat for its parts', collect, [])
    .option('--accept-shrunk', 'put a list in use although it is much shorter than before')
    .option('--accept-partial', 'put a list in use although a part of it is missing')
    .option('--data-dir <folder>', 'folder of the lists (default: INTERDICT_DATA or XDG)')
    .option('--format <name>', LIST_FORMATS.join(' or '), 'table')
    .addHelpText('after', EXAMPLES)
    .action(async (ids: string[], options: UpdateCommandOptions) =>
      finish(await runUpdate(ids, options, world)),
    );
}
