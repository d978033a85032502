import type { ListEntry, ListStatement, ListVersion } from '../model/index.ts';
import { buildSnapshot, buildTables } from './index/build-snapshot.ts';
import type { PartyQuery } from './party.ts';
import { createScreener, type Screener, type ScreeningOptions } from './screener.ts';
import type { Vocabulary } from './vocabulary.ts';
import { openSnapshot, type Snapshot } from './snapshot/open-snapshot.ts';

/** An entry made for tests: nobody listed anywhere has these names together. */
export function madeEntry(
  id: string,
  schema: ListEntry['schema'],
  properties: Readonly<Record<string, readonly string[]>>,
  more: Partial<ListEntry> = {},
): ListEntry {
  const statements: ListStatement[] = [];
  for (const [property, values] of Object.entries(properties)) {
    for (const value of values) {
      statements.push({ property, value, field: property, pointer: `/${id}/${property}` });
    }
  }
  return {
    id: `made:${id}` as ListEntry['id'],
    list: 'made' as ListEntry['list'],
    schema,
    caption: properties['name']?.[0] ?? id,
    programs: ['MADE'],
    statements,
    ...more,
  };
}

const MADE_LIST: ListVersion = {
  list: 'made' as ListVersion['list'],
  title: 'A list made for tests',
  publisher: 'Nobody',
  fetched: '2026-01-01T00:00:00Z',
  digest: '0'.repeat(64),
  entries: 0,
  names: 0,
};

function madeSnapshot(entries: Iterable<ListEntry>): Snapshot {
  const opened = openSnapshot(buildSnapshot({ entries, lists: [MADE_LIST] }));
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.snapshot;
}

export function madeScreener(
  entries: Iterable<ListEntry>,
  options: ScreeningOptions = {},
): Screener {
  const opened = createScreener(madeSnapshot(entries), options);
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.screener;
}

/** The same over tables that are not written; a thousand small lists are screened in seconds. */
export function quickScreener(
  vocabulary: Vocabulary,
  entries: Iterable<ListEntry>,
  options: ScreeningOptions = {},
): Screener {
  const contents = buildTables({ entries, lists: [MADE_LIST] }, vocabulary);
  const opened = createScreener({ ...contents, digest: 'made' }, options, vocabulary);
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.screener;
}

export function party(
  schema: string,
  properties: Readonly<Record<string, readonly string[]>>,
): PartyQuery {
  return { id: 'q', schema, properties };
}
