import { join } from 'node:path';
import type { Command } from 'commander';
import { isDateText } from '@interdict/core';
import {
  importList,
  LIST_SOURCES,
  ListStore,
  openListFiles,
  recognizeFiles,
  type Acceptance,
} from '../../lists/index.ts';
import { InterdictError } from '../../problems.ts';
import { parseWordOption } from '../parse-options.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';
import { LIST_FORMATS, printOutcomes } from './print.ts';

const EXAMPLES = `
Examples:
  interdict lists import auto consolidated.xml
  interdict lists import us-ofac-sdn SDN.CSV ADD.CSV ALT.CSV SDN_COMMENTS.CSV --published 2026-09-01
  interdict lists import us-ofac-cons CONS_ENHANCED.ZIP
  interdict lists import own.blocked-suppliers blocked.csv

A file may be gzip-compressed, or the only one in a zip archive. A file that is damaged, cut or
much shorter than the version in use is refused, and that version stays in use; the exit status is
then 3. A version older than the one in use is kept for answers as of its time.`;

interface ImportCommandOptions {
  readonly dataDir?: string;
  readonly published?: string;
  readonly acceptShrunk?: true;
  readonly acceptPartial?: true;
  readonly format: string;
}

/** The store of lists in the folder of an option or of the configuration. */
export function openStore(dataDir: string | undefined, world: World): ListStore {
  return new ListStore(join(dataDir ?? world.storeFolder, 'lists'));
}

/** What the flags accept. */
export function acceptanceOf(options: {
  readonly acceptShrunk?: true;
  readonly acceptPartial?: true;
}): ReadonlySet<Acceptance> {
  const accept = new Set<Acceptance>();
  if (options.acceptShrunk === true) accept.add('shrunk');
  if (options.acceptPartial === true) accept.add('partial');
  return accept;
}

function publishedOf(text: string | undefined): { readonly published?: string } {
  if (text === undefined) return {};
  if (isDateText(text)) return { published: text };
  throw new InterdictError('usage', `--published \`${text}\` is no date: write 2026-09-01`);
}

function runImport(
  list: string,
  paths: readonly string[],
  options: ImportCommandOptions,
  world: World,
): ExitCode {
  const format = parseWordOption('--format', options.format, LIST_FORMATS);
  const store = openStore(options.dataDir, world);
  const settings = {
    now: world.nowText(),
    accept: acceptanceOf(options),
    origin: 'import',
    ...publishedOf(options.published),
  };
  const files = openListFiles(paths);
  try {
    const found = recognizeFiles(LIST_SOURCES, list, files);
    const outcomes = found.map((one) => importList(store, one, settings));
    printOutcomes(world, outcomes, format);
    const isRefused = outcomes.some(({ kind }) => kind === 'refused');
    return isRefused ? EXIT.incomplete : EXIT.nothingFound;
  } finally {
    for (const file of files) file.close();
  }
}

/** Adds `interdict lists import`. */
export function addListsImport(lists: Command, world: World, finish: Finish): void {
  lists
    .command('import')
    .summary('take in files of official lists')
    .description(
      'Takes in files of an official list, or of your own, by their content. With `auto` in the\n' +
        'place of the id the list is found out too, where its files say which one they are.',
    )
    .argument('<id>', 'id of the list, or auto')
    .argument('<file...>', 'the files of the list, all its parts together')
    .option('--published <date>', "publisher's date, for formats that do not hold one")
    .option('--accept-shrunk', 'put a list in use although it is much shorter than before')
    .option('--accept-partial', 'put a list in use although a part of it is missing')
    .option('--data-dir <folder>', 'folder of the lists (default: INTERDICT_DATA or XDG)')
    .option('--format <name>', LIST_FORMATS.join(' or '), 'table')
    .addHelpText('after', EXAMPLES)
    .action((list: string, paths: string[], options: ImportCommandOptions) =>
      finish(runImport(list, paths, options, world)),
    );
}
