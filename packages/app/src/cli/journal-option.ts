import { formatInstant, type InstantText, type JournalEntry } from '@interdict/core';
import type { Asking } from '../check/index.ts';
import { JournalWriter } from '../journal/index.ts';
import { parseWhenOption } from './parse-options.ts';
import type { World } from './streams.ts';

export const JOURNAL_OPTION = '--journal <folder>';
export const JOURNAL_MEANING = 'put the answer on record in the journal of a folder';

/** Puts an entry on record; does nothing where no journal was asked for. */
export type PutOnRecord = (entryOf: (asking: Asking) => JournalEntry) => void;

/** The time by the clock of the world a command runs in. */
export function instantOf(world: World): InstantText {
  return formatInstant(parseWhenOption('the clock says', world.nowText()).utc);
}

/** Runs a command with the journal open, so that it fails before it answers, not after. */
export function withJournal<T>(
  folder: string | undefined,
  world: World,
  run: (put: PutOnRecord) => T,
): T {
  if (folder === undefined) return run(() => undefined);
  const now = () => instantOf(world);
  const journal = JournalWriter.open(folder, { now, by: world.user });
  try {
    return run((entryOf) => {
      journal.appendNow([entryOf({ at: now(), by: world.user })]);
    });
  } finally {
    journal.close();
  }
}
