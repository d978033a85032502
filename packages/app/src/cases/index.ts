/**
 * The use cases about cases: open them for the findings of a report, look them up, act on them,
 * and make the database again from the journal.
 *
 * Main entries: `openCaseDesk` opens the database and takes up what the journal has more;
 * `actOnCase` and `openCases` put each act into the journal first and then into the database;
 * `rebuildStore` compares and makes it anew. Whoever calls parses options and prints.
 */
export { actOnCase, findCase } from './act-on-case.ts';
export { openCaseDesk, type CasePlace } from './case-desk.ts';
export { caseListSheet, caseSheet } from './case-sheet.ts';
export { openCases } from './open-cases.ts';
export { readDocument, readReport } from './read-report.ts';
export { rebuildStore, type Rebuilt } from './rebuild-store.ts';
export { evaluationIn, evidenceOfReport, findingIn, scopeOf } from './report-facts.ts';
