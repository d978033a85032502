import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { APP_PROBLEMS } from './problems.ts';

const SOURCE = fileURLToPath(new URL('.', import.meta.url));

function thrownCodes(): readonly string[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  return files.flatMap((name) => {
    const text = readFileSync(join(SOURCE, name), 'utf8');
    return [...text.matchAll(/new InterdictError\(\s*'([a-z-]+)'/g)].map(([, code]) => code ?? '');
  });
}

describe('the table of problems', () => {
  it('has every code that is thrown, and every code of it is thrown', () => {
    expect([...new Set(thrownCodes())].toSorted()).toEqual(Object.keys(APP_PROBLEMS).toSorted());
  });
});
