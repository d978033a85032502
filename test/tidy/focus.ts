import type { Check } from './check.ts';
import { findLines } from './check.ts';
import { parse } from './parse.ts';
import { isCode, isTest } from './paths.ts';

/** The one place that may skip a test, because it says so on the console. */
const LOUD_SKIP = 'test/shared-data.ts';

const QUIET = new Set(['only', 'skip', 'skipIf', 'runIf', 'todo', 'fails']);
const TEST_WORDS = ['it', 'test', 'describe', 'suite', 'concurrent', 'sequential'];

// Put together, so that no search for these words finds this file.
const ONLY = ['on', 'ly'].join('');
const SKIP = ['sk', 'ip'].join('');
const LEFTOVERS = [
  ['TO', 'DO'].join(''),
  ['FIX', 'ME'].join(''),
  ['XX', 'X'].join(''),
  ['not imple', 'mented'].join(''),
  ['expect(', 'true)'].join(''),
];

export const skipping: Check = {
  name: 'no test is focused, and none is skipped without a word on the console',
  find: (files) =>
    files
      .filter(({ path }) => isTest(path) && path !== LOUD_SKIP)
      .flatMap((file) =>
        parse(file).uses.flatMap(({ text, line }) => {
          const [object = '', property = ''] = text.split('.');
          if (!TEST_WORDS.includes(object) || !QUIET.has(property)) return [];
          return [{ path: file.path, line, message: `\`${text}\` hides a test` }];
        }),
      ),
  examples: [
    { files: { 'test/a.test.ts': `\nit.${ONLY}('a', f);` }, finds: ['test/a.test.ts:2'] },
    { files: { 'test/a.test.ts': `describe.${SKIP}('a', f);` }, finds: ['test/a.test.ts:1'] },
    { files: { 'test/a.test.ts': `it.${SKIP}.each([1])('a', f);` }, finds: ['test/a.test.ts:1'] },
    { files: { 'test/a.test.ts': `it.concurrent.${ONLY}('a', f);` }, finds: ['test/a.test.ts:1'] },
    { files: { 'test/a.test.ts': "it.skipIf(isSlow)('a', f);" }, finds: ['test/a.test.ts:1'] },
    { files: { 'test/a.test.ts': `reader.${SKIP}(4);` }, finds: [] },
    { files: { [LOUD_SKIP]: "it.skipIf(true)('a', f);" }, finds: [] },
  ],
};

export const leftovers: Check = {
  name: 'no code is marked as unfinished, and no test asserts nothing',
  find: (files) =>
    files
      .filter(({ path }) => isCode(path) || /\.(py|sh)$/.test(path))
      .flatMap((file) =>
        findLines(file, (line) => {
          const word = LEFTOVERS.find((leftover) => line.includes(leftover));
          return word === undefined ? undefined : `\`${word}\` is left over`;
        }),
      ),
  examples: [
    ...LEFTOVERS.map((word) => ({
      files: { 'packages/core/src/a.ts': `\n// ${word} later` },
      finds: ['packages/core/src/a.ts:2'],
    })),
    { files: { 'engines/spark/a.py': `# ${LEFTOVERS[0]}` }, finds: ['engines/spark/a.py:1'] },
    { files: { 'packages/core/src/a.ts': '// nothing to do' }, finds: [] },
  ],
};
