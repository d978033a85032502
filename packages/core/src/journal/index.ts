/**
 * The journal: records chained by their digests, so that none can be changed, taken out or put
 * in without every later one showing it.
 *
 * Main entries: `chainEntry` makes the next record, `JournalCheck` follows a journal line by line
 * and names the first record that is not what was written. Pure: files, locks, signatures and
 * the clock are the business of whoever keeps the journal.
 */
export { chainEntry, JOURNAL_START, type JournalHead, type TextDigest } from './chain.ts';
export { checkpointMessage, readCheckpoint, type Checkpoint } from './checkpoint.ts';
export { JournalCheck, type JournalProblem, type JournalProblemCode } from './journal-check.ts';
