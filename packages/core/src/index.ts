/**
 * @interdict/core: the pure part. Data flows one way: bytes are read to records, records are
 * identified, questions are decided against the rulebook, and findings are put in a report.
 *
 * No clock, network, files, locale or randomness inside; time is an argument. The same
 * functions run in the command line, the server, worker threads and on a cluster.
 */
export * from './calendar/index.ts';
export * from './cases/index.ts';
export * from './decision/index.ts';
export * from './document/index.ts';
export * from './finding/index.ts';
export * from './inventory/index.ts';
export * from './journal/index.ts';
export { LIMITS, type Limits } from './limits.ts';
export * from './model/index.ts';
export * from './rulebook/index.ts';
export * from './screening/index.ts';
