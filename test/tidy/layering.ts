import { isBuiltin } from 'node:module';
import path from 'node:path';
import type { Check, Finding, TextFile } from './check.ts';
import { parse } from './parse.ts';
import type { Import } from './parse.ts';
import { isSource, isTest, placeOf } from './paths.ts';
import type { Place } from './paths.ts';

/**
 * The folders of each package from the ground up. A folder imports its own level and those
 * before it; `.oxlintrc.json` says the same to the editor. A new folder gets its place here.
 */
const LEVELS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  core: [
    ['model'],
    ['calendar', 'document'],
    ['rulebook', 'screening', 'inventory', 'journal'],
    ['decision'],
    ['cases', 'finding'],
    ['partition'],
  ],
  app: [
    ['access', 'edition', 'files', 'jobs', 'journal', 'lists', 'report', 'store'],
    ['cases', 'check', 'compare', 'rules', 'screen', 'whatif'],
    ['engines'],
    ['http', 'cli'],
  ],
};

type Pair = readonly [from: string, to: string];

/** Same level, and still strangers. */
const STRANGERS: readonly Pair[] = [
  ['http', 'cli'],
  ['cli', 'http'],
];

/** Decision knows what these two answer, as types, and calls nothing of them. */
const TYPES_ONLY: readonly Pair[] = [
  ['decision', 'screening'],
  ['decision', 'inventory'],
];

/** Files of `src` itself that nothing inside the package imports. */
const TOPS = new Set(['index.ts', 'main.ts']);

export const layering: Check = {
  name: 'imports follow the layers: model, then what reads and decides, then what runs it',
  find: (files) => files.filter((file) => isSource(file.path)).flatMap(findingsOf),
  examples: [
    example('core/src/inventory/a.ts', "import { b } from '../decision/index.ts';", 1),
    example('core/src/model/a.ts', "\nexport * from '../calendar/index.ts';", 2),
    example('core/src/screening/a.ts', "await import('../partition/index.ts');", 1),
    example('core/src/decision/a.ts', "import { b } from '../screening/index.ts';", 1),
    example('core/src/decision/a.ts', "import type { B } from '../screening/index.ts';"),
    example('core/src/decision/a.ts', "import { b } from '../rulebook/index.ts';"),
    example('core/src/model/a.ts', "import { b } from 'node:fs';", 1),
    example('core/src/model/a.ts', "import { b } from 'fs/promises';", 1),
    example('core/src/model/a.test.ts', "import { b } from 'node:fs';"),
    example('core/src/model/a.ts', "import { b } from 'interdict';", 1),
    example('core/src/model/a.ts', "import { b } from '../../../app/src/config.ts';", 1),
    example('core/src/model/a.ts', "import { b } from '../index.ts';", 1),
    example('core/src/model/a.ts', "import { b } from '../limits.ts';"),
    example('core/src/limits.ts', "import { b } from './decision/index.ts';", 1),
    example('core/src/index.ts', "export * from './model/index.ts';"),
    example('core/src/index.ts', "export * from './model/party.ts';", 1),
    example('core/src/rulebook/lint/a.ts', "import { b } from '../../model/party.ts';", 1),
    example('core/src/rulebook/lint/a.ts', "import { b } from '../walk.ts';"),
    example('core/src/utils/a.ts', "import { b } from '../model/index.ts';", 1),
    example('app/src/http/a.ts', "import { b } from '../cli/index.ts';", 1),
    example('app/src/cli/a.ts', "import { b } from '../http/index.ts';", 1),
    example('app/src/store/a.ts', "import { b } from '../engines/index.ts';", 1),
    example('app/src/cli/a.ts', "import { b } from '../main.ts';", 1),
    example('app/src/cli/a.ts', "import { b } from '@interdict/core';"),
    example('app/src/main.ts', "import { b } from './cli/index.ts';"),
    example('web/src/page.ts', "import { b } from '@interdict/core';", 1),
  ],
};

function example(file: string, text: string, line?: number): Check['examples'][number] {
  const name = `packages/${file}`;
  return { files: { [name]: text }, finds: line === undefined ? [] : [`${name}:${line}`] };
}

function findingsOf(file: TextFile): readonly Finding[] {
  const from = placeOf(file.path);
  if (from === undefined) return [];
  const levels = LEVELS[from.workspace];
  if (levels !== undefined && from.folder !== undefined && levelOf(levels, from.folder) === -1) {
    const message = `folder \`${from.folder}\` has no level in test/tidy/layering.ts`;
    return [{ path: file.path, line: 1, message }];
  }
  return parse(file).imports.flatMap((entry) => {
    const message = entry.specifier.startsWith('.')
      ? relativeProblem(file.path, from, entry)
      : packageProblem(from, entry.specifier);
    return message === undefined ? [] : [{ path: file.path, line: entry.line, message }];
  });
}

function relativeProblem(file: string, from: Place, entry: Import): string | undefined {
  const target = path.posix.join(path.posix.dirname(file), entry.specifier);
  const to = placeOf(target);
  if (to?.workspace !== from.workspace) return 'another package is imported by its name';
  if (isTest(target)) return 'source imports no test';
  if (to.folder === undefined) return TOPS.has(to.rest) ? `nothing imports ${to.rest}` : undefined;
  if (to.folder === from.folder) return undefined;
  if (to.rest !== `${to.folder}/index.ts`) return 'another folder is imported through index.ts';
  return levelProblem(from, to.folder, entry.isType);
}

function levelProblem(from: Place, to: string, isType: boolean): string | undefined {
  const levels = LEVELS[from.workspace];
  if (levels === undefined || TOPS.has(from.rest)) return undefined;
  if (from.folder === undefined) {
    return levelOf(levels, to) > 0 ? `${from.rest} is for every folder, so knows none` : undefined;
  }
  if (levelOf(levels, to) > levelOf(levels, from.folder)) return `${from.folder} is below ${to}`;
  if (includes(STRANGERS, from.folder, to)) return `${from.folder} and ${to} are strangers`;
  if (includes(TYPES_ONLY, from.folder, to) && !isType) return `only types of ${to} are known here`;
  return undefined;
}

function packageProblem(from: Place, specifier: string): string | undefined {
  const isOwn = /^(interdict|@interdict\/[^/]+)(\/|$)/.test(specifier);
  if (from.workspace === 'web') return isOwn ? 'the console speaks only HTTP' : undefined;
  if (from.workspace !== 'core') return undefined;
  if (isOwn) return 'the core knows no other package of the project';
  return isBuiltin(specifier) ? 'the core is pure; nothing of Node comes in' : undefined;
}

function levelOf(levels: readonly (readonly string[])[], folder: string): number {
  return levels.findIndex((level) => level.includes(folder));
}

function includes(pairs: readonly Pair[], from: string, to: string): boolean {
  return pairs.some(([a, b]) => a === from && b === to);
}

export const folderCircles: Check = {
  name: 'folders of a package do not import each other in a circle',
  find(files) {
    const edges = files.filter((file) => isSource(file.path)).flatMap(edgesOf);
    return edges
      .filter((edge) => reach(edges, edge.to).has(edge.from))
      .map(({ file, line, from, to }) => {
        return { path: file, line, message: `${from} and ${to} import each other` };
      });
  },
  examples: [
    {
      files: {
        'packages/core/src/rulebook/a.ts': "import { b } from '../journal/index.ts';",
        'packages/core/src/journal/b.ts': "import { c } from '../screening/index.ts';",
        'packages/core/src/screening/c.ts': "\nexport * from '../rulebook/index.ts';",
      },
      finds: [
        'packages/core/src/rulebook/a.ts:1',
        'packages/core/src/journal/b.ts:1',
        'packages/core/src/screening/c.ts:2',
      ],
    },
    {
      files: {
        'packages/core/src/rulebook/a.ts': "import { b } from '../model/index.ts';",
        'packages/core/src/journal/b.ts': "import { b } from '../rulebook/index.ts';",
      },
      finds: [],
    },
  ],
};

interface Edge {
  readonly file: string;
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

function edgesOf(file: TextFile): readonly Edge[] {
  const from = folderOf(file.path);
  return parse(file).imports.flatMap(({ specifier, line }) => {
    const to = folderOf(path.posix.join(path.posix.dirname(file.path), specifier));
    if (from === undefined || to === undefined || to === from) return [];
    return [{ file: file.path, line, from, to }];
  });
}

function folderOf(file: string): string | undefined {
  const place = placeOf(file);
  return place?.folder === undefined ? undefined : `${place.workspace}/${place.folder}`;
}

function reach(edges: readonly Edge[], start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const folder of reached) {
    for (const edge of edges) if (edge.from === folder) reached.add(edge.to);
  }
  return reached;
}
