import type { Command } from 'commander';
import { openCaseDesk, type CasePlace } from '../../cases/index.ts';
import { JournalWriter } from '../../journal/index.ts';
import type { Store } from '../../store/index.ts';
import { instantOf } from '../journal-option.ts';
import type { World } from '../streams.ts';

export interface PlaceOptions {
  readonly journal: string;
  readonly dataDir?: string;
  readonly databaseUrl?: string;
}

/** Adds the options that say where cases are kept. */
export function addPlaceOptions(command: Command): Command {
  return command
    .requiredOption('--journal <folder>', 'folder of the journal the cases stand in')
    .option('--data-dir <folder>', 'folder of the SQLite database (default: that of the journal)')
    .option('--database-url <url>', 'PostgreSQL database (default: INTERDICT_DATABASE_URL)');
}

export function placeOf({ journal, dataDir, databaseUrl }: PlaceOptions, world: World): CasePlace {
  // A folder that was asked for on the command line goes before a URL of the environment.
  const url = databaseUrl ?? (dataDir === undefined ? world.databaseUrl : undefined);
  return {
    journal,
    ...(url === undefined ? {} : { databaseUrl: url }),
    ...(dataDir === undefined ? {} : { dataDir }),
  };
}

/** Runs with the database open. */
export async function withStore<T>(
  options: PlaceOptions,
  world: World,
  run: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openCaseDesk(placeOf(options, world));
  try {
    return await run(store);
  } finally {
    await store.close();
  }
}

/** Runs with the journal held for writing, and the database open with all that stands in it. */
export async function withDesk<T>(
  options: PlaceOptions,
  world: World,
  run: (desk: { readonly store: Store; readonly journal: JournalWriter }) => Promise<T>,
): Promise<T> {
  const now = () => instantOf(world);
  const journal = JournalWriter.open(options.journal, { now, by: world.user });
  try {
    return await withStore(options, world, (store) => run({ store, journal }));
  } finally {
    journal.close();
  }
}
