/**
 * The use cases of the rulebook itself: list its rules, show one, say what changes when, explain
 * the answer to a transaction, and find out what binds an organization.
 *
 * Main entries: `listRules`, `ruleSheet`, `timelineOf`, `explainFile` and `writeProfile`. The
 * command line and the server call the same; none parses options or prints. What an answer
 * is comes from the core; here it is gathered and put into words.
 */
export * from './explain-file.ts';
export * from './explain-sheet.ts';
export * from './init-profile.ts';
export * from './list-rows.ts';
export * from './list-rules.ts';
export * from './list-sheet.ts';
export * from './rule-sheet.ts';
export * from './sector.ts';
export * from './timeline.ts';
export * from './timeline-rows.ts';
export * from './timeline-sheet.ts';
export * from './vocabulary-json.ts';
