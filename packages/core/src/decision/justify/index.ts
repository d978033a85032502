/**
 * Why a question is answered as it is: the conditions of each rule with the answer of every
 * part, the facts they used or missed, the exceptions tried, and what would change it.
 *
 * Main entries: `justify` for one transaction, `changesTo` for the facts that would turn a
 * condition, `traceCond` for one condition. Every answer comes from the compiled condition that
 * deciding asks; nothing here evaluates in a way of its own, and nothing puts it into words.
 */
export * from './changes.ts';
export * from './justify.ts';
export * from './trace.ts';
export * from './trace-cond.ts';
