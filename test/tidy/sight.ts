import type { Check } from './check.ts';
import { isSource } from './paths.ts';

/** Raised as the project grows, to stay near what there is. */
const SOURCE_FILES_MIN = 200;

function sources(count: number): Readonly<Record<string, string>> {
  const names = Array.from({ length: count }, (_, index) => `packages/core/src/model/a${index}.ts`);
  return Object.fromEntries(names.map((name) => [name, '']));
}

/** A checker that sees nothing is green; this one says so. */
export const sight: Check = {
  name: `the checks see ${SOURCE_FILES_MIN} source files or more`,
  find(files) {
    const count = files.filter((file) => isSource(file.path)).length;
    if (count >= SOURCE_FILES_MIN) return [];
    return [{ path: 'packages', line: 1, message: `only ${count} source files are seen` }];
  },
  examples: [
    { files: {}, finds: ['packages:1'] },
    { files: sources(SOURCE_FILES_MIN - 1), finds: ['packages:1'] },
    { files: sources(SOURCE_FILES_MIN), finds: [] },
  ],
};
