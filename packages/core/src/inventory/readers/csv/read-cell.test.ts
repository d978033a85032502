import { describe, expect, it } from 'vitest';
import { countryCode } from './country.ts';
import { readBoolean, readNumber, readPercent, readText } from './read-cell.ts';

describe('readBoolean', () => {
  it.each([
    ['yes', true],
    ['TRUE', true],
    ['1', true],
    ['ja', true],
    ['No', false],
    ['0', false],
  ])('reads %s', (text, value) => {
    expect(readBoolean(text)).toEqual({ kind: 'value', value });
  });

  it('keeps nothing, not known and not readable apart', () => {
    for (const text of ['', ' ', 'n/a', 'unknown', '?']) {
      expect(readBoolean(text).kind).toBe('unknown');
    }
    for (const text of ['maybe', 'x', '2']) expect(readBoolean(text).kind).toBe('unreadable');
  });
});

describe('readPercent', () => {
  it.each([
    ['50', 50],
    ['50 %', 50],
    ['49.9%', 49.9],
    ['49,9', 49.9],
    ['33.333%', 33.333],
    ['0', 0],
    ['100', 100],
  ])('reads %s', (text, value) => {
    expect(readPercent(text)).toEqual({ kind: 'value', value });
  });

  it.each(['101', '-5', 'half', '5 of 10', '1.000.000'])('does not guess at %s', (text) => {
    expect(readPercent(text).kind).toBe('unreadable');
  });
});

describe('readNumber', () => {
  it('does not guess what a separator before three digits means', () => {
    expect(readNumber('1,5')).toEqual({ kind: 'value', value: 1.5 });
    expect(readNumber('1.234').kind).toBe('unreadable');
  });
});

describe('readText', () => {
  it('is trimmed, and nothing when the cell says nothing', () => {
    expect(readText(' a ')).toBe('a');
    expect(readText(' - ')).toBeUndefined();
    expect(readText(undefined)).toBeUndefined();
    expect(readText('NA')).toBe('NA');
  });
});

describe('countryCode', () => {
  it.each([
    ['US', 'US'],
    ['usa', 'US'],
    ['United States of America', 'US'],
    ['Russian Federation', 'RU'],
    ['P.R. China', 'CN'],
    ['UK', 'GB'],
    ['Côte d’Ivoire', 'CI'],
    ['NA', 'NA'],
  ])('knows %s', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });

  it.each(['', 'Georgia', 'Congo', 'Korea', 'Ohio', 'constructor'])(
    'does not guess at %s',
    (name) => {
      expect(countryCode(name)).toBeUndefined();
    },
  );
});
