import { describe, expect, it } from 'vitest';
import type { Cond, GroupId } from '../model/index.ts';
import { amongStrangers, relationsIn, shapeOf } from './shape.ts';

function madeBy(group: string): Cond {
  const value = { relation: 'member', group: group as GroupId } as const;
  return { fact: 'item.maker', op: 'related', value };
}

const ROUTER: Cond = { fact: 'item.class', op: 'in', value: ['router'] };

describe('the shape of a condition', () => {
  it('does not tell whom it names', () => {
    expect(shapeOf(madeBy('a'), {})).toBe(shapeOf(madeBy('b'), {}));
  });

  it('tells everything else: the fact, the relation, the share, the words', () => {
    const owned: Cond = {
      fact: 'item.maker',
      op: 'related',
      value: { relation: 'owned', group: 'a' as GroupId, percentMin: 50 },
    };
    const least: Cond = { ...owned, value: { ...owned.value, percentMin: 25 } };
    const listed: Cond = {
      fact: 'item.maker',
      op: 'related',
      value: { relation: 'member', list: 'a-list' },
    };
    const camera: Cond = { fact: 'item.class', op: 'in', value: ['camera'] };

    const shapes = [madeBy('a'), owned, least, listed, ROUTER, camera].map((one) =>
      shapeOf(one, {}),
    );

    expect(new Set(shapes).size).toBe(6);
  });

  it('reads a defined term as what it stands for', () => {
    expect(shapeOf({ term: 'covered' }, { covered: { is: madeBy('a') } as never })).toBe(
      shapeOf(madeBy('b'), {}),
    );
  });
});

describe('a condition among strangers', () => {
  it('asks about one maker where it named many', () => {
    const cond: Cond = {
      all: [{ any: [madeBy('a'), { any: [madeBy('b'), madeBy('c')] }] }, { not: ROUTER }],
    };

    expect(amongStrangers(cond, {})).toEqual({ all: [madeBy('a'), { not: ROUTER }] });
  });

  it('still names all of them to whoever asks whom the rule concerns', () => {
    const cond: Cond = { any: [madeBy('a'), { not: { inside: madeBy('b') } }, ROUTER] };

    expect(relationsIn(cond, {}).map(({ group }) => group)).toEqual(['a', 'b']);
  });
});
