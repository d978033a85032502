import type { Command } from 'commander';
import { formatInstant, wordsOf, type Instant } from '@interdict/core';
import { addKey, createKey, readKeyFile, ROLES } from '../access/index.ts';
import { InterdictError } from '../problems.ts';
import { visibleText } from '../report/index.ts';
import { instantOf } from './journal-option.ts';
import { parseNumberOption } from './parse-number.ts';
import { parseWhenOption, parseWordOption } from './parse-options.ts';
import type { Finish } from './program.ts';
import { EXIT, type ExitCode, type World } from './streams.ts';

const DAY_MS = 86_400_000;
const DAYS_MAX = 3_660;
const NAME_LENGTH_MAX = 100;

const ROLE_HELP = wordsOf(ROLES)
  .map((role) => `  ${role.padEnd(8)}${ROLES[role].meaning}`)
  .join('\n');

const EXAMPLES = `
Roles:
${ROLE_HELP}

Examples:
  interdict keys create --name crm --role decide --keys keys.ndjson
  interdict keys create --name metrics --role read --days 365 --keys keys.ndjson

The key is printed once and kept nowhere; the file has a digest of it. To take a key back, delete
its line from the file and start the server anew.`;

interface CreateOptions {
  readonly name: string;
  readonly role: string;
  readonly keys: string;
  readonly days?: string;
}

function runCreate(options: CreateOptions, world: World): ExitCode {
  const { name, keys, days } = options;
  const role = parseWordOption('--role', options.role, wordsOf(ROLES));
  if (name.trim() === '' || name.length > NAME_LENGTH_MAX) {
    throw new InterdictError('usage', `--name has 1 to ${NAME_LENGTH_MAX} characters`);
  }
  const created = instantOf(world);
  const { utc } = parseWhenOption('the clock says', created);
  const expiry =
    days === undefined ? {} : { expires: formatInstant((utc + daysMs(days)) as Instant) };
  const { text, entry } = createKey({ name, role, created, ...expiry }, world.randomBytes);
  addKey(keys, entry);
  world.stderr.write(`interdict: key ${entry.id} added to ${keys}; it is shown only this once\n`);
  world.stdout.write(`${text}\n`);
  return EXIT.nothingFound;
}

function daysMs(text: string): number {
  return parseNumberOption('--days', text, { min: 1, max: DAYS_MAX }) * DAY_MS;
}

function runList(options: { readonly keys: string }, world: World): ExitCode {
  for (const { id, role, created, expires = 'never', name } of readKeyFile(options.keys)) {
    const line = `${id}  ${role.padEnd(6)}  created ${created}  expires ${expires}  ${name}`;
    world.stdout.write(`${visibleText(line)}\n`);
  }
  return EXIT.nothingFound;
}

/** Adds `interdict keys`. */
export function addKeysCommand(program: Command, world: World, finish: Finish): void {
  const keys = program.command('keys').summary('make and list the keys of a server');
  keys
    .command('create')
    .description('Makes a key for programs that ask a server, and prints it once.')
    .requiredOption('--keys <file>', 'file to add the key to, for `interdict serve --keys`')
    .requiredOption('--name <name>', 'who is to use it; stands in the journal')
    .requiredOption('--role <role>', wordsOf(ROLES).join(', '))
    .option('--days <number>', 'days after which it expires (default: never)')
    .addHelpText('after', EXAMPLES)
    .action((options: CreateOptions) => finish(runCreate(options, world)));
  keys
    .command('list')
    .description('Lists the keys of a file, without the keys themselves.')
    .requiredOption('--keys <file>', 'file of keys')
    .addHelpText('after', '\nExamples:\n  interdict keys list --keys keys.ndjson')
    .action((options: { readonly keys: string }) => finish(runList(options, world)));
}
