import type { Command } from 'commander';
import { verifyEditionFile, type EditionCheck } from '../../edition/index.ts';
import { visibleText } from '../../report/index.ts';
import type { Finish } from '../program.ts';
import { EXIT, type ExitCode, type World } from '../streams.ts';

const EXAMPLES = `
Examples:
  interdict rules verify interdict-rulebook-2026.11.24-....json --public-key edition-key.pem.pub

Exit status: 0 intact and signed with the key given; 1 something is wrong with it; 3 intact, but
nobody vouches for it (it is unsigned, or no key was given to check the signature with).`;

interface VerifyOptions {
  readonly publicKey?: string;
}

function signatureLine({ packed, signer, isVouched }: EditionCheck): string {
  if (packed?.signature === null) return 'none: nobody vouches for it';
  if (signer === undefined) return 'by no key that can be read';
  if (isVouched) return `by ${signer}, the key given`;
  return `by ${signer}`;
}

function conclusion({ faults, isVouched, packed }: EditionCheck): string {
  if (faults.length > 0) return 'NOT VERIFIED: do not rely on it';
  if (isVouched) return 'verified: intact, and signed with the key given';
  if (packed?.signature === null) return 'intact, but not signed: it may come from anybody';
  return 'intact and signed, but by whom is open: give the key you trust with --public-key';
}

function runVerify(path: string, options: VerifyOptions, world: World): ExitCode {
  const check = verifyEditionFile(path, options.publicKey);
  const { packed, faults } = check;
  const lines: string[] = [];
  if (packed !== undefined) {
    const { edition, cutoff, digest } = packed.meta;
    const counts = `${packed.rules.length} rules, ${packed.groups.length} groups of parties`;
    lines.push(`edition    ${edition} (law as of ${cutoff}), ${counts}`);
    lines.push(`digest     ${digest}`);
    lines.push(`signature  ${signatureLine(check)}`);
  }
  for (const { code, message } of faults) lines.push(`wrong      ${message} (${code})`);
  lines.push(conclusion(check));
  for (const line of lines) world.stdout.write(`${visibleText(line)}\n`);
  if (faults.length > 0) return EXIT.found;
  return check.isVouched ? EXIT.nothingFound : EXIT.incomplete;
}

/** Adds `interdict rules verify`. */
export function addRulesVerify(rules: Command, world: World, finish: Finish): void {
  rules
    .command('verify')
    .summary('check that a packed edition is whole, and who signed it')
    .description('Checks every rule, the digest, the name and the signature of a packed edition.')
    .argument('<file>', 'packed edition')
    .option('--public-key <file>', 'public key of whom you trust')
    .addHelpText('after', EXAMPLES)
    .action((path: string, options: VerifyOptions) => finish(runVerify(path, options, world)));
}
