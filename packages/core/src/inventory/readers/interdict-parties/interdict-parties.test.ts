import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../limits.ts';
import { readFile, type FileRead } from '../../input/read.fixture.ts';
import { interdictParties } from './index.ts';

function read(...parties: readonly unknown[]): FileRead {
  return readFile(
    [interdictParties],
    parties.map((party) => `${JSON.stringify(party)}\n`).join(''),
  );
}

const PERSON = {
  id: 'NK-1',
  schema: 'Person',
  properties: { name: ['Anton Mikhaylovich Ivanov'], country: ['ru'] },
};

describe('interdictParties', () => {
  it('reads one on each line', () => {
    const { coverage, records } = read(PERSON, { schema: 'Company', properties: { name: 'A' } });

    expect(coverage).toMatchObject({ format: 'interdict-parties', status: 'read' });
    expect(records).toEqual([
      { kind: 'party', source: { file: 'file', pointer: 'line:1' }, ...PERSON },
      {
        kind: 'party',
        source: { file: 'file', pointer: 'line:2' },
        id: 'file#line:2',
        schema: 'Company',
        properties: { name: ['A'] },
      },
    ]);
  });

  it('takes the caption for a name, and leaves other members of exports aside', () => {
    const exported = { id: 'a', caption: 'A', schema: 'Company', datasets: ['x'], properties: {} };

    expect(read(exported).records).toMatchObject([{ properties: { name: ['A'] } }]);
  });

  it('counts entities that are no party', () => {
    const { coverage } = read(PERSON, { id: 'b', schema: 'Address', properties: { full: ['x'] } });

    expect(coverage).toMatchObject({
      status: 'read',
      records: 1,
      problems: [{ code: 'party-schema' }],
    });
  });

  it('reports a party without a name, and values that are no text', () => {
    const { coverage } = read(
      PERSON,
      { id: 'b', schema: 'Person', properties: {} },
      { id: 'c', schema: 'Person', properties: { name: ['C'], country: [{}], birthDate: [1965] } },
      'text',
    );

    expect(coverage.status).toBe('partial');
    expect(coverage.records).toBe(2);
    expect(coverage.problems.map(({ pointer }) => pointer)).toEqual([
      'line:2/properties/name',
      'line:3/properties',
      'line:4',
    ]);
  });

  it('cuts a name of 10 MB, and says so', () => {
    const party = { id: 'a', schema: 'Person', properties: { name: ['x'.repeat(2_000_000)] } };
    const { coverage, records } = read(PERSON, party);

    expect(coverage.problems).toMatchObject([{ code: 'text-limit' }]);
    expect(records[1]).toMatchObject({ properties: { name: ['x'.repeat(LIMITS.textLengthMax)] } });
  });

  it('keeps a property called __proto__ a property', () => {
    const text = '{"id":"a","schema":"Person","properties":{"name":["A"],"__proto__":["x"]}}\n';
    const { records } = readFile([interdictParties], text);

    expect(Object.keys((records[0] as { properties: object }).properties)).toEqual([
      'name',
      '__proto__',
    ]);
  });
});
