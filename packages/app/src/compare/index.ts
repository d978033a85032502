/**
 * Two editions side by side: which rules differ, and which answers.
 *
 * Main entry: `compareEditions`. Answers are compared over cases: the worked examples of both,
 * the golden cases that lie beside them, or transactions of one's own. It changes and prints
 * nothing.
 */
export * from './compare-editions.ts';
export { readCases } from './cases.ts';
