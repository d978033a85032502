import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import { CondSchema, RuleSchema } from '../model/index.ts';
import { checkSchema, pathOfPointer } from './check-schema.ts';
import { rule } from '../rulebook/rulebook.fixture.ts';

describe('pathOfPointer', () => {
  it.each([
    ['', []],
    ['/a', ['a']],
    ['/a/0/b', ['a', 0, 'b']],
    ['/a~1b/c~0d', ['a/b', 'c~d']],
    ['/a~01', ['a~1']],
    ['/2018-07', ['2018-07']],
  ])('reads %j', (pointer, path) => {
    expect(pathOfPointer(pointer)).toEqual(path);
  });
});

describe('checkSchema', () => {
  const schema = Type.Object(
    {
      id: Type.String({ pattern: '^[a-z]+$' }),
      kind: Type.Union([Type.Literal('a'), Type.Literal('b')]),
      inner: Type.Optional(Type.Object({ n: Type.Integer() }, { additionalProperties: false })),
    },
    { additionalProperties: false },
  );

  it('finds nothing wrong with a value that fits', () => {
    expect(checkSchema(schema, { id: 'x', kind: 'a', inner: { n: 1 } })).toEqual([]);
  });

  it.each([
    ['a property that is missing', { id: 'x' }, [], 'kind'],
    ['a property nobody knows', { id: 'x', kind: 'a', extra: 1 }, ['extra'], 'extra'],
    ['a word that is not allowed', { id: 'x', kind: 'c' }, ['kind'], '"c"'],
    ['a text of another form', { id: 'X1', kind: 'a' }, ['id'], '"X1"'],
    ['a number that is none', { id: 'x', kind: 'a', inner: { n: 'x' } }, ['inner', 'n'], 'n'],
  ])('names %s and where it stands', (_, value, path, word) => {
    const [problem, ...rest] = checkSchema(schema, value);

    expect(rest).toEqual([]);
    expect(problem).toMatchObject({ code: 'schema', path });
    expect(problem?.message).toContain(word);
  });

  it('accepts a rule put together from parts', () => {
    const parts = rule();
    const [example] = [
      {
        id: 'e',
        title: 'E',
        at: '2024-01-01',
        activity: 'sell',
        expect: { verdict: 'barred' },
        because: 'b',
        cite: parts.instrument,
      },
    ];

    expect(checkSchema(RuleSchema, { ...parts, examples: [example] })).toEqual([]);
  });

  it('reports what is wrong inside a condition at the condition, not at the rule', () => {
    const wrong = { all: [{ not: { fact: 'item.class', op: 'in', value: 'camera' } }] };

    const problems = checkSchema(CondSchema, wrong);

    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem.path.slice(0, 3)).toEqual(['all', 0, 'not']);
  });

  it.each([
    { fact: 'weather.sunny', op: 'eq', value: true },
    { fact: 'item.class', op: 'matches', value: 'x' },
    { fact: 'item.maker', op: 'related', value: { relation: 'cousin' } },
    { fact: 'item.maker', op: 'related', value: { relation: 'owned', percentMin: 0 } },
    { fact: 'item.class', op: 'in', value: [] },
    { all: [], any: [] },
    { term: 1 },
    {},
    'true',
    null,
  ])('refuses the condition %j', (cond) => {
    expect(checkSchema(CondSchema, cond)).not.toEqual([]);
  });
});
