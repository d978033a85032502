import type { ListEntry, ListStatement, ListVersion } from '@interdict/core';
import type { ListStore } from './store/index.ts';

/** What a screening index is made of: all entries there ever were, and the versions in use. */
export interface ListsInTime {
  readonly entries: Iterable<ListEntry>;
  readonly versions: readonly ListVersion[];
}

/**
 * The entries of lists with the days between which each statement held: by the publisher's dates
 * where it gives them, and else by the versions kept. Lists without a version are left out, and
 * the caller has to say so.
 */
export function listsInTime(store: ListStore, lists: readonly string[]): ListsInTime {
  const versions = lists.flatMap((list) => store.current(list) ?? []);
  function* entries(): Generator<ListEntry> {
    for (const { list } of versions) {
      for (const entry of store.history(list)) yield inTime(entry);
    }
  }
  return { entries: entries(), versions };
}

function inTime(entry: ListEntry): ListEntry {
  return { ...entry, statements: entry.statements.map(statementInTime) };
}

/** A statement that is no longer in the list ends there, whatever end its publisher had named. */
function statementInTime(statement: ListStatement): ListStatement {
  const { seenFrom, seenTo, ...rest } = statement;
  const from = rest.from ?? seenFrom;
  const to = earlier(rest.to, seenTo);
  return { ...rest, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function earlier<T extends string>(a: T | undefined, b: T | undefined): T | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
