import { describe, expect, it } from 'vitest';
import { commonFolder } from './coverage-lines.ts';

describe('commonFolder', () => {
  it.each([
    [['a/b/c.csv', 'a/b/d/e.csv'], 'a/b/'],
    [['a/bc/d.csv', 'a/b/d.csv'], 'a/'],
    [['/x/a.csv', '/y/b.csv'], '/'],
    [['a.csv', 'b/c.csv'], ''],
    [['only/one.csv'], 'only/'],
    [[], ''],
  ])('of %j is `%s`', (paths, folder) => {
    expect(commonFolder(paths)).toBe(folder);
  });
});
