import type { Command } from 'commander';
import { rebuildStore, type Rebuilt } from '../cases/index.ts';
import { addPlaceOptions, placeOf, type PlaceOptions } from './cases/place.ts';
import { parseWordOption } from './parse-options.ts';
import { printJson } from './print.ts';
import type { Finish } from './program.ts';
import { EXIT, type ExitCode, type World } from './streams.ts';

const FORMATS = ['text', 'json'] as const;

const EXAMPLES = `
Exit status: 0 the database was what the journal makes of it; 1 it was not, or not yet, and has been
made again; 2 the journal is damaged, and nothing was touched.

Examples:
  interdict rebuild --journal journal/
  interdict rebuild --journal journal/ --database-url postgresql://db.example/interdict`;

function rebuiltText({ records, found, isSame, tables }: Rebuilt): string {
  const lines = tables.map(({ table, rows, digest, found: before, isSame: same }) => {
    const state = same ? 'same' : `DIFFERED: held ${before.rows} rows`;
    return `${table.padEnd(12)} ${String(rows).padStart(8)} rows  ${digest.slice(0, 12)}  ${state}`;
  });
  const end = isSame
    ? `the database is what the ${records} records of the journal make of it`
    : `made again from ${records} records of the journal; it had taken up ${found}`;
  return `${[...lines, end].join('\n')}\n`;
}

async function runRebuild(
  options: PlaceOptions & { readonly format: string },
  world: World,
): Promise<ExitCode> {
  const format = parseWordOption('--format', options.format, FORMATS);
  const rebuilt = await rebuildStore(placeOf(options, world));
  if (format === 'json') printJson(rebuilt, world);
  else world.stdout.write(rebuiltText(rebuilt));
  return rebuilt.isSame ? EXIT.nothingFound : EXIT.found;
}

/** Adds `interdict rebuild`. */
export function addRebuildCommand(program: Command, world: World, finish: Finish): void {
  const command = program
    .command('rebuild')
    .summary('make the database again from the journal, and compare')
    .description('Compares the database with what the journal makes, and makes it again from it.');
  addPlaceOptions(command)
    .option('--format <name>', FORMATS.join(', '), 'text')
    .addHelpText('after', EXAMPLES)
    .action(async (options: PlaceOptions & { readonly format: string }) =>
      finish(await runRebuild(options, world)),
    );
}
