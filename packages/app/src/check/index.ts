/**
 * The use cases: check what is in files, and decide transactions.
 *
 * Main entries: `checkPaths` and `checkInputs` (files, or bytes, to a report), `decideFile` and
 * `decideTransaction`, and the entries of the journal about them. The command line and the server
 * call the same; nothing here parses options or prints.
 */
export { entryOfAnswers, entryOfCheck, openOutputDigest, type Asking } from './answer-entry.ts';
export {
  checkInputs,
  checkPaths,
  gatherPaths,
  judgeGathered,
  type CheckInput,
  type Gathered,
} from './check-paths.ts';
export { decideFile, decideTransaction } from './decide-file.ts';
export { answersIn, readTransactions, type TransactionsRead } from './read-transactions.ts';
