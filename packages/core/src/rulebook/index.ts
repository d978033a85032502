/**
 * The rulebook: law as dated data, read from YAML, linted, and indexed by party.
 *
 * Main entry: `loadRulebook` (YAML texts to a rulebook or problems with file, line, column)
 * and `openRulebook` (a stored rulebook to one with its party directory). A rule that is
 * malformed or contradicts itself never loads.
 * This folder evaluates nothing; deciding is the work of `decision`.
 */
export * from './compare/compare-rulebooks.ts';
export * from './load-rulebook.ts';
export * from './manifest.ts';
export * from './packed.ts';
export * from './party-directory.ts';
export * from './problem.ts';
export * from './rulebook.ts';
export { citesOf } from './walk-rule.ts';
