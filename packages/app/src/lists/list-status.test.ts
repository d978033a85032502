import { describe, expect, it } from 'vitest';
import type { ListSource } from './list-source.ts';
import { listStatuses, type ListStatus } from './list-status.ts';
import type { ListState, ListStore, StoredVersion } from './store/index.ts';

const NOW = '2026-11-24T12:00:00Z';

const SOURCE: ListSource = {
  list: 'xy-list',
  title: 'A list',
  publisher: 'Nobody',
  formats: [],
  staleAfterDays: 3,
  isExpected: true,
};

function statusOf(
  version: Partial<StoredVersion> | undefined,
  state: ListState = {},
  source: ListSource = SOURCE,
): ListStatus | undefined {
  const kept = version as StoredVersion | undefined;
  const versions = kept === undefined ? [] : [kept];
  const store = {
    lists: () => [],
    current: () => kept,
    versions: () => versions,
    state: () => state,
  } as unknown as ListStore;
  return listStatuses([source], store, NOW)[0];
}

describe('listStatuses', () => {
  it('says that a list is missing', () => {
    expect(statusOf(undefined)).toMatchObject({ status: 'missing', versions: 0 });
  });

  it('counts the age of a fetched list from when it was fetched or confirmed', () => {
    const fetched = { origin: 'https://example.org', fetched: '2026-11-20T00:00:00Z' };

    expect(statusOf(fetched)).toMatchObject({ status: 'stale', ageDays: 4 });
    expect(statusOf(fetched, { confirmed: '2026-11-23T00:00:00Z' })).toMatchObject({
      status: 'current',
      ageDays: 1,
    });
  });

  it('counts the age of an imported list from the date of its publisher', () => {
    const imported = { origin: 'import', fetched: NOW, published: '2021-07-01' };

    expect(statusOf(imported)).toMatchObject({ status: 'stale', ageDays: 1972 });
  });

  it('takes a list for stale when nobody says how old it is', () => {
    const status = statusOf({ origin: 'import', fetched: NOW });

    expect(status?.status).toBe('stale');
    expect(status?.ageDays).toBeUndefined();
  });

  it('says that a list was taken in without a part of it', () => {
    const partial = {
      origin: 'https://example.org',
      fetched: NOW,
      accepted: ['list-part-missing'],
    };

    expect(statusOf(partial)?.status).toBe('partial');
  });

  it('does not let a list of its own age', () => {
    const own = { ...SOURCE, staleAfterDays: Number.POSITIVE_INFINITY };

    expect(statusOf({ origin: 'import', fetched: '2020-01-01T00:00:00Z' }, {}, own)?.status).toBe(
      'current',
    );
  });
});
