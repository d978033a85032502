/**
 * Shapes of text that several commands print: tables of fixed width and blocks of keys and
 * values.
 *
 * Main entries: `columnsOfRule`, `columnsOfHeading`, `cellsOf` and `readBlocks`. Nothing here
 * knows what a column means.
 */
export * from './blocks.ts';
export * from './cells.ts';
