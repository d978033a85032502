/**
 * Decision: what every rule says about one act, at any instant.
 *
 * Main entry: `compileRulebook` once, then `decide(compiled, question, asOf)`. Conditions are
 * three-valued: an unknown fact that matters gives `undetermined` and is named. Rules are
 * cumulative; nothing here resolves one against another.
 * Pure and deterministic. It knows the result types of identification and screening, and
 * neither how they come about nor where records come from.
 */
export * from './decide.ts';
export { endOfPeriod } from './evaluate-duty.ts';
export * from './run-examples.ts';
export { missingInWords } from './words.ts';
export type { Question } from './situation.ts';
export * from './justify/index.ts';
export * from './outlook/index.ts';
export type { CompiledRule } from './compile-rule.ts';
