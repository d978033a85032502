import type { Command } from 'commander';
import { packToFile, readBooks } from '../../edition/index.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';

const EXAMPLES = `
Examples:
  interdict rules pack --key edition-key.pem
  interdict rules pack my-rules/ --output editions/
  interdict check . --rulebook interdict-rulebook-2026.11.24-....json`;

interface PackOptions {
  readonly key?: string;
  readonly output: string;
}

function runPack(folder: string | undefined, options: PackOptions, world: World): ExitCode {
  const { rulebook } = readBooks(world.dataFolder, folder);
  const { path, packed } = packToFile(rulebook, options.output, options.key);
  world.stdout.write(`${path}\n`);
  if (packed.signature === null) {
    world.stderr.write('interdict: the edition is not signed: give a key with --key\n');
  }
  return EXIT.nothingFound;
}

/** Adds `interdict rules pack`. */
export function addRulesPack(rules: Command, world: World, finish: Finish): void {
  rules
    .command('pack')
    .summary('pack a rulebook into one file, signed')
    .description(
      'Packs the built-in rulebook, or one of a folder, into one file that is named after its\n' +
        'content. The same rulebook and key give the same bytes. Prints the path.',
    )
    .argument('[folder]', 'folder of YAML rules, or a packed edition to sign')
    .option('--key <file>', 'private key to sign with (see rules keygen)')
    .option('--output <path>', 'folder, or file, to write to; nothing is written over', '.')
    .addHelpText('after', EXAMPLES)
    .action((folder: string | undefined, options: PackOptions) =>
      finish(runPack(folder, options, world)),
    );
}
