/**
 * Cases: what becomes of a finding once people work on it.
 *
 * Main entries: `proposeAct` says what an act would make of a case, or which guard refuses it
 * and what is missing; `takeRecord` makes the case again from the journal, record by record;
 * `caseAsOf` reads it at a time, when exceptions and answers may have expired. A case is the
 * fold of its records and nothing else. Pure: who acts and when are arguments, and neither the
 * journal nor a database is known here.
 */
export * from './case-file.ts';
export { caseAsOf, lapseOf, type Lapse } from './lapse.ts';
export { proposeAct, type Acting, type Proposal } from './propose-act.ts';
export type { Refusal, RefusalCode } from './refusal.ts';
export { isOverdue, owedReports } from './reports.ts';
export { caseIdOf, caseOfRecord, readCaseAct, takeRecord } from './take-record.ts';
