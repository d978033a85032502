/**
 * Findings: what was identified, joined with what the rules say of it, and the summary of a
 * whole check.
 *
 * Main entries: `judgeSubjects` for what was found in inventories, `judgeTransaction` and
 * `judgeParty` for orders and suppliers, `hostsOf` for what protects each host and what is left
 * on it, `statusOf` and `reaches` for the answer in short.
 * This is where identification and decision meet; neither knows the other.
 */
export * from './build-findings.ts';
export { HostBook } from './host-facts.ts';
export * from './hosts.ts';
export type { Names, ProductFacts } from './question.ts';
export * from './summarize.ts';
