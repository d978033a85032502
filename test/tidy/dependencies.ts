import type { Check, Finding, TextFile } from './check.ts';

const LOCK = 'package-lock.json';
const REASONS = 'docs/dependencies.md';

interface LockEntry {
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

interface Manifest {
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function lockFindings(
  files: readonly TextFile[],
  says: (entry: LockEntry) => string | undefined,
): readonly Finding[] {
  const file = files.find(({ path }) => path === LOCK);
  if (file === undefined) return [{ path: LOCK, line: 1, message: 'is missing' }];
  const lock = JSON.parse(file.text) as { packages: Readonly<Record<string, LockEntry>> };
  return Object.entries(lock.packages).flatMap(([name, entry]) => {
    const message = says(entry);
    if (message === undefined) return [];
    const line = file.text.split('\n').findIndex((text) => text.includes(`"${name}": {`)) + 1;
    return [{ path: LOCK, line, message: `${name}: ${message}` }];
  });
}

function lockExample(entry: LockEntry, isFound: boolean): Check['examples'][number] {
  const text = JSON.stringify({ packages: { '': {}, 'node_modules/a': entry } }, null, 1);
  return { files: { [LOCK]: text }, finds: isFound ? [`${LOCK}:4`] : [] };
}

export const installScripts: Check = {
  name: 'nothing that ships runs a script when it is installed',
  find: (files) =>
    lockFindings(files, ({ dev, hasInstallScript }) =>
      hasInstallScript === true && dev !== true ? 'has an install script' : undefined,
    ),
  examples: [
    lockExample({ hasInstallScript: true }, true),
    lockExample({ hasInstallScript: true, dev: true }, false),
    { files: {}, finds: [`${LOCK}:1`] },
  ],
};

export const addresses: Check = {
  name: 'the lockfile holds digests and no addresses',
  find: (files) =>
    lockFindings(files, ({ link, resolved }) =>
      resolved !== undefined && link !== true ? `has the address ${resolved}` : undefined,
    ),
  examples: [
    lockExample({ resolved: 'https://example.com/a.tgz' }, true),
    lockExample({ resolved: 'packages/core', link: true }, false),
    { files: {}, finds: [`${LOCK}:1`] },
  ],
};

export function readManifest(file: TextFile): Manifest {
  return JSON.parse(file.text) as Manifest;
}

/** Names in the first column of the tables of docs/dependencies.md. */
function reasonedNames(file: TextFile | undefined): readonly { name: string; line: number }[] {
  return (file?.text ?? '').split('\n').flatMap((text, index) => {
    const name = /^\| `([^`]+)`/.exec(text)?.[1];
    return name === undefined ? [] : [{ name, line: index + 1 }];
  });
}

export const dependencyReasons: Check = {
  name: 'docs/dependencies.md gives a reason for each runtime dependency, and for nothing else',
  find(files) {
    const reasoned = reasonedNames(files.find(({ path }) => path === REASONS));
    const manifests = files.filter(({ path }) => /^packages\/[^/]+\/package\.json$/.test(path));
    const used = manifests.flatMap((file) =>
      Object.keys(readManifest(file).dependencies ?? {})
        .filter((name) => !name.startsWith('@interdict/'))
        .map((name) => ({ name, path: file.path })),
    );
    const missing = used
      .filter(({ name }) => !reasoned.some((row) => row.name === name))
      .map(({ name, path }) => ({ path, line: 1, message: `${name} has no row in ${REASONS}` }));
    const left = reasoned
      .filter(({ name }) => !used.some((row) => row.name === name))
      .map(({ name, line }) => ({ path: REASONS, line, message: `${name} is not used` }));
    return [...missing, ...left];
  },
  examples: [
    {
      files: { 'packages/app/package.json': '{"dependencies":{"left-pad":"1.0.0"}}' },
      finds: ['packages/app/package.json:1'],
    },
    { files: { [REASONS]: '# D\n\n| `left-pad` | pads |' }, finds: [`${REASONS}:3`] },
    {
      files: {
        'packages/app/package.json': '{"dependencies":{"left-pad":"1.0.0","@interdict/core":"1"}}',
        [REASONS]: '# D\n\n| `left-pad` | pads |',
      },
      finds: [],
    },
  ],
};
