import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText } from './json-text.ts';

describe('jsonText', () => {
  it('gives what JSON.stringify gives, to whatever depth it writes in parts', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.integer({ min: 0, max: 5 }), (value, depth) => {
        const text = [...jsonText(value, depth)].join('');

        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(text.split('\n').length).toBe(
          JSON.stringify(value, undefined, 2).split('\n').length,
        );
      }),
    );
  });

  it('leaves out what is undefined and writes lists that are made on the way', () => {
    function* numbers(): Generator<number> {
      yield 1;
      yield 2;
    }

    expect([...jsonText({ a: undefined, b: numbers(), c: [] }, 2)].join('')).toBe(
      JSON.stringify({ b: [1, 2], c: [] }, undefined, 2),
    );
  });
});
