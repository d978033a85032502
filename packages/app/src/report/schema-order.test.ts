import { describe, expect, it } from 'vitest';
import { inSchemaOrder } from './schema-order.ts';

const SCHEMA = {
  properties: {
    b: { properties: { d: {}, c: {} } },
    a: { items: { properties: { y: {}, x: {} } } },
  },
};

describe('inSchemaOrder', () => {
  it('puts keys where the schema has them, at every depth', () => {
    const value = { a: [{ x: 1, y: 2 }], b: { c: 1, d: 2 } };

    expect(JSON.stringify(inSchemaOrder(value, SCHEMA))).toBe(
      '{"b":{"d":2,"c":1},"a":[{"y":2,"x":1}]}',
    );
  });

  it('puts keys the schema does not name last, sorted', () => {
    expect(JSON.stringify(inSchemaOrder({ z: 1, k: null, b: 2 }, SCHEMA))).toBe(
      '{"b":2,"k":null,"z":1}',
    );
  });

  it('keeps a key named like a part of every object', () => {
    const value = JSON.parse('{"__proto__":1,"constructor":2}') as unknown;

    expect(JSON.stringify(inSchemaOrder(value, {}))).toBe('{"__proto__":1,"constructor":2}');
  });
});
