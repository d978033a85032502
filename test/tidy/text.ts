import type { Check, Example } from './check.ts';
import { findLines } from './check.ts';
import { parse } from './parse.ts';
import { isCode } from './paths.ts';

const COLUMNS_MAX = 100;
const LONG = 'x'.repeat(COLUMNS_MAX + 1);
const A = 'packages/core/src/model/a.ts';

function example(path: string, text: string, line?: number): Example {
  return { files: { [path]: text }, finds: line === undefined ? [] : [`${path}:${line}`] };
}

export const longLines: Check = {
  name: `no line of code is longer than ${COLUMNS_MAX} columns, unless it says why`,
  find: (files) =>
    files
      .filter(({ path }) => isCode(path))
      .filter(({ text }) => !/^\/\/ long lines: \S/m.test(text))
      .flatMap((file) =>
        findLines(file, (line, index, lines) => {
          if (Array.from(line).length <= COLUMNS_MAX) return undefined;
          if (/\/\/ long line: \S/.test(lines[index - 1] ?? '')) return undefined;
          return 'shorten it, or say above it `// long line: reason`';
        }),
      ),
  examples: [
    example(A, `\n// ${LONG}`, 2),
    example(A, `// long line: \n// ${LONG}`, 2),
    example(A, `// long line: a key as issued\n// ${LONG}`),
    example(A, `// long lines: rows of a table\nf();\n// ${LONG}`),
    example(A, 'x'.repeat(COLUMNS_MAX)),
    example(A, '\u{1F600}'.repeat(COLUMNS_MAX)),
    example('docs/a.md', LONG),
  ],
};

export const reasons: Check = {
  name: 'a lint check is switched off only with a reason',
  find: (files) =>
    files
      .filter(({ path }) => isCode(path))
      .flatMap((file) =>
        parse(file)
          .comments.filter(({ text }) => /\b(ox|es)lint-disable/.test(text))
          .filter(({ text }) => !/ -- \S/.test(text))
          .map(({ line }) => ({ path: file.path, line, message: 'say why after ` -- `' })),
      ),
  examples: [
    example(A, '/* oxlint-disable max-lines */', 1),
    example(A, '\n// eslint-disable-next-line no-shadow', 2),
    example(A, '/* oxlint-disable max-lines -- a table of words */'),
  ],
};

const slash = (name: string): string => ['', name, ''].join('/');

// Put together, so that this file does not contain what it looks for.
const MACHINE = [
  new RegExp(slash('work')),
  new RegExp(slash('root')),
  /registry\.[a-z.]*\.(org|com)\//,
  /pypi\.[a-z]+\/simple/,
];

export const machine: Check = {
  name: 'no file names a path or a package registry of the machine it was made on',
  find: (files) =>
    files.flatMap((file) =>
      findLines(file, (line) => {
        const found = MACHINE.map((pattern) => pattern.exec(line)?.[0]).find(Boolean);
        return found === undefined ? undefined : `\`${found}\` means nothing elsewhere`;
      }),
    ),
  examples: [
    example('docs/a.md', `# A\n\nSee ${slash('work')}main.`, 3),
    example('scripts/a.sh', `cat ${slash('root')}.profile`, 1),
    example('package-lock.json', ['https://registry', 'npmjs', 'org/a'].join('.'), 1),
    example('docs/a.md', '# A\n\nThe framework/ and the root/ of https://example.com/root'),
  ],
};
