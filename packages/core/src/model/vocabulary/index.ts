/**
 * The closed, versioned vocabularies: one file each, a sentence of meaning per word.
 *
 * Rules, records and verdicts use only these words. Words are added with a new meaning of
 * their own; none is removed or redefined, so that an old answer keeps its sense.
 * This folder holds tables and nothing that decides.
 */
export * from './activity.ts';
export * from './bound-class.ts';
export * from './case-act.ts';
export * from './case-guard.ts';
export * from './case-state.ts';
export * from './fact.ts';
export * from './host-state.ts';
export * from './journal-kind.ts';
export * from './power.ts';
export * from './presence.ts';
export * from './product-class.ts';
export * from './sign-field.ts';
export * from './status.ts';
export * from './verdict.ts';
export * from './word.ts';
