/**
 * The journal on disk: a folder of segments, each a file of chained records, one a line.
 *
 * Main entries: `JournalWriter.open` puts entries on record and says so only once they are on the
 * disk; `verifyJournal` reads a journal and names the first record that is not what was written,
 * `followJournal` yields the records on the way.
 * What a record is and how the chain is made stands in the core; this folder keeps files, a
 * lock and signatures, and knows nothing of what is put on record.
 */
export { JournalWriter } from './journal-writer.ts';
export { createSigner, type Signer } from './signer.ts';
export { followJournal, verifyJournal, type JournalVerdict } from './verify-journal.ts';
