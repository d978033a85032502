import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListEntry, ListStatement } from '@interdict/core';
import { mergeHistory } from './merge-history.ts';

type Plain = Readonly<Record<string, readonly string[]>>;

function entriesOf(plain: Plain): readonly ListEntry[] {
  return Object.entries(plain).map(([key, values]) => {
    const statements = [...new Set(values)].map((value) => {
      return { property: 'alias', value, field: 'f', pointer: 'line:1' };
    });
    const [first = key] = values;
    const entry = {
      id: `l:${key}`,
      list: 'l',
      schema: 'LegalEntity',
      caption: first,
      programs: [],
    };
    return { ...entry, statements } as unknown as ListEntry;
  });
}

function isHeldOn({ seenFrom, seenTo }: ListStatement, day: string): boolean {
  return (seenFrom === undefined || seenFrom <= day) && (seenTo === undefined || day < seenTo);
}

/** What the history says stood in the list on a day, as `entry value` in order. */
function heldOn(history: readonly ListEntry[], day: string): readonly string[] {
  return history
    .flatMap(({ id, statements }) =>
      statements.filter((one) => isHeldOn(one, day)).map(({ value }) => `${id} ${value}`),
    )
    .toSorted();
}

function textsOf(entries: readonly ListEntry[]): readonly string[] {
  return entries
    .flatMap(({ id, statements }) => statements.map(({ value }) => `${id} ${value}`))
    .toSorted();
}

function dayOf(index: number): string {
  return `2026-01-${String(index + 1).padStart(2, '0')}`;
}

function merged(versions: readonly Plain[]): readonly ListEntry[] {
  let history: readonly ListEntry[] = [];
  for (const [index, plain] of versions.entries()) {
    const entries = entriesOf(plain);
    history = [...mergeHistory(history, { day: dayOf(index), entries, isFirst: index === 0 })];
  }
  return history;
}

const words = fc.array(fc.constantFrom('A', 'B', 'C'), { minLength: 1, maxLength: 3 });
const version = fc.dictionary(fc.constantFrom('1', '2', '3'), words, { maxKeys: 3 });

describe('mergeHistory', () => {
  it('answers for the day of every version as that version does', () => {
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 6 }), (versions) => {
        const history = merged(versions);
        for (const [index, plain] of versions.entries()) {
          expect(heldOn(history, dayOf(index))).toEqual(textsOf(entriesOf(plain)));
        }
      }),
    );
  });

  it('does not say since when a statement of the first version holds', () => {
    const [entry] = merged([{ '1': ['A'] }, { '1': ['A', 'B'] }]);

    expect(entry?.statements.map(({ value, seenFrom }) => [value, seenFrom])).toEqual([
      ['A', undefined],
      ['B', '2026-01-02'],
    ]);
  });

  it('keeps both times of a name that came back', () => {
    const [entry] = merged([{ '1': ['A', 'B'] }, { '1': ['A'] }, { '1': ['A', 'B'] }]);

    const times = entry?.statements.filter(({ value }) => value === 'B');
    expect(times?.map(({ seenFrom, seenTo }) => [seenFrom, seenTo])).toEqual([
      ['2026-01-03', undefined],
      [undefined, '2026-01-02'],
    ]);
  });
});
