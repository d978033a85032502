import { describe, expect, it } from 'vitest';
import { checkRegex } from './regex-subset.ts';

describe('checkRegex', () => {
  it.each([
    String.raw`^AVP(\.KES\.|)\d+\.\d+(\.\d+)?$`,
    String.raw`^[sp]\d\d\.upd\.kaspersky\.com$`,
    String.raw`^(dc1(-[a-z]+)?|mdr)\.ksn\.kaspersky-labs\.com$`,
    String.raw`^kaspersky\b.{0,100}\b(connector|exporter)$`,
    String.raw`^(?:a|b)c?$`,
    String.raw`^[\]\\]+$`,
  ])('takes %s', (source) => {
    expect(checkRegex(source)).toBeUndefined();
  });

  it.each([
    ['kaspersky', 'begin'],
    ['^kaspersky', 'end'],
    [String.raw`\.scr\.kaspersky-labs\.com$`, 'begin'],
    [String.raw`^price\$`, 'end'],
    ['^(a+)+$', 'inside a quantifier'],
    ['^((a+)b)*$', 'inside a quantifier'],
    ['^(a{2,})*$', 'inside a quantifier'],
    [String.raw`^(a)\1$`, 'back-reference'],
    [String.raw`^\k<a>$`, 'back-reference'],
    ['^(?=a)b$', 'look-around'],
    ['^(?!a)b$', 'look-around'],
    ['^(?<=a)b$', 'look-around'],
    ['^(?<name>a)$', 'look-around'],
    ['^a|b$', 'alternation'],
    ['^a^b$', 'anchor'],
    ['^(a$', 'not closed'],
    ['^a)$', 'not opened'],
    ['^*a$', 'nothing to repeat'],
    ['^a+*$', 'nothing to repeat'],
    ['^a*b*c*d*$', 'more than 3'],
    ['^[a$', 'no regular expression'],
    [String.raw`^\u0041$`, 'not allowed'],
  ])('refuses %s', (source, reason) => {
    expect(checkRegex(source)).toContain(reason);
  });
});
