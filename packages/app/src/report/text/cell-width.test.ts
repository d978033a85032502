import { describe, expect, it } from 'vitest';
import { cellWidth, clustersOf, elideMiddle, flatText, padCells } from './cell-width.ts';

describe('cellWidth', () => {
  it('counts ideographs, full-width forms and emoji twice, marks not at all', () => {
    expect(cellWidth('abc')).toBe(3);
    expect(cellWidth('安全')).toBe(4);
    expect(cellWidth('ＡＢ')).toBe(4);
    expect(cellWidth('🛡')).toBe(1);
    expect(cellWidth('🚫')).toBe(2);
    expect(cellWidth('e\u0301')).toBe(1);
    expect(cellWidth('🇩🇪')).toBe(2);
    expect(cellWidth('한글')).toBe(4);
    expect(cellWidth('─…é')).toBe(3);
  });
});

describe('flatText', () => {
  it('takes joined pictures apart, so that every terminal gives them the same width', () => {
    expect(cellWidth(flatText('👩‍👩‍👧'))).toBe(6);
    expect(flatText('🛡️')).toBe('🛡');
  });
});

describe('padCells', () => {
  it('fills up to a width in cells', () => {
    expect(padCells('安', 4)).toBe('安  ');
    expect(padCells('abcdef', 4)).toBe('abcdef');
  });
});

describe('clustersOf', () => {
  it('keeps marks with what they sit on', () => {
    expect(clustersOf('e\u0301x')).toEqual(['e\u0301', 'x']);
  });
});

describe('elideMiddle', () => {
  it('keeps the ends, where names differ', () => {
    expect(elideMiddle('kaspersky-endpoint-security', 11)).toBe('kaspe…urity');
    expect(elideMiddle('short', 11)).toBe('short');
  });

  it('never takes more than it may, also with wide characters', () => {
    for (let cells = 2; cells < 20; cells += 1) {
      const width = cellWidth(elideMiddle('安全软件安全软件安全软件', cells));

      expect(width).toBeLessThanOrEqual(cells);
      expect(width).toBeGreaterThanOrEqual(Math.min(cells - 2, 22));
    }
  });
});
