import type { ListEntry, ListStatement } from '@interdict/core';
import { lost, noted, type ListProblem } from './problems.ts';

/** An entry of which a delta states only what changed. */
export interface ChangedEntry {
  /** The entry with what is new. */
  readonly entry: ListEntry;
  /** What is said to be gone. */
  readonly dropped: readonly ListStatement[];
}

/** What a delta does to a list. */
export interface Delta {
  /** Entries that are new, or stated whole again. */
  readonly whole: ReadonlyMap<string, ListEntry>;
  readonly changed: ReadonlyMap<string, ChangedEntry>;
  readonly removed: ReadonlySet<string>;
  /** Statements of an entry that stay when it is stated whole again. */
  readonly stays: (statement: ListStatement) => boolean;
}

/**
 * The entries of a version after a delta, in the order of the version with new ones at the end.
 * A change to an entry the version does not have is reported as lost: nobody knows the rest of
 * it.
 */
export function* applyDelta(
  base: Iterable<ListEntry>,
  delta: Delta,
  problems: ListProblem[],
): Generator<ListEntry> {
  const whole = new Map(delta.whole);
  const changed = new Map(delta.changed);
  const removed = new Set(delta.removed);
  for (const entry of base) {
    if (removed.delete(entry.id)) continue;
    const again = whole.get(entry.id);
    const change = changed.get(entry.id);
    whole.delete(entry.id);
    changed.delete(entry.id);
    if (again !== undefined) yield restate(entry, again, delta.stays);
    else yield change === undefined ? entry : mergeChange(entry, change);
  }
  yield* whole.values();
  for (const id of changed.keys()) {
    const message = `\`${id}\` is changed and is not in the version in use; fetch the list`;
    problems.push(lost('list-delta-base', message));
  }
  if (removed.size === 0) return;
  const message = `${removed.size} ids are removed that were no entries`;
  problems.push(noted('list-partial-change', message));
}

function restate(
  old: ListEntry,
  now: ListEntry,
  stays: (statement: ListStatement) => boolean,
): ListEntry {
  const kept = old.statements.filter(stays);
  if (kept.length === 0) return now;
  const programs = [...new Set([...now.programs, ...old.programs])];
  return { ...now, programs, statements: [...now.statements, ...kept] };
}

function keyOf({ property, value }: ListStatement): string {
  return JSON.stringify([property, value]);
}

/** What is new is added, what is said to be gone is dropped, and everything else stays. */
function mergeChange(old: ListEntry, { entry, dropped }: ChangedEntry): ListEntry {
  const gone = new Set(dropped.map(keyOf));
  const fresh = new Set(entry.statements.map(keyOf));
  const kept = old.statements.filter((one) => !gone.has(keyOf(one)) && !fresh.has(keyOf(one)));
  const programs = [...new Set([...old.programs, ...entry.programs])];
  return { ...old, programs, statements: [...kept, ...entry.statements] };
}
