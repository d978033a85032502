import type { Check } from './check.ts';
import { parse } from './parse.ts';
import { isCode } from './paths.ts';

export const parses: Check = {
  name: 'every file of code is read without a syntax error',
  find: (files) =>
    files
      .filter((file) => isCode(file.path))
      .flatMap((file) => {
        const { error } = parse(file);
        return error === undefined ? [] : [{ path: file.path, line: 1, message: error }];
      }),
  examples: [
    { files: { 'test/a.ts': 'const a = ;' }, finds: ['test/a.ts:1'] },
    { files: { 'test/a.ts': 'const a: number = 1;' }, finds: [] },
  ],
};
