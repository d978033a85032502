/**
 * The conditions of rules in words, for pages about law.
 *
 * Main entries: `condPoints` for a condition as a list and `leafWords` for one fact. Words come
 * from the vocabularies; what a rule itself says in words is shown as it stands.
 */
export * from './cond-points.ts';
export * from './leaf-words.ts';
export * from './trace-points.ts';
