/**
 * The model: schemas and types of everything that flows through Interdict.
 *
 * A TypeBox schema is the source of each type, of the published JSON Schema and of the checks
 * on input. Rule, party, catalog, profile, record, transaction, identification, verdict row,
 * finding and report stand one to a file, as DESIGN names them.
 * The model decides nothing, reads nothing and imports no other folder.
 */
export * from './assert.ts';
export * from './case-act.ts';
export * from './catalog.ts';
export * from './cite.ts';
export * from './cond.ts';
export * from './edge.ts';
export * from './frozen.ts';
export * from './id.ts';
export * from './host-report.ts';
export * from './identification.ts';
export * from './journal-record.ts';
export * from './list-entry.ts';
export * from './party.ts';
export * from './profile.ts';
export * from './published.ts';
export * from './record.ts';
export * from './report.ts';
export * from './resolved-item.ts';
export * from './rule.ts';
export * from './time.ts';
export * from './transaction.ts';
export * from './verdict-row.ts';
export * from './vocabulary/index.ts';
export * from './what-if.ts';
export * from './words.ts';
export { vocabularyText } from './vocabulary-page.ts';
