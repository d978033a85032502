import type { Check, Example } from './check.ts';
import { isSource, placeOf } from './paths.ts';

const PART = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const README = 'README.md';
const NAMED = /^(packages\/[^/]+\/(src|bin)|test|scripts|bench|rulebook|catalog|schemas|docs)\//;

function example(name: string, isFound: boolean): Example {
  return { files: { [name]: '' }, finds: isFound ? [`${name}:1`] : [] };
}

export const kebabCase: Check = {
  name: 'files and folders are named in kebab-case',
  find: (files) =>
    files
      .filter(({ path: name }) => NAMED.test(name) && !name.includes('/fixtures/'))
      .filter(
        ({ path: name }) => !name.split('/').every((part) => PART.test(part) || part === README),
      )
      .map(({ path: name }) => ({
        path: name,
        line: 1,
        message: 'lower case, words with hyphens',
      })),
  examples: [
    example('packages/core/src/model/verdictRow.ts', true),
    example('packages/core/src/Model/row.ts', true),
    example('packages/core/src/model/verdict_row.ts', true),
    example('docs/Notes.md', true),
    example('packages/core/src/model/verdict-row.test.ts', false),
    example('packages/core/src/fixtures/SBOM_1.json', false),
    example('bench/README.md', false),
    example('bench/READ.md', true),
  ],
};

/** Below this a comment says no more than the name of the folder. */
const COMMENT_LINES_MIN = 3;

export const folderDoors: Check = {
  name: 'every top-level folder of src has an index.ts that opens by saying what it is for',
  find(files) {
    const folders = files.flatMap((file) => {
      const folder = placeOf(file.path)?.folder;
      if (folder === undefined || !isSource(file.path)) return [];
      return [`${file.path.split('/src/')[0] ?? ''}/src/${folder}`];
    });
    return [...new Set(folders)].flatMap((folder) => {
      const door = `${folder}/index.ts`;
      const text = files.find((file) => file.path === door)?.text;
      if (text !== undefined && openingLines(text) >= COMMENT_LINES_MIN) return [];
      return [{ path: door, line: 1, message: 'say the purpose and the main types in a comment' }];
    });
  },
  examples: [
    {
      files: { 'packages/core/src/model/a.ts': '', 'packages/core/src/model/sub/b.ts': '' },
      finds: ['packages/core/src/model/index.ts:1'],
    },
    {
      files: { 'packages/core/src/model/index.ts': "export * from './a.ts';" },
      finds: ['packages/core/src/model/index.ts:1'],
    },
    {
      files: { 'packages/core/src/model/index.ts': '/** Model. */' },
      finds: ['packages/core/src/model/index.ts:1'],
    },
    {
      files: {
        'packages/core/src/limits.ts': '',
        'packages/core/src/model/index.ts': '/**\n * The model.\n *\n * Types.\n * Pure.\n */',
      },
      finds: [],
    },
  ],
};

/** Lines with words in the comment a file opens with. */
function openingLines(text: string): number {
  const comment = /^\/\*\*([\s\S]*?)\*\//.exec(text)?.[1] ?? '';
  return comment.split('\n').filter((line) => /\w/.test(line)).length;
}
