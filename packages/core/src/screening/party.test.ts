import { describe, expect, it } from 'vitest';
import { readParty } from './party.ts';

describe('readParty', () => {
  it('takes a text or a list of texts, and numbers', () => {
    const read = readParty({
      id: 7,
      schema: 'Person',
      properties: { name: 'Arkadiy Zvantsev', birthDate: [1961, null], alias: [' ', 'A. Z.'] },
    });

    expect(read).toEqual({
      ok: true,
      party: {
        id: '7',
        schema: 'Person',
        properties: { name: ['Arkadiy Zvantsev'], birthDate: ['1961'], alias: ['A. Z.'] },
      },
    });
  });

  it('takes a party without schema and id for a legal entity of its place', () => {
    expect(readParty({ properties: { name: 'X' } }, 'line 3')).toMatchObject({
      party: { id: 'line 3', schema: 'LegalEntity' },
    });
  });

  it.each([
    ['no object', 'party-shape', ''],
    [{ schema: 'Dragon', properties: {} }, 'party-schema', '/schema'],
    [{ schema: 'Person' }, 'party-shape', '/properties'],
    [
      { schema: 'Person', properties: { name: { first: 'X' } } },
      'party-property',
      '/properties/name',
    ],
    [{ id: {}, properties: {} }, 'party-shape', '/id'],
    [JSON.parse('{"properties":{"__proto__":["x"]}}'), 'party-property', '/properties/__proto__'],
  ])('says what is wrong with %j and where', (value, code, pointer) => {
    expect(readParty(value)).toMatchObject({ ok: false, problem: { code, pointer } });
  });
});
