import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePartial } from './parse-partial.ts';

/** Valid JSON texts with the spacing and the escapes of no one writer. */
const jsonText = fc
  .tuple(
    fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }),
    fc.constantFrom<string | number>('', ' ', '\t', 2, '\r\n '),
    fc.boolean(),
  )
  .map(([value, space, isEscaped]) => {
    const text = JSON.stringify(value, null, space);
    if (!isEscaped) return text;
    return text.replaceAll(
      /[\u0080-\uffff]/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  });

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('parsePartial', () => {
  it('agrees with JSON.parse on every valid document', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const { value, fault, open } = parsePartial(text);

        expect(fault).toBeUndefined();
        expect(open.size).toBe(0);
        expect(value).toStrictEqual(JSON.parse(text));
      }),
    );
  });

  it('finds a fault exactly where JSON.parse finds one', () => {
    const broken = fc
      .tuple(jsonText, fc.nat(), fc.constantFrom('', '"', '{', ']', ',', '\\', '1', 'e', '\u0001'))
      .map(([text, at, piece]) => {
        const index = at % (text.length + 1);
        return text.slice(0, index) + piece + text.slice(index + 1);
      });
    fc.assert(
      fc.property(broken, (text) => {
        expect(parsePartial(text).fault === undefined).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['{"a":1}x', 7, 'json-syntax'],
    ['{"a" 1}', 5, 'json-syntax'],
    ['{"a":01}', 6, 'json-syntax'],
    ['[1,]', 3, 'json-syntax'],
    ['{"a":1,}', 7, 'json-syntax'],
    ['["\\x"]', 2, 'json-syntax'],
    ['["a\tb"]', 3, 'json-syntax'],
    ['{"a":"b', 7, 'truncated'],
    ['{"a":tru', 8, 'truncated'],
    ['{"a":12', 7, 'truncated'],
    ['', 0, 'truncated'],
    ["{'a':1}", 1, 'json-syntax'],
    ['NaN', 0, 'json-syntax'],
  ])('says where and why `%s` is wrong', (text, index, code) => {
    expect(parsePartial(text).fault).toMatchObject({ index, code });
  });

  it('keeps what stood before a fault, and knows what was left open', () => {
    const { value, open } = parsePartial('{"a":[{"b":1},{"c":2,"d":"cut');
    const root = value as { readonly a: readonly object[] };

    expect(value).toEqual({ a: [{ b: 1 }, { c: 2 }] });
    expect(open).toEqual(new Set([root, root.a, root.a[1]]));
    expect(open.has(root.a[0] ?? {})).toBe(false);
  });

  it('leaves out a number the text breaks off in, since it may go on', () => {
    expect(parsePartial('{"a":1,"b":23').value).toEqual({ a: 1 });
    expect(parsePartial('23').value).toBe(23);
  });

  it('treats a key of __proto__ as any other', () => {
    const { value } = parsePartial('{"__proto__":{"polluted":true},"constructor":1}');

    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('refuses nesting beyond the limit and keeps what stood before', () => {
    const text = `{"a":1,"b":${'['.repeat(100_000)}`;

    const { value, fault } = parsePartial(text, 1000);

    expect(fault).toMatchObject({ code: 'depth-limit', index: 11 + 999 });
    expect(value).toMatchObject({ a: 1 });
  });
});
