import { describe, expect, it } from 'vitest';
import { cellsOf, columnsOfHeading, columnsOfRule } from './index.ts';

describe('cellsOf', () => {
  const columns = columnsOfHeading('Name    Id   Version');

  it('cuts rows where headings begin, also when a value fills its column', () => {
    expect(cellsOf('a b     c.d  1.0', columns)).toEqual(['a b', 'c.d', '1.0']);
    expect(cellsOf('12345678abcde1.0', columns)).toEqual(['12345678', 'abcde', '1.0']);
    expect(cellsOf('short', columns)).toEqual(['short', '', '']);
  });

  it('counts two cells for wide characters and none for marks', () => {
    expect(cellsOf('漢字ソフc.d  1.0', columns)).toEqual(['漢字ソフ', 'c.d', '1.0']);
    expect(cellsOf('한국    c.d  1.0', columns)).toEqual(['한국', 'c.d', '1.0']);
    expect(cellsOf('u\u0308ber    c.d  1.0', columns)).toEqual(['u\u0308ber', 'c.d', '1.0']);
  });

  it('takes columns from headings with wide characters', () => {
    expect(columnsOfHeading('名前  ID').map(({ at }) => at)).toEqual([0, 6]);
  });

  it('takes columns from a rule, with the headings above it', () => {
    const found = columnsOfRule('Name  Provider Name', '----  -------------');

    expect(found.map(({ heading, at }) => [heading, at])).toEqual([
      ['Name', 0],
      ['Provider Name', 6],
    ]);
  });

  it('has no columns without headings', () => {
    expect(cellsOf('anything', columnsOfHeading('   '))).toEqual([]);
  });
});
