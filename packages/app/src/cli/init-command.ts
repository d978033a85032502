import type { Command } from 'commander';
import {
  BOUND_CLASSES,
  FACTS,
  factWord,
  wordsOf,
  type BoundClass,
  type FactName,
  type Profile,
} from '@interdict/core';
import { loadEdition } from '../edition/index.ts';
import { InterdictError } from '../problems.ts';
import { checkedProfileText, listRules, listSheet, SECTORS, writeProfile } from '../rules/index.ts';
import { askProfile } from './ask-profile.ts';
import { parseWhenOption, parseWordOption } from './parse-options.ts';
import { printSheet } from './print.ts';
import type { Finish } from './program.ts';
import { EXIT, type ExitCode, type World } from './streams.ts';

const EXAMPLES = `
Examples:
  interdict init
  interdict init --name "Pawpaw Bend County" --country US --state OH --class local-government
  interdict init --name "Northside Water" --country US --state TX --sector water \\
    --class local-government --class-unknown grantee --fact federalSystem=false
  interdict init --name Acme --country DE --class private-organization --output -

With --name nothing is asked; without it, and on a terminal, a few questions are. A file that is
there is kept unless --force is given. What then binds you is printed; see \`interdict rules list
--profile\` for the rules that do not, and why. Classes and facts: docs/vocabulary.md.`;

interface InitOptions {
  readonly name?: string;
  readonly country?: string;
  readonly state?: string;
  readonly class: readonly string[];
  readonly classUnknown: readonly string[];
  readonly sector: readonly string[];
  readonly fact: readonly string[];
  readonly output: string;
  readonly force?: boolean;
  readonly asOf?: string;
}

function gather(text: string, before: readonly string[]): readonly string[] {
  return [...before, ...text.split(',').map((word) => word.trim())];
}

/** Facts are gathered whole: the value of one may hold a comma. */
function gatherWhole(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

function readFact(text: string): readonly [FactName, string | number | boolean] {
  const at = text.indexOf('=');
  if (at < 1) throw new InterdictError('usage', `--fact \`${text}\` is no fact: write name=value`);
  const name = parseWordOption('--fact', text.slice(0, at), wordsOf(FACTS));
  const value = text.slice(at + 1);
  const { type } = factWord(name);
  switch (type) {
    case 'boolean':
      return [name, parseWordOption(`--fact ${name}`, value, ['true', 'false']) === 'true'];
    case 'number': {
      const number = Number(value);
      if (value.trim() !== '' && Number.isFinite(number)) return [name, number];
      throw new InterdictError('usage', `--fact ${name} \`${value}\` is no number`);
    }
    case 'date':
      return [name, parseWhenOption(`--fact ${name}`, value).text];
    case 'text':
    case 'party':
      return [name, value];
  }
}

function readCountry(country: string): string {
  if (/^[a-z]{2}$/iu.test(country)) return country.toUpperCase();
  throw new InterdictError('usage', `--country \`${country}\` is no country: write US, or DE`);
}

function classesOf(options: InitOptions): readonly BoundClass[] {
  const words = wordsOf(BOUND_CLASSES);
  const stated = options.class.map((word) => parseWordOption('--class', word, words));
  const sectors = options.sector.map((word) => parseWordOption('--sector', word, wordsOf(SECTORS)));
  return [...new Set([...stated, ...sectors.flatMap((sector) => SECTORS[sector].classes)])];
}

function profileOf(options: InitOptions, name: string): Profile {
  const { country, state } = options;
  const words = wordsOf(BOUND_CLASSES);
  const classes = classesOf(options);
  const open = options.classUnknown.map((word) => parseWordOption('--class-unknown', word, words));
  const both = open.find((one) => classes.includes(one));
  if (both !== undefined) {
    throw new InterdictError('usage', `\`${both}\` is stated both as a class and as unknown`);
  }
  const facts = Object.fromEntries(options.fact.map(readFact));
  return {
    schema: 'interdict.profile/1',
    name,
    ...(country === undefined ? {} : { country: readCountry(country) }),
    ...(state === undefined ? {} : { state: state.toUpperCase() }),
    // Without a word on it nothing is known; an empty list would say that none applies.
    ...(classes.length === 0 ? {} : { classes }),
    ...(open.length === 0 ? {} : { classesUnknown: open }),
    ...(options.fact.length === 0 ? {} : { facts }),
  };
}

/** Whether nothing was said that a profile is made of. */
function isBare(options: InitOptions): boolean {
  const { country, state, class: classes, classUnknown, sector, fact } = options;
  const lists = [classes, classUnknown, sector, fact];
  return country === undefined && state === undefined && lists.every((one) => one.length === 0);
}

function findProfile(options: InitOptions, world: World): Profile {
  if (options.name !== undefined) {
    if (options.name.trim() !== '') return profileOf(options, options.name);
    throw new InterdictError('usage', '--name is empty: a profile needs a name');
  }
  if (isBare(options) && world.readLine !== undefined) return askProfile(world);
  throw new InterdictError(
    'usage',
    'who is it for? give --name and what you are, such as --country US --class local-government',
  );
}

function runInit(options: InitOptions, world: World): ExitCode {
  const asOf = parseWhenOption('--as-of', options.asOf ?? world.nowText());
  const profile = findProfile(options, world);
  if (options.output === '-') {
    world.stdout.write(checkedProfileText(profile));
    return EXIT.nothingFound;
  }
  writeProfile(options.output, profile, options.force === true);
  world.stderr.write(`interdict: profile written to ${options.output}\n`);
  const edition = loadEdition(world.dataFolder);
  const all = listRules(edition, { asOf, profile });
  const binding = all.filter((one) => one.binding?.kind !== 'not');
  printSheet(listSheet(binding, { edition, asOf, profile }), 'table', world);
  return EXIT.nothingFound;
}

/** Adds `interdict init`. */
export function addInitCommand(program: Command, world: World, finish: Finish): void {
  program
    .command('init')
    .summary('write a profile and say which rules bind you')
    .description('Writes a commented profile from flags or answers, and says what then binds you.')
    .option('--name <name>', 'name of your organization')
    .option('--country <code>', 'where it is, as two letters: US, DE')
    .option('--state <code>', 'state or province: OH, TX')
    .option('--class <class>', 'what it is; repeat, or separate by commas', gather, [])
    .option('--class-unknown <class>', 'of which it is not known whether it is', gather, [])
    .option('--sector <sector>', `where it works: ${wordsOf(SECTORS).join(', ')}`, gather, [])
    .option('--fact <name=value>', 'a fact that holds for all it does; repeat', gatherWhole, [])
    .option('--output <file>', 'where to write it, or - to print it', 'profile.yaml')
    .option('--force', 'replace a file that is there')
    .option('--as-of <time>', 'say what binds at this time (default: now)')
    .addHelpText('after', EXAMPLES)
    .action((options: InitOptions) => finish(runInit(options, world)));
}
