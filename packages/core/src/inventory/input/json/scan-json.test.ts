import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../read.fixture.ts';
import { LIMITS } from '../../../limits.ts';
import { escapePointer, JsonScanner, scanJson } from './scan-json.ts';

function scan(text: string, depthMax: number = LIMITS.depthMax): ReturnType<typeof scanJson> {
  return scanJson(bytesOf(text), { ...LIMITS, depthMax });
}

function pointers(text: string): readonly string[] {
  return scan(text).duplicates.map(({ pointer }) => pointer);
}

/** Members as pairs, so that a key can stand twice. */
interface Pairs {
  readonly pairs: readonly (readonly [string, Value])[];
}
type Value = number | string | readonly Value[] | Pairs;

const { value: anyValue } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'json' },
    fc.integer(),
    fc.constantFrom('', 'a"b', '\\', 'ü'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.record({
      pairs: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'a/b', '~', '\\', 'ü'), tie('value')), {
        maxLength: 5,
      }),
    }),
  ),
}));

function write(value: Value): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  if (!('pairs' in value)) return `[${value.map(write).join(',')}]`;
  return `{${value.pairs.map(([key, one]) => `${JSON.stringify(key)}:${write(one)}`).join(',')}}`;
}

function duplicatesIn(value: Value, pointer: string): readonly string[] {
  if (typeof value !== 'object') return [];
  if (!('pairs' in value)) {
    return value.flatMap((one, index) => duplicatesIn(one, `${pointer}/${index}`));
  }
  const seen = new Set<string>();
  return value.pairs.flatMap(([key, one]) => {
    const path = `${pointer}/${escapePointer(key)}`;
    const own = seen.has(key) ? [path] : [];
    seen.add(key);
    return [...own, ...duplicatesIn(one, path)];
  });
}

describe('scanJson, of duplicate keys', () => {
  it('finds every one, with its pointer', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(pointers(write(value))).toEqual(duplicatesIn(value, ''));
      }),
      { numRuns: 1000 },
    );
  });

  it('compares keys as they are meant, not as they are written', () => {
    expect(pointers('{"name":1,"n\\u0061me":2}')).toEqual(['/name']);
  });

  it('finds them among many keys', () => {
    const members = Array.from({ length: 200 }, (_, index) => `"key${index}":${index}`);

    expect(pointers(`{${[...members, '"key150":0'].join(',')}}`)).toEqual(['/key150']);
    expect(pointers(`{${members.join(',')}}`)).toEqual([]);
  });

  it('keeps its way behind an object with many keys', () => {
    const members = Array.from({ length: 50 }, (_, index) => `"key${index}":[]`).join(',');

    expect(pointers(`{"a":{${members},"last":{"x":1,"x":2}},"b":1,"b":2}`)).toEqual([
      '/a/last/x',
      '/b',
    ]);
  });

  it('says whether a container is hidden behind the later value', () => {
    const { duplicates } = scan('{"components" : [1], "components":[], "v":1, "v":2}');

    expect(duplicates.map(({ hidesContainer }) => hidesContainer)).toEqual([true, false]);
  });

  it('counts what it does not list', () => {
    const { duplicates, duplicatesMore } = scan(`[${'{"a":1,"a":2},'.repeat(130)}0]`);

    expect(duplicates.length + duplicatesMore).toBe(130);
    expect(duplicatesMore).toBe(30);
  });

  it('takes no quadratic time for an object of very many keys', () => {
    const members = Array.from({ length: 200_000 }, (_, index) => `"${index}":0`).join(',');
    const startedMs = performance.now();

    expect(pointers(`{${members}}`)).toEqual([]);
    expect(performance.now() - startedMs).toBeLessThan(5000);
  });
});

describe('scanJson, of depth', () => {
  it('stops at the container that is nested too deep', () => {
    expect(scan('[[[]]]', 3).tooDeepAt).toBeUndefined();
    expect(scan('[[{"a":[]}]]', 3).tooDeepAt).toBe(7);
  });

  it('does not count brackets inside texts', () => {
    expect(scan(`["${'['.repeat(50)}","\\"[[["]`, 3).tooDeepAt).toBeUndefined();
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        scanJson(bytes, { ...LIMITS, depthMax: 3 });
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\')), (parts) => {
        scan(parts.join(''), 4);
      }),
    );
  });
});

describe('scanJson, of numbers', () => {
  const limits = { depthMax: 10, jsonValuesMax: 5, jsonKeysMax: 40 };

  it('stops where there are more values than allowed', () => {
    expect(scanJson(bytesOf('[1,2,3,4,5]'), limits).tooManyAt).toBeUndefined();
    expect(scanJson(bytesOf('[1,2,3,4,5,6]'), limits).tooManyAt).toBe(10);
    expect(scanJson(bytesOf('[[],[],[]]'), limits).tooManyAt).toBe(7);
  });

  it('stops where one object has more keys than allowed', () => {
    const members = Array.from({ length: 50 }, (_, index) => `"${index}":0`).join(',');

    expect(scanJson(bytesOf(`{${members}}`), { ...limits, jsonValuesMax: 99 })).toHaveProperty(
      'tooManyAt',
    );
  });
});

describe('JsonScanner', () => {
  it('forgets one document before the next', () => {
    const scanner = new JsonScanner();
    scanner.scan(bytesOf('{"a":1,"a":2,"b":{'));

    expect(scanner.scan(bytesOf('{"a":1}')).duplicates).toEqual([]);
  });
});
