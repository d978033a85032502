/**
 * Rows about hosts and networks, and what their columns mean.
 *
 * Main entries: `rowRecord`, which makes the record of a row; `findTable` and `hostTable`, which
 * know the tables of osquery that other sources are read as; `tableUse`, to describe one more;
 * `lineReader`, the skeleton of every format that has its rows on lines. A reader of a format
 * says how to come from its bytes to rows, and nothing here knows a format.
 */
export * from './cell.ts';
export * from './find-table.ts';
export * from './line-reader.ts';
export * from './network-tables.ts';
export * from './row-record.ts';
export * from './source-table.ts';
export * from './table-use.ts';
