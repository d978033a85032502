/**
 * What a rule means for an organization before any transaction: how it stands at a time, whether
 * and why it binds, and what changes on which day.
 *
 * Main entries: `standingOf`, `placeProfile` with `bindingOf`, and `eventsOf`. Conditions are asked
 * as deciding asks them; nothing here looks at items or evidence.
 */
export * from './binding.ts';
export * from './rule-event.ts';
export * from './standing.ts';
