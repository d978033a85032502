import type { DateText, ListEntry, ListStatement } from '@interdict/core';

/** A version as the history needs it: its day and its entries. */
export interface DatedEntries {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly entries: Iterable<ListEntry>;
  /** The first version kept: what it says may have been listed at any time before. */
  readonly isFirst: boolean;
}

/**
 * Lays a version upon the history of a list: every entry and statement there ever was, with the
 * days between which the list had it.
 *
 * What is new in a later version begins on its day, unless the publisher gives a date of its own;
 * what is no longer there ends on its day. A statement that comes back is a second one.
 * INVARIANT: the statements in force after the merge are those of the version.
 */
export function* mergeHistory(
  history: Iterable<ListEntry>,
  version: DatedEntries,
): Generator<ListEntry> {
  const fresh = new Map<string, ListEntry>();
  for (const entry of version.entries) fresh.set(entry.id, entry);
  for (const entry of history) {
    const now = fresh.get(entry.id);
    fresh.delete(entry.id);
    yield now === undefined ? endEntry(entry, version.day) : mergeEntry(entry, now, version.day);
  }
  for (const entry of fresh.values()) {
    yield version.isFirst ? entry : beginEntry(entry, version.day);
  }
}

/** Same statement in two versions: pointers and order may differ. */
function statementKey({ property, value, lang, detail }: ListStatement): string {
  return JSON.stringify([property, value, lang ?? '', detail ?? '']);
}

function endEntry(entry: ListEntry, day: string): ListEntry {
  return { ...entry, statements: entry.statements.map((one) => end(one, day)) };
}

function beginEntry(entry: ListEntry, day: string): ListEntry {
  return { ...entry, statements: entry.statements.map((one) => begin(one, day)) };
}

/** Ended by a version; a statement the publisher ends itself, later, stays as it says. */
function end(statement: ListStatement, day: string): ListStatement {
  if (statement.seenTo !== undefined) return statement;
  return { ...statement, seenTo: day as DateText };
}

function begin(statement: ListStatement, day: string): ListStatement {
  return { ...statement, seenFrom: day as DateText };
}

function mergeEntry(old: ListEntry, now: ListEntry, day: string): ListEntry {
  const held = new Map<string, ListStatement>();
  const past: ListStatement[] = [];
  for (const statement of old.statements) {
    if (statement.seenTo === undefined) held.set(statementKey(statement), statement);
    else past.push(statement);
  }
  const present = now.statements.map((statement) => {
    const key = statementKey(statement);
    const before = held.get(key);
    held.delete(key);
    if (before === undefined) return begin(statement, day);
    return before.seenFrom === undefined ? statement : { ...statement, seenFrom: before.seenFrom };
  });
  const ended = [...held.values()].map((statement) => end(statement, day));
  return { ...now, statements: [...present, ...past, ...ended] };
}
