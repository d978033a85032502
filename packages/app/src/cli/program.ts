import { Command, CommanderError } from 'commander';
import { InterdictError } from '../problems.ts';
import { addAuditCommand } from './audit-command.ts';
import { addCasesCommand } from './cases/index.ts';
import { addCheckCommand } from './check-command.ts';
import { addDecideCommand } from './decide-command.ts';
import { addInitCommand } from './init-command.ts';
import { addRebuildCommand } from './rebuild-command.ts';
import { visibleText } from '../report/index.ts';
import { addKeysCommand } from './keys-command.ts';
import { addRulesCommand } from './rules/index.ts';
import { addListsCommand } from './lists/index.ts';
import { addCompareCommand, addScreenCommand } from './screen-command.ts';
import { addServeCommand } from './serve-command.ts';
import { EXIT, type ExitCode, type World } from './streams.ts';
import { addWhatIfCommand } from './whatif-command.ts';

const EXIT_HELP = `
Exit status:
  0  nothing at or above the threshold
  1  something found
  2  wrong usage or configuration
  3  nothing found, but not everything could be looked at
  70 a defect of the program itself

Results go to standard output, progress and messages to standard error.`;

/** What a command reports back to whoever ran it. */
export type Finish = (code: ExitCode) => void;

function buildProgram(world: World, finish: Finish): Command {
  const program = new Command('interdict');
  program
    .description('Says what a supply-chain ban means for you: what, under which rule, from when.')
    .version(world.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .showHelpAfterError('(add --help for usage and examples)')
    .addHelpText('after', EXIT_HELP)
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
    })
    .exitOverride();
  addCheckCommand(program, world, finish);
  addDecideCommand(program, world, finish);
  addScreenCommand(program, world, finish);
  addCompareCommand(program, world, finish);
  addInitCommand(program, world, finish);
  addWhatIfCommand(program, world, finish);
  addRulesCommand(program, world, finish);
  addAuditCommand(program, world, finish);
  addListsCommand(program, world, finish);
  addServeCommand(program, world, finish);
  addKeysCommand(program, world, finish);
  addCasesCommand(program, world, finish);
  addRebuildCommand(program, world, finish);
  return program;
}

/** Runs the command line and gives the exit code. Defects are thrown, not swallowed. */
export async function runProgram(args: readonly string[], world: World): Promise<ExitCode> {
  let code: ExitCode = EXIT.nothingFound;
  const program = buildProgram(world, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? EXIT.nothingFound : EXIT.usage;
    }
    if (!(error instanceof InterdictError)) throw error;
    for (const line of error.message.split('\n'))
      world.stderr.write(`interdict: ${visibleText(line)}\n`);
    return EXIT.usage;
  }
}
