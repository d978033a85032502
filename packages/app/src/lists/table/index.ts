/**
 * CSV and TSV lists as streams of rows.
 *
 * Main entries: `readRows` and `readTable`. A row that does not have the columns of its format, a
 * bad quotation mark and a file that breaks off are problems with a line. Nothing here knows a
 * list.
 */
export * from './read-rows.ts';
export * from './read-table.ts';
