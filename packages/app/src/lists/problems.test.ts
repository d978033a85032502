import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LIST_PROBLEMS, lost, noted, problemText } from './problems.ts';

const SOURCE = fileURLToPath(new URL('.', import.meta.url));

function codesUsed(): readonly string[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  return files.flatMap((name) => {
    const text = readFileSync(join(SOURCE, name), 'utf8').replace(
      /const LIST_PROBLEMS.*?\n\}/s,
      '',
    );
    return [...text.matchAll(/'(list-[a-z-]+)'/g)].map(([, code]) => code ?? '');
  });
}

describe('the table of problems of lists', () => {
  it('has a reason for every code, and every code is given somewhere', () => {
    const used = new Set(codesUsed());

    // `list-unknown` is a failure of the call and stands in the table of the app.
    used.delete('list-unknown');
    expect([...used].toSorted()).toEqual(Object.keys(LIST_PROBLEMS).toSorted());
  });
});

describe('problemText', () => {
  it('names the file, the line and the column', () => {
    const problem = lost('list-syntax', 'no', { file: 'a.xml', pointer: 'line:3:4' });

    expect(problemText(problem)).toBe('a.xml, line 3, column 4: no');
  });

  it('says nothing of a place where there is none', () => {
    expect(problemText(noted('list-older', 'it is older'))).toBe('it is older');
    expect(problemText(noted('list-row', 'odd', { pointer: 'line:3' }))).toBe('line 3: odd');
  });
});
