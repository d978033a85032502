/**
 * The use cases: check what is in files, and decide transactions.
 *
 * Main entries: `checkPaths` (paths to a report) and `decideFile` (transactions to decisions).
 * The command line calls them now and the server will; neither parses options nor prints.
 */
export { entryOfCheck, openOutputDigest, type Asking } from './answer-entry.ts';
export { checkPaths, gatherPaths, judgeGathered, type Gathered } from './check-paths.ts';
export { decideFile } from './decide-file.ts';
export { readTransactions, type TransactionsRead } from './read-transactions.ts';
