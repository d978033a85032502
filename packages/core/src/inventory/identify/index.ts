/**
 * Identification: what the records of an inventory turn out to be, and on what evidence.
 *
 * `matchRecord` finds the signs in one record, `identify` weighs the records of each host
 * together, `resolveItem` looks up the item of a transaction. Levels come from `levelOf`: one
 * proof, or signs of different origins; a name alone is never more than probable.
 * Maker, product and privilege are separate statements. Whether a rule bars it is not asked here.
 */
export { checklistOf } from './checklist.ts';
export { identify } from './identify.ts';
export { matchRecord } from './match-record.ts';
export { resolveItem } from './resolve-item.ts';
export { isProtective } from './shared-traces.ts';
export type { Identified } from './settle.ts';
export { recordKindOf, traceKindOf } from './trace-kind.ts';
