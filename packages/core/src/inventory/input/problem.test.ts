import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isProblem, lostProblem, noteProblem, READ_PROBLEMS } from './problem.ts';

const INVENTORY = fileURLToPath(new URL('..', import.meta.url));

function sources(): string {
  return readdirSync(INVENTORY, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name))
    .filter(({ name }) => name !== 'problem.ts')
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

describe('READ_PROBLEMS', () => {
  it('holds no code that nothing says', () => {
    const text = sources();
    const unused = Object.keys(READ_PROBLEMS).filter((code) => !text.includes(`'${code}'`));

    expect(unused).toEqual([]);
  });

  it('gives each code a meaning of its own, as a sentence begun in lower case', () => {
    const meanings = Object.values(READ_PROBLEMS);

    expect(new Set(meanings).size).toBe(meanings.length);
    for (const meaning of meanings) expect(meaning).toMatch(/^[a-z].*[^.]$/);
  });
});

describe('problems', () => {
  it('are losses or notes, with a place when there is one', () => {
    expect(lostProblem('value', 'm', 'line:1')).toEqual({
      kind: 'problem',
      lost: true,
      problem: { code: 'value', message: 'm', pointer: 'line:1' },
    });
    expect(noteProblem('value', 'm')).toEqual({
      kind: 'problem',
      lost: false,
      problem: { code: 'value', message: 'm' },
    });
    expect(isProblem(noteProblem('value', 'm'))).toBe(true);
    expect(isProblem('text')).toBe(false);
  });
});
