import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, pieces } from '../read.fixture.ts';
import { readJson, type JsonDocument } from './read-json.ts';

function read(content: string | Uint8Array, bytesMax?: number): JsonDocument {
  return readJson(pieces(content, 7), bytesMax);
}

function problemsOf(content: string | Uint8Array): readonly unknown[] {
  return read(content).problems.map(({ problem, lost }) => [problem.code, problem.pointer, lost]);
}

describe('readJson', () => {
  it('reads a sound document whole', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const document = read(JSON.stringify(value));

        expect(document).toMatchObject({ isWhole: true, problems: [] });
        expect(document.value).toStrictEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('gives line, column and byte of a fault, and what stood before it', () => {
    const { value, problems, isWhole } = read('{\n  "ü": 1,\n  "b": x\n}');

    expect(value).toEqual({ ü: 1 });
    expect(isWhole).toBe(false);
    expect(problems).toMatchObject([
      {
        lost: true,
        problem: {
          code: 'json-syntax',
          message: 'unexpected `x` where a value belongs at line 3, column 8, byte 20',
          pointer: 'line:3:8',
        },
      },
    ]);
  });

  it('counts bytes of the file, byte order mark and encoding included', () => {
    const bom = read('\u{feff}{"a":x}').problems[0]?.problem.message;
    const utf16 = new Uint8Array(Buffer.from('\u{feff}{"a":x}', 'utf16le'));

    expect(bom).toContain('column 6, byte 8');
    expect(read(utf16).problems[0]?.problem.message).toContain('column 6, byte 12');
  });

  it('names no byte when damaged bytes make it uncertain', () => {
    const bytes = new Uint8Array([...bytesOf('{"a":"'), 0xff, ...bytesOf('",x}')]);

    expect(read(bytes).problems.map(({ problem }) => problem.message)).toEqual([
      'byte 6 is not utf-8 and was read as U+FFFD',
      'unexpected `x` where a key belongs at line 1, column 10',
    ]);
  });

  it('notes a duplicate key, and calls it a loss when it hides an object or a list', () => {
    expect(problemsOf('{"a":1,"a":2}')).toEqual([['duplicate-key', '/a', false]]);
    expect(problemsOf('{"a":[1],"a":[]}')).toEqual([['duplicate-key', '/a', true]]);
    expect(read('{"a":1,"a":2}').value).toEqual({ a: 2 });
  });

  it('refuses nesting of 10,000 without overflowing the stack', () => {
    const { problems, isWhole } = read(`${'['.repeat(10_000)}${']'.repeat(10_000)}`);

    expect(isWhole).toBe(false);
    expect(problems).toMatchObject([
      { lost: true, problem: { code: 'depth-limit', pointer: 'line:1:1001' } },
    ]);
  });

  it('reads a document that is too large as far as the limit', () => {
    const { value, problems, isWhole } = read('{"a":[1,2,3,4,5,6]}', 11);

    expect(value).toEqual({ a: [1, 2] });
    expect(isWhole).toBe(false);
    expect(problems.map(({ problem }) => problem.code)).toEqual(['document-limit', 'truncated']);
  });

  it('reads a document of too many values as far as the limit', () => {
    const limits = { depthMax: 10, jsonValuesMax: 4, jsonKeysMax: 10 };
    const { value, problems, isWhole } = readJson(pieces('{"ü":[1,2,3,4,5,6]}', 4), 100, limits);

    expect(value).toEqual({ ü: [1, 2] });
    expect(isWhole).toBe(false);
    expect(problems.map(({ problem }) => problem.code)).toEqual(['document-limit', 'truncated']);
  });

  it('is not whole when the limit falls behind the last brace', () => {
    expect(read('{"a":1} x', 7).isWhole).toBe(false);
  });

  it('keeps the prototype out of reach', () => {
    const { value } = read('{"__proto__":{"polluted":1},"a":{"constructor":{"prototype":{}}}}');

    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('knows what it broke off in', () => {
    const document = read('{"a":[{"b":1},{"c":2');
    const { a } = document.value as { readonly a: readonly object[] };

    expect(document.isComplete(a)).toBe(false);
    expect(a.map((one) => document.isComplete(one))).toEqual([true, false]);
  });
});
