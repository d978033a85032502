import { isBuiltin } from 'node:module';
import path from 'node:path';
import type { Check, Example, TextFile } from './check.ts';
import { readManifest } from './dependencies.ts';
import { parse } from './parse.ts';
import { isCode, isSource } from './paths.ts';

export const importsExist: Check = {
  name: 'every import leads to a file of the tree or to a declared dependency',
  find(files) {
    const paths = new Set(files.map((file) => file.path));
    return files
      .filter((file) => isCode(file.path))
      .flatMap((file) => {
        const declared = declaredFor(file.path, files);
        return parse(file)
          .imports.filter(({ specifier }) => !exists(file.path, specifier, paths, declared))
          .map(({ specifier, line }) => {
            return { path: file.path, line, message: `\`${specifier}\` is not there` };
          });
      });
  },
  examples: [
    example('packages/core/src/a.ts', "import { b } from './b.ts';", 1),
    example('packages/core/src/a.ts', "\nexport type { B } from './c';", 2),
    example('packages/core/src/a.ts', "export * from './c.ts';"),
    example('packages/core/src/a.ts', "import { b } from 'left-pad';", 1),
    example('packages/core/src/a.ts', "import { b } from 'vitest';", 1),
    example('packages/core/src/a.test.ts', "import { b } from 'vitest';"),
    example('packages/core/src/a.ts', "import { b } from 'yaml/sub';"),
    example('packages/core/src/a.ts', "import { b } from '@scope/pkg/sub';"),
    example('packages/core/src/a.ts', "import { b } from 'node:nothing';", 1),
    example('packages/core/src/a.ts', "import { b } from '@interdict/core';", 1),
    example('test/a.test.ts', "import { b } from '@interdict/core';"),
    example('test/a.test.ts', "import { b } from 'yaml';", 1),
    example('scripts/a.mjs', "import '../packages/app/dist/interdict.mjs';"),
  ],
};

function example(name: string, text: string, line?: number): Example {
  const files = {
    'package.json': '{"devDependencies":{"vitest":"1"}}',
    'packages/core/package.json':
      '{"name":"@interdict/core","dependencies":{"yaml":"2","@scope/pkg":"1"}}',
    'packages/core/src/c.ts': '',
    [name]: text,
  };
  return { files, finds: line === undefined ? [] : [`${name}:${line}`] };
}

/**
 * Packages a file may import: those its own workspace ships with; tests and tools also those of
 * the root, the workspaces among them.
 */
function declaredFor(file: string, files: readonly TextFile[]): ReadonlySet<string> {
  const workspace = /^packages\/[^/]+\//.exec(file)?.[0];
  const manifests = files.filter(({ path: name }) =>
    /^(packages\/[^/]+\/)?package\.json$/.test(name),
  );
  const names = manifests.flatMap((manifest) => {
    const { name, dependencies = {}, devDependencies = {} } = readManifest(manifest);
    if (manifest.path === `${workspace}package.json`) return Object.keys(dependencies);
    if (isSource(file)) return [];
    if (manifest.path === 'package.json') return Object.keys(devDependencies);
    return name === undefined ? [] : [name];
  });
  return new Set(names);
}

function exists(
  from: string,
  specifier: string,
  paths: ReadonlySet<string>,
  declared: ReadonlySet<string>,
): boolean {
  if (isBuiltin(specifier)) return true;
  if (!specifier.startsWith('.')) {
    return declared.has(/^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
  }
  const target = path.posix.join(path.posix.dirname(from), specifier);
  // What the build makes is not in the tree.
  return paths.has(target) || target.includes('/dist/');
}
