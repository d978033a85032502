import { describe, expect, it } from 'vitest';
import type { ListEntry } from '@interdict/core';
import { listsInTime } from './entries-in-time.ts';
import type { ListStore, StoredVersion } from './store/index.ts';

function storeOf(statements: readonly object[]): ListStore {
  const entry = { id: 'l:1', list: 'l', schema: 'Company', caption: 'A', programs: [], statements };
  return {
    current: (list: string) => (list === 'l' ? ({ list } as unknown as StoredVersion) : undefined),
    history: () => [entry as unknown as ListEntry],
  } as unknown as ListStore;
}

const NAME = { property: 'name', value: 'A', field: 'f', pointer: 'line:1' };

function datesOf(statement: object): readonly (string | undefined)[] {
  const [entry] = [...listsInTime(storeOf([{ ...NAME, ...statement }]), ['l']).entries];
  const [one] = entry?.statements ?? [];
  return [one?.from, one?.to];
}

describe('listsInTime', () => {
  it.each([
    [
      'the date of the publisher before that of a version',
      { from: '2020-01-01', seenFrom: '2021-01-01' },
      ['2020-01-01', undefined],
    ],
    [
      'the date of a version where the publisher gives none',
      { seenFrom: '2021-01-01' },
      ['2021-01-01', undefined],
    ],
    ['no date for what the first version kept says', {}, [undefined, undefined]],
    [
      'the earlier of two ends',
      { to: '2030-01-01', seenTo: '2021-01-01' },
      [undefined, '2021-01-01'],
    ],
    ['the end of the publisher', { to: '2020-01-01' }, [undefined, '2020-01-01']],
  ])('takes %s', (_name, statement, dates) => {
    expect(datesOf(statement)).toEqual(dates);
  });

  it('leaves out lists without a version', () => {
    const { versions } = listsInTime(storeOf([]), ['l', 'missing']);

    expect(versions.map(({ list }) => list)).toEqual(['l']);
  });
});
