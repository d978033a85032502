import type { Command } from 'commander';
import { makeKeyFiles } from '../../edition/index.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';

const EXAMPLES = `
Examples:
  interdict rules keygen edition-key.pem
  interdict rules pack --key edition-key.pem

Keep the private key where only you can read it, and out of version control. Give the public
key to those who verify, by another way than the edition.`;

function runKeygen(path: string, world: World): ExitCode {
  const { privateKey, publicKey, fingerprint } = makeKeyFiles(path);
  world.stdout.write(
    `private key  ${privateKey} (readable by you alone)\n` +
      `public key   ${publicKey}\n` +
      `fingerprint  ${fingerprint}\n`,
  );
  return EXIT.nothingFound;
}

/** Adds `interdict rules keygen`. */
export function addRulesKeygen(rules: Command, world: World, finish: Finish): void {
  rules
    .command('keygen')
    .summary('make a key pair to sign editions with')
    .description(
      'Makes an ed25519 key pair: the private key to the file, the public key beside it as\n' +
        '.pub. Nothing is written over, and the private key is never printed.',
    )
    .argument('<file>', 'file for the private key')
    .addHelpText('after', EXAMPLES)
    .action((path: string) => finish(runKeygen(path, world)));
}
