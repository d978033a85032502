import { describe, expect, it } from 'vitest';
import { pieces } from '../read.fixture.ts';
import { readJsonValues } from './read-json-values.ts';

function values(text: string): readonly unknown[] {
  return [...readJsonValues(pieces(text, 16))].map((item) =>
    item.kind === 'value' ? [item.pointer, item.value] : item.problem,
  );
}

describe('readJsonValues', () => {
  it('reads a value on each line, blank lines aside', () => {
    expect(values('{"a":1}\n\n{"a":2}\r\n')).toEqual([
      ['line:1', { a: 1 }],
      ['line:3', { a: 2 }],
    ]);
  });

  it('reads the elements of a list, and a document that is one value', () => {
    expect(values('[{"a":1},\n {"a":2}]')).toEqual([
      ['/0', { a: 1 }],
      ['/1', { a: 2 }],
    ]);
    expect(values('{\n  "a": 1\n}\n')).toEqual([['', { a: 1 }]]);
    expect(values('{"a":1}')).toEqual([['line:1', { a: 1 }]]);
  });

  it('reports a bad line with its column and reads the others', () => {
    expect(values('{"a":1}\n{"a":}\n{"a":3}\n')).toMatchObject([
      ['line:1', { a: 1 }],
      { code: 'json-syntax', pointer: 'line:2:6' },
      ['line:3', { a: 3 }],
    ]);
  });

  it('reads on when it is the first line that is bad', () => {
    expect(values('{"a":"cut\n{"a":2}\n{"a":3}\n')).toMatchObject([
      { code: 'truncated', pointer: 'line:1:10' },
      ['line:2', { a: 2 }],
      ['line:3', { a: 3 }],
    ]);
  });

  it('does not take one element on a line for a value of its own', () => {
    expect(values('{"list": [\n{"a":1}\n]}\n')).toEqual([['', { list: [{ a: 1 }] }]]);
  });

  it('leaves out the element a list breaks off in', () => {
    expect(values('[{"a":1},{"a":')).toMatchObject([{ code: 'truncated' }, ['/0', { a: 1 }]]);
  });

  it('checks lines for depth and duplicate keys too', () => {
    expect(values(`{"a":1,"a":2}\n{"a":${'['.repeat(5000)}\n`)).toMatchObject([
      { code: 'duplicate-key', pointer: 'line:1' },
      ['line:1', { a: 2 }],
      { code: 'depth-limit' },
    ]);
  });

  it('reads a first line that is longer than the head', () => {
    const long = JSON.stringify({ a: 'x'.repeat(100_000) });

    expect(values(`${long}\n{"a":2}\n`)).toHaveLength(2);
  });
});
