import type { Check, Example, TextFile } from './check.ts';
import { parse } from './parse.ts';
import type { Source } from './parse.ts';
import { isSource } from './paths.ts';

const APP = 'packages/app/src/';
const CONFIG = `${APP}config.ts`;
const MAIN = `${APP}main.ts`;
const CLI = `${APP}cli/a.ts`;
const STORE = `${APP}store/`;
const LISTS = `${APP}lists/`;
const CORE = 'packages/core/src/model/a.ts';

type Sighting = { readonly line: number };

/** Something that may stand in one place of the source only. */
function onlyIn(
  place: string,
  name: string,
  sightings: (source: Source) => readonly Sighting[],
  examples: readonly Example[],
): Check {
  const isElsewhere = (file: TextFile): boolean => {
    return isSource(file.path) && !file.path.startsWith(place);
  };
  return {
    name,
    find: (files) =>
      files.filter(isElsewhere).flatMap((file) => {
        return sightings(parse(file)).map(({ line }) => {
          return { path: file.path, line, message: `this belongs in ${place}` };
        });
      }),
    examples,
  };
}

function uses(...texts: readonly string[]): (source: Source) => readonly Sighting[] {
  return (source) => source.uses.filter(({ text }) => texts.includes(text));
}

function example(path: string, text: string, line?: number): Example {
  return { files: { [path]: text }, finds: line === undefined ? [] : [`${path}:${line}`] };
}

export const environment = onlyIn(
  CONFIG,
  'only config.ts reads the environment',
  (source) => [
    ...uses('process.env')(source),
    ...source.imports.filter(({ specifier }) => /^(node:)?process$/.test(specifier)),
  ],
  [
    example(CLI, '\nf(process.env.HOME);', 2),
    example(CLI, "process['env'];", 1),
    example(CLI, 'globalThis.process.env;', 1),
    example(CLI, 'const { env } = process;', 1),
    example(CLI, "import { env } from 'node:process';", 1),
    example(CLI, "// process.env\nf('process.env');"),
    example(CONFIG, 'process.env.HOME;'),
    example(`${APP}cli/a.test.ts`, 'process.env.HOME;'),
  ],
);

export const clock = onlyIn(
  MAIN,
  'only main.ts asks for the time or for chance',
  uses('new Date()', 'Date()', 'Date.now', 'Math.random'),
  [
    example(CLI, 'f(new Date());', 1),
    example(CORE, '\nDate.now();', 2),
    example(CORE, 'const { random } = Math;', 1),
    example(CORE, 'f(Math.random);', 1),
    example(CORE, "f(new Date('2024-06-20'), Date.UTC(2024, 5, 20));"),
    example(MAIN, 'run(new Date());'),
  ],
);

export const network = onlyIn(LISTS, 'only lists/ fetches', uses('fetch()', 'globalThis.fetch'), [
  example(CLI, '\n\nawait fetch(url);', 3),
  example(CLI, 'globalThis.fetch(url);', 1),
  example(CLI, 'cache.fetch(url);'),
  example(`${LISTS}download.ts`, 'await fetch(url);'),
]);

const SQL = [
  /^\s*select\s+(\*|[\w."]+(\s*,\s*[\w."]+)*)\s+from\s/i,
  /^\s*(insert\s+into|delete\s+from|update\s+[\w."]+\s+set|pragma)\s/i,
  /^\s*(create|alter|drop)\s+(unique\s+)?(table|index|view|trigger)\s/i,
];

export const sql = onlyIn(
  STORE,
  'only store/ speaks SQL',
  (source) => [
    ...source.strings.filter(({ text }) => SQL.some((pattern) => pattern.test(text))),
    ...source.imports.filter(({ specifier }) => /^(kysely|libsql|pg)(\/|$)/.test(specifier)),
  ],
  [
    example(CLI, "db.run('SELECT id, body FROM journal WHERE id = 1');", 1),
    example(CLI, '\ndb.run(`insert into ${table} values (1)`);', 2),
    example(CLI, "db.run('PRAGMA synchronous = FULL');", 1),
    example(CLI, "import { Kysely } from 'kysely';", 1),
    example(CLI, "f('Select the rules that bind you', 'update the lists');"),
    example(`${STORE}cases.ts`, "db.run('create table a (b text)');"),
  ],
);
